import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compare,
  type Exact,
  exact,
  plus,
  ratio,
  times,
  toNumber,
  ZERO,
} from "../../../src/core/base/decimal.ts";
import { asGiven, lackOfCases } from "../../../src/core/plan/cases.ts";
import type { PlanState } from "../../../src/core/plan/choose-plan.ts";
import type { PlanProblem } from "../../../src/core/plan/plan-problem.ts";
import type { PlanGoal } from "../../../src/core/plan/plan-question.ts";
import { searchPlan } from "../../../src/core/plan/plan-question.ts";
import { type Horizon, type MeasureTimes, overYears } from "../../../src/core/plan/years.ts";
import { loadProgrammes } from "../../../workers/solver/highs-programme.ts";
import { tinyPlan, tinyTimes } from "../../builders/plan-problems.ts";
import { everyYears, type TriedYears } from "../../oracles/every-plan.ts";

const runs = { seed: 1, numRuns: process.env["QUAN_LONG"] ? 1000 : 60 };
const open = await loadProgrammes();
const LIMITS = { rounds: 1000, nodes: 100_000, gap: 0 };
const WEIGHTS = [exact(1), ratio(1n, 2n)];

interface Case {
  readonly problem: PlanProblem;
  readonly times: readonly MeasureTimes[];
  readonly horizon: Horizon & { readonly yearly: readonly Exact[] };
}

/** Few actions, since every one of them may begin in any year. */
function caseOf(seed: number, money: readonly number[], carry: boolean): Case {
  const all = tinyPlan(seed);
  const actions = all.actions.slice(0, 4);
  const required = all.required.filter((place) => actions.some((action) => action.place === place));
  const problem = { ...all, actions, required };
  const years = money.map((_, at) => 2026 + at);
  return { problem, times: tinyTimes(seed, problem), horizon: { years, yearly: money.map(exact), carry } };
}

/** What `planOf` asks, and every state on the way, the last one last. */
function statesOf({ problem, times: timesOf, horizon }: Case, goal: PlanGoal): readonly PlanState[] {
  const yearly = overYears(problem, timesOf, horizon);
  const lacks = (isCounted: (year: number) => boolean) =>
    lackOfCases(
      [asGiven(problem)],
      WEIGHTS.slice(0, problem.metrics.length),
      "worst",
      horizon.years.length,
      isCounted,
    );
  const question = {
    ...{ ...yearly, all: lacks(() => true) },
    last: lacks((year) => year === horizon.years.length - 1),
  };
  const search = searchPlan(question, goal, open, LIMITS);
  const states: PlanState[] = [];
  for (let step = search.next(); ; step = search.next()) {
    states.push(step.value);
    if (step.done) return states;
  }
}

const sum = (amounts: readonly Exact[]) => amounts.reduce(plus, ZERO);
const lack = (missing: readonly Exact[]) => sum(missing.map((each, at) => times(WEIGHTS[at] as Exact, each)));
const allOf = ({ missing }: TriedYears) => sum(missing.map(lack));
const lastOf = ({ missing }: TriedYears) => lack(missing.at(-1) as readonly Exact[]);

/** Plans that the purses pay for: money that is left over lapses, or is carried on. */
function paidFor({ problem, times: timesOf, horizon }: Case): readonly TriedYears[] {
  return [...everyYears(problem, timesOf, horizon.years)].filter(({ spent }) => {
    let left = ZERO;
    return spent.every((amount, at) => {
      const there = plus(horizon.carry ? left : ZERO, horizon.yearly[at] as Exact);
      left = plus(there, times(exact(-1), amount));
      return compare(left, ZERO) >= 0;
    });
  });
}

function least(plans: readonly TriedYears[], by: (plan: TriedYears) => Exact): readonly TriedYears[] {
  const [first] = plans;
  if (first === undefined) return [];
  const best = plans.map(by).reduce((a, b) => (compare(b, a) < 0 ? b : a));
  return plans.filter((plan) => compare(by(plan), best) === 0);
}

/** The plan of a state, among all there are. */
function triedOf({ problem, times: timesOf, horizon }: Case, { done }: PlanState): TriedYears | undefined {
  const { starts } = overYears(problem, timesOf, horizon);
  const began = problem.actions.map(
    (_, action) => starts.find((start, at) => start.action === action && done?.[at] === 1)?.year,
  );
  return [...everyYears(problem, timesOf, horizon.years)].find((plan) => plan.starts.join() === began.join());
}

const money = fc.array(fc.nat(40), { minLength: 1, maxLength: 3 });

describe("a plan over several years", () => {
  it("leaves as little missing, of all years together, as any that the years pay for", () => {
    fc.assert(
      fc.property(fc.nat(1e6), money, fc.boolean(), fc.nat(80), (seed, yearly, carry, budget) => {
        const given = caseOf(seed, yearly, carry);
        const within = paidFor(given).filter(({ spent }) => compare(sum(spent), exact(budget)) <= 0);
        const [best] = least(within, allOf);
        const states = statesOf(given, { for: "budget", budget: exact(budget) });
        const { objective, proved, done } = states.at(-1) as PlanState;
        expect(proved).toBe(true);
        expect(objective && toNumber(objective)).toBe(best && toNumber(allOf(best)));
        if (best === undefined || done === undefined) return;
        const plan = triedOf(given, { of: "lack", done, bound: 0, proved }) as TriedYears;
        expect(within.some(({ starts }) => starts.join() === plan.starts.join())).toBe(true);
        for (const state of states) {
          expect(state.bound).toBeLessThanOrEqual(toNumber(allOf(best)) + 1e-6);
          if (state.objective) expect(compare(state.objective, allOf(best))).toBeGreaterThanOrEqual(0);
        }
      }),
      runs,
    );
  });

  it.each(["close", "most"] as const)(
    "for %s lacks least in the last year, at the least cost of that, and as soon as that does it",
    (goal) => {
      fc.assert(
        fc.property(fc.nat(1e6), money, fc.boolean(), (seed, yearly, carry) => {
          const given = caseOf(seed, yearly, carry);
          const paid = paidFor(given);
          const enough =
            goal === "most" ? least(paid, lastOf) : paid.filter((plan) => compare(lastOf(plan), ZERO) === 0);
          const [best] = least(
            least(enough, ({ spent }) => sum(spent)),
            allOf,
          );
          const found = statesOf(given, { for: goal }).at(-1) as PlanState;
          expect(found.proved).toBe(true);
          expect(found.done === undefined).toBe(best === undefined);
          if (best === undefined) return;
          const plan = triedOf(given, found) as TriedYears;
          for (const by of [lastOf, ({ spent }: TriedYears) => sum(spent), allOf])
            expect(toNumber(by(plan))).toBe(toNumber(by(best)));
          expect(found.objective && toNumber(found.objective)).toBe(toNumber(sum(best.spent)));
          expect(paid.some(({ starts }) => starts.join() === plan.starts.join())).toBe(true);
        }),
        runs,
      );
    },
  );

  it("is no worse with more money, with money that is kept, or with a year more", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(30), fc.integer({ min: 1, max: 2 }), (seed, amount, count) => {
        const lackOf = (yearly: number, years: number, carry: boolean) => {
          const given = caseOf(seed, new Array<number>(years).fill(yearly), carry);
          const { required: _, ...problem } = given.problem;
          const found = statesOf({ ...given, problem: { ...problem, required: [] } }, { for: "most" }).at(-1);
          const plan = triedOf({ ...given, problem: { ...problem, required: [] } }, found as PlanState);
          return lastOf(plan as TriedYears);
        };
        const before = lackOf(amount, count, false);
        for (const after of [
          lackOf(amount + 7, count, false),
          lackOf(amount, count, true),
          lackOf(amount, count + 1, false),
        ])
          expect(compare(after, before)).toBeLessThanOrEqual(0);
      }),
      { ...runs, numRuns: Math.ceil(runs.numRuns / 3) },
    );
  });
});
