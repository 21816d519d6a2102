import { exact, ratio } from "../../src/core/base/decimal.ts";
import { type Dice, diceOf } from "../../src/core/base/random.ts";
import type { PlanAction, PlanProblem } from "../../src/core/plan/plan-problem.ts";
import type { MeasureTimes } from "../../src/core/plan/years.ts";

/**
 * A tiny plan of one or two metrics: zones that reach facilities as they come, some that no action gives anything, sizes of
 * one place that exclude each other, actions that give both metrics, that cost nothing or give nothing, places where something has to be done.
 */
export function tinyPlan(seed: number): PlanProblem {
  const dice = diceOf(seed, "plan");
  const facilityCount = dice.whole(1, 6);
  const metrics = ["elderly_building_area", "childcare_slots"]
    .slice(0, dice.whole(1, 2))
    .map((metric) => ({ metric, problem: tinyProblem(dice, facilityCount) }));
  const actions = Array.from({ length: dice.whole(0, 8) }, (_, at): PlanAction => {
    const facility = dice.whole(0, facilityCount - 1);
    return {
      id: `a${at}`,
      cost: dice.chance(0.1) ? exact(0) : amount(dice, 30),
      place: dice.chance(0.3) ? `p${dice.whole(0, 2)}` : `q${at}`,
      gives: metrics.flatMap((_, metric) =>
        dice.chance(0.75) ? [{ metric, facility, amount: amount(dice, 25) }] : [],
      ),
    };
  });
  const places = [...new Set(actions.map(({ place }) => place))];
  return { metrics, actions, required: places.filter(() => dice.chance(0.12)) };
}

function tinyProblem(dice: Dice, facilityCount: number) {
  const needs = Array.from({ length: dice.whole(1, 7) }, () => amount(dice, 20));
  const starts = new Uint32Array(needs.length + 1);
  const facilities: number[] = [];
  for (let zone = 0; zone < needs.length; zone++) {
    for (let facility = 0; facility < facilityCount; facility++)
      if (dice.chance(0.45)) facilities.push(facility);
    starts[zone + 1] = facilities.length;
  }
  const capacities = Array.from({ length: facilityCount }, () =>
    dice.chance(0.4) ? exact(0) : amount(dice, 15),
  );
  return { needs, capacities, starts, facilities: Uint32Array.from(facilities) };
}

function amount(dice: Dice, most: number) {
  return dice.chance(0.3) ? ratio(BigInt(dice.whole(0, most * 7)), 7n) : exact(dice.whole(0, most));
}

/** When each action of a plan can serve from 2026 on, for how long, and what it costs a year. */
export function tinyTimes(seed: number, { actions }: PlanProblem): readonly MeasureTimes[] {
  const dice = diceOf(seed, "times");
  return actions.map(() => ({
    ...(dice.chance(0.4) && { yearly: amount(dice, 5) }),
    ...(dice.chance(0.4) && { earliest: dice.whole(2025, 2028) }),
    ...(dice.chance(0.4) && { lifetime: dice.whole(1, 3) }),
  }));
}
