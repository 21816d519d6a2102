import type { FacilityStatus } from "../../core/model/facility.ts";
import { plainWord } from "../to-model/read-value.ts";
import { facilityStatuses } from "../to-model/words.ts";

/**
 * What two columns of a status, as 建设状态 and 运营状态, say together: words of one status are that, what does not operate
 * is not merely built, and what is not built yet does not operate either. The word that counts; `undefined` where they say
 * what cannot be together, or something is not known.
 */
export function oneStatus(cells: readonly string[]): string | undefined {
  const words = new Map<FacilityStatus, string>();
  for (const cell of cells) {
    const status = facilityStatuses.get(plainWord(cell));
    if (status === undefined) return undefined;
    words.set(status, words.get(status) ?? cell);
  }
  if (words.size > 1 && [...words.keys()].some((status) => UNBUILT.has(status)))
    words.delete("handed_over_not_operating");
  if (words.size > 1 && [...words.keys()].every((status) => !UNBUILT.has(status))) words.delete("built");
  return words.size === 1 ? [...words.values()][0] : undefined;
}

const UNBUILT: ReadonlySet<FacilityStatus> = new Set([
  "under_construction",
  "approved_plan",
  "planned",
] as const);
