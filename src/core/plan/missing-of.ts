import { type AllocationProblem, wholeProblem } from "../allocation/allocation-problem.ts";
import { flowNetwork } from "../allocation/flow-network.ts";
import { flowIn } from "../allocation/flow-within.ts";
import { type Exact, plus, ratio } from "../base/decimal.ts";
import type { PlanProblem } from "./plan-problem.ts";

/** What is missing of a metric whatever the assignment. */
export function missingOf(problem: Omit<AllocationProblem, "metres">): Exact {
  const { needs, capacities, scale } = wholeProblem(problem);
  const network = flowNetwork(problem.starts, problem.facilities, capacities.length);
  let missing = 0n;
  for (const need of needs) missing += need;
  for (const amount of flowIn({ network, wants: needs, holds: capacities }).amounts)
    missing -= BigInt(amount);
  return ratio(missing, scale);
}

/** What facilities hold of a metric with these actions done. */
export function holdsWith(
  { metrics, actions }: Pick<PlanProblem, "metrics" | "actions">,
  metric: number,
  done: Uint8Array,
): readonly Exact[] {
  const holds = (metrics[metric]?.problem.capacities ?? []).slice();
  for (const [action, { gives }] of actions.entries()) {
    if (done[action] !== 1) continue;
    for (const gift of gives)
      if (gift.metric === metric) holds[gift.facility] = plus(holds[gift.facility] as Exact, gift.amount);
  }
  return holds;
}
