import type { UncountedReason } from "../analysis/evidence.ts";
import { compare, type Exact, exact, plus, times, ZERO } from "../base/decimal.ts";
import { sortedById } from "../base/order.ts";
import { duplicatesAmong } from "../model/duplicates.ts";
import { FACILITY_STATUSES } from "../model/facility.ts";
import { isUnderReview } from "../model/residential-zone.ts";
import type { BothReadings } from "../standards/judge-phases.ts";
import { METRICS, type Metric } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type { Supplied, SupplyByMetric } from "../standards/supplied.ts";
import { type Capacity, type CapacityTable, capacityTable } from "../supply/capacity.ts";
import type { CaseEstate, CaseSettings, CaseSupply, EstateInput } from "./case.ts";
import { providerOf } from "./case-provider.ts";
import { type Access, accessOf } from "./estate-access.ts";
import { stated } from "./stated.ts";

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
    // A case is told as it is: what is only perhaps one place is two.
    duplicates: { ...duplicatesAmong(providers), perhaps: [] },
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
      const [low, high] = endsOf(capacity, access, part, wider);
      amount = plus(amount, low);
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
  { doubt, partIsSure }: Access,
  part: Exact | undefined,
  wider: boolean,
): readonly [low: Exact, high: Exact | "unbounded"] {
  if (capacity.counts === "no") return [ZERO, ZERO];
  if (!wider && (capacity.counts === "wider" || (capacity.counts === "perhaps" && capacity.wider)))
    return [ZERO, ZERO];
  if (capacity.amount === undefined) return [ZERO, "unbounded"];
  const share = part === undefined ? capacity.amount : times(capacity.amount, part);
  const unsure = capacity.counts === "perhaps" || part === undefined || (doubt !== undefined && !partIsSure);
  return [unsure ? ZERO : share, partIsSure ? capacity.amount : share];
}

/** Statuses beyond those that count in operation make a scenario. */
export function isScenario({ countStatuses }: CaseSettings, pack: RulePack): boolean {
  if (countStatuses === undefined) return false;
  const { counted } = pack.countedKinds.statuses;
  return FACILITY_STATUSES.some((status) => countStatuses.includes(status) && !counted.includes(status));
}
