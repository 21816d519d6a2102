import { certificatesOf } from "../../allocation/certificates.ts";
import { fairAllocation } from "../../allocation/fair-allocation.ts";
import { compare, type Exact, exact, minus, plus, toNumber, ZERO } from "../../base/decimal.ts";
import { CLOSED, OPEN } from "../location-problem.ts";
import { type ShareOutOfReach, shareInReach } from "../share-in-reach.ts";
import type { CapacitatedQuestion, CapacitatedTable } from "./capacitated-model.ts";

/** Why what sites hold is not enough, and what would help. */
export type HindranceOfRoom =
  /** Nobody that these reach holds them whole; `customer` is the one that needs most beyond that. */
  | {
      readonly is: "too-large";
      readonly customers: number;
      readonly customer: number;
      readonly need: number;
      readonly holds: number;
    }
  /** All that these reach holds too little for them. */
  | ({ readonly is: "short-of-room"; readonly customers: readonly number[] } & Short)
  /** So many sites hold too little, even the largest; `enough` is the least number that does not. */
  | ({ readonly is: "too-little-room"; readonly enough: number } & Short)
  | ShareOutOfReach
  /** There is room, and yet nobody can be served so. */
  | {
      readonly is: "cannot-fit";
      /** Whether it could be if customers were split; absent where that is not known, or asked for. */
      readonly inParts?: boolean;
      /** So many sites could; absent where that is not known. */
      readonly enough?: number;
    };

interface Short {
  readonly need: number;
  readonly holds: number;
  /** need − holds */
  readonly missing: number;
}

/** What can be told of room without a search. Everybody reaches a site if all have to be served. */
export function hindranceOfRoom(
  table: CapacitatedTable,
  { count, share, isSplit }: CapacitatedQuestion,
): HindranceOfRoom | undefined {
  if (share < 1) {
    const held = mostHeld(table);
    const needed = (customer: number) => (isSplit ? 0 : (table.needs[customer] as number));
    return shareInReach(table.weights, share, (customer) => (held[customer] as number) >= needed(customer));
  }
  return (
    (isSplit ? undefined : tooLarge(table)) ??
    shortOfRoom(table) ??
    (count === undefined ? undefined : tooLittle(table, count))
  );
}

/** By customer: the most that a site holds that it reaches and that may open; below 0 where there is none. */
function mostHeld({ starts, sites, states, capacities }: CapacitatedTable): Float64Array {
  const most = new Float64Array(starts.length - 1).fill(-1);
  for (let customer = 0; customer < most.length; customer++)
    for (const site of sites.subarray(starts[customer], starts[customer + 1]))
      if (states[site] !== CLOSED)
        most[customer] = Math.max(most[customer] as number, capacities[site] as number);
  return most;
}

function tooLarge(table: CapacitatedTable): HindranceOfRoom | undefined {
  const held = mostHeld(table);
  let [customer, most, count] = [0, 0, 0];
  for (const [row, need] of table.needs.entries()) {
    const beyond = need - (held[row] as number);
    if (beyond > 0) count++;
    if (beyond > most) [customer, most] = [row, beyond];
  }
  if (count === 0) return undefined;
  return {
    ...{ is: "too-large", customers: count, customer },
    ...{ need: table.needs[customer] as number, holds: held[customer] as number },
  };
}

/** By the shortage that is largest of those that no sharing out can change. */
function shortOfRoom({
  starts,
  sites,
  states,
  needs,
  capacities,
}: CapacitatedTable): HindranceOfRoom | undefined {
  const ordered = sites.slice();
  for (let customer = 0; customer + 1 < starts.length; customer++)
    ordered.subarray(starts[customer], starts[customer + 1]).sort();
  const problem = {
    needs: Array.from(needs, exact),
    capacities: Array.from(capacities, (held, site) => (states[site] === CLOSED ? ZERO : exact(held))),
    ...{ starts, facilities: ordered },
  };
  const certificates = certificatesOf(problem, fairAllocation(problem)).filter(({ maximal }) => maximal);
  const [first, ...others] = certificates;
  if (first === undefined) return undefined;
  const worst = others.reduce((one, other) => (compare(other.missing, one.missing) > 0 ? other : one), first);
  return { is: "short-of-room", customers: [...worst.zones], ...short(worst.need, worst.capacity) };
}

/** The largest sites that may be open together with those that have to be; all of them hold enough. */
function tooLittle(
  { states, needs, capacities }: CapacitatedTable,
  count: number,
): HindranceOfRoom | undefined {
  const may = [...states.keys()].filter((site) => states[site] !== CLOSED);
  const has = (site: number) => (states[site] === OPEN ? 1 : 0);
  may.sort((a, b) => has(b) - has(a) || (capacities[b] as number) - (capacities[a] as number));
  const all = Array.from(needs, exact).reduce(plus, ZERO);
  let [held, enough] = [ZERO, 0];
  let inCount = ZERO;
  for (const site of may) {
    if (enough >= count && compare(held, all) >= 0) break;
    held = plus(held, exact(capacities[site] as number));
    enough++;
    if (enough === count) inCount = held;
  }
  if (compare(inCount, all) >= 0) return undefined;
  return {
    is: "too-little-room",
    ...short(all, inCount),
    enough,
  };
}

function short(need: Exact, holds: Exact): Short {
  return { need: toNumber(need), holds: toNumber(holds), missing: toNumber(minus(need, holds)) };
}
