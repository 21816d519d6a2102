import { type Exact, ZERO } from "../base/decimal.ts";
import type { OpenProgramme } from "../siting/choice-programme.ts";
import { choosePlan, newMemory, type PlanLimits, type PlanState } from "./choose-plan.ts";
import type { Lack, PlanAim, Purse } from "./plan-aim.ts";
import type { PlanProblem } from "./plan-problem.ts";
import { costOf } from "./whole-plan.ts";

/** What is asked; all that is missing of each metric counts as one. */
export type PlanGoal =
  /** Nothing missing, at the least cost. */
  | { readonly for: "close" }
  /** As little missing as can be, and that at the least cost. */
  | { readonly for: "most" }
  /** As little missing as this money does, 万元. */
  | { readonly for: "budget"; readonly budget: Exact };

/** A problem with how what is missing is counted. */
export interface PlanQuestion {
  readonly problem: PlanProblem;
  /** What is missing in the end. */
  readonly last: Lack;
  /** Over several years: what is missing in each, added up. */
  readonly all?: Lack;
  /** Of single years. */
  readonly purses: readonly Purse[];
}

/**
 * The best plan for a goal: for `budget` as little missing as the money does, of all years together, without spending what
 * changes nothing of that; else first as little as can be in the end, or nothing, then at the least cost, and then, over
 * several years, as soon as that money does it.
 */
export function* searchPlan(
  { problem, last, all, purses }: PlanQuestion,
  goal: PlanGoal,
  open: OpenProgramme,
  limits: PlanLimits,
): Generator<PlanState, PlanState, void> {
  const memory = newMemory(problem);
  const atMost = (most: Exact): Purse => ({ costs: problem.actions.map(({ cost }) => cost), most });
  function* look(aim: PlanAim): Generator<PlanState, PlanState, void> {
    const state = yield* choosePlan(problem, aim, open, limits, memory);
    if (state.done) memory.done = state.done;
    return state;
  }

  if (goal.for === "budget") {
    const within = [...purses, atMost(goal.budget)];
    const most = yield* look({ least: all ?? last, limits: [], purses: within });
    if (most.objective === undefined || !most.proved) return most;
    // Of plans that leave as little, one that costs as little as is found; what is told of meanwhile is still the lack.
    const enough = [{ lack: all ?? last, most: most.objective }];
    const cheaper = look({ least: "cost", limits: enough, purses: within });
    for (let step = cheaper.next(); ; step = cheaper.next()) {
      if (step.done) return { ...most, ...(step.value.done && { done: step.value.done }) };
      yield { ...most, proved: false };
    }
  }
  const least = goal.for === "most" ? yield* look({ least: last, limits: [], purses }) : NOTHING;
  if (least.objective === undefined) return least;
  const enough = [{ lack: last, most: least.objective }];
  const cheapest = yield* look({ least: "cost", limits: enough, purses });
  const proved = least.proved && cheapest.proved;
  if (all === undefined || cheapest.objective === undefined) return { ...cheapest, proved };
  const soonest = yield* look({
    ...{ least: all, limits: enough },
    purses: [...purses, atMost(cheapest.objective)],
  });
  const done = soonest.done ?? cheapest.done;
  return {
    ...(done && { done, objective: costOf(problem, done) }),
    ...{ of: "cost", bound: cheapest.bound },
    proved: proved && soonest.proved,
  };
}

/** Nothing is to stay missing. */
const NOTHING: PlanState = { of: "lack", objective: ZERO, bound: 0, proved: true };
