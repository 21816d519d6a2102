import type { AllocationProblem } from "../../src/core/allocation/allocation-problem.ts";
import { fairAllocation } from "../../src/core/allocation/fair-allocation.ts";
import { toNumber } from "../../src/core/base/decimal.ts";
import { diceOf } from "../../src/core/base/random.ts";
import {
  enough,
  firstComeFirstServed,
  plainProblem,
  type Shares,
  servedPart,
  totalOf,
  twoStepFloatingCatchment,
} from "./other-methods.ts";

/** How three methods answer which zones have enough, on one city and for one metric. */
export interface MethodsCompared {
  readonly zones: number;
  /** First come, first served, in so many orders of the rows. */
  readonly orders: number;
  /** Zones that have enough in some orders and are short in others. */
  readonly turnWithOrder: number;
  /** Fewest and most zones with enough, over the orders. */
  readonly enoughByOrder: readonly [number, number];
  /** Least and greatest part of all need served, over the orders. */
  readonly servedByOrder: readonly [number, number];
  readonly catchment: {
    readonly enough: number;
    /** Zones that it calls served and the fair allocation short, and the other way round. */
    readonly calledEnough: number;
    readonly calledShort: number;
    readonly served: number;
  };
  readonly fair: {
    readonly enough: number;
    readonly served: number;
    /** Zones whose share is another one in any of the orders: none. */
    readonly turnWithOrder: number;
  };
}

export function compareMethods(problem: AllocationProblem, orders: number): MethodsCompared {
  const zones = problem.needs.length;
  const plain = plainProblem(problem);
  const dice = diceOf(1, "order of rows");
  const byOrder = Array.from({ length: orders }, () =>
    firstComeFirstServed(plain, dice.shuffled([...problem.needs.keys()])),
  );
  const answers = byOrder.map(enough);
  const counts = answers.map(totalOf);
  const served = byOrder.map((shares) => servedPart(plain, shares));
  const fair = fairShares(problem);
  const floating = twoStepFloatingCatchment(plain);
  const [isFair, isFloating] = [enough(fair), enough(floating)];
  return {
    ...{ zones, orders },
    turnWithOrder: countOf(zones, (zone) => new Set(answers.map((answer) => answer[zone])).size > 1),
    enoughByOrder: [Math.min(...counts), Math.max(...counts)],
    servedByOrder: [Math.min(...served), Math.max(...served)],
    catchment: {
      enough: totalOf(isFloating),
      calledEnough: countOf(zones, (zone) => isFloating[zone] === 1 && isFair[zone] === 0),
      calledShort: countOf(zones, (zone) => isFloating[zone] === 0 && isFair[zone] === 1),
      served: servedPart(plain, floating),
    },
    fair: {
      enough: totalOf(isFair),
      served: servedPart(plain, fair),
      turnWithOrder: turned(problem, fair),
    },
  };
}

function fairShares(problem: AllocationProblem): Shares {
  const { levels, levelOf } = fairAllocation(problem);
  const shown = levels.map(toNumber);
  return Float64Array.from(levelOf, (level) => shown[level] as number);
}

/** Zones whose fair share is another one when the rows are turned round. */
function turned(problem: AllocationProblem, shares: Shares): number {
  const { needs, starts, facilities } = problem;
  const order = [...needs.keys()].reverse();
  const links = order.map((zone) => facilities.subarray(starts[zone], starts[zone + 1]));
  const ends = [0];
  for (const of of links) ends.push((ends.at(-1) as number) + of.length);
  const again = fairShares({
    needs: order.map((zone) => needs[zone] as (typeof needs)[number]),
    capacities: problem.capacities,
    starts: Uint32Array.from(ends),
    facilities: Uint32Array.from(links.flatMap((of) => [...of])),
  });
  return countOf(order.length, (at) => again[at] !== shares[order[at] as number]);
}

function countOf(zones: number, is: (zone: number) => boolean): number {
  let count = 0;
  for (let zone = 0; zone < zones; zone++) if (is(zone)) count++;
  return count;
}
