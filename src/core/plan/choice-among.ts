import type { Pipeline } from "../analysis/pipeline.ts";
import { compare, type Exact, exact, over, plus, ratio, ZERO } from "../base/decimal.ts";
import type { Project } from "../model/project.ts";
import { asGiven, type PlanCase } from "./cases.ts";
import { type WorseOff, weightsWith, withWorseOff, worseOff } from "./equity.ts";
import { idIn, type Measure, type Place, placeKey, type Refusal } from "./measure.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { PlanProblem } from "./plan-problem.ts";
import { shortIn, wholeMetrics } from "./whole-plan.ts";
import { serves } from "./years.ts";

/** Facilities and sites, by id, where something is done in any case, and where nothing is. */
export interface AskedPlaces {
  readonly with: readonly string[];
  readonly without: readonly string[];
}

/** What there is to choose from, of places that are not barred: measures in the order of the actions. */
export interface ChoiceAmong {
  readonly problem: PlanProblem;
  readonly measures: readonly Measure[];
  /** The problem as it is taken to be, with copies of its metrics for those who are worse off. */
  readonly given: PlanCase;
  readonly worseOff: readonly WorseOff[];
  /** By metric of that: what one m² or slot of it counts; what is missing of each of the problem counts as one together. */
  readonly weights: readonly Exact[];
  /** Neither barred nor asked for: something is done there or not, as is best. */
  isOpen(place: Place): boolean;
}

export function choiceAmong(
  basis: PlanBasis,
  { places, equity = 1 }: { readonly places?: AskedPlaces; readonly equity?: number },
): ChoiceAmong {
  const isRequired = (place: Place) => places?.with.includes(idIn(place)) === true;
  const isBarred = (place: Place) => places?.without.includes(idIn(place)) === true;
  const useful = basis.measures.map(
    ({ place }, at) => !isBarred(place) && (givesIn(basis, at) || isRequired(place)),
  );
  const problem: PlanProblem = {
    metrics: basis.metrics,
    actions: basis.actions.filter((_, at) => useful[at]),
    required: placesOf(basis.base.project).filter(isRequired).map(placeKey),
  };
  const before = missingWith(problem, nothingOf(problem));
  const weights = problem.metrics.map(({ metric }) => {
    const all = before.get(metric) ?? ZERO;
    return compare(all, ZERO) > 0 ? over(ONE, all) : ZERO;
  });
  const copies = worseOff(basis, equity);
  return {
    problem,
    measures: basis.measures.filter((_, at) => useful[at]),
    given: withWorseOff(asGiven(problem), copies),
    worseOff: copies,
    weights: weightsWith(weights, copies),
    isOpen: (place) => !isBarred(place) && !isRequired(place),
  };
}

const ONE = exact(1);

/** Of these measures, those that are done. */
export function chosenOf(measures: readonly Measure[], done: Uint8Array): readonly string[] {
  return measures.filter((_, at) => done[at] === 1).map(({ id }) => id);
}

/** Which of these measures work in a year, of those that were planned and begin when they do; without a year all of these. */
export function workingIn(
  { measures }: Pick<ChoiceAmong, "measures">,
  planned: readonly { readonly measure: Measure; readonly year?: number | undefined }[],
  year: number | undefined,
): Uint8Array {
  const working = new Set(
    planned.flatMap(({ measure, year: start }) =>
      year === undefined || serves(measure, start ?? year, year) ? [measure.id] : [],
    ),
  );
  return Uint8Array.from(measures, ({ id }) => (working.has(id) ? 1 : 0));
}

/** By metric: what is missing with these actions done, whatever the assignment. */
export function missingWith(problem: PlanProblem, done: Uint8Array): ReadonlyMap<string, Exact> {
  const metrics = wholeMetrics(problem);
  const missing = new Map(metrics.map(({ metric }) => [metric, ZERO]));
  for (const { metric, missing: amount } of shortIn(metrics, done)) {
    const { metric: name, scale } = metrics[metric] as (typeof metrics)[number];
    missing.set(name, plus(missing.get(name) ?? ZERO, ratio(amount, scale)));
  }
  return missing;
}

export function nothingOf({ actions }: PlanProblem): Uint8Array {
  return new Uint8Array(actions.length);
}

function placesOf({ facilities, sites }: Project): readonly Place[] {
  return [...facilities.map(({ id }) => ({ facility: id })), ...sites.map(({ id }) => ({ site: id }))];
}

function givesIn({ actions }: PlanBasis, at: number): boolean {
  return actions[at]?.gives.some(({ amount }) => compare(amount, ZERO) > 0) === true;
}

/** Open places where nothing that could be done gives anything to anybody. */
export function idle(basis: PlanBasis, isOpen: (place: Place) => boolean): readonly Refusal[] {
  if (basis.metrics.length === 0) return [];
  const open = basis.measures.filter(({ place }) => isOpen(place));
  const places = new Map(open.map(({ place }) => [placeKey(place), place]));
  for (const [at, { place }] of basis.measures.entries())
    if (givesIn(basis, at)) places.delete(placeKey(place));
  return [...places.values()].map((place) => ({ place, why: "nobody-in-reach" }));
}

export interface Lacking {
  readonly metric: string;
  readonly zones: readonly string[];
  readonly missing: Exact;
}

/** What stays missing with more than can be done: at every place all of its measures at once. */
export function lackingOf(problem: PlanProblem, { project, supply }: Pipeline): readonly Lacking[] {
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
