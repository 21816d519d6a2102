import { compare, type Exact } from "../base/decimal.ts";
import { isSure, type Offer, type Outside, type SupplyQuestion } from "./demand.ts";
import { amountAt, type End } from "./ends.ts";
import type { KeptRooms } from "./kept-rooms.ts";

/** An open facility as the zones of one standard see it: those for whom it only may count have a copy of it. */
export type Key = number;
const keyOf = (facility: number, sure: boolean): Key => 2 * facility + (sure ? 0 : 1);
export const facilityOf = (key: Key): number => key >> 1;

/** Open rooms that zones reach and may use: links as columns, by zone of the problem, and by key what there is. */
export interface OpenRooms {
  /** zones + 1 */
  readonly starts: Uint32Array;
  readonly keys: Uint32Array;
  readonly metres: Float64Array;
  /** By key: 1 where zones may count on it. */
  readonly held: Uint8Array;
  /** Of those; absent without limit. */
  readonly amounts: readonly (Exact | undefined)[];
}

/** Careful: only those that count for sure for all zones that might use them, since others could take them away. */
export function openRooms(
  question: SupplyQuestion,
  outside: Outside,
  zones: Uint32Array,
  rooms: KeptRooms,
  end: End,
): OpenRooms {
  const { reach } = outside;
  const keyCount = 2 * question.facilityCount;
  const states = new Uint8Array(keyCount);
  const amounts = new Array<Exact | undefined>(keyCount).fill(undefined);
  /** The offer that was looked at last: mostly all zones are made the same. */
  const seen = new Array<Offer | undefined>(keyCount).fill(undefined);
  const starts = new Uint32Array(zones.length + 1);
  const keys = new Uint32Array(reach.facilities.length);
  const metres = new Float64Array(reach.facilities.length);
  let count = 0;
  let inside = NONE;
  const visit = (facility: number, link: number, offer: Offer) => {
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
  };
  for (let at = 0; at < zones.length; at++) {
    const zone = zones[at] as number;
    if (end === "hopeful") inside = question.ties.inside[zone] ?? NONE;
    forEachOpen(question, outside, zone, visit);
    starts[at + 1] = count;
  }
  const held = states.map((state) => (state === HELD ? 1 : 0));
  return { starts, keys: keys.subarray(0, count), metres: metres.subarray(0, count), held, amounts };
}

/** Open rooms that count for the zone, or may, and that it reaches, by ascending facility; none of its own. */
export function forEachOpen(
  { ties, offersTo }: SupplyQuestion,
  { reach, admits }: Outside,
  zone: number,
  visit: (facility: number, link: number, offer: Offer) => void,
): void {
  const end = reach.starts[zone + 1] as number;
  const own = ties.byZone[zone] ?? NONE;
  const offerOf = offersTo(zone);
  for (let link = reach.starts[zone] as number; link < end; link++) {
    const facility = reach.facilities[link] as number;
    if (ties.sharedOut[facility] === 0) continue;
    const offer = offerOf(facility);
    if (offer === undefined || own.includes(facility) || !admits(facility, zone)) continue;
    visit(facility, link, offer);
  }
}

/** Of one facility that two standards count differently: the less where it must be sure, the more where it may be. */
function more(a: Exact | undefined, b: Exact | undefined, end: End): Exact | undefined {
  if (a === undefined || b === undefined) return end === "hopeful" ? undefined : (a ?? b);
  return compare(a, b) < 0 === (end === "careful") ? a : b;
}

const NONE: readonly number[] = [];
const [UNSEEN, HELD, UNSURE] = [0, 1, 2];
