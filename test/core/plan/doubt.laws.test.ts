import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compare,
  type Exact,
  exact,
  over,
  plus,
  ratio,
  times,
  toNumber,
  ZERO,
} from "../../../src/core/base/decimal.ts";
import {
  asGiven,
  type Doubt,
  lackOfCases,
  overCases,
  type PlanCase,
  withPeople,
} from "../../../src/core/plan/cases.ts";
import type { PlanState } from "../../../src/core/plan/choose-plan.ts";
import { type Doubts, searchUnderDoubt } from "../../../src/core/plan/doubt.ts";
import type { PlanProblem } from "../../../src/core/plan/plan-problem.ts";
import type { PlanGoal } from "../../../src/core/plan/plan-question.ts";
import { loadProgrammes } from "../../../workers/solver/highs-programme.ts";
import { tinyPlan } from "../../builders/plan-problems.ts";
import { everyPlan, missingOf, type TriedPlan } from "../../oracles/every-plan.ts";

const runs = { seed: 1, numRuns: process.env["QUAN_LONG"] ? 1000 : 60 };
const open = await loadProgrammes();
const LIMITS = { rounds: 1000, nodes: 100_000, gap: 0 };
const WEIGHTS = [exact(1), ratio(1n, 2n)];

/** A tiny plan with few actions, and every facility of it as one that may be lost. */
function doubtsOf(seed: number): Doubts {
  const all = tinyPlan(seed);
  const actions = all.actions.slice(0, 6);
  const required = all.required.filter((place) => actions.some((action) => action.place === place));
  // Other facilities are nearer in the second metric: the other's links, as if people walked faster.
  const problem: PlanProblem = { ...all, actions, required };
  const given = asGiven(problem);
  const facilities = [...(problem.metrics[0]?.problem.capacities ?? []).keys()];
  return {
    problem,
    cases: [given, withPeople(given, 0.9), withPeople(given, 1.5), reaching(given)],
    losses: facilities.map((at) => ({
      facility: `f${at}`,
      rooms: problem.metrics.map(({ problem: { capacities } }, metric) => ({
        ...{ metric, at, holds: capacities[at] as Exact },
      })),
      isIts: () => true,
    })),
  };
}

/** Everybody reaches the first facility too. */
function reaching(given: PlanCase): PlanCase {
  const metrics = given.metrics.map(({ metric, problem }) => {
    const lists = problem.needs.map((_, zone) => [
      ...new Set([0, ...problem.facilities.subarray(problem.starts[zone], problem.starts[zone + 1])]),
    ]);
    const starts = new Uint32Array(lists.length + 1);
    for (const [zone, list] of lists.entries()) starts[zone + 1] = (starts[zone] as number) + list.length;
    return { metric, problem: { ...problem, starts, facilities: Uint32Array.from(lists.flat()) } };
  });
  return { ...given, name: "reach", metrics };
}

/** Of a case, by brute force. */
function lackIn({ problem }: Doubts, { metrics, gives }: PlanCase, { done }: TriedPlan): Exact {
  const actions = problem.actions.map((action, at) => ({ ...action, gives: gives[at] ?? [] }));
  return metrics
    .map((_, at) => times(WEIGHTS[at] as Exact, missingOf({ metrics, actions, required: [] }, at, done)))
    .reduce(plus, ZERO);
}

/** Nothing is there, and nothing is given there. */
function without({ metrics, gives }: PlanCase, facility: number): PlanCase {
  return {
    name: "",
    metrics: metrics.map(({ metric, problem }) => ({
      metric,
      problem: {
        ...problem,
        capacities: problem.capacities.map((holds, at) => (at === facility ? ZERO : holds)),
      },
    })),
    gives: gives.map((gifts) => gifts.filter((gift) => gift.facility !== facility)),
  };
}

const most = (amounts: readonly Exact[]) => amounts.reduce((a, b) => (compare(b, a) > 0 ? b : a), ZERO);

/** What counts as missing: the worst of all cases and losses, or the mean of the cases and the worst loss. */
function lackOf(doubts: Doubts, doubt: Doubt, plan: TriedPlan): Exact {
  const given = doubts.cases[0] as PlanCase;
  const losses = doubts.losses.map((_, facility) => without(given, facility));
  const [cases, lost] = [doubts.cases, losses].map((of) => of.map((each) => lackIn(doubts, each, plan)));
  if (cases === undefined || lost === undefined) return ZERO;
  if (doubt === "worst") return most([...cases, ...lost]);
  return over([...cases, most(lost)].reduce(plus, ZERO), exact(cases.length + 1));
}

function statesOf(doubts: Doubts, doubt: Doubt, goal: PlanGoal): readonly PlanState[] {
  const weights = WEIGHTS.slice(0, doubts.problem.metrics.length);
  const nothing = new Uint8Array(doubts.problem.actions.length);
  const search = searchUnderDoubt(doubts, {
    ...{ goal, doubt, weights, open, limits: LIMITS },
    spread: {
      ask: (cases) => ({
        problem: overCases(doubts.problem, cases),
        ...{ last: lackOfCases(cases, weights, doubt), purses: [] },
      }),
      eachOf: (done) => [done ?? nothing],
      lastOf: (done) => done ?? nothing,
    },
  });
  const states: PlanState[] = [];
  for (let step = search.next(); ; step = search.next()) {
    states.push(step.value);
    if (step.done) return states;
  }
}

describe("a plan under doubt", () => {
  it.each(["worst", "average"] as const)(
    "leaves as little missing at %s as any within the budget",
    (doubt) => {
      fc.assert(
        fc.property(fc.nat(1e6), fc.nat(60), (seed, money) => {
          const doubts = doubtsOf(seed);
          const lacks = [...everyPlan(doubts.problem)]
            .filter(({ cost }) => compare(cost, exact(money)) <= 0)
            .map((plan) => ({ plan, lack: lackOf(doubts, doubt, plan) }));
          const best = lacks
            .map(({ lack }) => lack)
            .reduce<Exact | undefined>((a, b) => (a === undefined || compare(b, a) < 0 ? b : a), undefined);
          const states = statesOf(doubts, doubt, { for: "budget", budget: exact(money) });
          const { done, objective, proved, bound } = states.at(-1) as PlanState;
          expect(objective && toNumber(objective)).toBe(best && toNumber(best));
          expect(proved || toNumber(objective ?? ZERO) - bound < 1e-6).toBe(true);
          if (best === undefined || done === undefined) return;
          const found = lacks.find(({ plan }) => plan.done.join() === done.join());
          expect(found && toNumber(found.lack)).toBe(toNumber(best));
          for (const state of states) expect(state.bound).toBeLessThanOrEqual(toNumber(best) + 1e-6);
        }),
        runs,
      );
    },
  );

  it("that closes everything in every case costs as little as any that does", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.constantFrom("worst" as const, "average" as const), (seed, doubt) => {
        const doubts = doubtsOf(seed);
        const closing = [...everyPlan(doubts.problem)].filter(
          (plan) => compare(lackOf(doubts, "worst", plan), ZERO) === 0,
        );
        const least = closing.map(({ cost }) => toNumber(cost)).sort((a, b) => a - b)[0];
        const { objective, done, proved } = statesOf(doubts, doubt, { for: "close" }).at(-1) as PlanState;
        expect(proved).toBe(true);
        expect(objective && toNumber(objective)).toBe(least);
        if (done) expect(closing.some((plan) => plan.done.join() === done.join())).toBe(true);
      }),
      runs,
    );
  });

  it("is never better at worst with a case more", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(60), fc.nat(3), (seed, money, kept) => {
        const doubts = doubtsOf(seed);
        const fewer = {
          ...doubts,
          cases: doubts.cases.slice(0, kept + 1),
          losses: doubts.losses.slice(kept),
        };
        const [less, more] = [fewer, doubts].map(
          (of) => statesOf(of, "worst", { for: "budget", budget: exact(money) }).at(-1)?.objective,
        );
        expect(less === undefined).toBe(more === undefined);
        if (less && more) expect(compare(more, less)).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });
});
