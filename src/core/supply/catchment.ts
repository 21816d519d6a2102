import { type SupplyQuestion, toldOf } from "./demand.ts";
import type { HandOut } from "./ledger.ts";
import { giveInside, onsite, ownOffer } from "./onsite.ts";

/**
 * 服务半径叠加: beside its own rooms a zone counts every open room it reaches, in full, whoever else counts it too.
 * For screening only.
 */
export function catchment(question: SupplyQuestion): HandOut {
  const { outside, ties } = question;
  if (outside === undefined) return onsite(question);
  const { reach } = outside;
  return (zone, give) => {
    if (!question.known(zone)) return "nothing";
    if (!outside.opens(zone)) return onsite(question)(zone, give);
    const own = ties.byZone[zone] ?? [];
    const inside = ties.inside[zone] ?? [];
    const reached = new Set<number>();
    let next = 0;
    const giveOwnBelow = (row: number) => {
      for (; next < own.length && (own[next] as number) < row; next++) giveOwn(own[next] as number);
    };
    const giveOwn = (facility: number) => {
      const offer = ownOffer(question, facility, zone);
      if (offer !== undefined) give(facility, offer);
    };
    const end = reach.starts[zone + 1] as number;
    for (let link = reach.starts[zone] as number; link < end; link++) {
      const facility = reach.facilities[link] as number;
      giveOwnBelow(facility);
      if (own[next] === facility || ties.open[facility] === 0 || !outside.admits(facility, zone)) continue;
      const offer = question.offer(facility, zone);
      if (offer !== undefined) give(facility, offer);
      if (inside.length > 0) reached.add(facility);
    }
    giveOwnBelow(Number.POSITIVE_INFINITY);
    for (const facility of inside) {
      if (!reached.has(facility)) giveInside(question, facility, zone, give);
    }
    return toldOf(outside, zone);
  };
}
