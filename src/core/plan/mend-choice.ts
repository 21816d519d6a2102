import { compare, type Exact, minus, plus, toNumber, ZERO } from "../base/decimal.ts";
import type { PlanAim } from "./plan-aim.ts";
import type { PlanProblem } from "./plan-problem.ts";
import { keepsTo, lackOf, type Shortfall, spentOf, type WholeMetric } from "./whole-plan.ts";

/**
 * A plan from a choice that may not do, but does something at every place that is required: what gives most for its money to
 * whom is short is added as long as more is missing than may be, or the purses last; and what is not needed is taken out,
 * the dearest first. Nothing where all of it does not do.
 */
export function mended(
  problem: PlanProblem,
  metrics: readonly WholeMetric[],
  aim: PlanAim,
  choice: Uint8Array,
  shortNow: (done: Uint8Array) => readonly Shortfall[],
): Uint8Array | undefined {
  const { least, limits, purses } = aim;
  const done = choice.slice();
  const tried = done.slice();
  const fits = () =>
    limits.every(({ lack, most }) => compare(lackOf(metrics, shortNow(done), lack), most) <= 0);
  const spare = () => {
    const lackNow = () => (least === "cost" ? ZERO : lackOf(metrics, shortNow(done), least));
    const [most, wasFit] = [lackNow(), fits()];
    for (const action of dearestFirst(problem, done)) {
      done[action] = 0;
      if (compare(lackNow(), most) > 0 || (wasFit && !fits())) done[action] = 1;
    }
  };
  if (least !== "cost") spare();
  for (;;) {
    const short = shortNow(done);
    if (short.length === 0) break;
    if (least === "cost" && fits()) break;
    const next = mostForMoney(problem, metrics, short, done, tried, purses);
    if (next === undefined) break;
    put(problem, done, next);
    tried[next] = 1;
  }
  if (least === "cost" && fits()) spare();
  return keepsTo(metrics, aim, done, shortNow(done)) ? done : undefined;
}

/**
 * The action, not `tried` yet, that gives most to whom is short for what it costs more than what it replaces; within the
 * purses, if any.
 */
function mostForMoney(
  problem: PlanProblem,
  metrics: readonly WholeMetric[],
  short: readonly Shortfall[],
  done: Uint8Array,
  tried: Uint8Array,
  purses: PlanAim["purses"],
): number | undefined {
  const { actions } = problem;
  const gains = gainsOf(metrics, short, actions.length);
  const doneAt = new Map(actions.flatMap(({ place }, at) => (done[at] === 1 ? [[place, at] as const] : [])));
  const left = purses.map(({ costs, most }) => ({ costs, left: minus(most, spentOf(costs, done)) }));
  let [best, highest]: [number | undefined, number] = [undefined, 0];
  for (const [action, { cost, place }] of actions.entries()) {
    if (tried[action] === 1) continue;
    const replaced = doneAt.get(place);
    const gain = (gains[action] as number) - (replaced === undefined ? 0 : (gains[replaced] as number));
    if (!(gain > 0)) continue;
    const lasts = left.every(({ costs, left }) => {
      const back = replaced === undefined ? ZERO : (costs[replaced] as Exact);
      return compare(costs[action] as Exact, plus(left, back)) <= 0;
    });
    if (!lasts) continue;
    const more =
      toNumber(cost) - (replaced === undefined ? 0 : toNumber((actions[replaced] as { cost: Exact }).cost));
    const worth = more > 0 ? gain / more : Number.POSITIVE_INFINITY;
    if (worth > highest) [best, highest] = [action, worth];
  }
  return best;
}

/** By action: what it gives to whom is short, each shortfall counted as one. */
function gainsOf(
  metrics: readonly WholeMetric[],
  short: readonly Shortfall[],
  actionCount: number,
): Float64Array {
  const gains = new Float64Array(actionCount);
  for (const { metric: at, facilities, missing } of short) {
    const among = new Set(facilities);
    for (const { action, facility, amount } of (metrics[at] as WholeMetric).gifts) {
      if (among.has(facility))
        gains[action] = (gains[action] as number) + Math.min(1, Number(amount) / Number(missing));
    }
  }
  return gains;
}

/** Does an action instead of what is done at its place. */
function put({ actions }: PlanProblem, done: Uint8Array, action: number): void {
  for (const [other, { place }] of actions.entries()) if (place === actions[action]?.place) done[other] = 0;
  done[action] = 1;
}

/** What is done and need not be. */
function dearestFirst({ actions, required }: PlanProblem, done: Uint8Array): number[] {
  const free = [...actions.keys()].filter(
    (action) => done[action] === 1 && !required.includes(actions[action]?.place ?? ""),
  );
  return free.sort((a, b) => compare(actions[b]?.cost as Exact, actions[a]?.cost as Exact) || a - b);
}
