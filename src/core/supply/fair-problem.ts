import type { AllocationProblem } from "../allocation/allocation-problem.ts";
import { compare, type Exact, largest, minus, plus, ZERO } from "../base/decimal.ts";
import { isSure, type Offer, type Outside, type SupplyQuestion } from "./demand.ts";
import { ownOffer } from "./onsite.ts";

/**
 * Which of two problems is made of what nobody knows. Careful: people at the high end of their band, and only what surely
 * counts. Hopeful: the low end, and everything that may count at most. What more or less capacity or need there is in
 * truth, no share is below the careful one nor above the hopeful one: none falls where capacity is added, need is taken
 * away, or zones are given copies of a facility to themselves.
 */
export type End = "careful" | "hopeful";

/** Rooms that a zone keeps for itself, before others who reach them are served. */
export interface KeptPart {
  readonly facility: number;
  /** Absent: of unknown size, so without limit. */
  readonly amount: Exact | undefined;
}

/** What zones keep of rooms of their own, and what of those they leave to others. */
export interface KeptRooms {
  /** By zone row, by ascending facility; absent where there is nothing, or nothing is known of the zone. */
  readonly byZone: readonly (readonly KeptPart[] | undefined)[];
  /** By facility row, for shared rooms of a zone: what is left open; absent where that has no limit. */
  readonly left: ReadonlyMap<number, Exact | undefined>;
}

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

/** What each zone keeps: all rooms of its own; of those it shares only what it lacks, where its need is known. */
export function keptRooms(question: SupplyQuestion, end: End): KeptRooms {
  const { ties, zoneCount } = question;
  const byZone = new Array<readonly KeptPart[] | undefined>(zoneCount);
  const left = new Map<number, Exact | undefined>();
  for (let zone = 0; zone < zoneCount; zone++) {
    const own = ties.byZone[zone] ?? NONE;
    const inside = end === "hopeful" ? (ties.inside[zone] ?? NONE) : NONE;
    if (own.length + inside.length === 0 || !question.known(zone)) continue;
    const need = needAt(question, zone, end);
    let has: Exact | undefined = ZERO;
    const parts: KeptPart[] = [];
    const keep = (facility: number, amount: Exact | undefined) => {
      parts.push({ facility, amount });
      has = has && amount && plus(has, amount);
    };
    const isShared = (facility: number) => ties.open[facility] === 1 && !ties.pools.has(facility);
    for (const facility of own) {
      const offer = isShared(facility) ? undefined : ownOffer(question, facility, zone);
      if (offer !== undefined && counts(offer, end)) keep(facility, amountAt(offer, end));
    }
    for (const facility of own) {
      const offer = isShared(facility) ? ownOffer(question, facility, zone) : undefined;
      if (offer === undefined) continue;
      const all = isSure(offer) ? offer.exact : offer.atMost?.exact;
      const lack = need && (has === undefined ? ZERO : largest(minus(need, has), ZERO));
      const taken = lack === undefined || (all && compare(all, lack) < 0) ? all : lack;
      if (counts(offer, end)) keep(facility, taken);
      const mayTakeNone = !isSure(offer) || need === undefined;
      left.set(facility, end === "hopeful" && mayTakeNone ? all : beyond(all, taken));
    }
    for (const facility of inside) {
      const offer = question.offer(facility, zone);
      if (offer !== undefined) keep(facility, amountAt(offer, end));
    }
    if (parts.length > 0) byZone[zone] = parts.sort((a, b) => a.facility - b.facility);
  }
  return { byZone, left };
}

/** Existing zones with a place, a standard and a number to fill. */
export function zonesToServe(question: SupplyQuestion, { opens, reach }: Outside): Uint32Array {
  const rows: number[] = [];
  for (let zone = 0; zone < question.zoneCount; zone++) {
    if (!question.known(zone) || !opens(zone) || reach.places[zone] === 0) continue;
    if (question.need(zone) !== undefined) rows.push(zone);
  }
  return Uint32Array.from(rows);
}

/**
 * The problem of the zones to serve: what each keeps, and the open rooms that it reaches and may use. A zone that has
 * enough of its own asks for no others. Near linear in links.
 */
export function fairProblem(
  question: SupplyQuestion,
  outside: Outside,
  zones: Uint32Array,
  rooms: KeptRooms,
  end: End,
): FairProblem {
  const needs = Array.from(zones, (zone) => needAt(question, zone, end) ?? ZERO);
  const capacities: Exact[] = [];
  const without: number[] = [];
  const hold = (amount: Exact | undefined, most: () => Exact) => {
    if (amount === undefined) without.push(capacities.length);
    return capacities.push(amount ?? most()) - 1;
  };
  const kept = new Uint32Array(zones.length).fill(KEEPS_NOTHING);
  zones.forEach((zone, at) => {
    const parts = rooms.byZone[zone];
    if (parts !== undefined) kept[at] = hold(sumOf(parts), () => needs[at] as Exact);
  });
  const keptCount = capacities.length;

  const found = openRooms(question, outside, zones, rooms, end);
  const placeOf = new Uint32Array(2 * question.facilityCount).fill(NOWHERE);
  const open: number[] = [];
  let all: Exact | undefined;
  const total = () => {
    all ??= needs.reduce(plus, ZERO);
    return all;
  };
  for (let key = 0; key < placeOf.length; key++) {
    if (found.states[key] !== HELD) continue;
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
    const isFull = own !== KEEPS_NOTHING && compare(capacities[own] as Exact, needs[at] as Exact) >= 0;
    const linksEnd = isFull ? 0 : (found.starts[at + 1] as number);
    for (let link = found.starts[at] as number; link < linksEnd; link++) {
      const place = placeOf[found.keys[link] as number] as number;
      if (place === NOWHERE) continue;
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

/** An open facility as the zones of one standard see it: those for whom it only may count have a copy of it. */
type Key = number;
const keyOf = (facility: number, sure: boolean): Key => 2 * facility + (sure ? 0 : 1);
const facilityOf = (key: Key): number => key >> 1;

/** Open rooms that zones reach and may use: links as columns, by zone of the problem, and by key what there is. */
interface OpenRooms {
  /** zones + 1 */
  readonly starts: Uint32Array;
  readonly keys: Uint32Array;
  readonly metres: Float64Array;
  /** `HELD` where zones may count on it. */
  readonly states: Uint8Array;
  /** Of those; absent without limit. */
  readonly amounts: readonly (Exact | undefined)[];
}

/** Careful: only those that count for sure for all zones that might use them, since others could take them away. */
function openRooms(
  question: SupplyQuestion,
  outside: Outside,
  zones: Uint32Array,
  rooms: KeptRooms,
  end: End,
): OpenRooms {
  const { reach } = outside;
  const keyCount = 2 * question.facilityCount;
  const states = new Uint8Array(keyCount);
  const amounts = new Array<Exact | undefined>(keyCount);
  /** The offer that was looked at last: mostly all zones are made the same. */
  const seen = new Array<Offer | undefined>(keyCount);
  const starts = new Uint32Array(zones.length + 1);
  const keys = new Uint32Array(reach.facilities.length);
  const metres = new Float64Array(reach.facilities.length);
  let count = 0;
  for (let at = 0; at < zones.length; at++) {
    const zone = zones[at] as number;
    const inside = end === "hopeful" ? (question.ties.inside[zone] ?? NONE) : NONE;
    forEachOpen(question, outside, zone, (facility, link, offer) => {
      if (inside.includes(facility)) return;
      const key = keyOf(facility, end === "careful" || isSure(offer));
      keys[count] = key;
      metres[count++] = reach.metres[link] as number;
      if (seen[key] === offer) return;
      seen[key] = offer;
      const amount = rooms.left.has(facility) ? rooms.left.get(facility) : amountAt(offer, end);
      amounts[key] = states[key] === UNSEEN ? amount : more(amounts[key], amount, end);
      if (end === "careful" && !isSure(offer)) states[key] = UNSURE;
      else if (states[key] === UNSEEN) states[key] = HELD;
    });
    starts[at + 1] = count;
  }
  return { starts, keys: keys.subarray(0, count), metres: metres.subarray(0, count), states, amounts };
}

/** Open rooms that count for the zone, or may, and that it reaches, by ascending facility; none of its own. */
export function forEachOpen(
  question: SupplyQuestion,
  { reach, admits }: Outside,
  zone: number,
  visit: (facility: number, link: number, offer: Offer) => void,
): void {
  const end = reach.starts[zone + 1] as number;
  const own = question.ties.byZone[zone] ?? NONE;
  for (let link = reach.starts[zone] as number; link < end; link++) {
    const facility = reach.facilities[link] as number;
    if (question.ties.open[facility] === 0 || question.ties.pools.has(facility)) continue;
    if (own.includes(facility)) continue;
    const offer = admits(facility, zone) ? question.offer(facility, zone) : undefined;
    if (offer !== undefined) visit(facility, link, offer);
  }
}

/** Of one facility that two standards count differently: the less where it must be sure, the more where it may be. */
function more(a: Exact | undefined, b: Exact | undefined, end: End): Exact | undefined {
  if (a === undefined || b === undefined) return end === "hopeful" ? undefined : (a ?? b);
  return compare(a, b) < 0 === (end === "careful") ? a : b;
}

function needAt({ need, least }: SupplyQuestion, zone: number, end: End): Exact | undefined {
  return end === "careful" ? need(zone) : least(zone);
}

function counts(offer: Offer, end: End): boolean {
  return end === "hopeful" || isSure(offer) || offer.atLeast !== undefined;
}

/** Of what counts. */
function amountAt(offer: Offer, end: End): Exact | undefined {
  if (isSure(offer)) return offer.exact;
  return end === "careful" ? (offer.atLeast?.exact ?? ZERO) : offer.atMost?.exact;
}

/** What is left of rooms, surely: nothing of those of unknown size. */
function beyond(all: Exact | undefined, taken: Exact | undefined): Exact {
  return all === undefined ? ZERO : minus(all, taken ?? all);
}

/** Absent where one of them has no limit. */
export function sumOf(parts: readonly KeptPart[]): Exact | undefined {
  let sum: Exact | undefined = ZERO;
  for (const { amount } of parts) sum = sum && amount && plus(sum, amount);
  return sum;
}

const NONE: readonly number[] = [];
const NOWHERE = 0xffffffff;
const [UNSEEN, HELD, UNSURE] = [0, 1, 2];
