import type { AllocationProblem, FairShares } from "./allocation-problem.ts";
import type { Certificate } from "./certificates.ts";

/** A problem with its fair shares and certificates, and what is looked up of them again and again. */
export interface Shortage {
  readonly problem: AllocationProblem;
  readonly shares: FairShares;
  /** In no particular order; together they hold all zones whose share is below 1, each once. */
  readonly maximal: readonly Certificate[];
  /** By zone: its place in `maximal`, −1 for a zone whose share is 1. */
  readonly certificateOf: Int32Array;
  /** By facility, the zones that reach it: those of facility `f` are `reaching[starts[f]] … reaching[starts[f + 1] − 1]`, ascending. */
  readonly reachingStarts: Uint32Array;
  readonly reaching: Uint32Array;
}

export function shortageOf(
  problem: AllocationProblem,
  shares: FairShares,
  certificates: readonly Certificate[],
): Shortage {
  const maximal = certificates.filter((each) => each.maximal);
  const certificateOf = new Int32Array(problem.needs.length).fill(-1);
  for (const [at, { zones }] of maximal.entries()) for (const zone of zones) certificateOf[zone] = at;
  return { problem, shares, maximal, certificateOf, ...reachedFrom(problem) };
}

/** The zones that reach a facility: rows, ascending. */
export function zonesReaching({ reachingStarts, reaching }: Shortage, facility: number): Uint32Array {
  return reaching.subarray(reachingStarts[facility], reachingStarts[facility + 1]);
}

/** Links the other way about. */
function reachedFrom({
  needs,
  capacities,
  starts,
  facilities,
}: AllocationProblem): Pick<Shortage, "reachingStarts" | "reaching"> {
  const reachingStarts = new Uint32Array(capacities.length + 1);
  for (const facility of facilities) {
    reachingStarts[facility + 1] = (reachingStarts[facility + 1] as number) + 1;
  }
  for (let facility = 0; facility < capacities.length; facility++) {
    reachingStarts[facility + 1] =
      (reachingStarts[facility + 1] as number) + (reachingStarts[facility] as number);
  }
  const next = reachingStarts.slice();
  const reaching = new Uint32Array(facilities.length);
  for (let zone = 0; zone < needs.length; zone++) {
    for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
      const facility = facilities[link] as number;
      reaching[next[facility] as number] = zone;
      next[facility] = (next[facility] as number) + 1;
    }
  }
  return { reachingStarts, reaching };
}
