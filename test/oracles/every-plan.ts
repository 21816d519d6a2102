import { compare, type Exact, exact, minus, plus, times, ZERO } from "../../src/core/base/decimal.ts";
import type { PlanProblem } from "../../src/core/plan/plan-problem.ts";
import type { MeasureTimes } from "../../src/core/plan/years.ts";

/** What a plan comes to, and what stays missing of every metric. */
export interface TriedPlan {
  readonly done: Uint8Array;
  readonly cost: Exact;
  /** By metric. */
  readonly missing: readonly Exact[];
}

/** Every plan that does no two things at a place, and something where that is required. */
export function* everyPlan(problem: PlanProblem): Generator<TriedPlan> {
  const { actions, required } = problem;
  for (let marks = 0; marks < 2 ** actions.length; marks++) {
    const done = Uint8Array.from(actions, (_, action) => (marks >> action) & 1);
    const places = actions.filter((_, at) => done[at] === 1).map(({ place }) => place);
    if (new Set(places).size < places.length || !required.every((place) => places.includes(place))) continue;
    const cost = actions.reduce((sum, action, at) => (done[at] === 1 ? plus(sum, action.cost) : sum), ZERO);
    yield { done, cost, missing: problem.metrics.map((_, metric) => missingOf(problem, metric, done)) };
  }
}

/** What is missing: the most, over all sets of zones, of what they need beyond all that they reach (Hall, 1935). */
export function missingOf({ metrics, actions }: PlanProblem, at: number, done: Uint8Array): Exact {
  const { needs, capacities, starts, facilities } = (metrics[at] as PlanProblem["metrics"][number]).problem;
  const holds = capacities.slice();
  for (const [action, { gives }] of actions.entries()) {
    if (done[action] !== 1) continue;
    for (const { metric, facility, amount } of gives) {
      if (metric === at) holds[facility] = plus(holds[facility] as Exact, amount);
    }
  }
  let most = ZERO;
  for (let marks = 0; marks < 2 ** needs.length; marks++) {
    const zones = [...needs.keys()].filter((zone) => (marks >> zone) & 1);
    const reached = new Set(
      zones.flatMap((zone) => [...facilities.subarray(starts[zone], starts[zone + 1])]),
    );
    const need = zones.reduce((sum, zone) => plus(sum, needs[zone] as Exact), ZERO);
    const lack = minus(
      need,
      [...reached].reduce((sum, facility) => plus(sum, holds[facility] as Exact), ZERO),
    );
    if (compare(lack, most) > 0) most = lack;
  }
  return most;
}

/** The least cost that leaves nothing missing; absent where nothing does. */
export function leastToClose(problem: PlanProblem): Exact | undefined {
  return leastToLeave(problem, ZERO, [exact(1), exact(1)]);
}

/** The least cost that leaves no more than this missing, by weight; absent where nothing does. */
export function leastToLeave(
  problem: PlanProblem,
  lack: Exact,
  weights: readonly Exact[],
): Exact | undefined {
  let best: Exact | undefined;
  for (const { cost, missing } of everyPlan(problem)) {
    if (compare(weighed(missing, weights), lack) > 0) continue;
    if (best === undefined || compare(cost, best) < 0) best = cost;
  }
  return best;
}

/** The least that is missing, by weight, of what this money does. */
export function leastLeft(problem: PlanProblem, budget: Exact, weights: readonly Exact[]): Exact | undefined {
  let best: Exact | undefined;
  for (const { cost, missing } of everyPlan(problem)) {
    if (compare(cost, budget) > 0) continue;
    const left = weighed(missing, weights);
    if (best === undefined || compare(left, best) < 0) best = left;
  }
  return best;
}

function weighed(missing: readonly Exact[], weights: readonly Exact[]): Exact {
  return missing.reduce((sum, each, at) => plus(sum, times(weights[at] ?? ZERO, each)), ZERO);
}

/** A plan over several years, and what it comes to in each. */
export interface TriedYears {
  /** By action: the year in which it begins; absent where it is not done. */
  readonly starts: readonly (number | undefined)[];
  /** By year, 万元. */
  readonly spent: readonly Exact[];
  /** By year and metric. */
  readonly missing: readonly (readonly Exact[])[];
}

/** Every plan that begins every action in one of the years or never, and no two at a place. Money is not looked at. */
export function* everyYears(
  problem: PlanProblem,
  times: readonly MeasureTimes[],
  years: readonly number[],
): Generator<TriedYears> {
  const { actions, required, metrics } = problem;
  const known = new Map<string, readonly Exact[]>();
  const missingWith = (done: Uint8Array) => {
    const key = done.join();
    const found = known.get(key) ?? metrics.map((_, metric) => missingOf(problem, metric, done));
    known.set(key, found);
    return found;
  };
  const choices = years.length + 1;
  for (let word = 0; word < choices ** actions.length; word++) {
    const starts = actions.map((_, at) => [undefined, ...years][Math.floor(word / choices ** at) % choices]);
    const places = actions.filter((_, at) => starts[at] !== undefined).map(({ place }) => place);
    if (new Set(places).size < places.length || !required.every((place) => places.includes(place))) continue;
    if (starts.some((start, at) => start !== undefined && start < (times[at]?.earliest ?? 0))) continue;
    const running = years.map((year) =>
      Uint8Array.from(actions, (_, at) => {
        const { lifetime = 1e4 } = times[at] ?? {};
        const start = starts[at];
        return start !== undefined && start <= year && year - start < lifetime ? 1 : 0;
      }),
    );
    yield {
      starts,
      spent: years.map((year, later) =>
        actions.reduce((sum, { cost }, at) => {
          const first = starts[at] === year ? cost : ZERO;
          return plus(sum, plus(first, running[later]?.[at] === 1 ? (times[at]?.yearly ?? ZERO) : ZERO));
        }, ZERO),
      ),
      missing: running.map(missingWith),
    };
  }
}
