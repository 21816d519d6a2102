import type { AllocationTotals } from "../analysis/allocation-findings.ts";
import type { Parameters } from "../analysis/parameters.ts";
import { openPipeline, type Pipeline } from "../analysis/pipeline.ts";
import { compare, type Exact, exact, over, plus, ratio, toNumber, ZERO } from "../base/decimal.ts";
import { done, type Outcome } from "../base/outcome.ts";
import type { Work } from "../base/work.ts";
import { metresFromZone } from "../model/far-from-zone.ts";
import type { Project } from "../model/project.ts";
import type { CandidateSite } from "../model/site.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type { Standards } from "../standards/standards.ts";
import type { OpenProgramme } from "./choice-programme.ts";
import { choosePlan, type PlanAim, type PlanLimits, type PlanState } from "./choose-plan.ts";
import { type Measure, type MeasureTerms, type Place, placeKey, type Refusal } from "./measure.ts";
import { measuresOf } from "./measures-of.ts";
import { analyseEverything, planProblemOf, withMeasures } from "./plan-of-analysis.ts";
import type { PlanProblem } from "./plan-problem.ts";
import { costOf, shortIn, wholeMetrics } from "./whole-plan.ts";

/** A plan with what it leaves missing, counted anew by an analysis of the project with its measures. */
export interface PlanAnswer {
  readonly status: "optimal" | "feasible" | "infeasible" | "unknown";
  /** Cost, or what stays missing by weight. */
  readonly objective?: Exact;
  readonly bound: number;
  readonly cost: Exact;
  readonly measures: readonly Measure[];
  readonly missing: readonly MissingBy[];
  readonly refused: readonly Refusal[];
  /** Where nothing closes everything: what stays missing, and of whom, with all that can be done. */
  readonly lacking: readonly Lacking[];
  readonly project: Project;
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

export interface PlanQuestion {
  readonly project: Project;
  readonly standards: Standards;
  readonly parameters: Parameters;
  readonly terms: MeasureTerms;
  readonly goal: PlanGoal;
  /** Facilities and sites where something is done in any case, and where nothing is. */
  readonly places?: { readonly with: readonly string[]; readonly without: readonly string[] };
  readonly limits: PlanLimits;
}

/** Finds a plan and counts it anew. Refused as an analysis is. */
export function* answerPlan(
  { project, standards, parameters, terms, goal, places, limits }: PlanQuestion,
  open: OpenProgramme,
): Work<Outcome<PlanAnswer>> {
  const fairly: Parameters = { ...parameters, supply: "fair" };
  const base = yield* openPipeline(project, standards, fairly);
  if (!base.ok) return base;
  const possible = measuresOf(project, terms, (site) => packNear(base.value, site), parameters.year);
  const allowed = possible.measures.filter(({ place }) => places?.without.includes(idOf(place)) !== true);
  const everything = yield* analyseEverything(project, standards, fairly, allowed);
  if (!everything.ok) return everything;
  const isRequired = (place: Place) => places?.with.includes(idOf(place)) === true;
  const whole = planProblemOf(everything.value, allowed);
  const gives = whole.actions.map((action) => action.gives.some(({ amount }) => compare(amount, ZERO) > 0));
  const useful = allowed.map(({ place }, at) => gives[at] === true || isRequired(place));
  const measures = allowed.filter((_, at) => useful[at]);
  const problem: PlanProblem = {
    metrics: whole.metrics,
    actions: whole.actions.filter((_, at) => useful[at]),
    required: placesOf(project).filter(isRequired).map(placeKey),
  };
  const before = missingBefore(problem);
  const weights = problem.metrics.map(({ metric }) => {
    const all = before.get(metric) ?? ZERO;
    return compare(all, ZERO) > 0 ? over(ONE, all) : ZERO;
  });
  const lack =
    goal.for === "most"
      ? yield* watched(
          choosePlan(problem, { least: "lack", budget: costOfAll(problem), weights }, open, limits),
        )
      : NOTHING;
  const aim: PlanAim =
    goal.for === "budget"
      ? { least: "lack", budget: goal.budget, weights }
      : { least: "cost", lack: lack.objective ?? ZERO, weights };
  const state = yield* watched(choosePlan(problem, aim, open, limits));
  const chosen = measures.filter((_, at) => state.done?.[at] === 1);
  const planned = withMeasures(project, chosen);
  const after = yield* openPipeline(planned, standards, fairly);
  if (!after.ok) return after;
  const certain = missingIn(base.value);
  const missing = [...missingIn(after.value)].map(([metric, now]) => ({
    ...{ metric, before: before.get(metric) ?? ZERO, after: now.missing },
    ...{ certainBefore: certain.get(metric)?.certain ?? ZERO, certainAfter: now.certain },
  }));
  return done({
    status: statusOf(state, lack.proved),
    ...(state.objective && { objective: state.objective }),
    bound: state.bound,
    cost: state.done ? costOf(problem, state.done) : ZERO,
    ...{
      measures: chosen,
      missing,
      refused: [...possible.refused, ...(problem.metrics.length === 0 ? [] : idle(allowed, gives))],
    },
    lacking: state.done || goal.for !== "close" ? [] : lackingOf(problem, everything.value),
    project: planned,
  });
}

const ONE = exact(1);
/** Nothing is to stay missing. */
const NOTHING: PlanState = { objective: ZERO, bound: 0, proved: true };

function* watched(search: Generator<PlanState, PlanState, void>): Work<PlanState> {
  for (let step = search.next(); ; step = search.next()) {
    if (step.done) return step.value;
    yield { part: "supply", share: 0 };
  }
}

/** More than any plan costs. */
function costOfAll(problem: PlanProblem): Exact {
  return costOf(problem, new Uint8Array(problem.actions.length).fill(1));
}

/** By metric: what is missing with nothing done, whatever the assignment. */
function missingBefore(problem: PlanProblem): ReadonlyMap<string, Exact> {
  const metrics = wholeMetrics(problem);
  const missing = new Map(metrics.map(({ metric }) => [metric, ZERO]));
  for (const { metric, missing: amount } of shortIn(metrics, new Uint8Array(problem.actions.length))) {
    const { metric: name, scale } = metrics[metric] as (typeof metrics)[number];
    missing.set(name, plus(missing.get(name) ?? ZERO, ratio(amount, scale)));
  }
  return missing;
}

/** The same as an analysis finds it, with what is missing whatever the data in doubt turn out to be. */
function missingIn({ results }: Pipeline): ReadonlyMap<string, AllocationTotals> {
  return new Map((results.allocations ?? []).map(({ metric, totals }) => [metric, totals]));
}

/** `proved`: that no less can be missing is sure too. */
function statusOf(state: PlanState, proved: boolean): PlanAnswer["status"] {
  if (state.done === undefined) return state.proved && proved ? "infeasible" : "unknown";
  return state.proved && proved ? "optimal" : "feasible";
}

/** The rules of the nearest zone hold for a site. */
function packNear({ project, packs }: Pipeline, { at }: CandidateSite): RulePack | undefined {
  let [nearest, least] = [-1, Number.POSITIVE_INFINITY];
  for (const [row, zone] of project.zones.entries()) {
    const metres = metresFromZone(at, zone);
    if (metres !== undefined && metres < least) [nearest, least] = [row, metres];
  }
  return packs.value.packs[packs.value.of[nearest] ?? -1]?.pack;
}

function placesOf({ facilities, sites }: Project): readonly Place[] {
  return [...facilities.map(({ id }) => ({ facility: id })), ...sites.map(({ id }) => ({ site: id }))];
}

function idOf(place: Place): string {
  return "facility" in place ? place.facility : place.site;
}

/** Places where nothing that could be done gives anything to anybody. */
function idle(measures: readonly Measure[], useful: readonly boolean[]): readonly Refusal[] {
  const places = new Map(measures.map(({ place }) => [placeKey(place), place]));
  for (const [at, { place }] of measures.entries()) if (useful[at]) places.delete(placeKey(place));
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
