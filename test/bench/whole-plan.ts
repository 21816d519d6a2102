import { toNumber, ZERO } from "../../src/core/base/decimal.ts";
import type { PlanAim } from "../../src/core/plan/plan-aim.ts";
import type { PlanProblem } from "../../src/core/plan/plan-problem.ts";
import { textOf } from "./location-programme.ts";

/** What counts of what is missing is told in so many parts, since it is small. */
export const PARTS = 1e4;

/**
 * The plan that leaves the least missing for a budget as one programme in the format LP, with all flows in it: y by action, f by
 * link, u by zone what stays missing. `weights` tell by metric what one m² or slot counts.
 */
export function wholePlanProgramme(
  { metrics, actions }: PlanProblem,
  weights: readonly number[],
  purses: PlanAim["purses"],
): string {
  const [objective, rows]: [string[], string[]] = [[], []];
  for (const [metric, { problem }] of metrics.entries()) {
    const { needs, capacities, starts, facilities } = problem;
    const given = Array.from(capacities, (): string[] => []);
    for (const [zone, need] of needs.entries()) {
      const missing = `u${metric}_${zone}`;
      objective.push(`+ ${PARTS * (weights[metric] as number)} ${missing}`);
      const ways = [missing];
      for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
        ways.push(`f${metric}_${link}`);
        given[facilities[link] as number]?.push(`+ f${metric}_${link}`);
      }
      rows.push(`${ways.join(" + ")} = ${toNumber(need)}`);
    }
    for (const [action, { gives }] of actions.entries()) {
      for (const gift of gives)
        if (gift.metric === metric) given[gift.facility]?.push(`- ${toNumber(gift.amount)} y${action}`);
    }
    for (const [facility, terms] of given.entries())
      if (terms.length > 0) rows.push(`${terms.join("\n ")} <= ${toNumber(capacities[facility] ?? ZERO)}`);
  }
  const byPlace = new Map<string, string[]>();
  for (const [action, { place }] of actions.entries())
    byPlace.set(place, [...(byPlace.get(place) ?? []), `y${action}`]);
  for (const names of byPlace.values()) rows.push(`${names.join(" + ")} <= 1`);
  for (const { costs, most } of purses)
    rows.push(
      `${costs.map((cost, action) => `+ ${toNumber(cost)} y${action}`).join("\n ")} <= ${toNumber(most)}`,
    );
  return textOf(
    objective,
    rows,
    [],
    actions.map((_, action) => `y${action}`),
  );
}
