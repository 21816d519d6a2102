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
    if (!question.known(zone)) continue;
    const need = needAt(question, zone, end);
    let has: Exact | undefined = ZERO;
    const parts: KeptPart[] = [];
    const keep = (facility: number, amount: Exact | undefined) => {
      parts.push({ facility, amount });
      has = has && amount && plus(has, amount);
    };
    const own = ties.byZone[zone] ?? NONE;
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
    if (end === "hopeful") {
      for (const facility of ties.inside[zone] ?? NONE) {
        const offer = question.offer(facility, zone);
        if (offer !== undefined) keep(facility, amountAt(offer, end));
      }
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
 * enough of its own asks for no others.
 */
export function fairProblem(
  question: SupplyQuestion,
  outside: Outside,
  zones: Uint32Array,
  rooms: KeptRooms,
  end: End,
): FairProblem {
  const needs = Array.from(zones, (zone) => needAt(question, zone, end) ?? ZERO);
  const total = needs.reduce(plus, ZERO);
  const capacities: Exact[] = [];
  const without: number[] = [];
  const hold = (amount: Exact | undefined, most: Exact) => {
    if (amount === undefined) without.push(capacities.length);
    return capacities.push(amount ?? most) - 1;
  };
  const kept = new Uint32Array(zones.length).fill(KEEPS_NOTHING);
  zones.forEach((zone, at) => {
    const parts = rooms.byZone[zone];
    if (parts !== undefined) kept[at] = hold(sumOf(parts), needs[at] as Exact);
  });
  const keptCount = capacities.length;

  const found = openOffers(question, outside, zones, rooms, end);
  const open = [...found.amounts.keys()].sort((a, b) => a - b);
  const placeOf = new Map(open.map((key) => [key, hold(found.amounts.get(key), total)]));
  const starts = new Uint32Array(zones.length + 1);
  const facilities: number[] = [];
  const metres: number[] = [];
  zones.forEach((_, at) => {
    const own = kept[at] as number;
    if (own !== KEEPS_NOTHING) {
      facilities.push(own);
      metres.push(0);
    }
    const isFull = own !== KEEPS_NOTHING && compare(capacities[own] as Exact, needs[at] as Exact) >= 0;
    for (const link of isFull ? NO_LINKS : (found.links[at] ?? NO_LINKS)) {
      const place = placeOf.get(link.key);
      if (place === undefined) continue;
      facilities.push(place);
      metres.push(link.metres);
    }
    starts[at + 1] = facilities.length;
  });
  const unlimited = new Uint8Array(capacities.length);
  for (const at of without) unlimited[at] = 1;
  return {
    needs,
    capacities,
    starts,
    facilities: Uint32Array.from(facilities),
    metres: Float64Array.from(metres),
    zones,
    open: Uint32Array.from(open, facilityOf),
    kept,
    keptCount,
    unlimited,
  };
}

/** An open facility as the zones of one standard see it: those for whom it only may count have a copy of it. */
type Key = number;
const keyOf = (facility: number, sure: boolean): Key => 2 * facility + (sure ? 0 : 1);
const facilityOf = (key: Key): number => key >> 1;

interface OpenLink {
  readonly key: Key;
  readonly metres: number;
}

/**
 * Open rooms that zones reach and may use, with what they hold. Careful: only those that count for sure for all zones
 * that might use them, since others could take them away.
 */
function openOffers(
  question: SupplyQuestion,
  outside: Outside,
  zones: Uint32Array,
  rooms: KeptRooms,
  end: End,
): { readonly amounts: Map<Key, Exact | undefined>; readonly links: readonly (readonly OpenLink[])[] } {
  const amounts = new Map<Key, Exact | undefined>();
  const unsure = new Set<Key>();
  const links = Array.from(zones, (zone): OpenLink[] => {
    const inside = end === "hopeful" ? (question.ties.inside[zone] ?? NONE) : NONE;
    const ofZone: OpenLink[] = [];
    forEachOpen(question, outside, zone, (facility, link, offer) => {
      if (inside.includes(facility)) return;
      const key = keyOf(facility, end === "careful" || isSure(offer));
      ofZone.push({ key, metres: outside.reach.metres[link] as number });
      if (!isSure(offer)) unsure.add(key);
      const amount = rooms.left.has(facility) ? rooms.left.get(facility) : amountAt(offer, end);
      amounts.set(key, amounts.has(key) ? more(amounts.get(key), amount, end) : amount);
    });
    return ofZone;
  });
  if (end === "careful") for (const key of unsure) amounts.delete(key);
  return { amounts, links };
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
const NO_LINKS: readonly OpenLink[] = [];
