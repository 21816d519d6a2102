import type { FacilityId } from "../base/ids.ts";
import type { Work } from "../base/work.ts";
import { isUnderReview } from "../model/residential-zone.ts";
import type { BothReadings } from "../standards/judge-phases.ts";
import { METRICS, type Metric } from "../standards/rule.ts";
import type { Supplied } from "../standards/supplied.ts";
import { catchment } from "../supply/catchment.ts";
import type { SupplyQuestion } from "../supply/demand.ts";
import { fair } from "../supply/fair.ts";
import { floating } from "../supply/floating.ts";
import {
  type EarlierLedger,
  type HandOut,
  type Ledger,
  type LedgerHead,
  writeLedger,
} from "../supply/ledger.ts";
import { onsite, sharedBy } from "../supply/onsite.ts";
import { isEstimatedPart, type Ties, tiesOf } from "../supply/ties.ts";
import type { AllocationFindings } from "./allocation-findings.ts";
import { type MetricLedgers, type Supplies, supplied } from "./judge-zones.ts";
import { type Offers, offersOf } from "./offers.ts";
import type { SupplyMethod } from "./parameters.ts";
import { metricsOf, type PackOffers, type SupplyInput, supplyQuestion } from "./supply-question.ts";
import {
  firstOrLast,
  type Relations,
  type RowMaps,
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
  readonly supply: (question: SupplyQuestion, head: LedgerHead, earlier?: EarlierLedger) => Handed;
  /** What a zone's part depends on: its own rooms, also its links, or what everybody lacks. */
  readonly rests: "own" | "links" | "everybody";
}

interface Handed {
  readonly ledger: Ledger;
  readonly allocation?: AllocationFindings;
}

function handingOut(handOut: (question: SupplyQuestion) => HandOut): Method["supply"] {
  return (question, head, earlier) => ({
    ledger: writeLedger(head, question.zoneCount, handOut(question), earlier),
  });
}

/** Everything that was handed out, with what it was handed out from. */
export interface SupplyStage extends Supplies {
  readonly metrics: readonly Metric[];
  readonly ties: Ties;
  /** By row of the packs in use. */
  readonly offers: readonly PackOffers[];
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
  const touched = earlier ? touchedFacilities(duplicates, earlier.relations.duplicates, earlier) : [];
  const offers = packs.packs.map((_, row) => packOffers(input, row, touched, earlier));
  const method = METHODS[parameters.supply];
  const zonesTouched =
    earlier &&
    method.rests !== "everybody" &&
    !(method.rests === "links" && earlier.relaid) &&
    !firstOrLast(earlier)
      ? touchedZones(
          { ties, duplicates, ...(method.rests === "links" && { reach }) },
          earlier.relations,
          earlier,
          touched,
        )
      : undefined;

  const questions = metrics.map((metric) => supplyQuestion(metric, input, ties, offers, "offer"));
  const widers = metrics.map((metric) => supplyQuestion(metric, input, ties, offers, "wider"));
  const ledgers: MetricLedgers[] = [];
  for (const [at, metric] of metrics.entries()) {
    yield { part: "supply", share: at / metrics.length };
    const hand = (question: SupplyQuestion, old: Ledger | undefined) =>
      method.supply(
        question,
        { metric, subject: subjectOfMetric(metric), method: parameters.supply, screening: method.screening },
        old && zonesTouched && earlier
          ? { ledger: old, zones: earlier.zones, facilities: earlier.facilities, dirty: zonesTouched }
          : undefined,
      );
    const old = earlier?.stage.ledgers.find((each) => each.metric === metric);
    const differs = offers.some(({ built, planned }) => hasWider(built[metric]) || hasWider(planned[metric]));
    ledgers.push({
      metric,
      ...hand(questions[at] as SupplyQuestion, old?.ledger),
      ...(differs && { wider: hand(widers[at] as SupplyQuestion, old?.wider).ledger }),
    });
  }
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
    ...(zonesTouched && { touched: zonesTouched }),
  };
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
