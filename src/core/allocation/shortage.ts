import type { AllocationProblem, FairShares } from "./allocation-problem.ts";
import type { Certificate } from "./certificates.ts";
import { type FlowNetwork, flowNetwork } from "./flow-network.ts";

/** A problem with its fair shares and certificates, and what is looked up of them again and again. */
export interface Shortage {
  readonly problem: AllocationProblem;
  readonly shares: FairShares;
  readonly network: FlowNetwork;
  /** In no particular order; together they hold all zones whose share is below 1, each once. */
  readonly maximal: readonly Certificate[];
  /** By zone: its place in `maximal`, −1 for a zone whose share is 1. */
  readonly certificateOf: Int32Array;
}

export function shortageOf(
  problem: AllocationProblem,
  shares: FairShares,
  certificates: readonly Certificate[],
): Shortage {
  const maximal = certificates.filter((each) => each.maximal);
  const certificateOf = new Int32Array(problem.needs.length).fill(-1);
  for (const [at, { zones }] of maximal.entries()) for (const zone of zones) certificateOf[zone] = at;
  const network = flowNetwork(problem.starts, problem.facilities, problem.capacities.length);
  return { problem, shares, network, maximal, certificateOf };
}

/** The zones that reach a facility: rows, ascending. */
export function zonesReaching({ network }: Shortage, facility: number): Uint32Array {
  const { facilityStarts, zones } = network;
  return zones.subarray(facilityStarts[facility], facilityStarts[facility + 1]);
}
