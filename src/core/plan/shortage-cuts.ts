import type { Cut } from "../siting/choice-programme.ts";
import type { Shortfall, WholeMetric } from "./whole-plan.ts";

/**
 * What a shortfall asks of a plan (max-flow = min-cut): the zones need more than all facilities that they reach hold without
 * any action, so that what the chosen actions add to those, and what stays missing if it may, is at least the difference. An
 * action that gives more than that counts as all of it: one of them is enough. The shortfall may be of another year or case
 * of the metric: `atLeast` is not above 0 where it asks nothing of this one.
 */
export function cutOf(metric: WholeMetric, { zones, facilities }: Shortfall, mayStay: boolean): Cut {
  const among = new Set(facilities);
  let most = 0n;
  for (const zone of zones) most += metric.needs[zone] as bigint;
  for (const facility of facilities) most -= metric.holds[facility] as bigint;
  const given = new Map<number, bigint>();
  for (const { action, facility, amount } of metric.gifts) {
    if (among.has(facility)) given.set(action, (given.get(action) ?? 0n) + amount);
  }
  const actions = [...given.keys()].sort((a, b) => a - b);
  return {
    actions,
    gives: actions.map((action) => {
      const amount = given.get(action) as bigint;
      return Number(amount < most ? amount : most) / Number(metric.scale);
    }),
    ...(mayStay && { short: metric.firstPiece + (metric.pieces[zones[0] as number] as number) }),
    atLeast: Number(most) / Number(metric.scale),
  };
}

/**
 * That one action is done which is not among those `done` and gives one of these zones more: with nothing but them they are
 * short. It holds to the last digit where amounts as numbers do not.
 */
export function oneMore(metric: WholeMetric, { facilities }: Shortfall, done: Uint8Array): Cut {
  const among = new Set(facilities);
  const others = new Set<number>();
  for (const { action, facility, amount } of metric.gifts) {
    if (done[action] === 0 && amount > 0n && among.has(facility)) others.add(action);
  }
  const actions = [...others].sort((a, b) => a - b);
  return { actions, gives: actions.map(() => 1), atLeast: 1 };
}

/** Names the zones of a shortfall, of whatever year or case. */
export function keyOf({ group }: WholeMetric, { zones }: Shortfall): string {
  return `${group}:${zones.join()}`;
}
