import { ZONE_FLAGS } from "../../core/analysis/results.ts";
import type { ZoneStatus } from "../../core/model/residential-zone.ts";
import { classOf, VERDICTS, type VerdictClass } from "../../core/standards/verdict.ts";
import { TIERS, type Tier, type ZoneFacts } from "./facts.ts";

/** Which zones are looked at. What is left open holds for all. */
export interface ZoneFilter {
  /** The unit they lie in, by its code. */
  readonly unit: { readonly tier: Tier; readonly id: string } | undefined;
  readonly verdict: VerdictClass | undefined;
  readonly status: ZoneStatus | undefined;
  /** They carry every one of these. */
  readonly marks: readonly ZoneMark[];
  /** They are some of these, and why these stand together. */
  readonly among: { readonly why: "turned" | "picked"; readonly ids: ReadonlySet<string> } | undefined;
}

export type ZoneMark = keyof typeof ZONE_FLAGS;
export const ZONE_MARKS = Object.keys(ZONE_FLAGS) as ZoneMark[];

export const ALL_ZONES: ZoneFilter = {
  ...{ unit: undefined, verdict: undefined, status: undefined, marks: [], among: undefined },
};

/** How many conditions a filter sets. */
export function conditions({ unit, verdict, status, marks, among }: ZoneFilter): number {
  return [unit, verdict, status, among].filter((one) => one !== undefined).length + marks.length;
}

/** 1 by row for the zones that are looked at; `undefined` where all are. A condition on results holds once they are there. */
export function keptZones(facts: ZoneFacts, filter: ZoneFilter): Uint8Array | undefined {
  if (conditions(filter) === 0) return undefined;
  const { results } = facts;
  const { unit, verdict, status, marks, among } = filter;
  const bits = marks.reduce((sum, mark) => sum | ZONE_FLAGS[mark], 0);
  const tier = unit && TIERS.indexOf(unit.tier);
  const unitOfZone = tier === undefined ? undefined : results?.territory.zoneUnits[tier];
  const kept = new Uint8Array(facts.count);
  for (let row = 0; row < kept.length; row++) {
    const lies = unit === undefined || results?.territory.units[unitOfZone?.[row] ?? -1]?.unit === unit.id;
    const judged =
      verdict === undefined || classOf(VERDICTS[results?.verdict[row] ?? 0] ?? "invalid") === verdict;
    const stands = status === undefined || facts.status[row] === status;
    const marked = ((results?.flags[row] ?? 0) & bits) === bits;
    const named = among === undefined || among.ids.has(facts.ids[row] ?? "");
    if (lies && judged && stands && marked && named) kept[row] = 1;
  }
  return kept;
}
