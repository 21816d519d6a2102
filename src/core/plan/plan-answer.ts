import { type Exact, toNumber } from "../base/decimal.ts";
import { issue } from "../base/issue.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { SearchStep, Work } from "../base/work.ts";
import type { OpenProgramme } from "../siting/choice-programme.ts";
import { isAsWeighed } from "./as-weighed.ts";
import type { Doubt } from "./cases.ts";
import {
  type AskedPlaces,
  type ChoiceAmong,
  choiceAmong,
  idle,
  type Lacking,
  lackingOf,
} from "./choice-among.ts";
import { choosePlan, type PlanLimits, type PlanState } from "./choose-plan.ts";
import { type CountedPlan, countedPlan } from "./counted-plan.ts";
import { type CaseMissing, casesMissing, doubtsOf, searchUnderDoubt, weightsOver } from "./doubt.ts";
import type { Refusal } from "./measure.ts";
import type { PlanBasis } from "./plan-basis.ts";
import { type PlanGoal, searchPlan } from "./plan-question.ts";
import { type SpreadQuestion, spreadQuestion } from "./spread-question.ts";
import { type WayOut, waysOut } from "./ways-out.ts";
import type { Horizon } from "./years.ts";

/**
 * A plan with what it leaves missing, counted anew by an analysis of the project with its measures; over several years, with
 * what becomes of it in each.
 */
export interface PlanAnswer extends CountedPlan {
  readonly status: "optimal" | "feasible" | "infeasible" | "unknown";
  /** Cost, or what stays missing by weight. */
  readonly objective?: Exact;
  readonly bound: number;
  /**
   * Rooms get in each other's way (suspected duplicates, several of one zone), so that counting anew finds otherwise than
   * plans were weighed by: nothing is proved then.
   */
  readonly isApart?: boolean;
  readonly refused: readonly Refusal[];
  /** There is nothing to choose from: nothing that could be done anywhere gives anybody anything. */
  readonly isIdle?: boolean;
  /** Where nothing closes everything: what stays missing, and of whom, with all that can be done. */
  readonly lacking: readonly Lacking[];
  /** The same of what stays missing with a plan that closes as much as can be: what would end each shortage. */
  readonly waysOut: readonly WayOut[];
  /** Under doubt: what is missing in each case. */
  readonly cases?: readonly CaseMissing[];
}

/** What is asked of a basis. */
export interface PlanAsked {
  readonly goal: PlanGoal;
  /** Facilities and sites where something is done in any case, and where nothing is. */
  readonly places?: AskedPlaces;
  /** Over which years it is spread; absent: all is done at once, and yearly costs are left out. */
  readonly years?: Horizon;
  /** To be good in the worst of the cases of doubt, or on average of them; absent: as all is taken to be. */
  readonly doubt?: Doubt;
  /**
   * How many times as much it counts what somebody lacks whose zone is served under a quarter of its need as things stand; by
   * quarters down to once. Absent, or 1: everybody counts alike.
   */
  readonly equity?: number;
  readonly limits: PlanLimits;
}

/** Finds a plan and counts it anew. Refused as an analysis is, and where nobody knows what is there, and so what is missing. */
export function* planOf(basis: PlanBasis, asked: PlanAsked, open: OpenProgramme): Work<Outcome<PlanAnswer>> {
  const { goal, years, doubt, limits } = asked;
  if (basis.base.project.facilities.length === 0) return refused(issue("plan.no-facilities", "error", {}));
  const among = choiceAmong(basis, asked);
  const doubted = doubt && (yield* doubtsOf(basis, among));
  if (doubted?.ok === false) return doubted;
  const doubts = doubted?.value;
  const weights = doubts ? weightsOver(doubts, among.weights) : among.weights;
  const spread = spreadQuestion(among, weights, asked);
  const search =
    doubts && doubt
      ? searchUnderDoubt(doubts, { goal, doubt, weights, limits, open, spread })
      : searchPlan(spread.ask([among.given]), goal, open, limits);
  const state = yield* watched(search, (done) => {
    const started = spread.startsOf(done);
    return {
      chosen: started.map(({ measure }) => measure.id),
      ...(years && { years: started.map(({ year }) => year) }),
    };
  });
  const started = spread.startsOf(state.done);
  const lastDone = spread.lastOf(state.done);
  const counted = yield* countedPlan(
    basis,
    started.map(({ measure }) => measure),
    years && { years: years.years, starts: started.map(({ year }) => year) },
  );
  if (!counted.ok) return counted;
  const isApart = !isAsWeighed(among.problem, lastDone, counted.value.missing);
  const fails = state.done === undefined && goal.for === "close";
  return done({
    status: isApart ? unproved(state, goal) : statusOf(state),
    ...(isApart && { isApart }),
    ...(state.objective && { objective: state.objective }),
    bound: state.bound,
    ...counted.value,
    refused: [...basis.refused, ...idle(basis, among.isOpen)],
    ...(among.problem.actions.length === 0 && { isIdle: true }),
    lacking: fails ? lackingOf(among.problem, basis.everything) : [],
    waysOut: fails ? yield* waysBeside(basis, among, spread, open, limits) : [],
    ...(doubts && {
      cases: casesMissing(
        doubts,
        basis.metrics.map(({ metric }) => metric),
        weights,
        lastDone,
      ),
    }),
  });
}

/** Ways out of what a plan leaves that closes as much as can be, near enough: nothing of it rests on its being the best. */
function* waysBeside(
  basis: PlanBasis,
  { problem, measures, given }: ChoiceAmong,
  spread: SpreadQuestion,
  open: OpenProgramme,
  limits: PlanLimits,
): Work<readonly WayOut[]> {
  const near = { ...limits, gap: Math.max(limits.gap, NEAR) };
  const { problem: asked, last, purses } = spread.ask([given]);
  const search = choosePlan(asked, { least: last, limits: [], purses }, open, near);
  const { done } = yield* watched(search, () => ({ chosen: [] }));
  return done ? yield* waysOut(basis, measures, problem, spread.lastOf(done)) : [];
}

const NEAR = 0.02;

/** Tells on the way how far the search is, and by which measures. */
export function* watched(
  search: Generator<PlanState, PlanState, void>,
  chosenBy: (done: Uint8Array) => Pick<NonNullable<SearchStep["best"]>, "chosen" | "years">,
): Work<PlanState> {
  for (let step = search.next(); ; step = search.next()) {
    if (step.done) return step.value;
    const { of, bound, objective, done } = step.value;
    const best = objective &&
      done && {
        objective: toNumber(objective),
        ...chosenBy(done),
      };
    yield { part: "plan", share: 0, search: { of, bound, ...(best && { best }) } };
  }
}

/** Where rooms get in each other's way neither the best is proved, nor that nothing closes everything. */
function unproved(state: PlanState, goal: PlanGoal): PlanAnswer["status"] {
  if (state.done !== undefined) return "feasible";
  return goal.for === "close" ? "unknown" : statusOf(state);
}

function statusOf({ done, proved }: PlanState): PlanAnswer["status"] {
  if (done === undefined) return proved ? "infeasible" : "unknown";
  return proved ? "optimal" : "feasible";
}

/** How far the objective may be from the best, as part of it. */
export function gapOf({ objective, bound }: Pick<PlanAnswer, "objective" | "bound">): number | undefined {
  if (objective === undefined) return undefined;
  const value = toNumber(objective);
  return Math.max(0, value - bound) / Math.max(value, 1e-9);
}
