import type { FacilityId } from "../../base/ids.ts";
import { issue } from "../../base/issue.ts";
import { byCodeUnit, indexOfId } from "../../base/order.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { settingsOf } from "../apply-patch.ts";
import type { Patch } from "../patch.ts";
import type { Project } from "../project.ts";

/**
 * Says whether two rows are one facility, in place of what was said of them before: one counts once, at the smaller
 * supply, and two count each. Refused if there is none of either id, or they are one row.
 */
export function ruleDuplicate(
  project: Project,
  {
    facilities: pair,
    same,
  }: { readonly facilities: readonly [FacilityId, FacilityId]; readonly same: boolean },
): Outcome<Patch> {
  const [a, b] = [...pair].sort(byCodeUnit) as [FacilityId, FacilityId];
  const missing = pair.find((id) => indexOfId(project.facilities, id) < 0) ?? (a === b ? a : undefined);
  if (missing !== undefined)
    return refused(issue("edit.unknown-facility", "error", { id: missing }, { id: missing }));
  const others = project.duplicateDecisions.filter(
    ({ facilities }) => !(facilities.includes(a) && facilities.includes(b)),
  );
  const before = settingsOf(project);
  const duplicateDecisions = [...others, { facilities: [a, b] as const, same }];
  return done({ settings: { before, after: { ...before, duplicateDecisions } } });
}
