import { present } from "../base/invariant.ts";
import { type Issue, issue } from "../base/issue.ts";
import { CARE_SUBJECTS } from "../model/facility-kind.ts";
import type { Project } from "../model/project.ts";
import { streetsDigest } from "../network/streets-digest.ts";
import { CONNECTIONS, type Connection } from "./connections.ts";
import type { Networks } from "./networks.ts";
import type { Parameters } from "./parameters.ts";
import type { ReachStage } from "./reach-stage.ts";
import type { NetworkFindings } from "./results.ts";

/** What became of the streets in a reach stage that walked along them. */
export function networkFindings(
  { streets, byProfile }: Networks,
  { connections }: ReachStage,
  changes: number,
): NetworkFindings {
  const { elderly, carer_with_infant: carer, adult } = byProfile;
  return {
    streets: streetsDigest(streets),
    ...(changes > 0 && { changes }),
    accounts: { elderly: elderly.account, carer_with_infant: carer.account, adult: adult.account },
    connections: present(connections, "walks along streets have connections"),
  };
}

/** That streets are changed, and which zones and facilities hang on no street, or on an island: each listed once, for whichever subject it is so. */
export function networkRemarks(
  { zones, facilities }: Pick<Project, "zones" | "facilities">,
  { connections, changes = 0 }: NetworkFindings,
  { cap }: Parameters,
): readonly Issue[] {
  const found = (table: "zones" | "facilities", how: Connection) => {
    const code = CONNECTIONS.indexOf(how);
    const rows: readonly { readonly id: string; readonly name?: string }[] =
      table === "zones" ? zones : facilities;
    const some = rows.filter((_, row) =>
      CARE_SUBJECTS.some((subject) => connections[subject][table][row] === code),
    );
    const named = some.slice(0, MOST_NAMED).map(({ id, name }) => name ?? id);
    return { count: some.length, named };
  };
  const apart = { zones: found("zones", "not-connected"), facilities: found("facilities", "not-connected") };
  const islands = { zones: found("zones", "island"), facilities: found("facilities", "island") };
  const issues: Issue[] = [];
  if (changes > 0) issues.push(issue("analysis.streets-changed", "note", { count: changes }));
  if (apart.zones.count > 0) {
    issues.push(issue("analysis.zones-not-connected", "warning", { ...apart.zones, cap }));
  }
  if (apart.facilities.count > 0) {
    issues.push(issue("analysis.facilities-not-connected", "warning", { ...apart.facilities, cap }));
  }
  if (islands.zones.count > 0) issues.push(issue("analysis.zones-on-islands", "warning", islands.zones));
  if (islands.facilities.count > 0) {
    issues.push(issue("analysis.facilities-on-islands", "warning", islands.facilities));
  }
  return issues;
}

const MOST_NAMED = 10;
