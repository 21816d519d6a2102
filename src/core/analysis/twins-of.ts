import type { FacilityId } from "../base/ids.ts";
import { issue } from "../base/issue.ts";
import { byCodeUnit, indexOfId } from "../base/order.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { RowGroups } from "../model/duplicates.ts";
import { filedTwice } from "./filed-twice.ts";
import type { Pipeline } from "./pipeline.ts";

/** Another row that may be the same facility. */
export interface Twin {
  readonly id: FacilityId;
  /**
   * once: taken for one until somebody says otherwise. perhaps: beyond the smaller nothing counts for sure. each: both
   * count, for another zone or under another kind. same, two: what the user said.
   */
  readonly stands: "once" | "perhaps" | "each" | "same" | "two";
}

/** The rows that may be the same facility as one, by id, and how they count. Refused if there is no such facility. */
export function twinsOf({ project, duplicates }: Pipeline, id: FacilityId): Outcome<readonly Twin[]> {
  const { facilities, duplicateDecisions } = project;
  const row = indexOfId(facilities, id);
  if (row < 0) return refused(issue("edit.unknown-facility", "error", { id }, { id }));
  const found = new Map<FacilityId, Twin["stands"]>();
  const add = (groups: RowGroups, stands: Twin["stands"]) => {
    for (const other of groups.find((group) => group.includes(row)) ?? []) {
      const facility = facilities[other];
      if (facility && other !== row) found.set(facility.id, stands);
    }
  };
  add(filedTwice(project, duplicates), "each");
  add(duplicates.perhaps, "perhaps");
  add(duplicates.groups, "once");
  for (const { facilities: pair, same } of duplicateDecisions) {
    const other = pair.find((each) => each !== id);
    if (other !== undefined && pair.includes(id)) found.set(other as FacilityId, same ? "same" : "two");
  }
  return done(
    [...found].map(([twin, stands]) => ({ id: twin, stands })).sort((a, b) => byCodeUnit(a.id, b.id)),
  );
}
