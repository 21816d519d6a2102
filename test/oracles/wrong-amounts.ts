import type { Allocation, AllocationProblem } from "../../src/core/allocation/allocation-problem.ts";
import { compare, type Exact, times, toNumber } from "../../src/core/base/decimal.ts";

/**
 * What is wrong with the amounts of a fair allocation: below 0; of a zone not its share of its need; above what a facility
 * holds; or given by a facility to a zone that has more, while one that has less reaches it.
 */
export function wrongAmounts(problem: AllocationProblem, { levels, levelOf, amounts }: Allocation): string[] {
  const { needs, capacities, starts, facilities } = problem;
  const wrong: string[] = [];
  const loads = capacities.map(() => 0);
  const most = capacities.map(() => -1);
  const rows = [...needs.keys()];
  const links = (zone: number) =>
    Array.from(facilities.subarray(starts[zone], starts[zone + 1]), (facility, at) => ({
      facility,
      amount: amounts[(starts[zone] as number) + at] as number,
    }));
  for (const zone of rows) {
    let got = 0;
    for (const { facility, amount } of links(zone)) {
      if (!(amount >= 0)) wrong.push(`zone ${zone} gets ${amount}`);
      got += amount;
      loads[facility] = (loads[facility] as number) + amount;
      if (amount > 0) most[facility] = Math.max(most[facility] as number, levelOf[zone] as number);
    }
    const due = toNumber(times(levels[levelOf[zone] as number] as Exact, needs[zone] as Exact));
    if (!isNear(got, due)) wrong.push(`zone ${zone} gets ${got} and not ${due}`);
  }
  const held = capacities.map(toNumber);
  loads.forEach((load, row) => {
    if (load > (held[row] as number) * (1 + 1e-12)) wrong.push(`facility ${row} gives ${load}`);
  });
  for (const zone of rows) {
    const level = levelOf[zone] as number;
    if (compare(levels[level] as Exact, { numerator: 1n, denominator: 1n }) === 0) continue;
    for (const { facility } of links(zone)) {
      if (!isNear(loads[facility] as number, held[facility] as number))
        wrong.push(`room is left at ${facility}`);
      if ((most[facility] as number) > level) wrong.push(`facility ${facility} passes zone ${zone} by`);
    }
  }
  return wrong;
}

function isNear(told: number, right: number): boolean {
  return Math.abs(told - right) <= 1e-12 * right;
}
