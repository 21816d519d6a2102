import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AllocationProblem } from "../../../src/core/allocation/allocation-problem.ts";
import { certificatesOf } from "../../../src/core/allocation/certificates.ts";
import { fairAllocation } from "../../../src/core/allocation/fair-allocation.ts";
import {
  bottlenecks,
  firstToRise,
  mostMore,
  servedByMore,
  spareRoom,
  surplusOf,
} from "../../../src/core/allocation/more-capacity.ts";
import { type Shortage, shortageOf, zonesReaching } from "../../../src/core/allocation/shortage.ts";
import {
  compare,
  type Exact,
  exact,
  minus,
  plus,
  ratio,
  times,
  ZERO,
} from "../../../src/core/base/decimal.ts";
import { allocationProblem, tinyProblem, withMoreRoom } from "../../builders/tiny-allocations.ts";
import { slowServed } from "../../oracles/all-cuts.ts";

const RUNS = { seed: 6, numRuns: process.env.QUAN_LONG ? 2000 : 200 };

function shortageIn(problem: AllocationProblem): Shortage {
  const shares = fairAllocation(problem);
  return shortageOf(problem, shares, certificatesOf(problem, shares));
}

function sharesOf(problem: AllocationProblem): readonly Exact[] {
  const { levels, levelOf } = fairAllocation(problem);
  return Array.from(levelOf, (at) => levels[at] as Exact);
}

/** The problem with a facility that holds `amount` and that these zones reach beside those they reach. */
function withPlace(problem: AllocationProblem, reached: readonly number[], amount: Exact): AllocationProblem {
  const { needs, capacities, starts, facilities } = problem;
  const there = new Set(reached);
  return allocationProblem(
    needs,
    [...capacities, amount],
    needs.map((_, zone) => [
      ...facilities.subarray(starts[zone], starts[zone + 1]),
      ...(there.has(zone) ? [capacities.length] : []),
    ]),
  );
}

const gained = (after: AllocationProblem, before: AllocationProblem) =>
  minus(slowServed(after), slowServed(before));

const amountOfRoom = fc.oneof(
  fc.integer({ min: 0, max: 30 }).map(exact),
  fc.constantFrom(ratio(1n, 7n), ratio(5n, 3n), exact(1e9), exact(1e21)),
);

/** Who reaches a place: any zones, ascending, or those who reach a facility there is. */
const placeIn: fc.Arbitrary<(problem: AllocationProblem) => readonly number[]> = fc.oneof(
  fc.array(fc.nat(), { maxLength: 3 }).map(
    (picks) =>
      ({ needs }: AllocationProblem) =>
        [...new Set(picks.map((pick) => pick % needs.length))].sort((a, b) => a - b),
  ),
  fc
    .nat()
    .map((pick) => (problem: AllocationProblem) => [
      ...zonesReaching(shortageIn(problem), pick % problem.capacities.length),
    ]),
);

describe("more room", () => {
  it("serves what is missing of those who reach it, and of those who make room for them", () => {
    // a (needs 100) reaches only the first room (30); b (50) both; c (60) the second (100). b and c lack 10 together.
    const shortage = shortageIn(
      allocationProblem([100, 50, 60, 0].map(exact), [30, 100].map(exact), [[0], [0, 1], [1], []]),
    );
    // At the first room a lacks 70; 10 more come to b and c, as b needs no more of the first.
    expect(mostMore(shortage, zonesReaching(shortage, 0))).toEqual(exact(80));
    // At the second room only what b and c lack.
    expect(mostMore(shortage, zonesReaching(shortage, 1))).toEqual(exact(10));
    expect(bottlenecks(shortage, exact(40)).map(({ facility, served }) => [facility, served])).toEqual([
      [0, exact(40)],
      [1, exact(10)],
    ]);
    expect(firstToRise(shortage, zonesReaching(shortage, 0))).toEqual({
      ...{ zones: Uint32Array.of(0), level: 0, rise: ratio(1n, 100n) },
    });
    expect(firstToRise(shortage, zonesReaching(shortage, 1))).toEqual({
      ...{ zones: Uint32Array.of(1, 2), level: 1, rise: ratio(1n, 110n) },
    });
  });

  it("serves those of one share first, who do not hang together by rooms of a lower one", () => {
    // a and b share the second room by half. c has the first, which a reaches, and is served a fifth of its need.
    const shortage = shortageIn(
      allocationProblem([10, 10, 25].map(exact), [5, 10].map(exact), [[0, 1], [1], [0]]),
    );
    expect([...firstToRise(shortage, Uint32Array.of(0)).zones]).toEqual([0, 1]);
    expect([...firstToRise(shortage, Uint32Array.of(0, 2)).zones]).toEqual([2]);
  });

  it("at a facility serves what the largest flow gains, to the last digit", () => {
    fc.assert(
      fc.property(tinyProblem, fc.nat(), amountOfRoom, (problem, pick, amount) => {
        const facility = pick % problem.capacities.length;
        const shortage = shortageIn(problem);
        const served = servedByMore(shortage, zonesReaching(shortage, facility), amount);
        expect(served).toEqual(gained(withMoreRoom(problem, facility, amount), problem));
      }),
      RUNS,
    );
  });

  it("at a new place serves what the largest flow gains", () => {
    fc.assert(
      fc.property(tinyProblem, placeIn, amountOfRoom, (problem, place, amount) => {
        const reached = place(problem);
        const served = servedByMore(shortageIn(problem), Uint32Array.from(reached), amount);
        expect(served).toEqual(gained(withPlace(problem, reached, amount), problem));
      }),
      RUNS,
    );
  });

  it("serves no less where there is more of it, and never more than is missing", () => {
    fc.assert(
      fc.property(tinyProblem, fc.nat(), amountOfRoom, amountOfRoom, (problem, pick, one, other) => {
        const shortage = shortageIn(problem);
        const reached = zonesReaching(shortage, pick % problem.capacities.length);
        const both = servedByMore(shortage, reached, plus(one, other));
        const first = servedByMore(shortage, reached, one);
        expect(compare(both, first)).toBeGreaterThanOrEqual(0);
        expect(compare(both, plus(first, servedByMore(shortage, reached, other)))).toBeLessThanOrEqual(0);
        const need = problem.needs.reduce(plus, ZERO);
        expect(compare(plus(slowServed(problem), both), need)).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it("raises the shares of those first who are told, alike", () => {
    fc.assert(
      fc.property(tinyProblem, placeIn, (problem, place) => {
        const reached = place(problem);
        const { zones, rise } = firstToRise(shortageIn(problem), Uint32Array.from(reached));
        // Less than any two sums of needs and rooms can differ by.
        const little = ratio(1n, 10n ** 9n);
        const [before, after] = [sharesOf(problem), sharesOf(withPlace(problem, reached, little))];
        const risen = [...before.keys()].filter(
          (zone) => compare(after[zone] as Exact, before[zone] as Exact) > 0,
        );
        expect([...zones]).toEqual(risen);
        for (const zone of risen) {
          expect(minus(after[zone] as Exact, before[zone] as Exact)).toEqual(times(rise, little));
        }
      }),
      RUNS,
    );
  });

  it("ranks bottlenecks by what more room serves, and leaves out where it serves nobody", () => {
    fc.assert(
      fc.property(tinyProblem, amountOfRoom, (problem, amount) => {
        const ranked = bottlenecks(shortageIn(problem), amount);
        const served = ranked.map(({ facility }) => gained(withMoreRoom(problem, facility, amount), problem));
        expect(ranked.map((each) => each.served)).toEqual(served);
        expect(served).toEqual([...served].sort((a, b) => compare(b, a)));
        const told = new Set(ranked.map(({ facility }) => facility));
        expect(told.size).toBe(ranked.length);
        for (const facility of problem.capacities.keys()) {
          const gain = gained(withMoreRoom(problem, facility, exact(1)), problem);
          expect(told.has(facility)).toBe(compare(gain, ZERO) > 0);
        }
      }),
      RUNS,
    );
  });
});

describe("spare room", () => {
  it("is what can be taken away with nobody the worse for it", () => {
    fc.assert(
      fc.property(tinyProblem, fc.nat(), (problem, pick) => {
        const facility = pick % problem.capacities.length;
        const spare = spareRoom(shortageIn(problem), facility);
        const without = (amount: Exact) =>
          slowServed(withMoreRoom(problem, facility, { ...amount, numerator: -amount.numerator }));
        expect(without(spare)).toEqual(slowServed(problem));
        const room = minus(problem.capacities[facility] as Exact, spare);
        if (compare(room, ZERO) === 0) return;
        const more = plus(spare, times(room, ratio(1n, 10n ** 6n)));
        expect(compare(without(more), slowServed(problem))).toBeLessThan(0);
      }),
      RUNS,
    );
  });

  it("in all is what nobody is served with", () => {
    fc.assert(
      fc.property(tinyProblem, (problem) => {
        const room = problem.capacities.reduce(plus, ZERO);
        expect(surplusOf(shortageIn(problem))).toEqual(minus(room, slowServed(problem)));
      }),
      RUNS,
    );
  });
});
