import { minus, times } from "../base/decimal.ts";
import type { Metric } from "../standards/rule.ts";
import { type Amount, amountOf } from "./amount.ts";
import { isSure, type Offer, type SupplyQuestion } from "./demand.ts";
import type { Give, HandOut } from "./ledger.ts";
import { poolShare } from "./ties.ts";

/**
 * 自有配建: a zone has the rooms built for it, and its part of those pooled with it by agreement. Rooms in it that nobody
 * says whose they are it perhaps has. Nothing else.
 */
export function onsite(question: SupplyQuestion): HandOut {
  return (zone, give) => {
    if (!question.known(zone)) return "nothing";
    for (const facility of question.ties.byZone[zone] ?? []) {
      const offer = ownOffer(question, facility, zone);
      if (offer !== undefined) give(facility, offer);
    }
    for (const facility of question.ties.inside[zone] ?? []) giveInside(question, facility, zone, give);
    return "all";
  };
}

/** What a zone perhaps has of rooms in it that nobody says whose they are, beside what it is `given` of them anyway. */
export function giveInside(
  question: SupplyQuestion,
  facility: number,
  zone: number,
  give: Give,
  given?: Amount,
): void {
  const offer = question.offer(facility, zone);
  if (offer === undefined) return;
  if (!isSure(offer)) {
    give(facility, offer);
    return;
  }
  const rest = given === undefined ? offer : amountOf(minus(offer.exact, given.exact));
  if (rest.shown > 0) give(facility, { atMost: rest });
}

/**
 * What a zone has of rooms that belong to it: all of its own, its part of pooled ones. Where the agreement is incomplete,
 * the zone they were built for has at least its part and at most all, another at most its part.
 */
export function ownOffer(question: SupplyQuestion, facility: number, zone: number): Offer | undefined {
  const offer = claimed(question, facility, zone);
  const pool = question.ties.pools.get(facility);
  if (pool === undefined || offer === undefined) return offer;
  const share = poolShare(pool, zone, sharedBy(question.metric));
  const all = isSure(offer) ? offer : offer.atMost;
  if (all === undefined || share === undefined) return { atMost: all };
  const part = amountOf(times(all.exact, share));
  if (!pool.incomplete) return isSure(offer) ? part : { atMost: part };
  if (pool.host !== zone) return { atMost: part };
  return isSure(offer) ? { atMost: all, atLeast: part } : { atMost: all };
}

/** Whose number pooled rooms are shared out by. */
export function sharedBy(metric: Metric): "households" | "residents" {
  return metric === "childcare_slots" || metric === "beds" ? "residents" : "households";
}

/** Rooms that lie far from the zone perhaps are not its own. */
function claimed({ offer, ties }: SupplyQuestion, facility: number, zone: number): Offer | undefined {
  const found = offer(facility, zone);
  return found !== undefined && isSure(found) && ties.far[facility] === 1 ? { atMost: found } : found;
}
