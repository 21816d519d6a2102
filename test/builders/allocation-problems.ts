import fc from "fast-check";
import type { AllocationProblem } from "../../src/core/allocation/allocation-problem.ts";
import { exact } from "../../src/core/base/decimal.ts";

/** A problem from lists: by zone the rows of facilities. */
export function allocationProblem(
  needs: readonly number[],
  capacities: readonly number[],
  links: readonly (readonly number[])[],
): AllocationProblem {
  const starts = [0];
  for (const of of links) starts.push((starts.at(-1) as number) + of.length);
  return {
    needs: needs.map(exact),
    capacities: capacities.map(exact),
    starts: Uint32Array.from(starts),
    facilities: Uint32Array.from(links.flat()),
  };
}

/** By zone the rows of facilities that it reaches. */
export function linksOf({ needs, starts, facilities }: AllocationProblem): number[][] {
  return needs.map((_, zone) => [...facilities.subarray(starts[zone], starts[zone + 1])]);
}

/**
 * Amounts that one problem is made of: with ties, in decimals, huge, tiny, both at once, apart by 1e-12 of them, or such
 * that a share times an amount is about 2^53.
 */
const amounts = fc.oneof(
  fc.constant(fc.integer({ min: 0, max: 4 })),
  fc.constant(fc.integer({ min: 0, max: 4000 }).map((tenths) => tenths / 10)),
  fc.constant(fc.integer({ min: 0, max: 2_000_000_000 }).map((each) => each * 1000)),
  fc.constant(fc.integer({ min: 0, max: 9000 }).map((each) => each / 1e9)),
  fc.constant(
    fc.oneof(
      fc.integer({ min: 0, max: 5 }).map((each) => each * 1e12),
      fc.integer({ min: 0, max: 5 }).map((each) => each / 1e9),
    ),
  ),
  fc.constant(fc.integer({ min: -2, max: 2 }).map((each) => 1 + each / 1e12)),
  fc.constant(fc.integer({ min: 30_000_000, max: 90_000_000 })),
  fc.constant(fc.integer({ min: -2, max: 2 }).map((each) => 1e15 + each)),
);

/** Tiny problems of any kind: zones without need or link, facilities without room or link, parts that share nothing. */
export function tinyProblems(zones = 6, facilities = 5): fc.Arbitrary<AllocationProblem> {
  return fc
    .tuple(amounts, fc.integer({ min: 1, max: zones }), fc.integer({ min: 0, max: facilities }))
    .map(
      ([amount, ...counts]) =>
        [fc.oneof({ weight: 8, arbitrary: amount }, fc.constant(0)), ...counts] as const,
    )
    .chain(([amount, zoneCount, facilityCount]) =>
      fc.tuple(
        fc.array(amount, { minLength: zoneCount, maxLength: zoneCount }),
        fc.array(amount, { minLength: facilityCount, maxLength: facilityCount }),
        fc.array(fc.subarray([...new Array(facilityCount).keys()]), {
          minLength: zoneCount,
          maxLength: zoneCount,
        }),
      ),
    )
    .map(([needs, capacities, links]) => allocationProblem(needs, capacities, links));
}

/** Zones along a street, three to a facility, that reach the nearest and the next: shares hang together far away. */
export function streetProblems(): fc.Arbitrary<AllocationProblem> {
  const few = (most: number, count: number) =>
    fc.array(fc.integer({ min: 0, max: most }), { minLength: count, maxLength: count });
  return fc.integer({ min: 2, max: 25 }).chain((facilities) =>
    fc.tuple(few(9, 3 * facilities), few(28, facilities)).map(([needs, capacities]) =>
      allocationProblem(
        needs,
        capacities,
        needs.map((_, zone) =>
          [Math.floor(zone / 3), Math.floor(zone / 3) + 1].filter((facility) => facility < facilities),
        ),
      ),
    ),
  );
}
