import type { FacilityId } from "../base/ids.ts";
import { NO_ROW, type RowMap } from "../base/row-map.ts";
import type { Work } from "../base/work.ts";
import type { Territory } from "../deficit/territory.ts";
import { CARE_SUBJECTS, type CareSubject } from "../model/facility-kind.ts";
import type { Project } from "../model/project.ts";
import type { ReachTable } from "../spatial/reach-table.ts";
import type { BothReadings } from "../standards/judge-phases.ts";
import { METRICS, type Metric } from "../standards/rule.ts";
import type { Supplied } from "../standards/supplied.ts";
import { catchment } from "../supply/catchment.ts";
import type { Outside, SupplyQuestion } from "../supply/demand.ts";
import { floating } from "../supply/floating.ts";
import { type HandOut, type Ledger, writeLedger } from "../supply/ledger.ts";
import { onsite, ownOffer } from "../supply/onsite.ts";
import { type Ties, tiesOf } from "../supply/ties.ts";
import { type MetricLedgers, type Supplies, supplied } from "./judge-zones.ts";
import type { Needs } from "./needs.ts";
import { type Offers, offersOf } from "./offers.ts";
import type { Parameters, SupplyMethod } from "./parameters.ts";
import { METRICS_OF_ESTATES, subjectOfMetric } from "./zone-columns.ts";
import { NO_PACK, type ZonePacks } from "./zone-packs.ts";

/** The supply methods, by name. `fair` comes with the fair allocation. */
export const METHODS: Readonly<Record<Exclude<SupplyMethod, "fair">, Method>> = {
  onsite: { screening: false, handOut: onsite, local: true },
  catchment: { screening: true, handOut: catchment, local: true },
  floating: { screening: true, handOut: floating, local: false },
};

interface Method {
  readonly screening: boolean;
  readonly handOut: (question: SupplyQuestion) => HandOut;
  /** What a zone is given depends on its own rooms and links alone, so that other zones keep theirs. */
  readonly local: boolean;
}

/** Everything that was handed out, with what it was handed out from. */
export interface SupplyStage extends Supplies {
  readonly metrics: readonly Metric[];
  readonly ties: Ties;
  /** By row of the packs in use: under review of a plan, and otherwise. */
  readonly offers: readonly { readonly built: Offers; readonly planned: Offers }[];
  readonly duplicates: readonly (readonly number[])[];
  readonly questions: readonly SupplyQuestion[];
}

export interface SupplyInput {
  readonly project: Project;
  readonly packs: ZonePacks;
  readonly reach: Readonly<Record<CareSubject, ReachTable>>;
  readonly territory: Territory;
  readonly parameters: Parameters;
  readonly duplicates: readonly (readonly number[])[];
  readonly needs: Needs;
}

/** The stage before the change, of the same packs, parameters and units. */
export interface EarlierSupply {
  readonly stage: SupplyStage;
  readonly reach: Readonly<Record<CareSubject, ReachTable>>;
  readonly zones: RowMap;
  readonly facilities: RowMap;
}

export function* supplyStage(input: SupplyInput, earlier?: EarlierSupply): Work<SupplyStage> {
  const { project, packs, parameters, duplicates } = input;
  yield { part: "supply", share: 0 };
  const metrics = metricsOf(packs);
  const ties = tiesOf(project.zones, project.facilities);
  const dirty = earlier && dirtyFacilities(duplicates, earlier);
  const choices = {
    duplicates,
    ...(parameters.countStatuses && { countStatuses: parameters.countStatuses }),
  };
  const offers = packs.packs.map(({ pack }, row) => {
    const before = (which: "built" | "planned") => {
      const old = earlier?.stage.offers[row]?.[which];
      return old && earlier && dirty ? { offers: old, facilities: earlier.facilities, dirty } : undefined;
    };
    const built = offersOf(
      project.facilities,
      pack,
      METRICS,
      { ...choices, stage: "built" },
      before("built"),
    );
    const review = project.zones.some((zone, at) => zone.stage === "plan_review" && packs.of[at] === row);
    const old = before("planned");
    return {
      built,
      planned: review
        ? offersOf(
            project.facilities,
            pack,
            METRICS,
            { ...choices, stage: "plan_review" },
            old && old.offers !== earlier?.stage.offers[row]?.built ? old : undefined,
          )
        : built,
    };
  });
  const method = METHODS[parameters.supply === "fair" ? "onsite" : parameters.supply];
  const questions = metrics.map((metric) => questionOf(metric, input, ties, offers, "offer"));
  const widers = metrics.map((metric) => questionOf(metric, input, ties, offers, "wider"));
  const dirtyZones = earlier && dirty && method.local ? zonesTouched(input, ties, dirty, earlier) : undefined;
  const ledgers: MetricLedgers[] = [];
  for (const [at, metric] of metrics.entries()) {
    yield { part: "supply", share: at / metrics.length };
    const head = {
      metric,
      subject: subjectOfMetric(metric),
      method: parameters.supply,
      screening: method.screening,
    };
    const write = (question: SupplyQuestion, old: Ledger | undefined) =>
      writeLedger(
        head,
        project.zones.length,
        method.handOut(question),
        old && dirtyZones && earlier
          ? { ledger: old, zones: earlier.zones, facilities: earlier.facilities, dirty: dirtyZones }
          : undefined,
      );
    const old = earlier?.stage.ledgers.find((each) => each.metric === metric);
    const ledger = write(questions[at] as SupplyQuestion, old?.ledger);
    const differs = offers.some(({ built, planned }) => hasWider(built[metric]) || hasWider(planned[metric]));
    ledgers.push({
      metric,
      ledger,
      ...(differs && { wider: write(widers[at] as SupplyQuestion, old?.wider) }),
    });
  }
  const deliveredBy = (zone: number, delivered: ReadonlySet<FacilityId>): BothReadings => {
    const rows = (ties.byZone[zone] ?? []).filter((row) => delivered.has(project.facilities[row]?.id ?? ""));
    return {
      supply: ownSupply(questions, zone, rows, method.screening),
      wider: ownSupply(widers, zone, rows, method.screening),
    };
  };
  return { metrics, ties, offers, duplicates, questions, ledgers, deliveredBy };
}

/** Metrics that an estate rule of a pack in use speaks of. */
function metricsOf(packs: ZonePacks): readonly Metric[] {
  const asked = new Set<string>();
  for (const { pack } of packs.packs) {
    for (const rule of pack.rules) if (rule.level === "estate") asked.add(rule.metric);
  }
  return METRICS_OF_ESTATES.filter((metric) => asked.has(metric));
}

function questionOf(
  metric: Metric,
  { project, packs, reach, territory, parameters, needs }: SupplyInput,
  ties: Ties,
  offers: SupplyStage["offers"],
  reading: "offer" | "wider",
): SupplyQuestion {
  const { zones, facilities } = project;
  const subject = CARE_SUBJECTS.find((each) => each === subjectOfMetric(metric));
  const asked = packs.packs.map(({ pack }) =>
    pack.rules.some((rule) => rule.level === "estate" && rule.metric === metric),
  );
  const opens = packs.packs.map(({ pack }) =>
    pack.rules.some(
      (rule) =>
        rule.level === "estate" &&
        rule.metric === metric &&
        rule.estateStatus !== "new" &&
        rule.countingBasis === "circle_apportioned" &&
        (rule.type === "ratio_min" || rule.type === "floor"),
    ),
  );
  const communities = territory.zoneUnits[0];
  const communitiesOfFacilities = territory.facilityUnits[0];
  const sameCommunity = (facility: number, zone: number) => {
    const community = communities?.[zone] ?? -1;
    return community >= 0 && community === communitiesOfFacilities?.[facility];
  };
  const outside: Outside | undefined = subject && {
    reach: reach[subject],
    opens: (zone) => zones[zone]?.status === "existing" && opens[packs.of[zone] as number] === true,
    admits: parameters.offsite === "circle-and-community" ? sameCommunity : () => true,
  };
  const tables = offers.map(({ built, planned }) => ({
    built: built[metric] ?? [],
    planned: planned[metric] ?? [],
  }));
  return {
    metric,
    subject: subjectOfMetric(metric),
    zoneCount: zones.length,
    facilityCount: facilities.length,
    ties,
    offer: (facility, zone) => {
      const table = tables[packs.of[zone] as number];
      return (zones[zone]?.stage === "plan_review" ? table?.planned : table?.built)?.[facility]?.[reading];
    },
    known: (zone) =>
      facilities.length > 0 && packs.of[zone] !== NO_PACK && asked[packs.of[zone] as number] === true,
    need: (zone) => needs(zone, metric),
    ...(outside && { outside }),
  };
}

/** New rows whose offer may be another: changed ones, and those of a suspected duplicate now or before. */
function dirtyFacilities(
  duplicates: SupplyStage["duplicates"],
  { stage, facilities }: EarlierSupply,
): readonly number[] {
  const rows = new Set(facilities.came);
  for (const group of duplicates) for (const row of group) rows.add(row);
  for (const group of stage.duplicates) {
    for (const old of group) {
      const row = facilities.after[old] as number;
      if (row !== NO_ROW) rows.add(row);
    }
  }
  return [...rows].sort((a, b) => a - b);
}

/** 1 for every zone that owns, owned, reaches or reached a facility whose offer or place may be another. */
function zonesTouched(
  { project, reach }: SupplyInput,
  ties: Ties,
  dirtyRows: readonly number[],
  { stage, reach: oldReach, zones, facilities }: EarlierSupply,
): Uint8Array {
  const touched = zones.changed.slice();
  const dirty = new Uint8Array(project.facilities.length);
  for (const row of dirtyRows) dirty[row] = 1;
  const gone = new Uint8Array(facilities.after.length);
  for (const row of facilities.left) gone[row] = 1;
  for (let old = 0; old < gone.length; old++) if (dirty[facilities.after[old] as number] === 1) gone[old] = 1;
  ties.byZone.forEach((rows, zone) => {
    if (rows?.some((row) => dirty[row] === 1)) touched[zone] = 1;
  });
  stage.ties.byZone.forEach((rows, old) => {
    const zone = zones.after[old] as number;
    if (zone !== NO_ROW && rows?.some((row) => gone[row] === 1)) touched[zone] = 1;
  });
  for (const [row, pool] of ties.pools) {
    const was = stage.ties.pools.get(facilities.before[row] as number);
    const stays =
      was?.zones.length === pool.zones.length && pool.zones.every((zone) => zones.changed[zone] === 0);
    if (!stays) for (const zone of pool.zones) touched[zone] = 1;
  }
  for (const subject of CARE_SUBJECTS) {
    markLinked(touched, reach[subject], dirty, (zone) => zone);
    markLinked(touched, oldReach[subject], gone, (old) => zones.after[old] as number);
  }
  return touched;
}

function markLinked(
  touched: Uint8Array,
  { starts, facilities }: ReachTable,
  marked: Uint8Array,
  zoneOf: (row: number) => number,
): void {
  for (let row = 0; row + 1 < starts.length; row++) {
    const end = starts[row + 1] as number;
    for (let link = starts[row] as number; link < end; link++) {
      if (marked[facilities[link] as number] === 0) continue;
      const zone = zoneOf(row);
      if (zone !== NO_ROW) touched[zone] = 1;
      break;
    }
  }
}

function hasWider(column: Offers[string] | undefined): boolean {
  return column?.some((each) => each !== undefined && each.offer !== each.wider) ?? false;
}

function ownSupply(
  questions: readonly SupplyQuestion[],
  zone: number,
  rows: readonly number[],
  screening: boolean,
): Partial<Record<Metric, Supplied>> {
  const supply: Partial<Record<Metric, Supplied>> = {};
  for (const question of questions) {
    if (!question.known(zone)) continue;
    const ledger = writeLedger(
      { metric: question.metric, subject: question.subject, method: "onsite", screening },
      1,
      (_, give) => {
        for (const row of rows) {
          const offer = ownOffer(question, row, zone);
          if (offer !== undefined) give(row, offer);
        }
        return true;
      },
    );
    const [amount] = ledger.provided;
    if (amount !== undefined) supply[question.metric] = supplied(amount, ledger.atMost[0], screening);
  }
  return supply;
}
