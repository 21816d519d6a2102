import type { AllocatedFacilities } from "../analysis/allocation-findings.ts";
import { type Exact, plus, toNumber, ZERO } from "../base/decimal.ts";
import type { KeptPart, KeptRooms } from "./kept-rooms.ts";
import type { Ledger } from "./ledger.ts";
import type { Solved } from "./solved.ts";

/** By facility row: what zones keep of it; absent where nobody does. */
export type KeptByFacility = readonly (Exact | undefined)[];

export function keptByFacility({ byZone }: KeptRooms, facilityCount: number): KeptByFacility {
  const kept = new Array<Exact | undefined>(facilityCount);
  for (const parts of byZone) {
    for (const { facility, amount = ZERO } of parts ?? NO_PARTS) {
      const sum = kept[facility];
      kept[facility] = sum === undefined ? amount : plus(sum, amount);
    }
  }
  return kept;
}

/** What facilities hold by a solved problem, and give by its ledger. */
export function allocatedFacilities(
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

const NOISE = 1e-9;
const NO_PARTS: readonly KeptPart[] = [];
