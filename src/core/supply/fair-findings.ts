import { type Certificate, certificatesOf } from "../allocation/certificates.ts";
import { missingWithin } from "../allocation/flow-within.ts";
import {
  type AllocatedFacilities,
  type AllocatedZones,
  type AllocationFindings,
  type AllocationTotals,
  NOT_ALLOCATED,
  SERVED_STATES,
  type ServedState,
  SHORTNESS,
  type ShortageCertificate,
} from "../analysis/allocation-findings.ts";
import { compare, type Exact, minus, plus, sameAmount, times, toNumber, ZERO } from "../base/decimal.ts";
import type { SupplyQuestion } from "./demand.ts";
import type { Solved } from "./fair.ts";
import type { End, FairProblem, KeptPart, KeptRooms } from "./fair-problem.ts";
import type { Ledger } from "./ledger.ts";

/** What solved problems say of zones, facilities and shortages, `ledger` being what the careful one gives. */
export function allocationFindings(
  question: SupplyQuestion,
  { careful, hopeful }: Record<End, Solved>,
  ledger: Ledger,
): AllocationFindings {
  const { problem, rooms, allocation } = careful;
  const { metric, subject } = question;
  const keptOf = keptByFacility(rooms, question.facilityCount);
  const seen = new Uint32Array(question.facilityCount);
  const certificates = certificatesOf(problem, allocation).map((each, at) => ({
    ...written(each, problem, rooms, keptOf, { seen, mark: at + 1 }),
    ...(each.maximal && { certain: certainlyMissing(each, problem, hopeful.problem) }),
  }));
  const areas = Uint32Array.from(certificates.keys())
    .filter((at) => certificates[at]?.maximal === true)
    .sort((a, b) => compare(missingAt(certificates, b), missingAt(certificates, a)) || a - b);
  return {
    ...{ metric, subject, levels: allocation.levels },
    zones: zoneColumns(question.zoneCount, careful, certificates, areas),
    facilities: facilityColumns(question.facilityCount, careful, keptOf, ledger),
    ...{ certificates, areas, totals: totalsOf(careful, certificates) },
  };
}

/**
 * What zones of a certificate lack if every doubt is in their favour, and nobody else uses what they reach then. Both problems
 * are over the same zones.
 */
function certainlyMissing(
  { zones, missing }: Certificate,
  careful: FairProblem,
  hopeful: FairProblem,
): Exact {
  if (hopeful === careful || zones.every((zone) => isWithoutDoubt(zone, careful, hopeful))) return missing;
  const { needs, capacities, starts, facilities } = hopeful;
  const reached = new Set<number>();
  let least = ZERO;
  for (const zone of zones) {
    least = plus(least, needs[zone] as Exact);
    for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
      reached.add(facilities[link] as number);
    }
  }
  for (const facility of reached) least = minus(least, capacities[facility] as Exact);
  if (compare(least, missing) === 0) return missing;
  return missingWithin(hopeful, zones, Uint32Array.from(reached).sort());
}

/** Whether a zone needs the same at both ends, and reaches the same rooms. */
function isWithoutDoubt(zone: number, careful: FairProblem, hopeful: FairProblem): boolean {
  const [from, start] = [careful.starts[zone] as number, hopeful.starts[zone] as number];
  const count = (careful.starts[zone + 1] as number) - from;
  if (count !== (hopeful.starts[zone + 1] as number) - start) return false;
  if (!sameAmount(careful.needs[zone], hopeful.needs[zone])) return false;
  for (let at = 0; at < count; at++) {
    const [one, other] = [careful.facilities[from + at] as number, hopeful.facilities[start + at] as number];
    const isSame =
      careful.open[one - careful.keptCount] === hopeful.open[other - hopeful.keptCount] &&
      sameAmount(careful.capacities[one], hopeful.capacities[other]);
    if (!isSame) return false;
  }
  return true;
}

function missingAt(certificates: readonly ShortageCertificate[], at: number): Exact {
  return certificates[at]?.missing ?? ZERO;
}

/** By facility row: what zones keep of it; absent where nobody does. */
type KeptByFacility = readonly (Exact | undefined)[];

function keptByFacility({ byZone }: KeptRooms, facilityCount: number): KeptByFacility {
  const kept = new Array<Exact | undefined>(facilityCount);
  for (const parts of byZone) {
    for (const { facility, amount = ZERO } of parts ?? NO_PARTS) {
      const sum = kept[facility];
      kept[facility] = sum === undefined ? amount : plus(sum, amount);
    }
  }
  return kept;
}

/** Facilities that were met are those that stand under the mark. */
interface Met {
  readonly seen: Uint32Array;
  readonly mark: number;
}

/** In rows of the project. */
function written(
  { zones: rows, facilities, need, capacity, missing, level, maximal }: Certificate,
  problem: FairProblem,
  rooms: KeptRooms,
  keptOf: KeptByFacility,
  { seen, mark }: Met,
): ShortageCertificate {
  const zones = rows.map((at) => problem.zones[at] as number);
  const reached: number[] = [];
  let keptInside = ZERO;
  let kept = ZERO;
  const meet = (facility: number) => {
    if (seen[facility] === mark) return;
    seen[facility] = mark;
    reached.push(facility);
    const amount = keptOf[facility];
    if (amount !== undefined) kept = plus(kept, amount);
  };
  for (const zone of zones) {
    for (const { facility, amount = ZERO } of rooms.byZone[zone] ?? NO_PARTS) {
      meet(facility);
      keptInside = plus(keptInside, amount);
    }
  }
  for (const at of facilities) {
    if (at >= problem.keptCount) meet(problem.open[at - problem.keptCount] as number);
  }
  return {
    ...{ zones, need, capacity, missing, level, maximal },
    facilities: Uint32Array.from(reached).sort(),
    reserved: kept === ZERO ? ZERO : minus(kept, keptInside),
  };
}

function zoneColumns(
  zoneCount: number,
  { problem, allocation }: Solved,
  certificates: readonly ShortageCertificate[],
  areas: Uint32Array,
): AllocatedZones {
  const levelOf = new Uint32Array(zoneCount).fill(NOT_ALLOCATED);
  const needs = new Array<Exact | undefined>(zoneCount);
  const state = new Uint8Array(zoneCount);
  const shortness = new Uint8Array(zoneCount);
  const area = new Uint32Array(zoneCount);
  const { starts, facilities, capacities } = problem;
  problem.zones.forEach((zone, at) => {
    const level = allocation.levelOf[at] as number;
    levelOf[zone] = level;
    needs[zone] = problem.needs[at];
    const [from, to] = [starts[at] as number, starts[at + 1] as number];
    const { numerator, denominator } = allocation.levels[level] as Exact;
    const isShort = numerator < denominator;
    const found: ServedState = !isShort ? "served" : from < to ? "full" : "out-of-reach";
    state[zone] = SERVED_STATES.indexOf(found);
    if (!isShort) return;
    let reached = ZERO;
    for (let link = from; link < to; link++) {
      reached = plus(reached, capacities[facilities[link] as number] as Exact);
    }
    const alone = compare(reached, problem.needs[at] as Exact) < 0;
    shortness[zone] = SHORTNESS.indexOf(alone ? "alone" : "together");
  });
  areas.forEach((certificate, place) => {
    for (const zone of certificates[certificate]?.zones ?? []) area[zone] = place + 1;
  });
  return { levelOf, needs, state, shortness, area };
}

function facilityColumns(
  facilityCount: number,
  { problem }: Solved,
  keptOf: KeptByFacility,
  ledger: Ledger,
): AllocatedFacilities {
  const empty = () => new Float64Array(facilityCount).fill(Number.NaN);
  const [capacity, load, reserved, open, room] = [empty(), empty(), empty(), empty(), empty()];
  const all = new Map<number, Exact>();
  keptOf.forEach((kept, facility) => {
    if (kept === undefined) return;
    all.set(facility, kept);
    reserved[facility] = toNumber(kept);
  });
  problem.open.forEach((facility, at) => {
    const amount = problem.capacities[problem.keptCount + at] as Exact;
    open[facility] = toNumber(amount);
    reserved[facility] ||= 0;
    all.set(facility, plus(all.get(facility) ?? ZERO, amount));
  });
  const given = new Float64Array(facilityCount);
  ledger.facilities.forEach((facility, at) => {
    given[facility] = (given[facility] as number) + (ledger.amounts[at] as number);
  });
  for (const [facility, amount] of all) {
    capacity[facility] = toNumber(amount);
    load[facility] = given[facility] as number;
    const rest = (capacity[facility] as number) - (load[facility] as number);
    // What is left of adding shown numbers up is no room.
    const isRoom = rest > (capacity[facility] as number) * NOISE;
    if (!Number.isNaN(open[facility])) room[facility] = isRoom ? rest : 0;
  }
  return { capacity, load, reserved, open, room };
}

function totalsOf(
  { problem, allocation }: Solved,
  certificates: readonly ShortageCertificate[],
): AllocationTotals {
  let need = ZERO;
  let served = ZERO;
  const byLevel = new Array<Exact>(allocation.levels.length).fill(ZERO);
  problem.needs.forEach((each, at) => {
    const level = allocation.levelOf[at] as number;
    byLevel[level] = plus(byLevel[level] as Exact, each);
  });
  byLevel.forEach((sum, level) => {
    need = plus(need, sum);
    served = plus(served, times(sum, allocation.levels[level] as Exact));
  });
  const certain = certificates.reduce((sum, each) => plus(sum, each.certain ?? ZERO), ZERO);
  return { zones: problem.zones.length, need, served, missing: minus(need, served), certain };
}

const NOISE = 1e-9;
const NO_PARTS: readonly KeptPart[] = [];
