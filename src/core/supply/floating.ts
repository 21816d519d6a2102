import { toNumber } from "../base/decimal.ts";
import { partOf } from "../spatial/reach-table.ts";
import { type Amount, amountOfMillionths } from "./amount.ts";
import { isSure, type Offer, type Outside, type SupplyQuestion, toldOf } from "./demand.ts";
import type { HandOut } from "./ledger.ts";
import { giveInside, onsite, ownOffer } from "./onsite.ts";

/**
 * 可达共享, after the two-step floating catchment area (2SFCA): a zone's own rooms serve it first; what is left open is
 * shared over all the lack that reaches it, in proportion to that lack and to the part of the zone that reaches it; a
 * zone's shares are summed. Parts are rounded to millionths, so the method is for screening only.
 */
export function floating(question: SupplyQuestion): HandOut {
  const { outside } = question;
  if (outside === undefined) return onsite(question);
  const { ownTaken, lack, left } = serveOwn(question, outside);
  const rate = ratesOf(question, outside, lack, left);
  const { reach } = outside;
  return (zone, give) => {
    if (!question.known(zone)) return "nothing";
    const given = new Map<number, Offer>(ownTaken[zone] ?? []);
    forEachShared(question, outside, zone, (facility, link) => {
      if (given.has(facility)) return;
      const offer = question.offer(facility, zone);
      if (offer !== undefined && !isSure(offer)) given.set(facility, offer);
      const share = (rate[facility] as number) * (lack[zone] as number) * partOf(reach, zone, link);
      if (share > 0) given.set(facility, millionthsOf(share));
    });
    for (const [facility, offer] of [...given].sort((a, b) => a[0] - b[0])) give(facility, offer);
    for (const facility of question.ties.inside[zone] ?? []) {
      const offer = given.get(facility);
      if (offer === undefined || isSure(offer)) giveInside(question, facility, zone, give, offer);
    }
    return toldOf(outside, zone);
  };
}

type OwnTaken = readonly (readonly (readonly [facility: number, offer: Offer])[] | undefined)[];

/** What each zone takes of its own rooms, what it still lacks, and what each facility has left for others. */
function serveOwn(question: SupplyQuestion, outside: Outside) {
  const ownTaken = new Array<[number, Offer][] | undefined>(question.zoneCount);
  const lack = new Float64Array(question.zoneCount);
  const left = new Float64Array(question.facilityCount).fill(Number.NaN);
  for (let zone = 0; zone < question.zoneCount; zone++) {
    if (!question.known(zone)) continue;
    const need = question.need(zone);
    let open = need === undefined ? Number.POSITIVE_INFINITY : toNumber(need);
    const taken: [number, Offer][] = [];
    for (const shared of [false, true]) {
      for (const facility of question.ties.byZone[zone] ?? []) {
        const isShared = question.ties.sharedOut[facility] === 1;
        if (isShared !== shared) continue;
        const offer = ownOffer(question, facility, zone);
        if (offer === undefined) continue;
        if (!isSure(offer)) {
          taken.push([facility, offer]);
          continue;
        }
        const amount = shared && offer.shown > open ? millionthsOf(open) : offer;
        taken.push([facility, amount]);
        open = Math.max(0, open - amount.shown);
        left[facility] = Math.max(0, offer.shown - amount.shown);
      }
    }
    if (taken.length > 0) ownTaken[zone] = taken;
    lack[zone] = need !== undefined && outside.opens(zone) ? open : 0;
  }
  return { ownTaken: ownTaken as OwnTaken, lack, left };
}

/** m² or slots handed out per unit of lack, by facility. */
function ratesOf(
  question: SupplyQuestion,
  outside: Outside,
  lack: Float64Array,
  left: Float64Array,
): Float64Array {
  const asked = new Float64Array(question.facilityCount);
  const rate = new Float64Array(question.facilityCount);
  for (let zone = 0; zone < question.zoneCount; zone++) {
    if (lack[zone] === 0) continue;
    forEachShared(question, outside, zone, (facility, link) => {
      const offer = question.offer(facility, zone);
      if (offer === undefined || !isSure(offer)) return;
      if (Number.isNaN(left[facility])) left[facility] = offer.shown;
      asked[facility] =
        (asked[facility] as number) + (lack[zone] as number) * partOf(outside.reach, zone, link);
    });
  }
  for (let facility = 0; facility < rate.length; facility++) {
    const demand = asked[facility] as number;
    if (demand > 0) rate[facility] = (left[facility] as number) / demand;
  }
  return rate;
}

/** Open rooms that count for the zone and that it reaches. */
function forEachShared(
  question: SupplyQuestion,
  outside: Outside,
  zone: number,
  visit: (facility: number, link: number) => void,
): void {
  if (!outside.opens(zone)) return;
  const end = outside.reach.starts[zone + 1] as number;
  for (let link = outside.reach.starts[zone] as number; link < end; link++) {
    const facility = outside.reach.facilities[link] as number;
    if (question.ties.sharedOut[facility] === 0) continue;
    if (outside.admits(facility, zone) && question.offer(facility, zone) !== undefined) visit(facility, link);
  }
}

function millionthsOf(value: number): Amount {
  return amountOfMillionths(Math.round(value * 1e6));
}
