import { compare, type Exact, sameAmount } from "../base/decimal.ts";
import { NO_ROW } from "../base/row-map.ts";
import type { Allocation, AllocationProblem } from "./allocation-problem.ts";

/** An allocation of a problem that the next one came from, and which rows of the next one were which of its. */
export interface EarlierAllocation {
  readonly problem: AllocationProblem;
  readonly allocation: Allocation;
  /** By row of the next problem: its row before, or `NO_ROW`; ascending where it is one, as are facilities of one zone. */
  readonly zones: Uint32Array;
  readonly facilities: Uint32Array;
}

/** What differs in the next problem, where it cannot be said that its allocation is as it was. */
export interface Differences {
  /** By link of the next problem: what it carried; 0 for one that is new. */
  readonly amounts: Float64Array;
  /** Rows of the next problem that have another amount, are new, or carried something along a link that is gone. */
  readonly zones: readonly number[];
  /** Rows of the next problem that hold less: links may carry more than there is. */
  readonly lessened: readonly number[];
  /** Other rows that may give more: they hold more, are new, a link to them is, or one that carried something is gone. */
  readonly freed: readonly number[];
}

/** Linear in links. */
export function differencesOf(earlier: EarlierAllocation, next: AllocationProblem): Differences {
  const { problem, allocation } = earlier;
  const amounts = new Float64Array(next.facilities.length);
  const zones: number[] = [];
  const fates = new Uint8Array(next.capacities.length);
  const after = new Uint32Array(problem.capacities.length).fill(NO_ROW);
  for (let row = 0; row < fates.length; row++) {
    const was = earlier.facilities[row] as number;
    if (was !== NO_ROW) after[was] = row;
    const [now, before] = [next.capacities[row] as Exact, problem.capacities[was]];
    if (before !== undefined && sameAmount(now, before)) continue;
    fates[row] = before !== undefined && compare(now, before) < 0 ? LESSENED : FREED;
  }
  function free(row: number): void {
    if (fates[row] !== LESSENED) fates[row] = FREED;
  }
  /** A link of the problem before that is gone. */
  function torn(link: number): boolean {
    if ((allocation.amounts[link] as number) === 0) return false;
    const row = after[problem.facilities[link] as number] as number;
    if (row !== NO_ROW) free(row);
    return true;
  }

  let past = 0;
  for (let zone = 0; zone < next.needs.length; zone++) {
    const was = earlier.zones[zone] as number;
    const [from, end] = [next.starts[zone] as number, next.starts[zone + 1] as number];
    if (was === NO_ROW) {
      zones.push(zone);
      continue;
    }
    // Links of zones that are gone.
    for (; past < (problem.starts[was] as number); past++) torn(past);
    const pastEnd = problem.starts[was + 1] as number;
    let differs = !sameAmount(next.needs[zone], problem.needs[was]);
    for (let link = from; link < end; link++) {
      const facility = next.facilities[link] as number;
      const before = earlier.facilities[facility] as number;
      while (past < pastEnd && before !== NO_ROW && (problem.facilities[past] as number) < before) {
        differs = torn(past++) || differs;
      }
      if (past < pastEnd && problem.facilities[past] === before) {
        amounts[link] = allocation.amounts[past++] as number;
      } else free(facility);
    }
    while (past < pastEnd) differs = torn(past++) || differs;
    if (differs) zones.push(zone);
  }
  for (; past < problem.facilities.length; past++) torn(past);
  const [lessened, freed]: [number[], number[]] = [[], []];
  for (let row = 0; row < fates.length; row++) {
    if (fates[row] === LESSENED) lessened.push(row);
    else if (fates[row] === FREED) freed.push(row);
  }
  return { amounts, zones, lessened, freed };
}

const [LESSENED, FREED] = [1, 2];
