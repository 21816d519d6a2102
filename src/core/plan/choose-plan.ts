import { compare, type Exact, toNumber, ZERO } from "../base/decimal.ts";
import type { OpenProgramme } from "./choice-programme.ts";
import { mended } from "./mend-choice.ts";
import type { PlanProblem } from "./plan-problem.ts";
import { cutOf, keyOf, oneMore } from "./shortage-cuts.ts";
import { costOf, type Shortfall, shortIn, type WholeMetric, weighed, wholeMetrics } from "./whole-plan.ts";

/** What a plan is to be best at. What is missing is added up by `weights`: by metric, what one m² or slot of it counts. */
export type PlanAim =
  /** The least cost with which no more than `lack` is missing. */
  | { readonly least: "cost"; readonly lack: Exact; readonly weights: readonly Exact[] }
  /** The least that is missing with what costs no more than the budget, 万元. */
  | { readonly least: "lack"; readonly budget: Exact; readonly weights: readonly Exact[] };

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
  const { weights } = aim;
  /** Whether something may stay missing, so that the programme weighs it. */
  const mayLack = aim.least === "lack" || compare(aim.lack, ZERO) > 0;
  const byPlace = actionsByPlace(problem);
  const programme = open(
    {
      costs: problem.actions.map(({ cost }) => toNumber(cost)),
      exclusive: [...byPlace.values()].filter(({ length }) => length > 1),
      weights: mayLack ? metrics.flatMap(({ pieceCount }, at) => weightsOf(pieceCount, weights[at])) : [],
      ...(aim.least === "lack"
        ? { budget: toNumber(aim.budget) }
        : mayLack && { lack: toNumber(aim.lack) * (1 + ROUNDING) }),
    },
    limits.nodes,
  );
  const known = new Set<string>();
  /** Nothing that can be done reaches somebody who stays short. */
  let hopeless = false;
  let best: { readonly done: Uint8Array; readonly objective: Exact } | undefined;
  let bound = 0;
  const state = (proved: boolean): PlanState => ({ ...best, bound, proved });

  /** Tells the programme what it does not know of it; whether there was any. */
  function learned(short: readonly Shortfall[]): boolean {
    const fresh = short.filter((shortfall) => !known.has(keyOf(shortfall)));
    for (const shortfall of fresh) {
      known.add(keyOf(shortfall));
      const metric = metrics[shortfall.metric] as WholeMetric;
      const cut = cutOf(metric, shortfall, mayLack ? shortfall.piece : undefined);
      hopeless ||= !mayLack && cut.actions.length === 0;
      programme.add(cut);
    }
    return fresh.length > 0;
  }
  /** The same of what a whole choice leaves, which is told once more where it is known and the choice made all the same. */
  function told(done: Uint8Array, short: readonly Shortfall[]): boolean {
    const again = mayLack ? [] : short.filter((shortfall) => known.has(keyOf(shortfall)));
    for (const shortfall of again) {
      programme.add(oneMore(metrics[shortfall.metric] as WholeMetric, shortfall, done));
    }
    return learned(short) || again.length > 0;
  }
  function kept(done: Uint8Array, short: readonly Shortfall[]): void {
    const [cost, lack] = [costOf(problem, done), weighed(metrics, short, weights)];
    const [objective, limited, most] =
      aim.least === "lack" ? [lack, cost, aim.budget] : [cost, lack, aim.lack];
    if (compare(limited, most) > 0) return;
    if (best === undefined || compare(objective, best.objective) < 0) best = { done, objective };
  }

  try {
    for (const place of problem.required) {
      const actions = byPlace.get(place) ?? [];
      hopeless ||= actions.length === 0;
      programme.add({ actions, gives: actions.map(() => 1), atLeast: 1 });
    }
    const nothing = new Uint8Array(problem.actions.length);
    told(nothing, shortIn(metrics, nothing));
    // Most of what there is to know is learned sooner of actions done in part.
    for (let round = 0; round < limits.rounds && !hopeless; round++) {
      const relaxed = programme.relax();
      if (relaxed === undefined) break;
      bound = Math.max(bound, relaxed.bound);
      if (!learned(shortIn(metrics, relaxed.parts))) break;
      yield state(false);
    }
    for (let round = 0; round < limits.rounds && !hopeless; round++) {
      const { done, bound: lowest, settled } = programme.choose();
      bound = Math.max(bound, lowest);
      if (done === undefined) return state(settled);
      const short = shortIn(metrics, done);
      const isNew = told(done, short);
      kept(done, short);
      const plan = mended(problem, metrics, aim, done);
      if (plan !== undefined) {
        const left = shortIn(metrics, plan);
        told(plan, left);
        kept(plan, left);
      }
      const objective = best && toNumber(best.objective);
      if (objective !== undefined) {
        // Beyond rounding the bound of the best plan is what it comes to.
        if (
          objective - bound <= (isNew ? ROUNDING : TOLERANCE) * Math.max(objective, 1) &&
          (isNew || settled)
        ) {
          bound = objective;
          return state(true);
        }
        if (objective - bound <= limits.gap * objective) return state(false);
      }
      if (!isNew) return state(false);
      yield state(false);
    }
    return state(hopeless);
  } finally {
    programme.close();
  }
}

function weightsOf(count: number, weight: Exact | undefined): readonly number[] {
  return new Array<number>(count).fill(toNumber(weight ?? ZERO));
}

function actionsByPlace({ actions }: PlanProblem): ReadonlyMap<string, readonly number[]> {
  const byPlace = new Map<string, number[]>();
  for (const [action, { place }] of actions.entries()) {
    byPlace.set(place, [...(byPlace.get(place) ?? []), action]);
  }
  return byPlace;
}

/** By how much a programme that holds all there is to know may be wrong, as part of the objective. */
const TOLERANCE = 1e-6;
/** Bounds are numbers, and rounded. */
const ROUNDING = 1e-9;
