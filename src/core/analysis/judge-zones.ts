import { type Exact, exact, sameAmount, ZERO } from "../base/decimal.ts";
import type { FacilityId } from "../base/ids.ts";
import { NO_ROW, type RowMap } from "../base/row-map.ts";
import type { Work } from "../base/work.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import { type EstateJudge, estateJudge, isOfSingleRooms } from "../standards/judge-estate.ts";
import { type BothReadings, judgePhases } from "../standards/judge-phases.ts";
import type { Judgement, Line } from "../standards/judgement.ts";
import type { Metric } from "../standards/rule.ts";
import type { Supplied } from "../standards/supplied.ts";
import { isPass } from "../standards/verdict.ts";
import { type Ledger, ledgerRowsOf } from "../supply/ledger.ts";
import type { AllocationFindings } from "./allocation-findings.ts";
import type { Parameters } from "./parameters.ts";
import { NO_PACK, type PackInUse, type ZonePacks } from "./zone-packs.ts";

/** What the zones are judged on: for each metric the ledger, and a second one where a wider reading counts more. */
export interface Supplies {
  readonly ledgers: readonly MetricLedgers[];
  /** By zone row: 0 where the ledgers give what those of the stage before gave; absent if nobody knows. */
  readonly touched?: Uint8Array;
  /** Whether a zone's part of pooled rooms goes by an estimated number. */
  isEstimated(zone: number, metric: Metric): boolean;
  /** What a zone has of the given facilities of its own, for its phases. */
  deliveredBy(zone: number, facilities: ReadonlySet<FacilityId>): BothReadings;
}

export interface MetricLedgers {
  readonly metric: Metric;
  readonly ledger: Ledger;
  readonly wider?: Ledger;
  /** How the rooms of the ledger were shared out, where they were so fairly. */
  readonly allocation?: AllocationFindings;
}

export interface EarlierJudgements {
  readonly judgements: readonly Judgement[];
  readonly supplies: Supplies;
  readonly packs: ZonePacks;
  readonly zones: RowMap;
}

/**
 * Judges every zone by its pack. With earlier judgements of the same packs and settings, only the zones whose row, pack
 * or supply is another now.
 */
export function* judgeZones(
  zones: readonly ResidentialZone[],
  packs: ZonePacks,
  supplies: Supplies,
  parameters: Parameters,
  earlier?: EarlierJudgements,
): Work<readonly Judgement[]> {
  const judges = packs.packs.map(({ pack }) =>
    estateJudge(pack, {
      conflict: parameters.conflict,
      ...(parameters.year !== undefined && { year: parameters.year }),
      ...(parameters.countStatuses !== undefined && { scenario: true }),
    }),
  );
  const screening = supplies.ledgers.some(({ ledger }) => ledger.screening);
  const { touched } = supplies;
  // The same sum may come from other rooms.
  const singly = packs.packs.some(({ pack }) => pack.rules.some(isOfSingleRooms));
  const kept = !singly && earlier?.zones.aligned === true && touched !== undefined && packs === earlier.packs;
  const judgements = kept ? earlier.judgements.slice() : new Array<Judgement>(zones.length);
  const pairs = singly ? undefined : earlier && ledgerPairs(supplies.ledgers, earlier.supplies.ledgers);
  for (let row = 0; row < zones.length; row++) {
    if (row % ZONES_PER_STEP === 0) yield { part: "judge", share: row / zones.length };
    if (kept && touched[row] === 0) continue;
    const before = earlier && pairs && sameQuestion(row, packs, supplies, pairs, earlier);
    judgements[row] =
      before ?? judgeOne(zones[row] as ResidentialZone, row, packs, supplies, judges, { screening, singly });
  }
  return judgements;
}

/** The earlier judgement of a zone, if everything it rests on is as it was. */
function sameQuestion(
  row: number,
  packs: ZonePacks,
  supplies: Supplies,
  pairs: readonly LedgerPair[],
  earlier: EarlierJudgements,
): Judgement | undefined {
  const was = earlier.zones.before[row] as number;
  if (was === NO_ROW || earlier.zones.changed[row] === 1) return undefined;
  const pack = packs.packs[packs.of[row] as number]?.pack;
  if (pack !== earlier.packs.packs[earlier.packs.of[was] as number]?.pack) return undefined;
  const judgement = earlier.judgements[was];
  if (judgement?.phases !== undefined) return undefined;
  const same = pairs.every(
    ({ now, old }) =>
      sameSupply(now, row, old, was) &&
      supplies.isEstimated(row, now.metric) === earlier.supplies.isEstimated(was, now.metric),
  );
  return same ? judgement : undefined;
}

interface LedgerPair {
  readonly now: Ledger;
  readonly old: Ledger;
}

/** Every ledger beside the one before, of both readings; `undefined` if the metrics are not the same. */
export function ledgerPairs(
  now: readonly MetricLedgers[],
  before: readonly MetricLedgers[],
): readonly LedgerPair[] | undefined {
  if (now.length !== before.length) return undefined;
  const pairs: LedgerPair[] = [];
  for (const { metric, ledger, wider } of now) {
    const old = before.find((each) => each.metric === metric);
    if (old === undefined) return undefined;
    pairs.push({ now: ledger, old: old.ledger });
    if (wider ?? old.wider) pairs.push({ now: wider ?? ledger, old: old.wider ?? old.ledger });
  }
  return pairs;
}

/** Whether a ledger gives a zone what another one gave it, and as surely. */
export function sameSupply(ledger: Ledger, row: number, old: Ledger, was: number): boolean {
  return sameAmounts(ledger, row, old, was) && sameBound(ledger.uncontested?.[row], old.uncontested?.[was]);
}

function sameAmounts(ledger: Ledger, row: number, old: Ledger, was: number): boolean {
  const a = ledger.provided[row];
  const b = old.provided[was];
  return (
    sameAmount(a, b) && sameBound(ledger.atMost[row], old.atMost[was]) && ledger.screening === old.screening
  );
}

function sameBound(a: Supplied["atMost"], b: Supplied["atMost"]): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  return sameAmount(a, b);
}

function judgeOne(
  zone: ResidentialZone,
  row: number,
  packs: ZonePacks,
  supplies: Supplies,
  judges: readonly EstateJudge[],
  { screening, singly }: { readonly screening: boolean; readonly singly: boolean },
): Judgement {
  const judge = judges[packs.of[row] as number];
  if (packs.of[row] === NO_PACK || judge === undefined) return WITHOUT_PACK;
  const judgement = judgePhases(judge, zone, bothReadings(supplies, row, singly), (facilities) =>
    supplies.deliveredBy(row, facilities),
  );
  const shown = singly ? withoutRoomSizes(judgement, packs.packs[packs.of[row] as number]?.rules) : judgement;
  return screening && isPass(shown.overall) ? { ...shown, overall: "needs_ruling" } : shown;
}

/** What a line provides is what the ledger gives, so that the size of one room stands on none. */
function withoutRoomSizes(judgement: Judgement, rules: PackInUse["rules"] | undefined): Judgement {
  const lines = judgement.lines.map((line): Line => {
    const rule = rules?.get(line.rule);
    if (rule === undefined || !isOfSingleRooms(rule)) return line;
    const { required: _required, actual: _actual, shortage: _shortage, ...rest } = line;
    return rest;
  });
  return { ...judgement, lines };
}

/** `singly`: with how large the rooms are one by one. */
function bothReadings(supplies: Supplies, row: number, singly: boolean): BothReadings {
  const supply: Partial<Record<Metric, Supplied>> = {};
  const wider: Partial<Record<Metric, Supplied>> = {};
  let differs = false;
  for (const { metric, ledger, wider: second, allocation } of supplies.ledgers) {
    const estimated = supplies.isEstimated(row, metric);
    const found = suppliedBy(ledger, row, singly, estimated);
    const first = found && isServedInPart(allocation, row) ? { ...found, fractional: true } : found;
    if (first !== undefined) supply[metric] = first;
    // What is sure whatever others use is the same of a reading that counts more.
    const other =
      second === undefined || sameAmounts(second, row, ledger, row)
        ? first
        : suppliedBy(second, row, singly, estimated, ledger.uncontested?.[row]);
    if (other !== undefined) wider[metric] = other;
    differs ||= other !== first;
  }
  return differs ? { supply, wider } : { supply };
}

/** Whether a zone has a share of its need, which is one of all of it unrounded. */
function isServedInPart(allocation: AllocationFindings | undefined, row: number): boolean {
  const share = allocation?.levels[allocation.zones.levelOf[row] as number];
  return share !== undefined && share.numerator > 0n && share.numerator < share.denominator;
}

function suppliedBy(
  ledger: Ledger,
  row: number,
  singly: boolean,
  estimated: boolean,
  sure = ledger.uncontested?.[row],
): Supplied | undefined {
  const amount = ledger.provided[row];
  if (amount === undefined) return undefined;
  const found = {
    ...supplied(amount, ledger.atMost[row], ledger.screening, estimated),
    ...(sure && { uncontested: sure }),
  };
  return singly ? { ...found, rooms: roomsOf(ledger, row) } : found;
}

/** No room is smaller than the part of it that the zone has. One that may count leaves both ends open. */
function roomsOf(ledger: Ledger, row: number): NonNullable<Supplied["rooms"]> {
  const [from, end] = ledgerRowsOf(ledger, row);
  if (ledger.atMost[row] !== undefined) return {};
  if (from === end) return { largest: ZERO };
  return { smallest: exact(Math.min(...ledger.amounts.subarray(from, end))) };
}

/** Fractions of whole pieces come from sharing out. */
export function supplied(
  amount: Exact,
  atMost: Supplied["atMost"],
  screening: boolean,
  estimated: boolean,
): Supplied {
  return {
    amount,
    ...(atMost !== undefined && { atMost }),
    ...(amount.denominator !== 1n && { fractional: true }),
    ...(screening && { screening: true }),
    ...(estimated && { estimated: true }),
  };
}

/** Nothing can be said of a zone that no pack holds for. */
export const WITHOUT_PACK: Judgement = {
  lines: [],
  groups: [],
  overall: "insufficient_data",
  estimated: false,
  remarks: [],
};

const ZONES_PER_STEP = 2048;
