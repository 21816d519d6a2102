import type { AllocationTotals } from "../analysis/allocation-findings.ts";
import { type Pipeline, update } from "../analysis/pipeline.ts";
import { compare, type Exact, exact, minus, over, plus, ratio, toNumber, ZERO } from "../base/decimal.ts";
import { done, type Outcome } from "../base/outcome.ts";
import type { SearchStep, Work } from "../base/work.ts";
import type { Project } from "../model/project.ts";
import type { OpenProgramme } from "../siting/choice-programme.ts";
import { asGiven, type Doubt, lackOfCases, overCases, type PlanCase } from "./cases.ts";
import { choosePlan, type PlanAim, type PlanLimits, type PlanState } from "./choose-plan.ts";
import { countedYears, type PlanYears } from "./counted-years.ts";
import { type CaseMissing, casesMissing, doubtsOf, searchUnderDoubt, weightsOver } from "./doubt.ts";
import { type Measure, type Place, placeKey, type Refusal } from "./measure.ts";
import type { PlanBasis } from "./plan-basis.ts";
import { withMeasures } from "./plan-of-analysis.ts";
import type { PlanProblem } from "./plan-problem.ts";
import { type PlanQuestion, searchPlan } from "./plan-question.ts";
import { type WayOut, waysOut } from "./ways-out.ts";
import { shortIn, wholeMetrics } from "./whole-plan.ts";
import { type Horizon, overYears, serves } from "./years.ts";

/**
 * A plan with what it leaves missing, counted anew by an analysis of the project with its measures; over several years, with
 * what becomes of it in each.
 */
export interface PlanAnswer extends Partial<PlanYears> {
  readonly status: "optimal" | "feasible" | "infeasible" | "unknown";
  /** Cost, or what stays missing by weight. */
  readonly objective?: Exact;
  readonly bound: number;
  /**
   * Rooms get in each other's way (suspected duplicates, several of one zone), so that counting anew finds otherwise than
   * plans were weighed by: nothing is proved then.
   */
  readonly isApart?: boolean;
  readonly cost: Exact;
  readonly measures: readonly Measure[];
  readonly missing: readonly MissingBy[];
  readonly refused: readonly Refusal[];
  /** Where nothing closes everything: what stays missing, and of whom, with all that can be done. */
  readonly lacking: readonly Lacking[];
  /** The same of what stays missing with a plan that closes as much as can be: what would end each shortage. */
  readonly waysOut: readonly WayOut[];
  /** Under doubt: what is missing in each case. */
  readonly cases?: readonly CaseMissing[];
  /** The analysis of the project with the plan done; over several years as it is in the last. */
  readonly after: Pipeline;
}

/** What no assignment can serve, by the careful allocation. */
export interface MissingBy {
  readonly metric: string;
  readonly before: Exact;
  readonly after: Exact;
  /** What of it is missing even if all data in doubt are in its favour. */
  readonly certainBefore: Exact;
  readonly certainAfter: Exact;
}

export interface Lacking {
  readonly metric: string;
  readonly zones: readonly string[];
  readonly missing: Exact;
}

/** What is asked; all that is missing of each metric counts as one. */
export type PlanGoal =
  /** Nothing missing, at the least cost. */
  | { readonly for: "close" }
  /** As little missing as can be, and that at the least cost. */
  | { readonly for: "most" }
  /** As little missing as this money does, 万元. */
  | { readonly for: "budget"; readonly budget: Exact };

/** What is asked of a basis. */
export interface PlanAsked {
  readonly goal: PlanGoal;
  /** Facilities and sites where something is done in any case, and where nothing is. */
  readonly places?: { readonly with: readonly string[]; readonly without: readonly string[] };
  /** Over which years it is spread; absent: all is done at once, and yearly costs are left out. */
  readonly years?: Horizon;
  /** To be good in the worst of the cases of doubt, or on average of them; absent: as all is taken to be. */
  readonly doubt?: Doubt;
  readonly limits: PlanLimits;
}

/** Finds a plan and counts it anew. Refused as an analysis is. */
export function* planOf(
  basis: PlanBasis,
  { goal, places, years, doubt, limits }: PlanAsked,
  open: OpenProgramme,
): Work<Outcome<PlanAnswer>> {
  const among = choiceAmong(basis, places);
  const { problem, measures } = among;
  const doubted = doubt && (yield* doubtsOf(basis, among));
  if (doubted?.ok === false) return doubted;
  const doubts = doubted?.value;
  const weights = doubts ? weightsOver(doubts, among.weights) : among.weights;
  const yearCount = years?.years.length ?? 1;
  const yearlyOf = (wide: PlanProblem) => years && overYears(wide, measures, years);
  const starts = yearlyOf(problem)?.starts;
  const ask = (cases: readonly PlanCase[]): PlanQuestion => {
    const wide = cases.length > 1 ? overCases(problem, cases) : problem;
    const yearly = yearlyOf(wide);
    const lacks = (isCounted: (year: number) => boolean) =>
      lackOfCases(cases, weights, doubt ?? "worst", yearCount, isCounted);
    return {
      ...(yearly ?? { problem: wide, purses: [] }),
      last: lacks((year) => year === yearCount - 1),
      ...(years && { all: lacks(() => true) }),
    };
  };
  const startsOf = (done: Uint8Array | undefined) =>
    [...(done ?? [])].flatMap((isDone, at) => {
      const { action, year } = starts?.[at] ?? { action: at, year: 0 };
      const measure = measures[action];
      return isDone === 1 && measure ? [{ measure, year }] : [];
    });
  /** By year that counts: which actions work in it. */
  const doneIn = (done: Uint8Array, isAll = goal.for === "budget") =>
    (isAll ? (years?.years ?? [0]) : [years?.years.at(-1) ?? 0]).map((year) => {
      const working = startsOf(done).filter(
        ({ measure, year: start }) => !years || serves(measure, start, year),
      );
      return Uint8Array.from(measures, (each) => (working.some(({ measure }) => measure === each) ? 1 : 0));
    });
  const question = ask([asGiven(problem)]);
  function* search(): Generator<PlanState, PlanState, void> {
    if (!doubts || !doubt) return yield* searchPlan(question, goal, open, limits);
    return yield* searchUnderDoubt(doubts, { goal, doubt, weights, limits, open, ask, doneIn });
  }
  const state = yield* watched(search(), (done) => {
    const started = startsOf(done);
    return {
      chosen: started.map(({ measure }) => measure.id),
      ...(years && { years: started.map(({ year }) => year) }),
    };
  });
  const started = startsOf(state.done);
  const [lastDone] = doneIn(state.done ?? new Uint8Array(0), false) as [Uint8Array];
  const counted = yield* countedPlan(
    basis,
    started.map(({ measure }) => measure),
    years && { years: years.years, starts: started.map(({ year }) => year) },
  );
  if (!counted.ok) return counted;
  const isApart = !isAsWeighed(problem, lastDone, counted.value.missing);
  return done({
    status: isApart && statusOf(state) === "optimal" ? "feasible" : statusOf(state),
    ...(isApart && { isApart }),
    ...(state.objective && { objective: state.objective }),
    bound: state.bound,
    ...counted.value,
    refused: [...basis.refused, ...idle(basis, among.isBarred)],
    lacking: state.done || goal.for !== "close" ? [] : lackingOf(problem, basis.everything),
    waysOut:
      state.done || goal.for !== "close" ? [] : yield* waysBeside(basis, measures, question, open, limits),
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
  measures: readonly Measure[],
  { problem, last, purses }: PlanQuestion,
  open: OpenProgramme,
  limits: PlanLimits,
): Work<readonly WayOut[]> {
  const near = { ...limits, gap: Math.max(limits.gap, NEAR) };
  const aim: PlanAim = { least: last, limits: [], purses };
  const { done } = yield* watched(choosePlan(problem, aim, open, near), () => ({ chosen: [] }));
  return done ? yield* waysOut(basis, measures, problem, done) : [];
}

const NEAR = 0.02;

/** What there is to choose from, of places that are not barred: measures in the order of the actions. */
export interface ChoiceAmong {
  readonly problem: PlanProblem;
  readonly measures: readonly Measure[];
  /** By metric: what one m² or slot of it counts, so that all that is missing of each counts as one. */
  readonly weights: readonly Exact[];
  isBarred(place: Place): boolean;
}

export function choiceAmong(basis: PlanBasis, places: PlanAsked["places"]): ChoiceAmong {
  const isRequired = (place: Place) => places?.with.includes(idOf(place)) === true;
  const isBarred = (place: Place) => places?.without.includes(idOf(place)) === true;
  const useful = basis.measures.map(
    ({ place }, at) => !isBarred(place) && (givesIn(basis, at) || isRequired(place)),
  );
  const problem: PlanProblem = {
    metrics: basis.metrics,
    actions: basis.actions.filter((_, at) => useful[at]),
    required: placesOf(basis.base.project).filter(isRequired).map(placeKey),
  };
  const before = missingWith(problem, nothingOf(problem));
  return {
    problem,
    measures: basis.measures.filter((_, at) => useful[at]),
    weights: problem.metrics.map(({ metric }) => {
      const all = before.get(metric) ?? ZERO;
      return compare(all, ZERO) > 0 ? over(ONE, all) : ZERO;
    }),
    isBarred,
  };
}

/** What measures that somebody chose come to, whoever that was. */
export type CountedPlan = Pick<PlanAnswer, "cost" | "measures" | "missing" | "after"> & Partial<PlanYears>;

/**
 * Counts measures anew, by an analysis of the project with all of them done; of several years, in which each begins in that of
 * `starts`, by one analysis of each year. Refused as an analysis is.
 */
export function* countedPlan(
  basis: PlanBasis,
  measures: readonly Measure[],
  over?: { readonly years: readonly number[]; readonly starts: readonly number[] },
): Work<Outcome<CountedPlan>> {
  const counted = over
    ? yield* countedYears(
        basis,
        measures.map((measure, at) => ({ measure, year: over.starts[at] as number })),
        over.years,
      )
    : yield* countedAtOnce(basis, measures);
  if (!counted.ok) return counted;
  const before = missingIn(basis.base);
  return done({
    ...counted.value,
    missing: [...missingIn(counted.value.after)].map(([metric, now]) => ({
      ...{ metric, before: before.get(metric)?.missing ?? ZERO, after: now.missing },
      ...{ certainBefore: before.get(metric)?.certain ?? ZERO, certainAfter: now.certain },
    })),
  });
}

function* countedAtOnce(
  { base }: PlanBasis,
  measures: readonly Measure[],
): Work<Outcome<Pick<CountedPlan, "cost" | "measures" | "after">>> {
  const after = yield* update(base, { project: withMeasures(base.project, measures) });
  if (!after.ok) return after;
  return done({
    cost: measures.reduce((sum, { cost }) => plus(sum, cost), ZERO),
    ...{ measures, after: after.value },
  });
}

/** Of these measures, those that are done. */
export function chosenOf(measures: readonly Measure[], done: Uint8Array): readonly string[] {
  return measures.filter((_, at) => done[at] === 1).map(({ id }) => id);
}

const ONE = exact(1);

/** Tells on the way how far the search is, and by which measures. */
export function* watched(
  search: Generator<PlanState, PlanState, void>,
  chosenBy: (done: Uint8Array) => Pick<NonNullable<SearchStep["best"]>, "chosen" | "years">,
): Work<PlanState> {
  for (let step = search.next(); ; step = search.next()) {
    if (step.done) return step.value;
    const { bound, objective, done } = step.value;
    const best = objective &&
      done && {
        objective: toNumber(objective),
        ...chosenBy(done),
      };
    yield { part: "plan", share: 0, search: { bound, ...(best && { best }) } };
  }
}

/** Whether plans were weighed by what an analysis counts: without any, and with this one. */
function isAsWeighed(problem: PlanProblem, done: Uint8Array, counted: readonly MissingBy[]): boolean {
  const [before, after] = [missingWith(problem, nothingOf(problem)), missingWith(problem, done)];
  return counted.every(
    (of) =>
      isSame(of.before, before.get(of.metric) ?? ZERO) && isSame(of.after, after.get(of.metric) ?? ZERO),
  );
}

/** Amounts of an analysis are rounded to millionths on their way. */
function isSame(a: Exact, b: Exact): boolean {
  return Math.abs(toNumber(minus(a, b))) < 1e-5;
}

function nothingOf({ actions }: PlanProblem): Uint8Array {
  return new Uint8Array(actions.length);
}

/** By metric: what is missing with these actions done, whatever the assignment. */
function missingWith(problem: PlanProblem, done: Uint8Array): ReadonlyMap<string, Exact> {
  const metrics = wholeMetrics(problem);
  const missing = new Map(metrics.map(({ metric }) => [metric, ZERO]));
  for (const { metric, missing: amount } of shortIn(metrics, done)) {
    const { metric: name, scale } = metrics[metric] as (typeof metrics)[number];
    missing.set(name, plus(missing.get(name) ?? ZERO, ratio(amount, scale)));
  }
  return missing;
}

/** The same as an analysis finds it, with what is missing whatever the data in doubt turn out to be. */
function missingIn({ results }: Pipeline): ReadonlyMap<string, AllocationTotals> {
  return new Map((results.allocations ?? []).map(({ metric, totals }) => [metric, totals]));
}

function statusOf({ done, proved }: PlanState): PlanAnswer["status"] {
  if (done === undefined) return proved ? "infeasible" : "unknown";
  return proved ? "optimal" : "feasible";
}

function placesOf({ facilities, sites }: Project): readonly Place[] {
  return [...facilities.map(({ id }) => ({ facility: id })), ...sites.map(({ id }) => ({ site: id }))];
}

/** Facilities and sites can be asked for and barred; rooms that a zone was due cannot. */
function idOf(place: Place): string {
  if ("zone" in place) return "";
  return "facility" in place ? place.facility : place.site;
}

function givesIn({ actions }: PlanBasis, at: number): boolean {
  return actions[at]?.gives.some(({ amount }) => compare(amount, ZERO) > 0) === true;
}

/** Places, not barred, where nothing that could be done gives anything to anybody. */
function idle(basis: PlanBasis, isBarred: (place: Place) => boolean): readonly Refusal[] {
  if (basis.metrics.length === 0) return [];
  const open = basis.measures.filter(({ place }) => !isBarred(place));
  const places = new Map(open.map(({ place }) => [placeKey(place), place]));
  for (const [at, { place }] of basis.measures.entries())
    if (givesIn(basis, at)) places.delete(placeKey(place));
  return [...places.values()].map((place) => ({ place, why: "nobody-in-reach" }));
}

/** What stays missing with more than can be done: at every place all of its measures at once. */
function lackingOf(problem: PlanProblem, { project, supply }: Pipeline): readonly Lacking[] {
  const metrics = wholeMetrics(problem);
  const all = new Uint8Array(problem.actions.length).fill(1);
  return shortIn(metrics, all).map(({ metric, zones, missing }) => {
    const { metric: name, scale, rows } = metrics[metric] as (typeof metrics)[number];
    const served = supply.value.ledgers.find((each) => each.metric === name)?.solved?.careful.problem.zones;
    return {
      metric: name,
      zones: zones.map((zone) => project.zones[served?.[rows[zone] as number] ?? -1]?.id ?? ""),
      missing: ratio(missing, scale),
    };
  });
}

/** How far the objective may be from the best, as part of it. */
export function gapOf({ objective, bound }: Pick<PlanAnswer, "objective" | "bound">): number | undefined {
  if (objective === undefined) return undefined;
  const value = toNumber(objective);
  return Math.max(0, value - bound) / Math.max(value, 1e-9);
}
