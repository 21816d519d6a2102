import type { Allocation } from "../allocation/allocation-problem.ts";
import type { EarlierAllocation } from "../allocation/earlier-allocation.ts";
import { fairAllocation } from "../allocation/fair-allocation.ts";
import { leastWalk } from "../allocation/least-walk.ts";
import { updateAllocation } from "../allocation/update-allocation.ts";
import { compare, type Exact, largest, sameAmount, times, toNumber, ZERO } from "../base/decimal.ts";
import { NO_ROW, type RowMap, type RowMaps } from "../base/row-map.ts";
import { exactSum } from "./amount.ts";
import { isSure, type Offer, type Outside, type SupplyQuestion } from "./demand.ts";
import {
  type End,
  type FairProblem,
  fairProblem,
  forEachOpen,
  KEEPS_NOTHING,
  type KeptPart,
  type KeptRooms,
  keptRooms,
  sumOf,
  zonesToServe,
} from "./fair-problem.ts";
import { type Ledger, type LedgerHead, ledgerRows, writeLedger } from "./ledger.ts";
import { onsite, ownOffer } from "./onsite.ts";

/** A problem with the allocation that solves it. */
export interface Solved {
  readonly problem: FairProblem;
  readonly rooms: KeptRooms;
  readonly allocation: Allocation;
}

/** What was handed out fairly, and how that was found; that is absent where the allocation is over no zone. */
export interface FairSupply {
  readonly ledger: Ledger;
  readonly solved?: Record<End, Solved>;
}

/** What was handed out before rows changed, under the same standards and choices. */
export interface EarlierFair extends RowMaps {
  readonly supply: FairSupply;
}

/**
 * 均衡分配: a zone's own rooms serve it first; open ones are given to the zones that reach them so that the served
 * shares are as equal as possible from the worst upwards, each m² and slot once. A zone that the allocation is not over
 * has its own rooms. With an earlier one, only what differs is allocated anew; the answer is the same.
 */
export function fair(question: SupplyQuestion, head: LedgerHead, earlier?: EarlierFair): FairSupply {
  const { outside } = question;
  if (outside === undefined) return { ledger: writeLedger(head, question.zoneCount, onsite(question)) };
  const zones = zonesToServe(question, outside);
  const careful = solvedAt("careful");
  const solved = { careful, hopeful: solvedAt("hopeful", careful) };
  const ledger = settled(question, outside, head, solved);
  return { ledger, ...(zones.length > 0 && { solved }) };

  /** `like`: one whose allocation holds where the problem is the same. */
  function solvedAt(end: End, like?: Solved): Solved {
    const rooms = keptRooms(question, end);
    const problem = fairProblem(question, outside as Outside, zones, rooms, end);
    if (like !== undefined && isSame(problem, like.problem)) return { ...like, rooms };
    const before = earlier?.supply.solved?.[end];
    const old = before && earlier && { ...before, ...rowsBefore(problem, before.problem, earlier) };
    const shares = old ? updateAllocation(old, problem) : fairAllocation(problem);
    // Who serves whom is told of the careful one.
    const allocation = end === "careful" ? leastWalk(problem, shares, old) : shares;
    return { problem, rooms, allocation };
  }
}

function isSame(a: FairProblem, b: FairProblem): boolean {
  return (
    equalNumbers(a.starts, b.starts) &&
    equalNumbers(a.facilities, b.facilities) &&
    equalNumbers(a.open, b.open) &&
    equalNumbers(a.unlimited, b.unlimited) &&
    equalAmounts(a.needs, b.needs) &&
    equalAmounts(a.capacities, b.capacities)
  );
}

function equalNumbers(a: Uint32Array | Uint8Array, b: Uint32Array | Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

function equalAmounts(a: readonly Exact[], b: readonly Exact[]): boolean {
  return a.length === b.length && a.every((each, at) => sameAmount(each, b[at]));
}

/** By row of a problem, its row in the one before. */
function rowsBefore(
  problem: FairProblem,
  before: FairProblem,
  maps: RowMaps,
): Pick<EarlierAllocation, "zones" | "facilities"> {
  const zones = placesBefore(problem.zones, before.zones, maps.zones);
  const facilities = new Uint32Array(problem.capacities.length).fill(NO_ROW);
  for (const [at, was] of zones.entries()) {
    const kept = problem.kept[at] as number;
    if (kept === KEEPS_NOTHING || was === NO_ROW) continue;
    const keptBefore = before.kept[was] as number;
    if (keptBefore !== KEEPS_NOTHING) facilities[kept] = keptBefore;
  }
  for (const [at, was] of placesBefore(problem.open, before.open, maps.facilities).entries()) {
    if (was !== NO_ROW) facilities[problem.keptCount + at] = before.keptCount + was;
  }
  return { zones, facilities };
}

/** By place among ascending rows: the place that the same row had among those before, or `NO_ROW`. */
function placesBefore(rows: Uint32Array, before: Uint32Array, map: RowMap): Uint32Array {
  const places = new Uint32Array(rows.length).fill(NO_ROW);
  let past = 0;
  for (let at = 0; at < rows.length; at++) {
    const was = map.before[rows[at] as number] as number;
    if (was === NO_ROW) continue;
    while (past < before.length && (before[past] as number) < was) past++;
    if (before[past] === was) places[at] = past++;
  }
  return places;
}

/** The ledger of the careful allocation, and how much more each zone may have by the hopeful one. */
function settled(
  question: SupplyQuestion,
  outside: Outside,
  head: LedgerHead,
  { careful, hopeful }: Record<End, Solved>,
): Ledger {
  const { zoneCount } = question;
  const rows = ledgerRows(zoneCount + careful.problem.facilities.length);
  const provided = new Array<Exact | undefined>(zoneCount);
  const atMost = new Array<Ledger["atMost"][number]>(zoneCount);
  const { zones } = careful.problem;
  let at = 0;
  for (let zone = 0; zone < zoneCount; zone++) {
    if (!question.known(zone)) continue;
    const kept = careful.rooms.byZone[zone] ?? NO_PARTS;
    const own = sumOf(kept) ?? ZERO;
    const isServed = zones[at] === zone;
    const given = kept.map(({ facility, amount }): Given => [facility, toNumber(amount ?? ZERO)]);
    if (isServed) given.push(...givenOutside(careful, at, own));
    if (kept.length > 0) given.sort(([a], [b]) => a - b);
    for (const [facility, amount] of given) rows.add(zone, facility, amount);
    provided[zone] = own;
    if (isServed) {
      const has = largest(own, servedAt(careful, at));
      provided[zone] = has;
      atMost[zone] = moreThan(has, mostAt(question, outside, hopeful, zone, at));
      at++;
    } else if (outside.opens(zone)) atMost[zone] = "unbounded";
    else if (isUnsure(question, zone)) atMost[zone] = moreThan(own, wholeOwn(question, zone));
  }
  return { ...head, ...rows.columns(), provided, atMost };
}

/** Of a zone of the problem: its share of its need. */
function servedAt({ problem, allocation }: Solved, at: number): Exact {
  const [share, need] = [shareAt(allocation, at), problem.needs[at] as Exact];
  return share.numerator === share.denominator ? need : times(share, need);
}

export function shareAt({ levels, levelOf }: Pick<Allocation, "levels" | "levelOf">, at: number): Exact {
  return levels[levelOf[at] as number] as Exact;
}

/** m² or slots, as shown. */
type Given = [facility: number, amount: number];

/**
 * What a zone of the problem is given of open rooms, by ascending facility. A flow may leave some of its own unused: these
 * come first, and so much less is given of the farthest others.
 */
function givenOutside({ problem, allocation }: Solved, at: number, own: Exact): Given[] {
  const { starts, facilities, keptCount, open, metres } = problem;
  const found: { readonly link: number; amount: number }[] = [];
  let idle = toNumber(own);
  for (let link = starts[at] as number; link < (starts[at + 1] as number); link++) {
    const amount = allocation.amounts[link] as number;
    if ((facilities[link] as number) < keptCount) idle -= amount;
    else if (amount > 0) found.push({ link, amount });
  }
  if (idle > 0) {
    const metresOf = (link: number) => metres?.[link] as number;
    const farthest = found.slice().sort((a, b) => metresOf(b.link) - metresOf(a.link) || b.link - a.link);
    for (const each of farthest) {
      const less = Math.min(idle, each.amount);
      each.amount -= less;
      idle -= less;
    }
  }
  return found.flatMap(({ link, amount }): Given[] =>
    amount > 0 ? [[open[(facilities[link] as number) - keptCount] as number, amount]] : [],
  );
}

type Most = Exact | "unbounded";

function moreThan(has: Exact, most: Most): Most | undefined {
  return most === "unbounded" || compare(most, has) > 0 ? most : undefined;
}

/**
 * What a zone of the problem has at most: of a need that it may not have whole, its hopeful share; else all that it
 * reaches, since a line may ask for more than it needs.
 */
function mostAt(question: SupplyQuestion, outside: Outside, hopeful: Solved, zone: number, at: number): Most {
  const { numerator, denominator } = shareAt(hopeful.allocation, at);
  if (numerator < denominator) return servedAt(hopeful, at);
  const inside = question.ties.inside[zone] ?? NO_ROWS;
  return mostOf((add) => {
    addOwn(question, zone, add);
    forEachOpen(question, outside, zone, (facility, _, offer) => {
      if (!inside.includes(facility)) add(offer);
    });
  });
}

/** All rooms that are a zone's own, or may be, at most. */
function wholeOwn(question: SupplyQuestion, zone: number): Most {
  return mostOf((add) => addOwn(question, zone, add));
}

function addOwn(question: SupplyQuestion, zone: number, add: (offer: Offer) => void): void {
  const { byZone, inside } = question.ties;
  for (const facility of byZone[zone] ?? NO_ROWS) {
    const offer = ownOffer(question, facility, zone);
    if (offer !== undefined) add(offer);
  }
  for (const facility of inside[zone] ?? NO_ROWS) {
    const offer = question.offer(facility, zone);
    if (offer !== undefined) add(offer);
  }
}

function mostOf(addAll: (add: (offer: Offer) => void) => void): Most {
  const sum = exactSum();
  let bounded = true;
  addAll((offer) => {
    const amount = isSure(offer) ? offer : offer.atMost;
    if (amount === undefined) bounded = false;
    else sum.add(amount);
  });
  return bounded ? sum.take() : "unbounded";
}

/** Whether some rooms only may be the zone's own, or only may count. */
function isUnsure(question: SupplyQuestion, zone: number): boolean {
  const { byZone, inside } = question.ties;
  return (
    (inside[zone] ?? []).some((facility) => question.offer(facility, zone) !== undefined) ||
    (byZone[zone] ?? []).some((facility) => {
      const offer = ownOffer(question, facility, zone);
      return offer !== undefined && !isSure(offer);
    })
  );
}

const NO_PARTS: readonly KeptPart[] = [];
const NO_ROWS: readonly number[] = [];
