import { compare, type Exact, toNumber, ZERO } from "../base/decimal.ts";
import type { SearchStep } from "../base/work.ts";
import type { ChoiceQuestion, OpenProgramme, Worsts } from "../siting/choice-programme.ts";
import { mended } from "./mend-choice.ts";
import type { Lack, PlanAim } from "./plan-aim.ts";
import type { PlanProblem } from "./plan-problem.ts";
import { cutOf, keyOf, oneMore } from "./shortage-cuts.ts";
import {
  costOf,
  keepsTo,
  lackOf,
  type Shortfall,
  shortfalls,
  type WholeMetric,
  wholeMetrics,
} from "./whole-plan.ts";

/** How far the search is: the best plan so far, and what no plan is better than. */
export interface PlanState {
  /** By action: 1 if it is done; absent while none is known. */
  readonly done?: Uint8Array;
  /** What is to be least: what stays missing, or the cost. */
  readonly of: SearchStep["of"];
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

/** What one search leaves to the next of the same problem: shortages, and a plan that does. */
export interface PlanMemory {
  readonly metrics: readonly WholeMetric[];
  readonly shortfalls: Shortfall[];
  done?: Uint8Array;
}

export function newMemory(problem: PlanProblem): PlanMemory {
  return { metrics: wholeMetrics(problem), shortfalls: [] };
}

/**
 * The best plan, by cuts (Benders 1962): a programme chooses actions by what is known of shortages, one largest flow for
 * each metric counts exactly what stays short, and whatever zones do is told to it, of all years and cases at once. Its
 * bound only rises; every choice is mended to a plan, the best of which is kept.
 */
export function* choosePlan(
  problem: PlanProblem,
  aim: PlanAim,
  open: OpenProgramme,
  limits: PlanLimits,
  memory: PlanMemory = newMemory(problem),
): Generator<PlanState, PlanState, void> {
  const { metrics } = memory;
  const ways = metrics.map((_, at) => wayOf(aim, at));
  const counted = metrics.flatMap((_, at) => (ways[at] === "ignored" ? [] : [at]));
  const shortNow = (done: ArrayLike<number>) =>
    counted.flatMap((at) => shortfalls(metrics[at] as WholeMetric, at, done));
  const siblings = new Map<number, number[]>();
  for (const at of counted) {
    const { group } = metrics[at] as WholeMetric;
    siblings.set(group, [...(siblings.get(group) ?? []), at]);
  }
  const byPlace = actionsByPlace(problem);
  const programme = open(questionOf(problem, metrics, aim), limits.nodes);
  const known = new Set<string>();
  /** Nothing that can be done reaches somebody who stays short. */
  let hopeless = false;
  let best: { readonly done: Uint8Array; readonly objective: Exact } | undefined;
  let bound = 0;
  const of = aim.least === "cost" ? "cost" : "lack";
  const state = (proved: boolean): PlanState => ({ ...best, of, bound, proved });
  const nameOf = (shortfall: Shortfall) => keyOf(metrics[shortfall.metric] as WholeMetric, shortfall);

  /** Tells the programme what it does not know of it; whether there was any. */
  function learned(short: readonly Shortfall[], from?: PlanMemory): boolean {
    let isNew = false;
    for (const shortfall of short) {
      if (known.has(nameOf(shortfall))) continue;
      known.add(nameOf(shortfall));
      if (from === undefined) memory.shortfalls.push(shortfall);
      isNew = true;
      const { group } = metrics[shortfall.metric] as WholeMetric;
      for (const at of siblings.get(group) ?? []) {
        const cut = cutOf(metrics[at] as WholeMetric, shortfall, ways[at] === "weighed");
        if (!(cut.atLeast > 0)) continue;
        hopeless ||= cut.short === undefined && cut.actions.length === 0;
        programme.add(cut);
      }
    }
    return isNew;
  }
  /** The same of what a whole choice leaves, which is told once more where it is known and the choice made all the same. */
  function told(done: Uint8Array, short: readonly Shortfall[]): boolean {
    const again = short.filter(
      (shortfall) => ways[shortfall.metric] === "closed" && known.has(nameOf(shortfall)),
    );
    for (const shortfall of again) {
      programme.add(oneMore(metrics[shortfall.metric] as WholeMetric, shortfall, done));
    }
    return learned(short) || again.length > 0;
  }
  function kept(done: Uint8Array, short: readonly Shortfall[]): void {
    if (!keepsTo(metrics, aim, done, short)) return;
    const objective = aim.least === "cost" ? costOf(problem, done) : lackOf(metrics, short, aim.least);
    if (best === undefined || compare(objective, best.objective) < 0) best = { done, objective };
  }

  try {
    for (const place of problem.required) {
      const actions = byPlace.get(place) ?? [];
      hopeless ||= actions.length === 0;
      programme.add({ actions, gives: actions.map(() => 1), atLeast: 1 });
    }
    learned(memory.shortfalls, memory);
    const nothing = new Uint8Array(problem.actions.length);
    told(nothing, shortNow(nothing));
    if (memory.done) kept(memory.done, shortNow(memory.done));
    // Most of what there is to know is learned sooner of actions done in part.
    for (let round = 0; round < limits.rounds && !hopeless; round++) {
      const relaxed = programme.relax();
      if (relaxed === undefined) break;
      bound = Math.max(bound, relaxed.bound);
      if (!learned(shortNow(relaxed.parts))) break;
      yield state(false);
    }
    // While little is known, choices need not be the best: what they leave short is learned as well, and much sooner.
    const finest = limits.gap / 2;
    let fineness = Math.max(finest, COARSE);
    for (let round = 0; round < limits.rounds && !hopeless; round++) {
      const { done, bound: lowest, settled } = programme.choose(fineness);
      bound = Math.max(bound, lowest);
      if (done === undefined) return state(settled);
      const short = shortNow(done);
      const isNew = told(done, short);
      kept(done, short);
      const onTheWay: Shortfall[] = [];
      const plan = mended(problem, metrics, aim, done, (tried) => {
        const left = shortNow(tried);
        onTheWay.push(...left);
        return left;
      });
      learned(onTheWay);
      if (plan !== undefined) {
        const left = shortNow(plan);
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
      if (!isNew) {
        if (fineness === finest) return state(false);
        fineness = finest;
      } else if (objective !== undefined) {
        fineness = Math.max(finest, Math.min(fineness, (objective - bound) / Math.max(objective, 1e-9) / 2));
      }
      yield state(false);
    }
    return state(hopeless);
  } finally {
    programme.close();
  }
}

/**
 * What becomes of what a metric lacks: nothing of it may stay, it is weighed, or nobody asks. Of a limit of nothing every
 * metric with a weight has to be closed.
 */
function wayOf({ least, limits }: PlanAim, at: number): "closed" | "weighed" | "ignored" {
  const counts = (lack: Lack) =>
    lack.some((group) => group.some((weights) => compare(weights[at] ?? ZERO, ZERO) > 0));
  if (limits.some(({ lack, most }) => compare(most, ZERO) <= 0 && counts(lack))) return "closed";
  const weighed = [...(least === "cost" ? [] : [least]), ...limits.map(({ lack }) => lack)];
  return weighed.some(counts) ? "weighed" : "ignored";
}

/** What a programme is told of the aim, in numbers; a hair more may stay missing than that, since flows decide. */
function questionOf(
  problem: PlanProblem,
  metrics: readonly WholeMetric[],
  { least, limits, purses }: PlanAim,
): ChoiceQuestion {
  const shorts = metrics.reduce((sum, { pieceCount }) => sum + pieceCount, 0);
  const worsts = (lack: Lack): Worsts =>
    lack.map((group) =>
      group.map((weights) => {
        const byShort = new Array<number>(shorts).fill(0);
        for (const [at, { firstPiece, pieceCount }] of metrics.entries())
          byShort.fill(toNumber(weights[at] ?? ZERO), firstPiece, firstPiece + pieceCount);
        return byShort;
      }),
    );
  return {
    costs: problem.actions.map(({ cost }) => toNumber(cost)),
    exclusive: [...actionsByPlace(problem).values()].filter(({ length }) => length > 1),
    purses: purses.map(({ costs, most }) => ({ costs: costs.map(toNumber), most: toNumber(most) })),
    shorts,
    ...(least !== "cost" && { least: worsts(least) }),
    limits: limits.flatMap(({ lack, most }) =>
      compare(most, ZERO) > 0 ? [{ lack: worsts(lack), most: toNumber(most) * (1 + ROUNDING) }] : [],
    ),
  };
}

function actionsByPlace({ actions }: PlanProblem): ReadonlyMap<string, readonly number[]> {
  const byPlace = new Map<string, number[]>();
  for (const [action, { place }] of actions.entries()) {
    byPlace.set(place, [...(byPlace.get(place) ?? []), action]);
  }
  return byPlace;
}

/** By what part of its objective a first choice may miss the best. */
const COARSE = 0.05;
/** By how much a programme that holds all there is to know may be wrong, as part of the objective. */
const TOLERANCE = 1e-6;
/** Bounds are numbers, and rounded. */
const ROUNDING = 1e-9;
