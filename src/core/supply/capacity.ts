import type { UncountedReason } from "../analysis/evidence.ts";
import { compare, type Exact, exact, plus, ZERO } from "../base/decimal.ts";
import type { CountedOnce } from "../model/duplicates.ts";
import {
  areaFor,
  type Facility,
  type FacilityCell,
  type FacilityStatus,
  hasEnded,
} from "../model/facility.ts";
import { type FacilityKind, type Subject, subjectOfKind } from "../model/facility-kind.ts";
import { type MaximumRule, METRICS, type Metric } from "../standards/rule.ts";
import type { CountedFor, CountedKinds, RulePack } from "../standards/rule-pack.ts";
import { storeyFinding } from "../standards/storey-limit.ts";

/** What one facility supplies of one metric, before anybody asks who may use it. */
export type Capacity =
  /** yes: counts. wider: counts under the second reading only. */
  | { readonly counts: "yes"; readonly amount: Exact }
  | { readonly counts: "wider"; readonly amount: Exact; readonly why: "second-reading-only" }
  /** May count, or counts for nobody knows how much; `wider` if under the second reading at most. */
  | {
      readonly counts: "perhaps";
      readonly amount: Exact | undefined;
      readonly why: UncountedReason;
      readonly wider: boolean;
    }
  | { readonly counts: "no"; readonly amount: Exact | undefined; readonly why: UncountedReason };

/**
 * A facility as capacity sees it; one of the project can be given as it is. Without a kind its areas and slots speak for
 * themselves. `unknown` names what is stated as not known, which lets nothing count for sure; `unstated` names what it has of unknown
 * size.
 */
export type Provider = Omit<Facility, "kind"> & {
  readonly kind?: FacilityKind;
  readonly unknown?: readonly ("kind" | "storey" | "registered")[];
  readonly unstated?: readonly Metric[];
};

export interface CapacityChoices {
  /** Reviewing a plan, approved designs count too. */
  readonly stage: "plan_review" | "built";
  /** Statuses that count instead of those of the pack: a scenario. Closed and converted ones never count. */
  readonly countStatuses?: readonly FacilityStatus[];
  readonly duplicates: CountedOnce;
}

/** By metric, by facility row; `undefined` where the facility has nothing to do with the metric. */
export type CapacityTable = Readonly<Record<Metric, readonly (Capacity | undefined)[]>>;

/** What all facilities supply under one pack. Cost: facilities × metrics. */
export function capacityTable(
  facilities: readonly Provider[],
  pack: RulePack,
  choices: CapacityChoices,
): CapacityTable {
  const table = Object.fromEntries(
    METRICS.map((metric) => {
      const rules = rulesOf(pack, metric, choices);
      const column = facilities.map((facility) => capacityOf(facility, metric, rules));
      for (const group of choices.duplicates.groups) countOnce(column, group, facilities);
      for (const group of choices.duplicates.perhaps) countPerhapsOnce(column, group);
      return [metric, column];
    }),
  );
  return table as Record<Metric, (Capacity | undefined)[]>;
}

/** Whom the metric serves: `undefined` for land, which is of the elderly and of children together. */
export function subjectOfMetric(metric: Metric): Subject | undefined {
  switch (metric) {
    case "elderly_building_area":
    case "elderly_land_area":
    case "beds":
      return "elderly";
    case "childcare_building_area":
    case "childcare_slots":
      return "childcare";
    case "community_centre_building_area":
      return "community";
    case "elderly_childcare_land_area":
      return undefined;
  }
}

interface CountingRules {
  readonly countedFor: CountedFor | undefined;
  readonly counted: ReadonlySet<FacilityStatus>;
  readonly never: ReadonlySet<FacilityStatus>;
  readonly storey: readonly MaximumRule[];
  readonly careRooms: boolean;
}

function rulesOf(pack: RulePack, metric: Metric, { stage, countStatuses }: CapacityChoices): CountingRules {
  const { statuses } = pack.countedKinds;
  const subject = subjectOfMetric(metric);
  const careRooms = subject !== "community" && !isLand(metric);
  return {
    countedFor: countedFor(pack.countedKinds, metric),
    counted: new Set(
      countStatuses ?? [...statuses.counted, ...(stage === "plan_review" ? statuses.planReviewAlso : [])],
    ),
    never: new Set(statuses.never),
    storey: careRooms
      ? (pack.rules.filter(
          (rule) => rule.type === "max" && (rule.subject === "both" || rule.subject === subject),
        ) as MaximumRule[])
      : [],
    careRooms,
  };
}

/** Land has no table of its own unless the pack gives one: what counts by its rooms counts by its land. */
function countedFor({ byMetric }: CountedKinds, metric: Metric): CountedFor | undefined {
  if (metric === "elderly_land_area") return byMetric.elderly_land_area ?? byMetric.elderly_building_area;
  if (metric !== "elderly_childcare_land_area") return byMetric[metric];
  const parts = [byMetric.elderly_building_area, byMetric.childcare_building_area].filter(
    (part) => part !== undefined,
  );
  return (
    byMetric.elderly_childcare_land_area ?? {
      counted: parts.flatMap((part) => part.counted),
      secondReading: parts.flatMap((part) => part.secondReading),
      never: parts.flatMap((part) => part.never),
      registered: [],
    }
  );
}

function capacityOf(facility: Provider, metric: Metric, rules: CountingRules): Capacity | undefined {
  const stated = statedAmount(facility, metric);
  const amount = stated === undefined ? undefined : exact(stated);
  const place = placeOfKind(facility, metric, rules.countedFor, stated);
  if (place === undefined) return undefined;
  const no = (why: UncountedReason): Capacity => ({ counts: "no", amount, why });
  if (place === "never") return no("kind-never-counts");
  const { status } = facility;
  if (status !== undefined && (rules.never.has(status) || !rules.counted.has(status)))
    return no("status-not-counted");
  if (rules.careRooms && facility.storey !== undefined && facility.storey < 1) return no("below-ground");
  const storeys = rules.storey.map((rule) => storeyFinding(rule, facility).allowed);
  if (storeys.includes("no")) return no("storey-too-high");
  const registration = registrationOf(facility, rules.countedFor);
  if (registration === "no") return no("not-registered");
  const wider = place === "wider";
  const perhaps = (why: UncountedReason): Capacity => ({ counts: "perhaps", amount, why, wider });
  if (status === undefined) return perhaps("status-unknown");
  if (facility.unknown?.includes("kind")) return perhaps("kind-unknown");
  if (rules.careRooms && facility.unknown?.includes("storey")) return perhaps("storey-unknown");
  if (rules.careRooms && exceedBuilding(facility)) return perhaps("areas-exceed-building");
  if (isUnread(facility, metric, rules)) return perhaps("unreadable");
  if (storeys.includes("unknown")) return perhaps("storey-unknown");
  if (registration === "unknown") return perhaps("registration-unknown");
  if (amount === undefined) return perhaps(isLand(metric) ? "no-land-area-stated" : "no-amount-stated");
  return wider ? { counts: "wider", amount, why: "second-reading-only" } : { counts: "yes", amount };
}

/** Whether a cell that decides the metric was filled in with something nobody can read. */
function isUnread({ unread = [] }: Provider, metric: Metric, { careRooms }: CountingRules): boolean {
  return unread.some((cell) =>
    cell === "storey" ? careRooms : cell === "pooling" || CELLS[metric] === cell,
  );
}

/** Functional areas that add up to more than the whole building: one of the figures is wrong, nobody knows which. */
export function exceedBuilding({ areas, totalArea }: Pick<Facility, "areas" | "totalArea">): boolean {
  if (totalArea === undefined) return false;
  const sum = areas.map(({ area }) => exact(area)).reduce(plus, ZERO);
  return compare(sum, exact(totalArea)) > 0;
}

/** The functional area of the subject, never the whole building. */
function statedAmount(facility: Provider, metric: Metric): number | undefined {
  switch (metric) {
    case "elderly_building_area":
      return areaFor(facility, "elderly");
    case "childcare_building_area":
      return areaFor(facility, "childcare");
    case "community_centre_building_area":
      return areaFor(facility, "community");
    case "childcare_slots":
      return facility.slots;
    case "beds":
      return facility.beds;
    case "elderly_land_area":
    case "elderly_childcare_land_area":
      return facility.landArea;
  }
}

/**
 * How the pack's table takes the kind. A kind it does not list counts, if it states an amount of its own, under the
 * second reading only. `undefined`: the facility has nothing of this metric and is not of its subject.
 */
function placeOfKind(
  { kind, unstated, unread }: Provider,
  metric: Metric,
  table: CountedFor | undefined,
  stated: number | undefined,
): "counted" | "wider" | "never" | undefined {
  const cell = CELLS[metric];
  const has = stated !== undefined || unstated?.includes(metric) === true || unread?.includes(cell) === true;
  if (kind === undefined) return has ? "counted" : undefined;
  if (table?.counted.includes(kind)) return "counted";
  if (table?.secondReading.includes(kind)) return "wider";
  if (!has) return undefined;
  if (table?.never.includes(kind)) return "never";
  const subject = subjectOfMetric(metric);
  const landOfOthers = isLand(metric) && subject !== undefined && subjectOfKind(kind) !== subject;
  return landOfOthers ? undefined : "wider";
}

/**
 * A plan cannot be registered yet; what operates must be, where the pack asks for it. Of what states no kind nobody knows
 * whether it must, so that one said not to be registered, or not known to be, may count at most.
 */
export function registrationOf(
  { kind, status, registered, unknown }: Provider,
  table: CountedFor | undefined,
): "yes" | "no" | "unknown" {
  const asked = kind === undefined ? (table?.registered ?? []).length > 0 : table?.registered.includes(kind);
  if (asked !== true || status === undefined || !OPERATES.has(status)) return "yes";
  if (kind === undefined) return registered === false || unknown?.includes("registered") ? "unknown" : "yes";
  return registered === undefined ? "unknown" : registered ? "yes" : "no";
}

/**
 * Of rows that seem to be one facility only the smallest supply counts. It counts perhaps where one of them does, or is
 * closed or converted: then nobody knows whether the place is open. Where they are said to belong to different zones,
 * each counts perhaps.
 */
function countOnce(
  column: (Capacity | undefined)[],
  group: readonly number[],
  facilities: readonly Provider[],
): void {
  const rows = group.filter((row) => column[row] !== undefined && column[row]?.counts !== "no");
  const stated = rows.filter((row) => column[row]?.amount !== undefined);
  const kept = stated.length > 0 ? stated.reduce((a, b) => (smaller(column[b], column[a]) ? b : a)) : rows[0];
  if (kept === undefined) return;
  const ended = group.some((row) => hasEnded(facilities[row]?.status));
  const unsure = ended || stated.some((row) => column[row]?.counts === "perhaps");
  const wider = rows.some((row) => isWider(column[row]));
  const disputed = new Set(rows.map((row) => ownerOf(facilities[row]))).size > 1;
  for (const row of rows) {
    const { counts, amount, why = "duplicate" } = column[row] as Capacity & { why?: UncountedReason };
    if (row !== kept && !disputed) column[row] = { counts: "no", amount, why: "duplicate" };
    else if (counts === "perhaps") column[row] = { counts, amount, why, wider };
    else if (disputed || unsure) column[row] = { counts: "perhaps", amount, why: "duplicate", wider };
    else if (wider && amount) column[row] = { counts: "wider", amount, why: "second-reading-only" };
  }
}

/** Of rows that are perhaps one facility the smallest supply that counts is sure, and the others count perhaps. */
function countPerhapsOnce(column: (Capacity | undefined)[], group: readonly number[]): void {
  const rows = group.filter((row) => column[row]?.counts === "yes" || column[row]?.counts === "wider");
  const [first] = rows;
  if (first === undefined) return;
  const kept = rows.reduce((a, b) => (smaller(column[b], column[a]) ? b : a), first);
  for (const row of rows) {
    const { counts, amount } = column[row] as Capacity;
    if (row === kept) continue;
    column[row] = { counts: "perhaps", amount, why: "perhaps-duplicate", wider: counts === "wider" };
  }
}

function ownerOf(facility: Provider | undefined): string {
  return JSON.stringify([facility?.zone, facility?.pooling?.zones]);
}

function isWider(capacity: Capacity | undefined): boolean {
  return capacity?.counts === "wider" || (capacity?.counts === "perhaps" && capacity.wider);
}

function smaller(a: Capacity | undefined, b: Capacity | undefined): boolean {
  return a?.amount !== undefined && b?.amount !== undefined && compare(a.amount, b.amount) < 0;
}

function isLand(metric: Metric): boolean {
  return metric === "elderly_land_area" || metric === "elderly_childcare_land_area";
}

/** Where the amount of a metric stands. */
const CELLS: Readonly<Record<Metric, FacilityCell>> = {
  elderly_building_area: "elderlyArea",
  childcare_building_area: "childcareArea",
  community_centre_building_area: "communityArea",
  childcare_slots: "slots",
  beds: "beds",
  elderly_land_area: "landArea",
  elderly_childcare_land_area: "landArea",
};

const OPERATES: ReadonlySet<FacilityStatus> = new Set([
  "built",
  "handed_over_not_operating",
  "built_not_handed_over",
]);
