import fc from "fast-check";
import type { AllocationProblem } from "../../src/core/allocation/allocation-problem.ts";
import { type Exact, exact, ratio } from "../../src/core/base/decimal.ts";

/** Zones by the facilities they reach. */
export function allocationProblem(
  needs: readonly Exact[],
  capacities: readonly Exact[],
  reached: readonly (readonly number[])[],
): AllocationProblem {
  const starts = [0];
  for (const of of reached) starts.push((starts.at(-1) as number) + of.length);
  return {
    needs,
    capacities,
    starts: Uint32Array.from(starts),
    facilities: Uint32Array.from(reached.flat()),
  };
}

/** The problem with so much more room in a facility. */
export function withMoreRoom(problem: AllocationProblem, facility: number, amount: Exact): AllocationProblem {
  const more = (room: Exact, at: number) =>
    at === facility
      ? ratio(
          room.numerator * amount.denominator + amount.numerator * room.denominator,
          room.denominator * amount.denominator,
        )
      : room;
  return { ...problem, capacities: problem.capacities.map(more) };
}

/** Zones that need nothing or reach nobody, facilities without room, ties, amounts that are no whole numbers or huge. */
export const tinyProblem: fc.Arbitrary<AllocationProblem> = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 4 }))
  .chain(([zones, facilities]) =>
    fc.record({
      needs: fc.array(amount(12), { minLength: zones, maxLength: zones }),
      unit: fc.constantFrom(1n, 1n, 1n, 10n ** 18n + 9n),
      capacities: fc.array(amount(16), { minLength: facilities, maxLength: facilities }),
      reached: fc.array(fc.subarray([...new Array(facilities).keys()]), {
        minLength: zones,
        maxLength: zones,
      }),
    }),
  )
  .map(({ needs, capacities, reached, unit }) => {
    const inUnits = (of: readonly Exact[]) =>
      of.map(({ numerator, denominator }) => ratio(numerator * unit, denominator));
    return allocationProblem(inUnits(needs), inUnits(capacities), reached);
  });

function amount(most: number): fc.Arbitrary<Exact> {
  return fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: most }).map(exact), weight: 8 },
    { arbitrary: fc.integer({ min: 0, max: 10 * most }).map((tenths) => exact(tenths / 10)), weight: 2 },
    { arbitrary: fc.integer({ min: 1, max: 3 }).map((part) => ratio(BigInt(part), 3n)), weight: 1 },
  );
}
