import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AllocationProblem, FairShares } from "../../../src/core/allocation/allocation-problem.ts";
import { certificatesOf } from "../../../src/core/allocation/certificates.ts";
import { fairAllocation } from "../../../src/core/allocation/fair-allocation.ts";
import { compare, type Exact, minus, plus, times, ZERO } from "../../../src/core/base/decimal.ts";
import { linksOf, streetProblems, tinyProblems } from "../../builders/allocation-problems.ts";
import { slowServed } from "../../oracles/all-cuts.ts";
import { slowFairShares } from "../../oracles/slow-fair-shares.ts";
import { wrongAmounts } from "../../oracles/wrong-amounts.ts";

const RUNS = process.env.QUAN_LONG ? 2000 : 200;

describe("fair shares", () => {
  it("are those that every set of zones allows", () => {
    check(1, tinyProblems(), (problem) => {
      expect(written(sharesOf(fairAllocation(problem)))).toEqual(written(slowFairShares(problem)));
    });
  });

  it("serve as much as any assignment could", () => {
    check(2, tinyProblems(), (problem) => {
      const served = sumOf(
        sharesOf(fairAllocation(problem)).map((share, zone) => times(share, problem.needs[zone] as Exact)),
      );
      expect(served).toEqual(slowServed(problem));
    });
  });

  it("are carried by links: to every zone its share, within every room, and the worse served first", () => {
    check(3, fc.oneof(tinyProblems(), streetProblems()), (problem) => {
      expect(wrongAmounts(problem, fairAllocation(problem))).toEqual([]);
    });
  });

  it("do not depend on the order of rows", () => {
    const shuffles = fc.tuple(tinyProblems(), fc.infiniteStream(fc.nat()));
    check(4, shuffles, ([problem, dice]) => {
      const order = (count: number) =>
        Array.from({ length: count }, (_, row) => [dice.next().value ?? 0, row] as const)
          .sort(([a], [b]) => a - b)
          .map(([, row]) => row);
      const zones = order(problem.needs.length);
      const rooms = order(problem.capacities.length);
      const links = linksOf(problem);
      const shuffled = withLinks(
        {
          needs: zones.map((zone) => problem.needs[zone] as Exact),
          capacities: rooms.map((room) => problem.capacities[room] as Exact),
        },
        zones.map((zone) => (links[zone] ?? []).map((room) => rooms.indexOf(room)).sort((a, b) => a - b)),
      );
      const told = sharesOf(fairAllocation(shuffled));
      const asked = sharesOf(fairAllocation(problem));
      expect(written(told)).toEqual(written(zones.map((zone) => asked[zone] as Exact)));
    });
  });

  it("never fall for any zone when a room grows", () => {
    check(5, fc.tuple(tinyProblems(), fc.nat(), fc.integer({ min: 1, max: 9 })), ([problem, row, more]) => {
      const grown = problem.capacities.map((capacity, at) =>
        at === row % Math.max(1, problem.capacities.length)
          ? plus(times(capacity, { numerator: BigInt(more + 9), denominator: 9n }), {
              numerator: BigInt(more),
              denominator: 10n ** 9n,
            })
          : capacity,
      );
      const before = sharesOf(fairAllocation(problem));
      sharesOf(fairAllocation({ ...problem, capacities: grown })).forEach((share, zone) => {
        expect(compare(share, before[zone] as Exact)).toBeGreaterThanOrEqual(0);
      });
    });
  });

  it("never fall in order from the worst, nor what is served in all, when a zone reaches one more room", () => {
    check(6, fc.tuple(tinyProblems(), fc.nat(), fc.nat()), ([problem, a, b]) => {
      if (problem.capacities.length === 0) return;
      const [zone, room] = [a % problem.needs.length, b % problem.capacities.length];
      const links = linksOf(problem);
      links[zone] = [...new Set([...(links[zone] ?? []), room])].sort((x, y) => x - y);
      const more = withLinks(problem, links);
      const [before, after] = [problem, more].map((of) => sharesOf(fairAllocation(of)).sort(compare));
      const first = after?.findIndex((share, at) => compare(share, before?.[at] as Exact) !== 0) ?? -1;
      if (first >= 0) expect(compare(after?.[first] as Exact, before?.[first] as Exact)).toBe(1);
      expect(compare(slowServed(more), slowServed(problem))).toBeGreaterThanOrEqual(0);
    });
  });
});

describe("certificates", () => {
  it("hold by themselves, lie in each other or apart, and the maximal ones add up to what is missing", () => {
    check(7, fc.oneof(tinyProblems(), streetProblems()), (problem) => {
      const allocation = fairAllocation(problem);
      const shares = sharesOf(allocation);
      const links = linksOf(problem);
      const certificates = certificatesOf(problem, allocation);
      for (const { zones, facilities, need, capacity, missing, level } of certificates) {
        const reached = new Set([...zones].flatMap((zone) => links[zone] ?? []));
        expect([...facilities]).toEqual([...reached].sort((a, b) => a - b));
        expect([...zones]).toEqual([...zones].sort((a, b) => a - b));
        expect(need).toEqual(sumOf([...zones].map((zone) => problem.needs[zone] as Exact)));
        expect(capacity).toEqual(sumOf([...facilities].map((room) => problem.capacities[room] as Exact)));
        expect(missing).toEqual(minus(need, capacity));
        expect(missing.numerator > 0n).toBe(true);
        expect(Math.max(...[...zones].map((zone) => allocation.levelOf[zone] as number))).toBe(level);
        // All that its rooms hold goes to its zones: with what links carry, the proof that shares are the fair ones.
        const served = [...zones].map((zone) => times(shares[zone] as Exact, problem.needs[zone] as Exact));
        expect(sumOf(served)).toEqual(capacity);
      }
      certificates.forEach((a, at) => {
        const within = certificates.filter(
          (b, other) => other !== at && [...a.zones].some((zone) => b.zones.includes(zone)),
        );
        for (const b of within) {
          const [small, large] = a.zones.length < b.zones.length ? [a, b] : [b, a];
          expect([...small.zones].every((zone) => large.zones.includes(zone))).toBe(true);
          expect(small.level).toBeLessThan(large.level);
        }
        expect(a.maximal).toBe(within.every((b) => b.zones.length < a.zones.length));
      });
      const proved = new Set(certificates.flatMap(({ zones }) => [...zones]));
      const short = [...shares.keys()].filter((zone) => compare(shares[zone] as Exact, ONE) < 0);
      expect([...proved].sort((a, b) => a - b)).toEqual(short);
      const missing = sumOf(certificates.filter(({ maximal }) => maximal).map((each) => each.missing));
      const served = sumOf(shares.map((share, zone) => times(share, problem.needs[zone] as Exact)));
      expect(missing).toEqual(minus(sumOf(problem.needs), served));
    });
  });
});

function check<Of>(seed: number, cases: fc.Arbitrary<Of>, law: (of: Of) => void): void {
  fc.assert(fc.property(cases, law), { seed, numRuns: RUNS });
}

function sharesOf({ levels, levelOf }: FairShares): Exact[] {
  return Array.from(levelOf, (level) => levels[level] as Exact);
}

function written(shares: readonly Exact[]): string[] {
  return shares.map(({ numerator, denominator }) => `${numerator}/${denominator}`);
}

function sumOf(amounts: readonly Exact[]): Exact {
  return amounts.reduce(plus, ZERO);
}

function withLinks(
  { needs, capacities }: Pick<AllocationProblem, "needs" | "capacities">,
  links: readonly (readonly number[])[],
): AllocationProblem {
  const starts = [0];
  for (const of of links) starts.push((starts.at(-1) as number) + of.length);
  return { needs, capacities, starts: Uint32Array.from(starts), facilities: Uint32Array.from(links.flat()) };
}

const ONE: Exact = { numerator: 1n, denominator: 1n };
