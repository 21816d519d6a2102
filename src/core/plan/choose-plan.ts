import { compare, type Exact, toNumber, ZERO } from "../base/decimal.ts";
import type { OpenProgramme } from "./choice-programme.ts";
import { closedWith, withinBudget } from "./mend-choice.ts";
import type { PlanProblem } from "./plan-problem.ts";
import { cutOf, keyOf, oneMore } from "./shortage-cuts.ts";
import { costOf, type Shortfall, shortIn, type WholeMetric, weighed, wholeMetrics } from "./whole-plan.ts";

/** What a plan is to be best at. */
export type PlanAim =
  /** Nothing is missing any more, at the least cost. */
  | { readonly closes: "everything" }
  /** The least is missing that this money can do; `weights`, by metric, are what one m² or slot of it counts. */
  | { readonly closes: "most"; readonly budget: Exact; readonly weights: readonly Exact[] };

/** How far the search is: the best plan so far, and what no plan is better than. */
export interface PlanState {
  /** By action: 1 if it is done; absent while none is known. */
  readonly done?: Uint8Array;
  /** Of that plan: its cost, or what is still missing by weight. Exact, for it is counted by flows. */
  readonly objective?: Exact;
  readonly bound: number;
  /** Nothing can be better, or nothing be chosen at all. */
  readonly proved: boolean;
}

export interface PlanLimits {
  /** Rounds of asking and counting. */
  readonly rounds: number;
  /** Nodes of the search tree in one round. */
  readonly nodes: number;
  /** Part of the objective by which it may miss the bound. */
  readonly gap: number;
}

/**
 * The best plan, by cuts (Benders 1962): a programme chooses actions by what is known of shortages, one largest flow for
 * each metric counts exactly what stays short, and whatever zones do is told to it. Its bound only rises; every choice is
 * mended to a plan, the best of which is kept.
 */
export function* choosePlan(
  problem: PlanProblem,
  aim: PlanAim,
  open: OpenProgramme,
  limits: PlanLimits,
): Generator<PlanState, PlanState, void> {
  const metrics = wholeMetrics(problem);
  const mayLack = aim.closes === "most";
  const programme = open(
    {
      costs: problem.actions.map(({ cost }) => toNumber(cost)),
      least: problem.actions.map(({ state }) => (state === "done" ? 1 : 0)),
      most: problem.actions.map(({ state }) => (state === "barred" ? 0 : 1)),
      exclusive: exclusiveIn(problem),
      ...(mayLack && { budget: toNumber(aim.budget) }),
      weights: mayLack
        ? metrics.flatMap(({ pieceCount }, at) =>
            new Array<number>(pieceCount).fill(toNumber(aim.weights[at] ?? ZERO)),
          )
        : [],
    },
    limits.nodes,
  );
  const known = new Set<string>();
  /** Nothing that can be done reaches somebody who stays short. */
  let hopeless = false;
  const lackOf = (short: readonly Shortfall[]) => (mayLack ? weighed(metrics, short, aim.weights) : ZERO);
  let best: { readonly done: Uint8Array; readonly objective: Exact } | undefined;
  let bound = 0;
  const state = (proved: boolean): PlanState => ({ ...best, bound, proved });

  function told(done: Uint8Array, short: readonly Shortfall[]): boolean {
    let isNew = false;
    for (const shortfall of short) {
      const metric = metrics[shortfall.metric] as WholeMetric;
      const key = keyOf(shortfall);
      if (!known.has(key)) {
        known.add(key);
        const cut = cutOf(metric, shortfall, mayLack ? shortfall.piece : undefined);
        hopeless ||= !mayLack && cut.actions.length === 0;
        programme.add(cut);
        isNew = true;
      } else if (!mayLack) {
        programme.add(oneMore(metric, shortfall, done));
        isNew = true;
      }
    }
    return isNew;
  }
  function kept(done: Uint8Array, short: readonly Shortfall[]): void {
    const objective = mayLack ? lackOf(short) : costOf(problem, done);
    if (best === undefined || compare(objective, best.objective) < 0) best = { done, objective };
  }

  try {
    const nothing = Uint8Array.from(problem.actions, ({ state: fixed }) => (fixed === "done" ? 1 : 0));
    told(nothing, shortIn(metrics, nothing));
    for (let round = 0; round < limits.rounds && !hopeless; round++) {
      const { done, bound: lowest } = programme.choose();
      if (done === undefined) return state(true);
      bound = Math.max(bound, lowest);
      const short = shortIn(metrics, done);
      const isNew = told(done, short);
      const plan = mayLack
        ? withinBudget(problem, metrics, aim.budget, aim.weights, done)
        : closedWith(problem, metrics, done);
      if (plan !== undefined) {
        const left = shortIn(metrics, plan);
        told(plan, left);
        kept(plan, left);
      }
      if (short.length === 0 || mayLack) kept(done, short);
      const objective = best && toNumber(best.objective);
      // Beyond rounding the bound of the best plan is what it comes to.
      if (objective !== undefined && (!isNew || objective - bound <= ROUNDING * objective)) {
        bound = objective;
        return state(true);
      }
      if (objective !== undefined && objective - bound <= limits.gap * objective) return state(false);
      yield state(false);
    }
    return state(hopeless);
  } finally {
    programme.close();
  }
}

function exclusiveIn({ actions }: PlanProblem): readonly (readonly number[])[] {
  const byPlace = new Map<string, number[]>();
  for (const [action, { place }] of actions.entries()) {
    byPlace.set(place, [...(byPlace.get(place) ?? []), action]);
  }
  return [...byPlace.values()].filter(({ length }) => length > 1);
}

/** Bounds are numbers, and rounded. */
const ROUNDING = 1e-9;
