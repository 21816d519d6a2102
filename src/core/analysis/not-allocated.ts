import { toNumber } from "../base/decimal.ts";
import { type Issue, issue } from "../base/issue.ts";
import type { Line } from "../standards/judgement.ts";
import type { Metric } from "../standards/rule.ts";
import { isPass } from "../standards/verdict.ts";
import { ledgerRowsOf } from "../supply/ledger.ts";
import { forEachOpen } from "../supply/open-rooms.ts";
import { NOT_ALLOCATED } from "./allocation-findings.ts";
import type { LineEvidence } from "./evidence.ts";
import type { MetricLedgers } from "./judge-zones.ts";
import type { Pipeline } from "./pipeline.ts";
import { supplyQuestion } from "./supply-question.ts";
import { NO_PACK } from "./zone-packs.ts";

/** An analysis as far as it shared rooms out and judged by them. */
type Allocated = Pick<
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

/**
 * That existing zones take no part in sharing rooms out, since their people or place is not known, and how many others
 * have a pass that assumes that they use none; nothing if all take part. Cost: links of those left out, and one look at
 * every row of the ledgers.
 */
export function notAllocated(analysis: Allocated): Issue | undefined {
  const { zones } = analysis.project;
  const left = new Set<number>();
  const assuming = new Set<number>();
  for (const ledgers of analysis.supply.value.ledgers) {
    const leftOut = leftOutOf(analysis, ledgers);
    for (const zone of leftOut?.zones ?? []) left.add(zone);
    if (leftOut) addAssuming(assuming, analysis, ledgers, leftOut);
  }
  if (left.size === 0) return undefined;
  const named = zones.filter((_, row) => left.has(row)).slice(0, MOST_NAMED);
  return issue("analysis.zones-not-allocated", "note", {
    count: left.size,
    named: named.map(({ id, name }) => name ?? id),
    passes: assuming.size,
  });
}

const MOST_NAMED = 10;

/** What the pass of a zone's line assumes of those left out; nothing where it is none, or rests on own rooms. */
export function assumedBy(
  analysis: Allocated,
  zone: number,
  metric: string | undefined,
  line: Line,
): LineEvidence["assumes"] {
  const ledgers = analysis.supply.value.ledgers.find((each) => each.metric === metric);
  const leftOut = ledgers && rememberedLeftOut(analysis, ledgers);
  if (leftOut === undefined || leftOut.zones.length === 0) return undefined;
  const users = assumedUsers(line, zone, leftOut, ledgers as MetricLedgers, analysis);
  if (users === undefined) return undefined;
  const rows = [...users].sort((a, b) => a - b);
  const zones = rows.slice(0, MOST_ASSUMED).flatMap((row) => analysis.project.zones[row] ?? []);
  return {
    zones: zones.map(({ id, name }) => ({ zone: id, ...(name !== undefined && { name }) })),
    more: rows.length - zones.length,
    placeless: leftOut.placeless,
  };
}

const MOST_ASSUMED = 3;

/** Existing zones with a number to fill that take no part in sharing out the rooms of a metric. */
interface LeftOut {
  /** Rows, ascending. */
  readonly zones: readonly number[];
  /** How many of them hang nowhere, so that nobody knows what they reach. */
  readonly placeless: number;
  /** By facility row: those that reach it and might use it. */
  readonly reaching: ReadonlyMap<number, readonly number[]>;
}

/** Nothing where the rooms of the metric were not shared out. */
function leftOutOf(analysis: Allocated, { metric, allocation }: MetricLedgers): LeftOut | undefined {
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

function rememberedLeftOut(analysis: Allocated, ledgers: MetricLedgers): LeftOut | undefined {
  const known = remembered.get(analysis) ?? new Map<Metric, LeftOut | undefined>();
  remembered.set(analysis, known);
  if (!known.has(ledgers.metric)) known.set(ledgers.metric, leftOutOf(analysis, ledgers));
  return known.get(ledgers.metric);
}

/**
 * Rows of those left out that reach rooms outside which a pass counts on; `undefined` where it counts on none, or nobody
 * is left out who may reach them.
 */
function assumedUsers(
  { verdict, required }: Pick<Line, "verdict" | "required">,
  zone: number,
  { placeless, reaching }: LeftOut,
  { ledger }: MetricLedgers,
  { supply }: Pick<Allocated, "supply">,
): ReadonlySet<number> | undefined {
  if (required === undefined || !isPass(verdict)) return undefined;
  const rooms = supply.value.ties.byZone[zone];
  const users = new Set<number>();
  let own = 0;
  const [from, to] = ledgerRowsOf(ledger, zone);
  for (let row = from; row < to; row++) {
    const facility = ledger.facilities[row] as number;
    if (rooms?.includes(facility)) own += ledger.amounts[row] as number;
    else for (const user of reaching.get(facility) ?? []) users.add(user);
  }
  const suffices = own >= toNumber(required) * (1 - NOISE);
  return suffices || users.size + placeless === 0 ? undefined : users;
}

/** Amounts as they are shown add up to what they are but for this part. */
const NOISE = 1e-9;

function addAssuming(
  found: Set<number>,
  analysis: Allocated,
  ledgers: MetricLedgers,
  leftOut: LeftOut,
): void {
  const { of, packs } = analysis.packs.value;
  const { byZone } = analysis.supply.value.ties;
  const { zones, facilities } = ledgers.ledger;
  const wanted = new Uint8Array(analysis.project.facilities.length).fill(leftOut.placeless > 0 ? 1 : 0);
  for (const facility of leftOut.reaching.keys()) wanted[facility] = 1;
  const given = new Set<number>();
  for (let row = 0; row < zones.length; row++) {
    const [zone, facility] = [zones[row] as number, facilities[row] as number];
    if (wanted[facility] === 1 && !byZone[zone]?.includes(facility)) given.add(zone);
  }
  for (const zone of given) {
    const rules = packs[of[zone] ?? NO_PACK]?.rules;
    const assumes = analysis.judgements.value[zone]?.lines.some(
      (line) =>
        rules?.get(line.rule)?.metric === ledgers.metric &&
        assumedUsers(line, zone, leftOut, ledgers, analysis) !== undefined,
    );
    if (assumes) found.add(zone);
  }
}
