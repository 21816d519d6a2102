import type { FacilityId } from "../base/ids.ts";
import { NO_ROW, type RowMaps } from "../base/row-map.ts";
import type { Work } from "../base/work.ts";
import { isUnderReview } from "../model/residential-zone.ts";
import type { BothReadings } from "../standards/judge-phases.ts";
import { METRICS, type Metric } from "../standards/rule.ts";
import type { Supplied } from "../standards/supplied.ts";
import { catchment } from "../supply/catchment.ts";
import type { SupplyQuestion } from "../supply/demand.ts";
import { type EarlierFair, type FairSupply, fair } from "../supply/fair.ts";
import { allocationFindings } from "../supply/fair-findings.ts";
import { floating } from "../supply/floating.ts";
import { type HandOut, type LedgerHead, writeLedger } from "../supply/ledger.ts";
import { onsite, sharedBy } from "../supply/onsite.ts";
import { isEstimatedPart, type Ties, tiesOf } from "../supply/ties.ts";
import { ledgerPairs, type MetricLedgers, type Supplies, sameSupply, supplied } from "./judge-zones.ts";
import { type OfferOf, type Offers, offersOf, sameOffers } from "./offers.ts";
import type { SupplyMethod } from "./parameters.ts";
import { metricsOf, type PackOffers, type SupplyInput, supplyQuestion } from "./supply-question.ts";
import {
  firstOrLast,
  type Relations,
  type TouchedFacilities,
  touchedFacilities,
  touchedZones,
} from "./touched-zones.ts";
import { subjectOfMetric } from "./zone-columns.ts";

/** The supply methods, by name. */
export const METHODS: Readonly<Record<SupplyMethod, Method>> = {
  onsite: { screening: false, supply: handingOut(onsite), rests: "own" },
  catchment: { screening: true, supply: handingOut(catchment), rests: "links" },
  floating: { screening: true, supply: handingOut(floating), rests: "everybody" },
  fair: { screening: false, supply: fair, rests: "everybody" },
};

interface Method {
  readonly screening: boolean;
  readonly supply: (question: SupplyQuestion, head: LedgerHead, earlier?: EarlierHandOut) => FairSupply;
  /** What a zone's part depends on: its own rooms, also its links, or what everybody lacks. */
  readonly rests: "own" | "links" | "everybody";
}

interface EarlierHandOut extends EarlierFair {
  /** By zone row: 1 where something that its part rests on is another; absent where its part rests on others too. */
  readonly dirty?: Uint8Array;
}

function handingOut(handOut: (question: SupplyQuestion) => HandOut): Method["supply"] {
  return (question, head, earlier) => {
    const old = earlier?.dirty && { ...earlier, dirty: earlier.dirty, ledger: earlier.supply.ledger };
    return { ledger: writeLedger(head, question.zoneCount, handOut(question), old) };
  };
}

/** Everything that was handed out, with what it was handed out from. */
export interface SupplyStage extends Supplies {
  readonly ledgers: readonly MetricSupply[];
  readonly metrics: readonly Metric[];
  readonly ties: Ties;
  /** By row of the packs in use. */
  readonly offers: readonly PackOffers[];
}

/** Ledgers of a metric with what they were shared out by. */
interface MetricSupply extends MetricLedgers, FairSupply {
  readonly widerSolved?: NonNullable<FairSupply["solved"]>;
}

/** The stage before the change, of the same packs, parameters and units. */
export interface EarlierSupply extends RowMaps {
  readonly stage: SupplyStage;
  readonly relations: Relations;
  /** Links may be others although no row is: the streets were changed. */
  readonly relaid: boolean;
}

export function* supplyStage(input: SupplyInput, earlier?: EarlierSupply): Work<SupplyStage> {
  const { project, packs, parameters, duplicates, reach } = input;
  yield { part: "supply", share: 0 };
  const metrics = metricsOf(packs);
  const ties = tiesOf(
    project.zones,
    project.facilities,
    earlier && { inside: earlier.stage.ties.inside, zones: earlier.zones, facilities: earlier.facilities },
  );
  const facilities = earlier && touchedFacilities(duplicates, earlier.relations.duplicates, earlier);
  const offers = packs.packs.map((_, row) => packOffers(input, row, facilities?.now ?? [], earlier));
  const method = METHODS[parameters.supply];
  const touchedBy = (rests: Method["rests"], of: TouchedFacilities) =>
    earlier && !(rests !== "own" && earlier.relaid) && !firstOrLast(earlier)
      ? touchedZones({ ties, duplicates, ...(rests !== "own" && { reach }) }, earlier.relations, earlier, of)
      : undefined;
  const dirty = facilities && method.rests !== "everybody" ? touchedBy(method.rests, facilities) : undefined;

  const questions = metrics.map((metric) => supplyQuestion(metric, input, ties, offers, "offer"));
  const widers = metrics.map((metric) => supplyQuestion(metric, input, ties, offers, "wider"));
  const ledgers: MetricSupply[] = [];
  for (const [at, metric] of metrics.entries()) {
    yield { part: "supply", share: at / metrics.length };
    const old = earlier?.stage.ledgers.find((each) => each.metric === metric);
    const touched =
      dirty ??
      (facilities && earlier && touchedBy("everybody", ofMetric(metric, facilities, offers, earlier)));
    const stays = touched && !touched.includes(1) && earlier?.zones.aligned && earlier.facilities.aligned;
    if (stays && old) {
      ledgers.push(old);
      continue;
    }
    const head = {
      ...{ metric, method: parameters.supply, screening: method.screening },
      subject: subjectOfMetric(metric),
    };
    const hand = (question: SupplyQuestion, supply: FairSupply | undefined) =>
      method.supply(
        question,
        head,
        supply &&
          earlier && {
            ...{ supply, ...(dirty && { dirty }) },
            zones: earlier.zones,
            facilities: earlier.facilities,
          },
      );
    const differs = offers.some(({ built, planned }) => hasWider(built[metric]) || hasWider(planned[metric]));
    const first = hand(questions[at] as SupplyQuestion, old);
    const wider = differs
      ? hand(
          widers[at] as SupplyQuestion,
          old?.wider && { ledger: old.wider, ...(old.widerSolved && { solved: old.widerSolved }) },
        )
      : undefined;
    ledgers.push({
      ...{ metric, ...first },
      ...(first.solved && {
        allocation: allocationFindings(questions[at] as SupplyQuestion, first.solved, first.ledger),
      }),
      ...(wider && { wider: wider.ledger, ...(wider.solved && { widerSolved: wider.solved }) }),
    });
  }
  const touched =
    dirty ?? (facilities && earlier && differing(touchedBy("own", facilities), ledgers, earlier));
  const deliveredBy = (zone: number, delivered: ReadonlySet<FacilityId>): BothReadings => {
    const isDelivered = (row: number) => delivered.has(project.facilities[row]?.id ?? "");
    return {
      supply: ownSupply(questions, zone, isDelivered, method.screening),
      wider: ownSupply(widers, zone, isDelivered, method.screening),
    };
  };
  const isEstimated = (zone: number, metric: Metric) => isEstimatedPart(ties, zone, sharedBy(metric));
  return {
    metrics,
    ties,
    offers,
    ledgers,
    isEstimated,
    deliveredBy,
    ...(touched && { touched }),
  };
}

/** Of the facilities that are looked at again: those that count for a metric, or did, and are another or offer another amount. */
function ofMetric(
  metric: Metric,
  { now, before }: TouchedFacilities,
  offers: readonly PackOffers[],
  { stage, facilities }: EarlierSupply,
): TouchedFacilities {
  const columns = (of: readonly PackOffers[]) =>
    of.flatMap(({ built, planned }) => [built[metric] ?? [], planned[metric] ?? []]);
  const [fresh, old] = [columns(offers), columns(stage.offers)];
  const counts = (each: OfferOf | undefined) => each?.offer !== undefined || each?.wider !== undefined;
  const isAnother = (row: number, was: number) =>
    was === NO_ROW ||
    facilities.changed[row] === 1 ||
    fresh.some((column, at) => !sameOffers(column[row], old[at]?.[was]));
  return {
    now: now.filter(
      (row) =>
        fresh.some((column) => counts(column[row])) && isAnother(row, facilities.before[row] as number),
    ),
    before: before.filter((was) => {
      const row = facilities.after[was] as number;
      return old.some((column) => counts(column[was])) && (row === NO_ROW || isAnother(row, was));
    }),
  };
}

/** The zones of which something of their own is another, and those whose ledgers tell another amount; absent where rows are others. */
function differing(
  own: Uint8Array | undefined,
  ledgers: readonly MetricLedgers[],
  { stage, zones }: EarlierSupply,
): Uint8Array | undefined {
  if (own === undefined || !zones.aligned) return undefined;
  for (const { now, old } of ledgerPairs(ledgers, stage.ledgers) ?? []) {
    if (now === old) continue;
    for (let row = 0; row < own.length; row++) {
      if (own[row] === 0 && !sameSupply(now, row, old, row)) own[row] = 1;
    }
  }
  return own;
}

function packOffers(
  { project, packs, parameters, duplicates }: SupplyInput,
  row: number,
  touched: readonly number[],
  earlier: EarlierSupply | undefined,
): PackOffers {
  const pack = packs.packs[row]?.pack;
  if (pack === undefined) return { built: {}, planned: {} };
  const { countStatuses } = parameters;
  const old = earlier?.stage.offers[row];
  const made = (stage: "built" | "plan_review", before: Offers | undefined) =>
    offersOf(
      project.facilities,
      pack,
      METRICS,
      { stage, duplicates, ...(countStatuses && { countStatuses }) },
      before && earlier && { offers: before, facilities: earlier.facilities, dirty: touched },
    );
  const built = made("built", old?.built);
  const reviewed = project.zones.some((zone, at) => isUnderReview(zone) && packs.of[at] === row);
  const before = old?.planned === old?.built ? undefined : old?.planned;
  return { built, planned: reviewed ? made("plan_review", before) : built };
}

function hasWider(column: Offers[string] | undefined): boolean {
  return column?.some((each) => each !== undefined && each.offer !== each.wider) ?? false;
}

/** What a zone has of the rooms of its own that are asked about, by metric. */
function ownSupply(
  questions: readonly SupplyQuestion[],
  zone: number,
  isAsked: (facility: number) => boolean,
  screening: boolean,
): Partial<Record<Metric, Supplied>> {
  const supply: Partial<Record<Metric, Supplied>> = {};
  for (const question of questions) {
    if (!question.known(zone)) continue;
    const { metric, subject } = question;
    const { provided, atMost } = writeLedger({ metric, subject, method: "onsite", screening }, 1, (_, give) =>
      onsite(question)(zone, (facility, offer) => {
        if (isAsked(facility)) give(facility, offer);
      }),
    );
    const [amount] = provided;
    if (amount !== undefined) {
      const estimated = isEstimatedPart(question.ties, zone, sharedBy(metric));
      supply[metric] = supplied(amount, atMost[0], screening, estimated);
    }
  }
  return supply;
}
