import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, type Exact, exact, ratio, toNumber, ZERO } from "../../../src/core/base/decimal.ts";
import { choosePlan, type PlanState } from "../../../src/core/plan/choose-plan.ts";
import { leastLack, type PlanAim } from "../../../src/core/plan/plan-aim.ts";
import type { PlanProblem } from "../../../src/core/plan/plan-problem.ts";
import { type PlanGoal, searchPlan } from "../../../src/core/plan/plan-question.ts";
import type { OpenProgramme } from "../../../src/core/siting/choice-programme.ts";
import { loadProgrammes } from "../../../workers/solver/highs-programme.ts";
import { tinyPlan } from "../../builders/plan-problems.ts";
import { everyPlan, leastLeft, leastToClose, leastToLeave, missingOf } from "../../oracles/every-plan.ts";

const runs = { seed: 1, numRuns: process.env["QUAN_LONG"] ? 1000 : 60 };
const open = await loadProgrammes();
const LIMITS = { rounds: 1000, nodes: 100_000, gap: 0 };

/** Every state on the way, the last one last. */
function statesOf(problem: PlanProblem, aim: PlanAim): readonly PlanState[] {
  const search = choosePlan(problem, aim, open, LIMITS);
  const states: PlanState[] = [];
  for (let step = search.next(); ; step = search.next()) {
    states.push(step.value);
    if (step.done) return states;
  }
}

/** The least cost with which no more than `most` is missing, by these weights. */
function leastCost(most: Exact, weights: readonly Exact[]): PlanAim {
  return { least: "cost", limits: [{ lack: [[weights]], most }], purses: [] };
}

describe("a plan", () => {
  it("that closes everything costs as little as any that does", () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const problem = tinyPlan(seed);
        const states = statesOf(problem, leastCost(ZERO, [exact(1), exact(1)]));
        const { done, objective, bound, proved } = states.at(-1) as PlanState;
        const least = leastToClose(problem);
        expect(proved).toBe(true);
        expect(objective && toNumber(objective)).toBe(least && toNumber(least));
        if (least === undefined || done === undefined) return;
        expect(problem.metrics.every((_, at) => compare(missingOf(problem, at, done), ZERO) === 0)).toBe(
          true,
        );
        expect([...everyPlan(problem)].some((plan) => plan.done.join() === done.join())).toBe(true);
        expect(bound).toBeCloseTo(toNumber(least), 6);
        for (const state of states) {
          expect(state.bound).toBeLessThanOrEqual(toNumber(least) + 1e-6);
          if (state.objective) expect(compare(state.objective, least)).toBeGreaterThanOrEqual(0);
        }
      }),
      runs,
    );
  });

  it("tells on the way what it looks for: as little missing as can be, then the least cost", () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 60; seed++) {
      const problem = tinyPlan(seed);
      const question = { problem, last: [[[exact(1), exact(1)]]], purses: [] };
      const toldFor = (goal: PlanGoal) => {
        const search = searchPlan(question, goal, open, LIMITS);
        const told: string[] = [];
        for (let step = search.next(); ; step = search.next()) {
          if (step.value.of !== told.at(-1)) told.push(step.value.of);
          if (step.done) return told.join(" ");
        }
      };
      expect(toldFor({ for: "budget", budget: exact(40) })).toBe("lack");
      const most = toldFor({ for: "most" });
      expect(["lack", "lack cost", "cost"]).toContain(most);
      seen.add(most);
      seen.add(`close ${toldFor({ for: "close" })}`);
    }
    expect(seen.has("lack cost")).toBe(true);
    expect(seen.has("close cost")).toBe(true);
    expect(seen.has("close lack cost")).toBe(false);
  });

  it("within a budget leaves as little missing as any that it pays for", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(80), fc.nat(3), (seed, money, weigh) => {
        const problem = tinyPlan(seed);
        const [budget, weights] = [exact(money), [exact(1), ratio(BigInt(weigh), 2n)]];
        const states = statesOf(problem, leastLack(problem, budget, weights));
        const { done, objective, proved } = states.at(-1) as PlanState;
        const least = leastLeft(problem, budget, weights);
        expect(proved).toBe(true);
        expect(objective && toNumber(objective)).toBe(least && toNumber(least));
        if (least === undefined || done === undefined) return;
        const plan = [...everyPlan(problem)].find((each) => each.done.join() === done.join());
        expect(plan && compare(plan.cost, budget)).toBeLessThanOrEqual(0);
        for (const state of states) {
          expect(state.bound).toBeLessThanOrEqual(toNumber(least) + 1e-6);
          if (state.objective) expect(compare(state.objective, least)).toBeGreaterThanOrEqual(0);
        }
      }),
      runs,
    );
  });

  it("that may leave something missing costs as little as any that leaves no more", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(30), (seed, most) => {
        const problem = tinyPlan(seed);
        const [lack, weights] = [ratio(BigInt(most), 3n), [exact(1), ratio(1n, 2n)]];
        const states = statesOf(problem, leastCost(lack, weights));
        const { done, objective, proved } = states.at(-1) as PlanState;
        const least = leastToLeave(problem, lack, weights);
        expect(proved).toBe(true);
        expect(objective && toNumber(objective)).toBe(least && toNumber(least));
        if (least === undefined || done === undefined) return;
        for (const state of states) {
          expect(state.bound).toBeLessThanOrEqual(toNumber(least) + 1e-6);
          if (state.objective) expect(compare(state.objective, least)).toBeGreaterThanOrEqual(0);
        }
      }),
      runs,
    );
  });

  it("is not called the best where the solver may not look for it", () => {
    const stopped: OpenProgramme = (question) => {
      const programme = open(question, 100_000);
      return {
        ...programme,
        choose: (gap) => ({ ...programme.choose(gap), bound: 0, settled: false }),
        relax: () => undefined,
      };
    };
    let unproved = 0;
    for (let seed = 0; seed < 40; seed++) {
      const problem = tinyPlan(seed);
      const aim = leastLack(problem, exact(20), [exact(1), exact(1)]);
      const search = choosePlan(problem, aim, stopped, LIMITS);
      let step = search.next();
      while (!step.done) step = search.next();
      const { objective, proved } = step.value;
      if (objective === undefined || toNumber(objective) === 0) continue;
      expect(proved).toBe(false);
      unproved++;
    }
    expect(unproved).toBeGreaterThan(5);
  });
});
