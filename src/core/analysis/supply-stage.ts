import type { FacilityId } from "../base/ids.ts";
import type { RowMaps } from "../base/row-map.ts";
import type { Work } from "../base/work.ts";
import type { BothReadings } from "../standards/judge-phases.ts";
import type { Metric } from "../standards/rule.ts";
import type { Supplied } from "../standards/supplied.ts";
import type { SupplyQuestion } from "../supply/demand.ts";
import type { EarlierFair, FairSupply } from "../supply/fair.ts";
import { allocationFindings } from "../supply/fair-findings.ts";
import type { EarlierFindings } from "../supply/findings-changes.ts";
import { writeLedger } from "../supply/ledger.ts";
import { onsite, sharedBy } from "../supply/onsite.ts";
import { isEstimatedPart, type Ties, tiesOf } from "../supply/ties.ts";
import { type Contested, contested } from "../supply/uncontested.ts";
import type { AllocationFindings } from "./allocation-findings.ts";
import { type MetricLedgers, type Supplies, supplied } from "./judge-zones.ts";
import { differsWidely, packOffers } from "./pack-offers.ts";
import type { SupplyMethod } from "./parameters.ts";
import { METHODS } from "./supply-methods.ts";
import { metricsOf, type PackOffers, type SupplyInput, supplyQuestion } from "./supply-question.ts";
import { touchedSupply } from "./touched-supply.ts";
import { type Relations, touchedFacilities } from "./touched-zones.ts";

/** Everything that was handed out, with what it was handed out from. */
export interface SupplyStage extends Supplies {
  readonly ledgers: readonly MetricSupply[];
  readonly metrics: readonly Metric[];
  readonly ties: Ties;
  /** By row of the packs in use. */
  readonly offers: readonly PackOffers[];
}

/** Ledgers of a metric with what they were shared out by. */
export interface MetricSupply extends MetricLedgers, Omit<Contested, "ledger">, Pick<FairSupply, "solved"> {
  /** By the second reading, where it differs. */
  readonly second?: FairSupply;
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
  const { screening, rests } = METHODS[parameters.supply];
  const touched =
    facilities && earlier && touchedSupply({ ties, duplicates, reach, offers }, rests, facilities, earlier);

  const asked = metrics.map(
    (metric): AskedTwice => ({
      offer: supplyQuestion(metric, input, ties, offers, "offer"),
      wider: supplyQuestion(metric, input, ties, offers, "wider"),
      differ: differsWidely(offers, metric),
    }),
  );
  const earlierOf = (metric: Metric): EarlierMetric | undefined => {
    const old = earlier?.stage.ledgers.find((each) => each.metric === metric);
    const marks = touched?.asked(metric);
    if (old === undefined || earlier === undefined) return undefined;
    const { stage, zones, facilities: rooms } = earlier;
    return { old, since: { ties: stage.ties, zones, facilities: rooms, ...(marks && { touched: marks }) } };
  };
  const ledgers: MetricSupply[] = [];
  for (const [at, questions] of asked.entries()) {
    yield { part: "supply", share: at / asked.length };
    ledgers.push(handedOut(questions, parameters.supply, earlierOf(questions.offer.metric)));
  }

  const given = touched?.given(ledgers);
  const deliveredBy = (zone: number, delivered: ReadonlySet<FacilityId>): BothReadings => {
    const isDelivered = (row: number) => delivered.has(project.facilities[row]?.id ?? "");
    const of = (reading: "offer" | "wider") =>
      ownSupply(
        asked.map((each) => each[reading]),
        zone,
        isDelivered,
        screening,
      );
    return { supply: of("offer"), wider: of("wider") };
  };
  const isEstimated = (zone: number, metric: Metric) => isEstimatedPart(ties, zone, sharedBy(metric));
  return { metrics, ties, offers, ledgers, isEstimated, deliveredBy, ...(given && { touched: given }) };
}

/** A metric as it is asked about under both readings of what counts, and whether these differ. */
interface AskedTwice {
  readonly offer: SupplyQuestion;
  readonly wider: SupplyQuestion;
  readonly differ: boolean;
}

/** What was handed out of a metric before. */
interface EarlierMetric {
  readonly old: MetricSupply;
  readonly since: Omit<EarlierFair, "supply">;
}

/** The ledgers of a metric under both readings; those before where no zone is touched. */
function handedOut(
  { offer, wider, differ }: AskedTwice,
  method: SupplyMethod,
  earlier: EarlierMetric | undefined,
): MetricSupply {
  const { old, since } = earlier ?? {};
  const isTouched = since?.touched?.includes(1) !== false;
  if (old && since?.zones.aligned && since.facilities.aligned && !isTouched) return old;
  const { screening, supply } = METHODS[method];
  const { metric, subject } = offer;
  const hand = (question: SupplyQuestion, before: FairSupply | undefined) =>
    supply(question, { metric, subject, method, screening }, before && since && { ...since, supply: before });
  const first = hand(offer, old);
  const second = differ ? hand(wider, old?.second) : undefined;
  const findings = findingsOf(offer, first, earlier);
  return {
    ...{ metric, ...first, ...contested(offer, first, old && since && { ...old, ...since }) },
    ...(findings && { allocation: findings }),
    ...(second && { wider: second.ledger, second }),
  };
}

/** Nothing where the allocation is over no zone. */
function findingsOf(
  question: SupplyQuestion,
  { ledger, solved }: FairSupply,
  earlier: EarlierMetric | undefined,
): AllocationFindings | undefined {
  if (solved === undefined || solved.careful.problem.zones.length === 0) return undefined;
  return allocationFindings(question, solved, ledger, earlier && earlierFindings(earlier));
}

/** Nothing where rows have other numbers. */
function earlierFindings({ old, since }: EarlierMetric): EarlierFindings | undefined {
  const { allocation: findings, solved } = old;
  const { zones, facilities } = since;
  if (!findings || !solved || !zones.aligned || !facilities.aligned) return undefined;
  return { findings, solved, zones, facilities };
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
