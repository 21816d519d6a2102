import { compare, type Exact, largest, toNumber, ZERO } from "../base/decimal.ts";
import type { RowMaps } from "../base/row-map.ts";
import { exactSum } from "./amount.ts";
import { isSure, type Offer, type Outside, type SupplyQuestion } from "./demand.ts";
import { rowsBefore } from "./earlier-problem.ts";
import type { End } from "./ends.ts";
import { type KeptPart, sumOfParts } from "./kept-rooms.ts";
import { type Ledger, type LedgerHead, ledgerRows } from "./ledger.ts";
import { ownOffer } from "./onsite.ts";
import { forEachOpen } from "./open-rooms.ts";
import { differingShares, type Solved, servedAt, shareAt } from "./solved.ts";

/** What came of it before, of the same rows of the project. */
export interface EarlierSettled extends RowMaps {
  readonly solved: Record<End, Solved>;
  readonly ledger: Ledger;
  /** By zone row: 1 where something of its own is another, or of what it reaches. */
  readonly touched: Uint8Array;
}

/**
 * The ledger of the careful allocation, and how much more each zone may have by the hopeful one. Of zones that are as they
 * were, and are given what they were, it is taken over.
 */
export function fairLedger(
  question: SupplyQuestion,
  outside: Outside,
  head: LedgerHead,
  { careful, hopeful }: Record<End, Solved>,
  earlier?: EarlierSettled,
): Ledger {
  const { zoneCount } = question;
  const rows = ledgerRows(earlier?.ledger.zones.length ?? zoneCount + careful.problem.facilities.length);
  const provided =
    earlier?.ledger.provided.slice() ?? new Array<Exact | undefined>(zoneCount).fill(undefined);
  const atMost =
    earlier?.ledger.atMost.slice() ?? new Array<Ledger["atMost"][number]>(zoneCount).fill(undefined);
  const { zones } = careful.problem;
  const changed = earlier && changedZones({ careful, hopeful }, earlier);
  let [at, past] = [0, 0];
  for (let zone = 0; zone < zoneCount; zone++) {
    const isServed = zones[at] === zone;
    const place = isServed ? at++ : at;
    if (earlier) {
      const old = earlier.ledger;
      while ((old.zones[past] as number) < zone) past++;
      if (earlier.touched[zone] === 0 && !(isServed && changed?.[place] === 1)) {
        for (; old.zones[past] === zone; past++) {
          rows.add(zone, old.facilities[past] as number, old.amounts[past] as number);
        }
        continue;
      }
    }
    provided[zone] = undefined;
    atMost[zone] = undefined;
    if (!question.known(zone)) continue;
    const kept = careful.rooms.byZone[zone] ?? NO_PARTS;
    const own = sumOfParts(kept) ?? ZERO;
    const given = kept.map(({ facility, amount }): Given => [facility, toNumber(amount ?? ZERO)]);
    if (isServed) given.push(...givenOutside(careful, place, own));
    if (kept.length > 0) given.sort(([a], [b]) => a - b);
    for (const [facility, amount] of given) rows.add(zone, facility, amount);
    provided[zone] = own;
    if (isServed) {
      const has = largest(own, servedAt(careful, place));
      provided[zone] = has;
      atMost[zone] = moreThan(has, mostAt(question, outside, hopeful, zone, place));
    } else if (outside.opens(zone)) atMost[zone] = "unbounded";
    else if (isUnsure(question, zone)) atMost[zone] = moreThan(own, wholeOwn(question, zone));
  }
  return { ...head, ...rows.columns(), provided, atMost };
}

/** By zone of the problems: 1 where its share at one of the ends, or what it is given, is another. */
function changedZones({ careful, hopeful }: Record<End, Solved>, earlier: EarlierSettled): Uint8Array {
  const before = earlier.solved.careful;
  const { zones, facilities } = rowsBefore(careful.problem, before.problem, earlier);
  const changed = differingShares(careful, before, zones);
  differingShares(hopeful, earlier.solved.hopeful, zones).forEach((differs, at) => {
    if (differs === 1) changed[at] = 1;
  });
  const { problem, allocation } = careful;
  for (let at = 0; at < changed.length; at++) {
    if (changed[at] === 1) continue;
    const [from, end] = [problem.starts[at] as number, problem.starts[at + 1] as number];
    const was = zones[at] as number;
    const shift = (before.problem.starts[was] as number) - from;
    let isSame = before.problem.starts[was + 1] === end + shift;
    for (let link = from; isSame && link < end; link++) {
      isSame =
        allocation.amounts[link] === before.allocation.amounts[link + shift] &&
        facilities[problem.facilities[link] as number] === before.problem.facilities[link + shift];
    }
    if (!isSame) changed[at] = 1;
  }
  return changed;
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
