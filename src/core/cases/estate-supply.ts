import type { UncountedReason } from "../analysis/evidence.ts";
import { compare, type Exact, exact, over, plus, times, ZERO } from "../base/decimal.ts";
import { sortedById } from "../base/order.ts";
import { duplicateGroups } from "../model/duplicates.ts";
import { FACILITY_STATUSES, type FunctionalArea } from "../model/facility.ts";
import { isUnderReview } from "../model/residential-zone.ts";
import type { BothReadings } from "../standards/judge-phases.ts";
import { METRICS, type Metric } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type { Supplied, SupplyByMetric } from "../standards/supplied.ts";
import { type Capacity, type CapacityTable, capacityTable, type Provider } from "../supply/capacity.ts";
import type { CaseEstate, CaseFacility, CaseSettings, CaseSupply, EstateInput } from "./case.ts";

/** A room that gives an estate nothing of a metric, and why. */
export interface Uncounted {
  readonly facility: string;
  readonly metric: Metric;
  readonly why: UncountedReason;
}

/** What the facilities of a case give to the estate asked about. */
export interface EstateSupply {
  /** Of all facilities, or of some. */
  of(facilities?: ReadonlySet<string>): BothReadings;
  readonly uncounted: readonly Uncounted[];
}

/** A supply stated in all; what is `null` or absent is unknown. */
export function statedSupply(supply: CaseSupply): SupplyByMetric {
  const known: Partial<Record<Metric, Supplied>> = {};
  for (const metric of METRICS) {
    const value = supply[metric];
    if (value !== undefined && value !== null) {
      // A part of a slot can only come from sharing out.
      const amount = exact(value);
      known[metric] = {
        amount,
        rooms: { largest: amount },
        ...(Number.isInteger(value) ? {} : { fractional: true }),
      };
    }
  }
  return known;
}

/** Supplies added up. What one of them does not state is unknown from then on, above what the others state. */
export function addedSupply(parts: readonly CaseSupply[]): SupplyByMetric {
  const sums: Partial<Record<Metric, Supplied>> = {};
  for (const metric of METRICS) {
    const values = parts.map((part) => part[metric] ?? undefined);
    const stated = values.filter((value) => value !== undefined);
    if (stated.length === 0) continue;
    const amounts = stated.map(exact);
    const amount = amounts.reduce(plus, ZERO);
    const largest = stated.length < values.length ? undefined : amounts.reduce(larger);
    sums[metric] = {
      amount,
      ...(largest && { rooms: { largest } }),
      ...(stated.length < values.length && { atMost: "unbounded" }),
    };
  }
  return sums;
}

/** Shares out the facilities of a case to the estate asked about, which is one of its estates. */
export function facilitySupply(input: EstateInput, estate: CaseEstate, pack: RulePack): EstateSupply {
  const facilities = sortedById(input.facilities ?? []);
  const providers = facilities.map(providerOf);
  const { status } = estate;
  const stage = input.stage ?? estate.stage;
  const table = capacityTable(providers, pack, {
    stage: isUnderReview(stated({ status, stage })) ? "plan_review" : "built",
    ...(input.settings.countStatuses && { countStatuses: input.settings.countStatuses }),
    duplicates: duplicateGroups(providers),
  });
  const given = facilities.map((facility) => accessOf(facility, estate, input));
  return {
    of: (chosen) => {
      const rows = facilities.flatMap(({ id }, row) => (chosen?.has(id) === false ? [] : [row]));
      const reading = (wider: boolean) => summed(table, rows, given, wider);
      return { supply: reading(false), wider: reading(true) };
    },
    uncounted: METRICS.flatMap((metric) =>
      table[metric].flatMap((capacity, row): Uncounted[] => {
        const access = given[row];
        if (capacity === undefined || access === undefined) return [];
        const why = access.why ?? access.doubt ?? (capacity.counts === "yes" ? undefined : capacity.why);
        return why === undefined ? [] : [{ facility: facilities[row]?.id ?? "", metric, why }];
      }),
    ),
  };
}

/** How much of a facility the estate may count: a part by households (m²) and by residents (slots, beds). */
interface Access {
  readonly why?: UncountedReason;
  /** Absent where the part cannot be told; then it is between nothing and all. */
  readonly byHouseholds?: Exact;
  readonly byResidents?: Exact;
  readonly fractional: boolean;
  readonly screening: boolean;
  /** Households that the part goes by are estimated. */
  readonly estimated?: boolean;
  /** Nobody can tell whether the estate may count it at all. */
  readonly doubt?: UncountedReason;
}

function accessOf(facility: CaseFacility, estate: CaseEstate, input: EstateInput): Access {
  const { pooling, site, shared, reaches } = facility;
  const { settings } = input;
  if (pooling && settings.pooling !== false && isInForce(pooling, input.year)) {
    const { zones } = pooling;
    // Nobody gives away the rooms of an estate that is no party to the agreement.
    if (typeof site === "string" && !zones.includes(site)) {
      return site === estate.id || zones.includes(estate.id)
        ? { ...WHOLE, doubt: "agreement-unclear" }
        : none("belongs-to-other-zone");
    }
    // Rooms outside are not pooled by one estate alone.
    if (site !== estate.id && zones.includes(estate.id) && new Set(zones).size === 1)
      return { ...WHOLE, doubt: "agreement-unclear" };
    return zones.includes(estate.id) ? partOf(estate, zones, input) : none("belongs-to-other-zone");
  }
  if (site === estate.id) return WHOLE;
  if (estate.status === "new") return none("off-site-for-new");
  if (site !== undefined && site !== null && shared !== true) return none("belongs-to-other-zone");
  if (settings.apportion === "none") return none("off-site-by-method");
  if (reaches?.includes(estate.id) !== true) return none("out-of-reach");
  if (settings.apportion === "catchment") return { ...WHOLE, screening: true };
  // The estate it was built for comes first, and only that estate's own case can say what is left.
  if (site !== undefined && site !== null) return { fractional: true, screening: false };
  return partOf(estate, reaches, input);
}

/** Approved by somebody, and dated no later than the year asked about. */
function isInForce({ approvedBy, date }: NonNullable<CaseFacility["pooling"]>, year: number | undefined) {
  const late = date !== undefined && year !== undefined && Number(date.slice(0, 4)) > year;
  return approvedBy.trim() !== "" && !late;
}

function partOf(estate: CaseEstate, ids: readonly string[], { estates }: EstateInput): Access {
  const sharers = [...new Set(ids)].map((id) => estates.find((each) => each.id === id));
  if (sharers.length === 1) return WHOLE;
  const part = (people: (each: CaseEstate) => number | null | undefined): Exact | undefined => {
    const counts = sharers.map((each) => each && people(each));
    if (!counts.every((count) => typeof count === "number" && count > 0)) return undefined;
    const own = people(estate);
    return typeof own === "number"
      ? over(exact(own), (counts as number[]).map(exact).reduce(plus, ZERO))
      : undefined;
  };
  const byHouseholds = part((each) => each.households);
  const residentsStated = sharers.some((each) => typeof each?.residents === "number");
  const byResidents = residentsStated ? part((each) => each.residents) : byHouseholds;
  return {
    ...(byHouseholds && { byHouseholds }),
    ...(byResidents && { byResidents }),
    fractional: true,
    screening: false,
    ...(sharers.some((each) => each?.householdsBasis === "estimated") && { estimated: true }),
  };
}

/** `wider`: under the second reading. */
function summed(
  table: CapacityTable,
  rows: readonly number[],
  given: readonly Access[],
  wider: boolean,
): SupplyByMetric {
  const supply: Partial<Record<Metric, Supplied>> = {};
  for (const metric of METRICS) {
    const column = table[metric];
    const isLand = metric === "elderly_land_area" || metric === "elderly_childcare_land_area";
    if (isLand && rows.every((row) => column[row] === undefined)) continue;
    let amount = ZERO;
    let atMost: Exact | "unbounded" = ZERO;
    const sizes: (Exact | undefined)[] = [];
    let [fractional, screening, estimated] = [false, false, false];
    for (const row of rows) {
      const [capacity, access] = [column[row], given[row]];
      if (capacity === undefined || access === undefined || access.why !== undefined) continue;
      const part =
        metric === "childcare_slots" || metric === "beds" ? access.byResidents : access.byHouseholds;
      const [low, high] = endsOf(capacity, part, wider);
      amount = access.doubt === undefined ? plus(amount, low) : amount;
      atMost = atMost === "unbounded" || high === "unbounded" ? "unbounded" : plus(atMost, high);
      if (high === "unbounded" || high.numerator > 0n) {
        sizes.push(capacity.amount);
        fractional ||= access.fractional;
        screening ||= access.screening;
        // Parts by residents are the same as those by households where nobody states residents.
        estimated ||= access.estimated === true && part === access.byHouseholds;
      }
    }
    const open = atMost === "unbounded" || compare(atMost, amount) > 0;
    supply[metric] = {
      amount,
      rooms: endsOfRooms(sizes),
      ...(open && { atMost }),
      ...(fractional && { fractional }),
      ...(screening && { screening }),
      ...(estimated && { estimated }),
    };
  }
  return supply;
}

/** Without any room the largest is nothing; one of unknown size leaves both ends open. */
function endsOfRooms(sizes: readonly (Exact | undefined)[]): NonNullable<Supplied["rooms"]> {
  const known = sizes.flatMap((size) => size ?? []);
  if (known.length < sizes.length) return {};
  const largest = known.reduce(larger, ZERO);
  return known.length === 0 ? { largest } : { smallest: known.reduce(smaller), largest };
}

function smaller(a: Exact, b: Exact): Exact {
  return compare(b, a) < 0 ? b : a;
}

function larger(a: Exact, b: Exact): Exact {
  return compare(b, a) > 0 ? b : a;
}

/** What surely counts of a capacity, and what may at most. */
function endsOf(
  capacity: Capacity,
  part: Exact | undefined,
  wider: boolean,
): readonly [low: Exact, high: Exact | "unbounded"] {
  if (capacity.counts === "no") return [ZERO, ZERO];
  if (!wider && (capacity.counts === "wider" || (capacity.counts === "perhaps" && capacity.wider)))
    return [ZERO, ZERO];
  if (capacity.amount === undefined) return [ZERO, "unbounded"];
  const share = part === undefined ? capacity.amount : times(capacity.amount, part);
  return [capacity.counts === "perhaps" || part === undefined ? ZERO : share, share];
}

function providerOf(facility: CaseFacility): Provider {
  const areas: FunctionalArea[] = [];
  const unstated: Metric[] = [];
  const room = (subject: FunctionalArea["subject"], metric: Metric, area: number | null | undefined) => {
    if (typeof area === "number") areas.push({ subject, area });
    else if (area === null) unstated.push(metric);
  };
  room("elderly", "elderly_building_area", facility.elderlyAreaM2);
  room("childcare", "childcare_building_area", facility.childcareAreaM2);
  room("community", "community_centre_building_area", facility.communityAreaM2);
  const {
    totalAreaM2: totalArea,
    slots,
    beds,
    landAreaM2,
    kind,
    name,
    lng,
    lat,
    storey,
    denseArea,
    fireCompliant,
  } = facility;
  const { registered, inclusive, id, status, pooling: agreed } = facility;
  const pooling = agreed && { ...agreed, date: agreed.date ?? "" };
  if (slots === null) unstated.push("childcare_slots");
  if (beds === null) unstated.push("beds");
  if (landAreaM2 === null) unstated.push("elderly_land_area", "elderly_childcare_land_area");
  return {
    id,
    status,
    areas,
    unstated,
    unknown: (["kind", "storey", "registered"] as const).filter((fact) => facility[fact] === null),
    ...stated({ kind, name, totalArea, slots, beds, landArea: landAreaM2, storey, denseArea, fireCompliant }),
    ...stated({ registered, inclusive, zone: facility.site, pooling }),
    ...(typeof lng === "number" && typeof lat === "number" && { at: { lng, lat } }),
  };
}

/** The members that are known. */
export function stated<Facts extends object>(
  facts: Facts,
): { [Key in keyof Facts]?: Exclude<Facts[Key], null | undefined> } {
  const known = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(known) as { [Key in keyof Facts]?: Exclude<Facts[Key], null | undefined> };
}

/** Statuses beyond those that count in operation make a scenario. */
export function isScenario({ countStatuses }: CaseSettings, pack: RulePack): boolean {
  if (countStatuses === undefined) return false;
  const { counted } = pack.countedKinds.statuses;
  return FACILITY_STATUSES.some((status) => countStatuses.includes(status) && !counted.includes(status));
}

function none(why: UncountedReason): Access {
  return { why, fractional: false, screening: false };
}

const ONE = exact(1);
const WHOLE: Access = { byHouseholds: ONE, byResidents: ONE, fractional: false, screening: false };
