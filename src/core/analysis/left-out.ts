import type { Metric } from "../standards/rule.ts";
import { forEachOpen } from "../supply/open-rooms.ts";
import { NOT_ALLOCATED } from "./allocation-findings.ts";
import type { MetricLedgers } from "./judge-zones.ts";
import type { Pipeline } from "./pipeline.ts";
import { supplyQuestion } from "./supply-question.ts";

/** An analysis as far as it shared rooms out and judged by them. */
export type Allocated = Pick<
  Pipeline,
  | "project"
  | "packs"
  | "parameters"
  | "territory"
  | "reach"
  | "duplicates"
  | "needs"
  | "supply"
  | "judgements"
>;

/** Existing zones with a number to fill that take no part in sharing out the rooms of a metric. */
export interface LeftOut {
  /** Rows, ascending. */
  readonly zones: readonly number[];
  /** How many of them hang nowhere, so that nobody knows what they reach. */
  readonly placeless: number;
  /** By facility row: those that reach it and might use it. */
  readonly reaching: ReadonlyMap<number, readonly number[]>;
}

/** Nothing where the rooms of the metric were not shared out. */
export function leftOutOf(analysis: Allocated, { metric, allocation }: MetricLedgers): LeftOut | undefined {
  const { project, packs, parameters, territory, reach, duplicates, needs, supply } = analysis;
  const input = {
    ...{ project, parameters, duplicates, packs: packs.value, territory: territory.value },
    ...{ reach: reach.value.tables, needs: needs.value },
  };
  const question = supplyQuestion(metric, input, supply.value.ties, supply.value.offers, "offer");
  const { outside } = question;
  if (allocation === undefined || outside === undefined) return undefined;
  const zones: number[] = [];
  const reaching = new Map<number, number[]>();
  let placeless = 0;
  const { levelOf } = allocation.zones;
  for (let zone = 0; zone < levelOf.length; zone++) {
    if (levelOf[zone] !== NOT_ALLOCATED || !outside.opens(zone)) continue;
    zones.push(zone);
    if (outside.reach.places[zone] === 0) placeless++;
    forEachOpen(question, outside, zone, (facility) => {
      const rows = reaching.get(facility);
      if (rows === undefined) reaching.set(facility, [zone]);
      else rows.push(zone);
    });
  }
  return { zones, placeless, reaching };
}

/** Remembered, since every zone asks. */
const remembered = new WeakMap<Allocated, Map<Metric, LeftOut | undefined>>();

export function rememberedLeftOut(analysis: Allocated, ledgers: MetricLedgers): LeftOut | undefined {
  const known = remembered.get(analysis) ?? new Map<Metric, LeftOut | undefined>();
  remembered.set(analysis, known);
  if (!known.has(ledgers.metric)) known.set(ledgers.metric, leftOutOf(analysis, ledgers));
  return known.get(ledgers.metric);
}
