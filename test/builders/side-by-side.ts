import type { AllocationProblem } from "../../src/core/allocation/allocation-problem.ts";
import type { Exact } from "../../src/core/base/decimal.ts";

/** Problems that share nothing as one, their rows in an order that `dice` tells, each problem's own ascending as before. */
export function sideBySide(problems: readonly AllocationProblem[], dice: Iterator<number>) {
  const zones = shuffledIn(
    problems.map(({ needs }) => needs.length),
    dice,
  );
  const facilities = shuffledIn(
    problems.map(({ capacities }) => capacities.length),
    dice,
  );
  const rowOf = problems.map(() => [] as number[]);
  for (const [row, { of, at }] of facilities.entries()) (rowOf[of] as number[])[at] = row;
  const links = zones.map(({ of, at }) => {
    const { starts, facilities: reached, metres } = problems[of] as AllocationProblem;
    const [from, end] = [starts[at] as number, starts[at + 1] as number];
    return Array.from({ length: end - from }, (_, link) => ({
      facility: rowOf[of]?.[reached[from + link] as number] as number,
      metres: metres?.[from + link],
    }));
  });
  const starts = Uint32Array.from([0, ...links.map((of) => of.length)]);
  for (let zone = 0; zone < links.length; zone++) {
    starts[zone + 1] = (starts[zone + 1] as number) + (starts[zone] as number);
  }
  const problem: AllocationProblem = {
    needs: zones.map(({ of, at }) => problems[of]?.needs[at] as Exact),
    capacities: facilities.map(({ of, at }) => problems[of]?.capacities[at] as Exact),
    starts,
    facilities: Uint32Array.from(links.flat(), ({ facility }) => facility),
    ...(problems.every(({ metres }) => metres !== undefined) && {
      metres: Float64Array.from(links.flat(), ({ metres }) => metres as number),
    }),
  };
  return { problem, zones };
}

/** So many rows of each, merged. */
function shuffledIn(counts: readonly number[], dice: Iterator<number>) {
  const order = counts
    .flatMap((count, of) => Array.from({ length: count }, () => ({ of, by: dice.next().value ?? 0 })))
    .sort((a, b) => a.by - b.by);
  const next = counts.map(() => 0);
  return order.map(({ of }) => {
    const at = next[of] as number;
    next[of] = at + 1;
    return { of, at };
  });
}
