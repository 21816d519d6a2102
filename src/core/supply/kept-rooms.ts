import { compare, type Exact, largest, minus, plus, ZERO } from "../base/decimal.ts";
import { isSure, type SupplyQuestion } from "./demand.ts";
import { amountAt, counts, type End, needAt } from "./ends.ts";
import { ownOffer } from "./onsite.ts";
import type { Ties } from "./ties.ts";

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

/** What was kept under earlier ties, of the same rows; `touched` is by zone row. */
export interface EarlierKept {
  readonly rooms: KeptRooms;
  readonly ties: Ties;
  readonly touched: Uint8Array;
}

/**
 * What each zone keeps: all rooms of its own; of those it shares only what it lacks, where its need is known. With earlier
 * ones, only zones that are touched are looked at.
 */
export function keptRooms(question: SupplyQuestion, end: End, earlier?: EarlierKept): KeptRooms {
  const byZone = earlier?.rooms.byZone.slice() ?? new Array<KeptRooms["byZone"][number]>(question.zoneCount);
  const left = new Map(earlier?.rooms.left);
  earlier?.touched.forEach((touched, zone) => {
    if (touched === 1) for (const facility of earlier.ties.byZone[zone] ?? NONE) left.delete(facility);
  });
  for (let zone = 0; zone < byZone.length; zone++) {
    if (earlier?.touched[zone] === 0) continue;
    const parts = partsOf(question, end, zone, left);
    byZone[zone] = parts.length > 0 ? parts.sort((a, b) => a.facility - b.facility) : undefined;
  }
  return { byZone, left };
}

/** In any order; `left` is told of what the zone leaves to others. */
function partsOf(
  question: SupplyQuestion,
  end: End,
  zone: number,
  left: Map<number, Exact | undefined>,
): KeptPart[] {
  const { ties } = question;
  const own = ties.byZone[zone] ?? NONE;
  const inside = end === "hopeful" ? (ties.inside[zone] ?? NONE) : NONE;
  if (own.length + inside.length === 0 || !question.known(zone)) return [];
  const parts: KeptPart[] = [];
  const need = needAt(question, zone, end);
  let has: Exact | undefined = ZERO;
  const keep = (facility: number, amount: Exact | undefined) => {
    parts.push({ facility, amount });
    has = has && amount && plus(has, amount);
  };
  for (const facility of own) {
    const offer = ties.sharedOut[facility] === 1 ? undefined : ownOffer(question, facility, zone);
    if (offer !== undefined && counts(offer, end)) keep(facility, amountAt(offer, end));
  }
  for (const facility of own) {
    const offer = ties.sharedOut[facility] === 1 ? ownOffer(question, facility, zone) : undefined;
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
  return parts;
}

/** What is left of rooms, surely: nothing of those of unknown size. */
function beyond(all: Exact | undefined, taken: Exact | undefined): Exact {
  return all === undefined ? ZERO : minus(all, taken ?? all);
}

/** Absent where one of them has no limit. */
export function sumOfParts(parts: readonly KeptPart[]): Exact | undefined {
  let sum: Exact | undefined;
  for (const { amount } of parts) {
    if (amount === undefined) return undefined;
    sum = sum === undefined ? amount : plus(sum, amount);
  }
  return sum ?? ZERO;
}

const NONE: readonly number[] = [];
