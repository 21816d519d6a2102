import { type Issue, issue } from "../base/issue.ts";
import type { Territory } from "../deficit/territory.ts";
import { namesOf } from "../model/duplicates.ts";
import type { Project } from "../model/project.ts";
import type { StreetMap } from "../network/street-map.ts";
import { packById, type Standards } from "../standards/standards.ts";
import { careMissing } from "./care-missing.ts";
import type { Parameters } from "./parameters.ts";
import type { RulesToCome } from "./rules-to-come.ts";
import { NO_PACK, type ZonePacks } from "./zone-packs.ts";

/** Why an analysis cannot be made, `streets` being those of the document; `undefined` if it can. */
export function refusalOf(
  parameters: Parameters,
  standards: Standards,
  streets?: StreetMap,
): Issue | undefined {
  if (parameters.reach === "network" && streets === undefined) {
    return issue("analysis.no-streets", "error", {});
  }
  if (parameters.pack !== undefined && packById(standards, parameters.pack) === undefined) {
    return issue("analysis.unknown-pack", "error", { pack: parameters.pack });
  }
  return undefined;
}

/** What is to be known of an analysis that was made. */
export function remarksOn(
  project: Project,
  packs: ZonePacks,
  { zoneConflicts, facilityConflicts }: Territory,
  duplicates: readonly (readonly number[])[],
  toCome: readonly RulesToCome[],
  unchecked: Issue | undefined,
  ofMethods: readonly Issue[],
): readonly Issue[] {
  const issues: Issue[] = [];
  const without = project.zones.filter((_, row) => packs.of[row] === NO_PACK);
  const first = without[0]?.id;
  if (first !== undefined) {
    issues.push(
      issue("analysis.zones-without-pack", "warning", { zones: without.length, first }, { id: first }),
    );
  }
  for (const { plain } of packs.packs) {
    if (plain.custom === undefined || plain.custom.checkedBy !== undefined) continue;
    const { enteredBy } = plain.custom;
    issues.push(issue("analysis.pack-unchecked", "warning", { pack: plain.id, enteredBy }, { id: plain.id }));
  }
  for (const { pack, year, rules, first } of toCome) {
    const facts = { pack, year: String(year), rules, first: String(first) };
    issues.push(issue("analysis.rules-to-come", "warning", facts, { id: pack }));
  }
  if (project.facilities.length === 0 && project.zones.length > 0) {
    issues.push(issue("analysis.no-facilities", "warning", {}));
  }
  issues.push(...careMissing(project));
  issues.push(...ofMethods);
  if (unchecked) issues.push(unchecked);
  for (const group of duplicates) {
    const ids = group.map((row) => project.facilities[row]?.id ?? "");
    const name = namesOf(project.facilities, group);
    issues.push(
      issue("analysis.counted-once", "warning", { ids: ids.join(", "), name }, { id: ids[0] ?? "" }),
    );
  }
  const said = (conflict: Issue | undefined) => conflict !== undefined;
  return [...issues, ...zoneConflicts.filter(said), ...facilityConflicts.filter(said)];
}
