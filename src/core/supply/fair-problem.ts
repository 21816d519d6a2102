import type { AllocationProblem } from "../allocation/allocation-problem.ts";
import { compare, type Exact, ZERO } from "../base/decimal.ts";
import { NO_ROW } from "../base/row-map.ts";
import { sumOf } from "./amount.ts";
import type { Outside, SupplyQuestion } from "./demand.ts";
import { type End, needAt } from "./ends.ts";
import { type KeptRooms, sumOfParts } from "./kept-rooms.ts";
import { facilityOf, openRooms } from "./open-rooms.ts";

/** An allocation problem, with what its rows stand for. Rooms that zones keep come first, one facility for each zone. */
export interface FairProblem extends AllocationProblem {
  /** By zone of the problem, ascending: row of the project. */
  readonly zones: Uint32Array;
  /** By facility of the problem that is open: row of the project. */
  readonly open: Uint32Array;
  /** By zone of the problem: its facility that is kept for it, or `KEEPS_NOTHING`. */
  readonly kept: Uint32Array;
  readonly keptCount: number;
  /** By facility of the problem: 1 if it has no limit. */
  readonly unlimited: Uint8Array;
}

export const KEEPS_NOTHING = 0xffffffff;

/** A problem of the same rows of the project; `touched` is by zone row. */
export interface EarlierProblem {
  readonly problem: Pick<FairProblem, "zones" | "needs">;
  readonly touched: Uint8Array;
}

/** Existing zones with a place, a standard and a number to fill. With an earlier problem, only touched ones are looked at. */
export function zonesToServe(
  question: SupplyQuestion,
  { opens, reach }: Outside,
  earlier?: EarlierProblem,
): Uint32Array {
  const rows: number[] = [];
  const served = earlier?.problem.zones;
  let past = 0;
  for (let zone = 0; zone < question.zoneCount; zone++) {
    const was = served?.[past] === zone;
    if (was) past++;
    if (earlier?.touched[zone] === 0) {
      if (was) rows.push(zone);
      continue;
    }
    if (!question.known(zone) || !opens(zone) || reach.places[zone] === 0) continue;
    if (question.need(zone) !== undefined) rows.push(zone);
  }
  return Uint32Array.from(rows);
}

/**
 * The problem of the zones to serve: what each keeps, and the open rooms that it reaches and may use. A zone that has
 * enough of its own asks for no others, unless it is to be told what `all` may use. Near linear in links.
 */
export function fairProblem(
  question: SupplyQuestion,
  outside: Outside,
  zones: Uint32Array,
  rooms: KeptRooms,
  end: End,
  earlier?: EarlierProblem,
  links: "wanted" | "all" = "wanted",
): FairProblem {
  const needs = needsOfZones(question, zones, end, earlier);
  const capacities: Exact[] = [];
  const without: number[] = [];
  const hold = (amount: Exact | undefined, most: () => Exact) => {
    if (amount === undefined) without.push(capacities.length);
    return capacities.push(amount ?? most()) - 1;
  };
  const kept = new Uint32Array(zones.length).fill(KEEPS_NOTHING);
  for (let at = 0; at < zones.length; at++) {
    const parts = rooms.byZone[zones[at] as number];
    if (parts !== undefined) kept[at] = hold(sumOfParts(parts), () => needs[at] as Exact);
  }
  const keptCount = capacities.length;

  const found = openRooms(question, outside, zones, rooms, end);
  const placeOf = new Uint32Array(found.held.length).fill(NO_ROW);
  const open: number[] = [];
  let all: Exact | undefined;
  const total = () => {
    all ??= sumOf(needs);
    return all;
  };
  for (let key = 0; key < placeOf.length; key++) {
    if (found.held[key] === 0) continue;
    placeOf[key] = hold(found.amounts[key], total);
    open.push(facilityOf(key));
  }
  const starts = new Uint32Array(zones.length + 1);
  const facilities = new Uint32Array(found.keys.length + keptCount);
  const metres = new Float64Array(facilities.length);
  let count = 0;
  for (let at = 0; at < zones.length; at++) {
    const own = kept[at] as number;
    if (own !== KEEPS_NOTHING) facilities[count++] = own;
    const isFull =
      links === "wanted" &&
      own !== KEEPS_NOTHING &&
      compare(capacities[own] as Exact, needs[at] as Exact) >= 0;
    const linksEnd = isFull ? 0 : (found.starts[at + 1] as number);
    for (let link = found.starts[at] as number; link < linksEnd; link++) {
      const place = placeOf[found.keys[link] as number] as number;
      if (place === NO_ROW) continue;
      metres[count] = found.metres[link] as number;
      facilities[count++] = place;
    }
    starts[at + 1] = count;
  }
  const unlimited = new Uint8Array(capacities.length);
  for (const at of without) unlimited[at] = 1;
  return {
    ...{ needs, capacities, starts, zones, kept, keptCount, unlimited },
    facilities: facilities.slice(0, count),
    metres: metres.slice(0, count),
    open: Uint32Array.from(open),
  };
}

function needsOfZones(
  question: SupplyQuestion,
  zones: Uint32Array,
  end: End,
  earlier: EarlierProblem | undefined,
): Exact[] {
  const needs = new Array<Exact>(zones.length);
  let past = 0;
  for (let at = 0; at < zones.length; at++) {
    const zone = zones[at] as number;
    while ((earlier?.problem.zones[past] as number) < zone) past++;
    const stays = earlier?.touched[zone] === 0;
    needs[at] = stays ? (earlier.problem.needs[past] as Exact) : (needAt(question, zone, end) ?? ZERO);
  }
  return needs;
}
