import { ZONE_FLAGS } from "../../core/analysis/results.ts";
import type { ZoneStatus } from "../../core/model/residential-zone.ts";
import { classOf, VERDICTS, type VerdictClass } from "../../core/standards/verdict.ts";
import { type CheckFilter, isKept } from "./check-filter.ts";
import { TIERS, type Tier, type ZoneFacts } from "./facts.ts";

/** Which zones are looked at. What is left open holds for all. */
export interface ZoneFilter {
  /** The unit they lie in, by its code. */
  readonly unit: { readonly tier: Tier; readonly id: string } | undefined;
  readonly verdict: VerdictClass | undefined;
  readonly status: ZoneStatus | undefined;
  readonly check: CheckFilter | undefined;
  /** They carry every one of these. */
  readonly marks: readonly ZoneMark[];
  /** They are some of these, and why these stand together. */
  readonly among: { readonly why: "turned" | "picked"; readonly ids: ReadonlySet<string> } | undefined;
}

/** What is flagged of a zone; or that it has a place and nothing of a subject within the walk. */
export type ZoneMark = keyof typeof ZONE_FLAGS | keyof typeof OUTSIDE;
const FLAGS = Object.keys(ZONE_FLAGS) as (keyof typeof ZONE_FLAGS)[];
const OUTSIDE = { outsideElderly: "elderly", outsideChildcare: "childcare" } as const;
const OUTSIDES = Object.keys(OUTSIDE) as (keyof typeof OUTSIDE)[];
export const ZONE_MARKS: readonly ZoneMark[] = [...OUTSIDES, ...FLAGS];

export const ALL_ZONES: ZoneFilter = {
  ...{
    unit: undefined,
    verdict: undefined,
    status: undefined,
    check: undefined,
    marks: [],
    among: undefined,
  },
};

/** How many conditions a filter sets. */
export function conditions({ unit, verdict, status, check, marks, among }: ZoneFilter): number {
  return [unit, verdict, status, check, among].filter((one) => one !== undefined).length + marks.length;
}

/** 1 by row for the zones that are looked at; `undefined` where all are. A condition on results holds once they are there. */
export function keptZones(facts: ZoneFacts, filter: ZoneFilter): Uint8Array | undefined {
  if (conditions(filter) === 0) return undefined;
  const { results } = facts;
  const { unit, verdict, status, check, marks, among } = filter;
  const bits = FLAGS.filter((flag) => marks.includes(flag)).reduce((sum, flag) => sum | ZONE_FLAGS[flag], 0);
  const outside = OUTSIDES.filter((mark) => marks.includes(mark)).map((mark) => OUTSIDE[mark]);
  const tier = unit && TIERS.indexOf(unit.tier);
  const unitOfZone = tier === undefined ? undefined : results?.territory.zoneUnits[tier];
  const kept = new Uint8Array(facts.count);
  for (let row = 0; row < kept.length; row++) {
    const lies = unit === undefined || results?.territory.units[unitOfZone?.[row] ?? -1]?.unit === unit.id;
    const judged =
      verdict === undefined || classOf(VERDICTS[results?.verdict[row] ?? 0] ?? "invalid") === verdict;
    const stands = status === undefined || facts.status[row] === status;
    const compared = check === undefined || isKept(facts.checks, row, check);
    const flags = results?.flags[row] ?? 0;
    const marked = (flags & bits) === bits;
    const beyond =
      outside.length === 0 ||
      ((flags & ZONE_FLAGS.placeless) === 0 &&
        outside.every((subject) => results?.choices[subject][row] === 0));
    const named = among === undefined || among.ids.has(facts.ids[row] ?? "");
    if (lies && judged && stands && compared && marked && beyond && named) kept[row] = 1;
  }
  return kept;
}
