import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, exact, plus, ratio, times, toNumber, ZERO } from "../../../src/core/base/decimal.ts";
import { diceOf } from "../../../src/core/base/random.ts";
import { asGiven, missingInCase, overCases } from "../../../src/core/plan/cases.ts";
import { choosePlan, type PlanState } from "../../../src/core/plan/choose-plan.ts";
import { type WorseOff, weightsWith, withWorseOff } from "../../../src/core/plan/equity.ts";
import { holdsWith } from "../../../src/core/plan/missing-of.ts";
import { leastLack } from "../../../src/core/plan/plan-aim.ts";
import type { PlanProblem } from "../../../src/core/plan/plan-problem.ts";
import { loadProgrammes } from "../../../workers/solver/highs-programme.ts";
import { tinyPlan } from "../../builders/plan-problems.ts";
import { everyPlan } from "../../oracles/every-plan.ts";
import { leastWeighed } from "../../oracles/weighed-service.ts";

const runs = { seed: 1, numRuns: process.env["QUAN_LONG"] ? 1000 : 60 };
const open = await loadProgrammes();
const LIMITS = { rounds: 1000, nodes: 100_000, gap: 0 };
const WEIGHTS = [exact(1), ratio(1n, 2n)];

/** A tiny plan with a few actions, and zones that are worse off by lot: those of a copy are in every later one as well. */
function unequal(seed: number): { readonly problem: PlanProblem; readonly copies: readonly WorseOff[] } {
  const all = tinyPlan(seed);
  const dice = diceOf(seed, "equity");
  const actions = all.actions.slice(0, 5);
  const required = all.required.filter((place) => actions.some((action) => action.place === place));
  const copies = all.metrics.flatMap(({ problem: { needs } }, metric) => {
    const steps = needs.map(() => dice.whole(0, 3));
    return [0, 1, 2].flatMap((step): WorseOff[] => {
      const zones = Uint8Array.from(steps, (each) => (each <= step ? 1 : 0));
      return zones.includes(1) ? [{ metric, zones, times: ratio(BigInt(dice.whole(1, 9)), 2n) }] : [];
    });
  });
  return { problem: { ...all, actions, required }, copies };
}

/** What each plan leaves, what somebody lacks counting by all copies that its zone is in. */
async function lackOf({ problem, copies }: ReturnType<typeof unequal>, done: Uint8Array): Promise<number> {
  let lack = 0;
  for (const [at, { problem: of }] of problem.metrics.entries()) {
    const weights = of.needs.map((_, zone) =>
      copies
        .filter(({ metric, zones }) => metric === at && zones[zone] === 1)
        .reduce((sum, copy) => sum + toNumber(copy.times), 1),
    );
    const capacities = [...holdsWith(problem, at, done)];
    lack += toNumber(WEIGHTS[at] ?? ZERO) * (await leastWeighed({ ...of, capacities }, weights));
  }
  return lack;
}

describe("what the worse off lack", () => {
  it("counts as if rooms went to those who count most", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1e6), async (seed) => {
        const town = unequal(seed);
        const given = withWorseOff(asGiven(town.problem), town.copies);
        const weights = weightsWith(WEIGHTS.slice(0, town.problem.metrics.length), town.copies);
        for (const { done } of [...everyPlan(town.problem)].slice(0, 6)) {
          const lack = missingInCase(given, town.problem, done)
            .map((missing, at) => times(missing, weights[at] ?? ZERO))
            .reduce(plus, ZERO);
          expect(toNumber(lack)).toBeCloseTo(await lackOf(town, done), 6);
        }
      }),
      runs,
    );
  });

  it("is as little with the plan found as with any within the budget", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1e6), fc.nat(60), async (seed, money) => {
        const town = unequal(seed);
        const wide = overCases(town.problem, [withWorseOff(asGiven(town.problem), town.copies)]);
        const weights = weightsWith(WEIGHTS.slice(0, town.problem.metrics.length), town.copies);
        const within = [...everyPlan(town.problem)].filter(({ cost }) => compare(cost, exact(money)) <= 0);
        const lacks = await Promise.all(within.map(({ done }) => lackOf(town, done)));
        const search = choosePlan(wide, leastLack(wide, exact(money), weights), open, LIMITS);
        const states: PlanState[] = [];
        for (let step = search.next(); ; step = search.next()) {
          states.push(step.value);
          if (step.done) break;
        }
        const { objective, done, proved } = states.at(-1) as PlanState;
        expect(proved).toBe(true);
        expect(objective === undefined).toBe(lacks.length === 0);
        if (objective === undefined || done === undefined) return;
        const least = Math.min(...lacks);
        expect(toNumber(objective)).toBeCloseTo(least, 6);
        expect(await lackOf(town, done)).toBeCloseTo(least, 6);
        for (const { bound } of states) expect(bound).toBeLessThanOrEqual(least + 1e-6);
      }),
      runs,
    );
  });
});
