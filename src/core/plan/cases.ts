import { compare, type Exact, exact, minus, over, times, ZERO } from "../base/decimal.ts";
import { holdsWith, missingOf } from "./missing-of.ts";
import type { Lack } from "./plan-aim.ts";
import type { Gift, PlanMetric, PlanProblem } from "./plan-problem.ts";

/** How a plan is to be good under doubt: in the worst case, or on average of them. */
export type Doubt = "worst" | "average";

/** A problem as it might be: other needs, links or capacities, and what actions give then. */
export interface PlanCase {
  readonly name: string;
  /** As many in every case, in the same order: those of the problem, and copies that it may be asked with. */
  readonly metrics: readonly PlanMetric[];
  /** By action. */
  readonly gives: readonly (readonly Gift[])[];
  /** Of losses of one facility each only the worst counts. */
  readonly isLoss?: true;
}

/** As it is taken to be. */
export function asGiven({ metrics, actions }: Pick<PlanProblem, "metrics" | "actions">): PlanCase {
  return { name: "as-given", metrics, gives: actions.map(({ gives }) => gives) };
}

/** With so many times the people. */
export function withPeople(of: PlanCase, factor: number): PlanCase {
  const metrics = of.metrics.map(({ metric, problem }) => ({
    metric,
    problem: { ...problem, needs: problem.needs.map((need) => times(need, exact(factor))) },
  }));
  return { ...of, name: `people ${factor}`, metrics };
}

/** Where one facility stands, and what it holds there without any action. */
export interface LostRoom {
  readonly metric: number;
  readonly at: number;
  readonly holds: Exact;
}

/** Without one facility: what it holds, and what actions would give there. `isIts` tells whether the gifts of an action are. */
export function withLoss(
  of: PlanCase,
  facility: string,
  rooms: readonly LostRoom[],
  isIts: (action: number) => boolean,
): PlanCase {
  const metrics = of.metrics.map(({ metric, problem }, index) => {
    const capacities = problem.capacities.slice();
    for (const room of rooms)
      if (room.metric === index) capacities[room.at] = minus(capacities[room.at] as Exact, room.holds);
    return { metric, problem: { ...problem, capacities } };
  });
  const isLost = (gift: Gift) =>
    rooms.some(({ metric, at }) => gift.metric === metric && gift.facility === at);
  const gives = of.gives.map((gifts, action) =>
    isIts(action) ? gifts.filter((gift) => !isLost(gift)) : gifts,
  );
  return { name: `loss ${facility}`, metrics, gives, isLoss: true };
}

/** All cases in one problem: its metrics are those of the first, then of the next. */
export function overCases(problem: PlanProblem, cases: readonly PlanCase[]): PlanProblem {
  const count = cases[0]?.metrics.length ?? 0;
  return {
    ...problem,
    metrics: cases.flatMap(({ metrics }) => metrics),
    actions: problem.actions.map((action, at) => ({
      ...action,
      gives: cases.flatMap(({ gives }, later) =>
        (gives[at] ?? []).map((gift) => ({ ...gift, metric: later * count + gift.metric })),
      ),
    })),
  };
}

/**
 * How what is missing is counted over the cases and years of a problem: of the worst case; or on average of the cases, of
 * which all losses of one facility are one, at its worst. `weights` are by metric of one case; `isCounted` tells by place
 * among the years.
 */
export function lackOfCases(
  cases: readonly PlanCase[],
  weights: readonly Exact[],
  doubt: Doubt,
  yearCount = 1,
  isCounted: (year: number) => boolean = () => true,
): Lack {
  const of = (wanted: PlanCase, weight: (each: Exact) => Exact) =>
    Array.from({ length: yearCount }, (_, year) =>
      cases.flatMap((each) =>
        weights.map((one) => (each === wanted && isCounted(year) ? weight(one) : ZERO)),
      ),
    ).flat();
  if (doubt === "worst") return [cases.map((each) => of(each, (one) => one))];
  const [given] = cases;
  const [losses, others] = [cases.filter(({ isLoss }) => isLoss), cases.filter(({ isLoss }) => !isLoss)];
  const count = exact(others.length + (losses.length > 0 ? 1 : 0));
  const part = (one: Exact) => over(one, count);
  return [
    ...others.map((each) => [of(each, part)]),
    // Losing nothing is never worse than losing something.
    ...(losses.length > 0 && given ? [[given, ...losses].map((each) => of(each, part))] : []),
  ];
}

/** By metric of a case: what is missing in it with these actions done. */
export function missingInCase(
  { metrics, gives }: PlanCase,
  { actions }: Pick<PlanProblem, "actions">,
  done: Uint8Array,
): readonly Exact[] {
  const problem = { metrics, actions: actions.map((action, at) => ({ ...action, gives: gives[at] ?? [] })) };
  return metrics.map((each, at) => missingOf({ ...each.problem, capacities: holdsWith(problem, at, done) }));
}

/** Of the first with the most. */
export function worstOf<Of>(all: readonly Of[], by: (each: Of) => Exact): Of | undefined {
  let worst: Of | undefined;
  for (const each of all) if (worst === undefined || compare(by(each), by(worst)) > 0) worst = each;
  return worst;
}
