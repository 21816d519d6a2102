import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact, plus, ratio, ZERO } from "../../../src/core/base/decimal.ts";
import { finish } from "../../../src/core/base/work.ts";
import {
  circleAgainstNetwork,
  circleSummary,
  REACHED_BY,
} from "../../../src/core/network/circle-against-network.ts";
import { nearestOnNetwork } from "../../../src/core/network/nearest-reach.ts";
import { networkReach } from "../../../src/core/network/network-reach.ts";
import { originsApart } from "../../../src/core/network/verdict-speed.ts";
import { coveragesOf } from "../../../src/core/spatial/coverage.ts";
import { reachTable } from "../../../src/core/spatial/straight-reach.ts";
import { east } from "../../builders/rows.ts";
import {
  type DrawnZone,
  originsOfZones,
  placesOfPoints,
  type RandomTown,
  randomTown,
  walkGraph,
} from "../../builders/walk-graphs.ts";

const DETOUR = 1.3;
const MOST = 3000;
const runs = (few: number) => ({ seed: 1, numRuns: process.env.QUAN_LONG ? 50 * few : few });

function compared({ nodes, stretches, zones, facilities }: RandomTown, limit: number) {
  const graph = walkGraph(nodes, stretches);
  const origins = originsOfZones(zones);
  const places = placesOfPoints(facilities);
  const apart = originsApart(origins);
  const all = Uint32Array.from(facilities, (_, row) => row);
  const [circle] = finish(coveragesOf(apart, places, all, [limit], DETOUR));
  const network = finish(nearestOnNetwork(graph, apart, places, { limit: MOST }));
  if (circle === undefined) throw new Error("one limit, one coverage");
  return { graph, origins, places, found: circleAgainstNetwork(origins, circle, network, limit) };
}

/** A river runs from west to east between y = 0 and y = 100; its one bridge is 600 m to the east. */
const RIVER: Omit<RandomTown, "zones"> = {
  nodes: [east(0, 0), east(600, 0), east(600, 100), east(0, 100)],
  stretches: [
    { from: 0, to: 1 },
    { from: 1, to: 2 },
    { from: 2, to: 3 },
  ],
  facilities: [east(0, 100)],
};
const point = (x: number, y: number): DrawnZone => ({ kind: "point", places: [east(x, y)] });

describe("the circle against the network", () => {
  const zones: DrawnZone[] = [
    point(0, 0),
    point(300, 100),
    { kind: "buildings", places: [east(0, 0), east(100, 100), east(200, 100), east(5000, 0)] },
    { kind: "entrances", places: [east(0, 0), east(200, 100)] },
    { kind: "none", places: [] },
    point(5000, 0),
  ];

  it("is wrong where a river has one bridge", () => {
    const { found } = compared({ ...RIVER, zones }, 800);
    expect(found.by).toEqual(["circle-only", "both", "circle-only", "both", undefined, "neither"]);
    expect([...found.places]).toEqual([1, 1, 4, 1, 0, 1]);
    expect(REACHED_BY.map((by) => found.counts[by][2])).toEqual([2, 1, 0, 1]);
    // 100 m × 1.3 as the crow flies; 600 m to the bridge, 100 m over it, 600 m back.
    expect(found.shown[0]).toMatchObject({ origin: 0, facility: 0 });
    expect(found.shown[0]?.circle).toBeCloseTo(130, 1);
    expect(found.shown[0]?.network).toBeCloseTo(1300, 0);
    expect(found.shown[2]?.origin).toBe(2);
    expect(found.shown.map((shown) => shown !== undefined)).toEqual([true, false, true, false, false, false]);
  });

  it("is narrower than streets that lead straight there", () => {
    const { found } = compared({ ...RIVER, zones: [point(700, 0), point(590, 100)] }, 760);
    expect(found.by).toEqual(["neither", "network-only"]);
    expect(found.shown[1]?.network).toBeCloseTo(590, 0);
    expect(found.shown[1]?.circle).toBeCloseTo(767, 0);
  });

  it("includes the limit, either way", () => {
    const origins = originsOfZones([point(0, 0), point(0, 0), point(0, 0), point(0, 0)]);
    const nearest = new Uint32Array(4);
    const [at, beyond] = [800, 800.0000001];
    const circle = { nearest, metres: Float64Array.of(at, at, beyond, beyond) };
    const network = { nearest, metres: Float64Array.of(at, beyond, at, beyond) };
    expect(circleAgainstNetwork(origins, circle, network, 800).by).toEqual([...REACHED_BY]);
  });

  it("tells how many people each way reaches", () => {
    const { found } = compared({ ...RIVER, zones }, 800);
    const people = Float64Array.of(100, 10, 40, Number.NaN, 1000, 7);
    const summary = circleSummary(found, people);
    expect(summary.zones).toEqual({ both: 2, "circle-only": 2, "network-only": 0, neither: 1 });
    expect(summary.people).toEqual({
      both: exact(30),
      "circle-only": exact(110),
      "network-only": exact(0),
      neither: exact(17),
    });
    expect([summary.total, summary.withoutNumber, summary.withoutPlace]).toEqual([exact(157), 1, 1]);
  });

  it("counts the places that either table reaches, each once", () => {
    const towns = fc.integer({ min: 0, max: 1e9 }).map((seed) => randomTown(seed, false));
    fc.assert(
      fc.property(towns, fc.integer({ min: 0, max: 900 }), (town, limit) => {
        const { graph, origins, places, found } = compared(town, limit);
        const circle = finish(reachTable(origins, places, limit, DETOUR));
        const { table: network } = finish(networkReach(graph, origins, places, { limit }));
        const apart = originsApart(origins);
        const eachCircle = finish(reachTable(apart, places, limit, DETOUR));
        const { table: eachWalk } = finish(networkReach(graph, apart, places, { limit }));
        const reaches = ({ starts }: typeof circle, row: number) =>
          (starts[row] ?? 0) < (starts[row + 1] ?? 0);
        town.zones.forEach(({ kind, places: at }, zone) => {
          const rows = at.map((_, i) => (origins.starts[zone] ?? 0) + i);
          const ways =
            kind === "entrances"
              ? [[reaches(circle, zone), reaches(network, zone)] as const]
              : rows.map((row) => [reaches(eachCircle, row), reaches(eachWalk, row)] as const);
          const number = (straight: boolean, walked: boolean) =>
            ways.filter(([c, n]) => c === straight && n === walked).length;
          expect(REACHED_BY.map((by) => found.counts[by][zone])).toEqual([
            number(true, true),
            number(true, false),
            number(false, true),
            number(false, false),
          ]);
          const shown = found.shown[zone];
          const by = found.by[zone];
          expect(shown !== undefined).toBe(by === "circle-only" || by === "network-only");
          if (shown === undefined) return;
          expect(shown.circle <= limit).toBe(by === "circle-only");
          expect(shown.network <= limit).toBe(by === "network-only");
          expect(rows).toContain(shown.origin);
        });
        const summary = circleSummary(
          found,
          Float64Array.from(town.zones, () => 100),
        );
        expect(REACHED_BY.reduce((sum, by) => plus(sum, summary.people[by]), ZERO)).toEqual(summary.total);
        expect(summary.total).toEqual(
          ratio(BigInt(100 * town.zones.filter(({ kind }) => kind !== "none").length), 1n),
        );
      }),
      runs(40),
    );
  });
});
