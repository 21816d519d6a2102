import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, exact, minus, toNumber } from "../../../src/core/base/decimal.ts";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import { nearestOnNetwork } from "../../../src/core/network/nearest-reach.ts";
import { networkReach } from "../../../src/core/network/network-reach.ts";
import {
  metresAt,
  originsApart,
  speedFor,
  stablePeople,
  verdictMetres,
} from "../../../src/core/network/verdict-speed.ts";
import { coveragesOf } from "../../../src/core/spatial/coverage.ts";
import { east } from "../../builders/rows.ts";
import {
  originsOfZones,
  placesOfPoints,
  type RandomTown,
  randomTown,
  walkGraph,
} from "../../builders/walk-graphs.ts";

const runs = (few: number) => ({ seed: 1, numRuns: process.env.QUAN_LONG ? 50 * few : few });
const towns = fc.integer({ min: 0, max: 1e9 }).map((seed) => randomTown(seed, false));
const FASTEST = 1170;

function nearestIn(town: RandomTown) {
  const graph = walkGraph(town.nodes, town.stretches);
  const origins = originsOfZones(town.zones);
  const facilities = placesOfPoints(town.facilities);
  const apart = originsApart(origins);
  const { metres } = finish(nearestOnNetwork(graph, apart, facilities, { limit: FASTEST }));
  return { graph, origins, facilities, metres };
}

describe("the speed at which a zone is reached", () => {
  const zones = originsOfZones([
    { kind: "point", places: [east(0)] },
    { kind: "buildings", places: [east(0), east(10), east(20), east(30)] },
    { kind: "entrances", places: [east(0), east(10)] },
    { kind: "none", places: [] },
    { kind: "point", places: [east(0)] },
  ]);
  const nearest = Float64Array.of(837, 630, 700, 1170, 1200, 1300, 600, Infinity);

  it("is metres ÷ 900 s: 837 m ask for 0.93 m/s", () => {
    const { part, whole } = verdictMetres(zones, nearest);
    expect([...part]).toEqual([837, 630, 600, Number.NaN, Infinity]);
    expect([...whole]).toEqual([837, Infinity, 600, Number.NaN, Infinity]);
    expect([...part].map(speedFor)).toEqual([0.93, 0.7, 600 / 900, undefined, undefined]);
    expect([metresAt(0.7), metresAt(1.3)]).toEqual([630, 1170]);
  });

  it("is the same for metres beyond the fastest as for none", () => {
    expect(
      verdictMetres(
        zones,
        nearest.map((m) => (m > FASTEST ? Infinity : m)),
      ),
    ).toEqual(verdictMetres(zones, nearest));
  });

  it("is stable for those covered at 0.7 m/s, or not at 1.3 m/s", () => {
    // 100 between; of 40 a quarter is covered, a half between (700, 1170), a quarter not (1200).
    const people = Float64Array.of(100, 40, 7, 1000, Number.NaN);
    const found = stablePeople(zones, nearest, people);
    expect([found.covered, found.uncovered, found.total]).toEqual([exact(17), exact(10), exact(147)]);
    expect([found.withoutNumber, found.withoutPlace]).toEqual([1, 1]);
  });

  it("adds thirds and tenths up exactly", () => {
    const three = { kind: "buildings" as const, places: [east(0), east(1), east(2)] };
    const origins = originsOfZones([three, three, three]);
    const metres = Float64Array.of(1, 700, 700, 1, 700, 700, 1, 700, 700);
    const found = stablePeople(origins, metres, Float64Array.of(0.1, 0.2, 0.3));
    expect(found.covered).toEqual(exact(0.2));
  });

  it("covers the whole zone from there on, along the network", () => {
    fc.assert(
      fc.property(towns, fc.integer({ min: 0, max: FASTEST }), (town, limit) => {
        const { graph, origins, facilities, metres } = nearestIn(town);
        const { part, whole } = verdictMetres(origins, metres);
        const exactLimits = [limit, ...part.filter(Number.isFinite)].slice(0, 4);
        for (const most of exactLimits) {
          const apart = originsApart(origins);
          const { table } = finish(networkReach(graph, apart, facilities, { limit: most }));
          const reached = (origin: number) => (table.starts[origin + 1] ?? 0) > (table.starts[origin] ?? 0);
          town.zones.forEach(({ kind, places }, zone) => {
            if (places.length === 0) return;
            const first = origins.starts[zone] ?? 0;
            const each = places.map((_, i) => reached(first + i));
            const all = kind === "entrances" ? each.some(Boolean) : each.every(Boolean);
            expect((whole[zone] ?? Infinity) <= most).toBe(all);
            expect((part[zone] ?? Infinity) <= most).toBe(each.some(Boolean));
          });
        }
      }),
      runs(40),
    );
  });

  it("covers the whole zone from there on, along straight lines", () => {
    fc.assert(
      fc.property(towns, fc.integer({ min: 0, max: FASTEST }), (town, limit) => {
        const origins = originsOfZones(town.zones);
        const facilities = placesOfPoints(town.facilities);
        const all = Uint32Array.from(town.facilities, (_, row) => row);
        const [each] = finish(coveragesOf(originsApart(origins), facilities, all, [FASTEST], 1.3));
        const [within] = finish(coveragesOf(origins, facilities, all, [limit], 1.3));
        const { part, whole } = verdictMetres(origins, each?.metres ?? new Float64Array());
        within?.covered.forEach((share, zone) => {
          if (Number.isNaN(share)) return;
          expect((whole[zone] ?? Infinity) <= limit).toBe(share === 1);
          expect((part[zone] ?? Infinity) <= limit).toBe(share > 0);
        });
      }),
      runs(40),
    );
  });

  it("leaves fewer people stable between speeds farther apart, and nobody out", () => {
    fc.assert(
      fc.property(
        towns,
        fc.integer({ min: 0, max: 1170 }),
        fc.integer({ min: 0, max: 1170 }),
        (town, a, b) => {
          const { origins, metres } = nearestIn(town);
          const dice = diceOf(a);
          const people = Float64Array.from(town.zones, () =>
            dice.chance(0.2) ? Number.NaN : dice.whole(0, 5000),
          );
          const [slow, fast] = [Math.min(a, b), Math.max(a, b)];
          const wide = stablePeople(origins, metres, people, slow, fast);
          const close = stablePeople(origins, metres, people, slow, slow);
          const between = (found: typeof wide) => minus(minus(found.total, found.covered), found.uncovered);
          expect(toNumber(between(close))).toBe(0);
          expect(compare(between(wide), exact(0))).toBeGreaterThanOrEqual(0);
          const counted = people.filter(
            (count, zone) => !Number.isNaN(count) && town.zones[zone]?.kind !== "none",
          );
          expect(toNumber(wide.total)).toBe(counted.reduce((sum, count) => sum + count, 0));
          expect(wide.withoutNumber + wide.withoutPlace + counted.length).toBe(people.length);
        },
      ),
      runs(40),
    );
  });
});
