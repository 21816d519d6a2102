import { compare, type Exact, toNumber } from "../base/decimal.ts";
import type { PlanAim } from "./choose-plan.ts";
import type { PlanProblem } from "./plan-problem.ts";
import { costOf, type Shortfall, shortIn, type WholeMetric, weighed } from "./whole-plan.ts";

/**
 * A plan from a choice that may not do, but does something at every place that is required: what gives most for its money to whom is short is added as long as more is missing
 * than may be, or the budget lasts; and what is not needed is taken out, the dearest first. Nothing where all of it does not
 * do.
 */
export function mended(
  problem: PlanProblem,
  metrics: readonly WholeMetric[],
  aim: PlanAim,
  choice: Uint8Array,
): Uint8Array | undefined {
  const done = choice.slice();
  const tried = done.slice();
  const lackNow = () => weighed(metrics, shortIn(metrics, done), aim.weights);
  const spare = () => {
    for (const action of dearestFirst(problem, done)) {
      const most = aim.least === "cost" ? aim.lack : lackNow();
      done[action] = 0;
      if (compare(lackNow(), most) > 0) done[action] = 1;
    }
  };
  if (aim.least === "lack") spare();
  for (;;) {
    const short = shortIn(metrics, done);
    if (short.length === 0) break;
    if (aim.least === "cost" && compare(weighed(metrics, short, aim.weights), aim.lack) <= 0) break;
    const next = mostForMoney(
      problem,
      metrics,
      short,
      done,
      tried,
      aim.least === "lack" ? aim.budget : undefined,
    );
    if (next === undefined) break;
    put(problem, done, next);
    tried[next] = 1;
  }
  if (aim.least === "lack") return compare(costOf(problem, done), aim.budget) <= 0 ? done : undefined;
  if (compare(lackNow(), aim.lack) > 0) return undefined;
  spare();
  return done;
}

/**
 * The action, not `tried` yet, that gives most to whom is short for what it costs more than what it replaces; within a
 * budget, if any.
 */
function mostForMoney(
  problem: PlanProblem,
  metrics: readonly WholeMetric[],
  short: readonly Shortfall[],
  done: Uint8Array,
  tried: Uint8Array,
  budget?: Exact,
): number | undefined {
  const { actions } = problem;
  const gains = gainsOf(metrics, short, actions.length);
  let [best, highest]: [number | undefined, number] = [undefined, 0];
  for (const [action, { cost, place }] of actions.entries()) {
    if (tried[action] === 1) continue;
    const replaced = actions.findIndex((other, at) => done[at] === 1 && other.place === place);
    const gain = (gains[action] as number) - (replaced < 0 ? 0 : (gains[replaced] as number));
    if (!(gain > 0)) continue;
    if (budget !== undefined) {
      const next = done.slice();
      put(problem, next, action);
      if (compare(costOf(problem, next), budget) > 0) continue;
    }
    const more = toNumber(cost) - (replaced < 0 ? 0 : toNumber(actions[replaced]?.cost as Exact));
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
