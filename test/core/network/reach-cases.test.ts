import { describe, expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import type { LngLat } from "../../../src/core/geo/lng-lat.ts";
import { nearestOnNetwork } from "../../../src/core/network/nearest-reach.ts";
import { networkReach } from "../../../src/core/network/network-reach.ts";
import { NO_FACILITY, partOf } from "../../../src/core/spatial/reach-table.ts";
import { east } from "../../builders/rows.ts";
import {
  type DrawnStretch,
  type DrawnZone,
  originsOfZones,
  placesOfPoints,
  walkGraph,
} from "../../builders/walk-graphs.ts";

const point = (at: LngLat): DrawnZone => ({ kind: "point", places: [at] });

interface Drawing {
  readonly nodes: readonly LngLat[];
  readonly stretches: readonly DrawnStretch[];
  readonly zones: readonly DrawnZone[];
  readonly facilities: readonly LngLat[];
}

function reachIn({ nodes, stretches, zones, facilities }: Drawing, limit: number) {
  const graph = walkGraph(nodes, stretches);
  const reach = finish(networkReach(graph, originsOfZones(zones), placesOfPoints(facilities), { limit }));
  const { table } = reach;
  /** Equivalent and real metres, to the centimetre on squared paper; `undefined` beyond the limit. */
  const between = (zone: number, facility: number) => {
    const [from, to] = [table.starts[zone] ?? 0, table.starts[zone + 1] ?? 0];
    const row = table.facilities.subarray(from, to).indexOf(facility) + from;
    return row < from
      ? undefined
      : [table.metres[row] ?? 0, table.walked?.[row] ?? 0].map((m) => Math.round(m));
  };
  return { ...reach, between };
}

/** A street of 400 m to the east. */
const NODES = [east(0), east(400)];
const STREET: readonly DrawnStretch[] = [{ from: 0, to: 1 }];

describe("a walk on the network", () => {
  it("is along the stretch that both ends join, and off it at both", () => {
    const town = {
      nodes: NODES,
      stretches: STREET,
      zones: [point(east(50, 20))],
      facilities: [east(350, -30)],
    };
    expect(reachIn(town, 1000).between(0, 0)).toEqual([350, 350]);
    expect(reachIn(town, 349).between(0, 0)).toBeUndefined();
  });

  it("goes around where a stretch is walked one way only", () => {
    // Forth along the street; back only over a detour of 400 + 2 × 300 m.
    const nodes = [...NODES, east(0, 300), east(400, 300)];
    const oneWay: DrawnStretch = { from: 0, to: 1, back: Infinity };
    const around = [
      { from: 0, to: 2 },
      { from: 2, to: 3 },
      { from: 3, to: 1 },
    ];
    const zones = [point(east(100)), point(east(300))];
    const town = { nodes, stretches: [oneWay, ...around], zones, facilities: [east(100), east(300)] };
    const { between } = reachIn(town, 5000);
    expect(between(0, 1)).toEqual([200, 200]);
    expect(between(1, 0)).toEqual([1200, 1200]);
    expect(between(0, 0)).toEqual([0, 0]);
    expect(reachIn({ ...town, stretches: [oneWay] }, 5000).between(1, 0)).toBeUndefined();
  });

  it("leaves a dead end where it was entered", () => {
    const nodes = [...NODES, east(200), east(200, 150)];
    const stretches = [
      { from: 0, to: 2 },
      { from: 2, to: 1 },
      { from: 2, to: 3 },
    ];
    const town = { nodes, stretches, zones: [point(east(200, 160))], facilities: [east(0), east(400)] };
    const { between } = reachIn(town, 5000);
    expect([between(0, 0), between(0, 1)]).toEqual([
      [360, 360],
      [360, 360],
    ]);
  });

  it("never crosses to an island", () => {
    const nodes = [...NODES, east(0, 20), east(400, 20)];
    const stretches = [...STREET, { from: 2, to: 3 }];
    const town = {
      nodes,
      stretches,
      zones: [point(east(100, 5)), point(east(100, 15))],
      facilities: [east(300)],
    };
    const { between, notJoined } = reachIn(town, 5000);
    expect([between(0, 0), between(1, 0)]).toEqual([[205, 205], undefined]);
    expect(notJoined.zones).toHaveLength(0);
  });

  it("from a node is the same by whichever stretch it joined", () => {
    const nodes = [east(0), east(200), east(400), east(200, 300)];
    const oneWay = [
      { from: 0, to: 1, back: Infinity },
      { from: 1, to: 2, back: Infinity },
      { from: 3, to: 1, back: 2 },
    ];
    const town = { nodes, zones: [point(east(200))], facilities: [east(0), east(400), east(200, 300)] };
    for (const stretches of [oneWay, [...oneWay].reverse()]) {
      const { between } = reachIn({ ...town, stretches }, 5000);
      expect([between(0, 0), between(0, 1), between(0, 2)]).toEqual([undefined, [200, 200], [600, 300]]);
    }
  });

  it("prefers the way that costs less, and tells its real metres", () => {
    // 400 m of steps at twice the effort, or 600 m around.
    const nodes = [...NODES, east(200, 223.6)];
    const stretches = [
      { from: 0, to: 1, forth: 2, back: 1 },
      { from: 0, to: 2 },
      { from: 2, to: 1 },
    ];
    const zones = [point(east(0)), point(east(400))];
    const { between } = reachIn({ nodes, stretches, zones, facilities: [east(0), east(400)] }, 5000);
    expect(between(0, 1)).toEqual([600, 600]);
    expect(between(1, 0)).toEqual([400, 400]);
  });

  it("of equal effort is the one with fewer real metres", () => {
    const nodes = [...NODES, ...NODES];
    const stretches = [
      { from: 0, to: 1, forth: 2 },
      { from: 0, to: 1, by: [east(200, 0.001)], forth: 2 },
    ];
    const zones = [point(east(0))];
    const drawn = walkGraph(nodes, stretches);
    const same = { ...drawn, metres: Float64Array.of(400, 800), forth: Float32Array.of(2, 1) };
    for (const graph of [
      same,
      { ...same, metres: same.metres.toReversed(), forth: same.forth.toReversed() },
    ]) {
      const { table } = finish(
        networkReach(graph, originsOfZones(zones), placesOfPoints([east(400)]), { limit: 1000 }),
      );
      expect([table.metres[0], table.walked?.[0]]).toEqual([800, 400]);
    }
  });

  it("includes the limit", () => {
    const town = { nodes: NODES, stretches: STREET, zones: [point(east(50))], facilities: [east(350)] };
    const metres = reachIn(town, 1000).table.metres[0] ?? Number.NaN;
    expect(reachIn(town, metres).table.metres).toHaveLength(1);
    expect(reachIn(town, metres - 1e-9).table.metres).toHaveLength(0);
  });
});

describe("a zone", () => {
  /** A street of 3 km to the east. */
  const street = { nodes: [east(0), east(3000)], stretches: STREET };

  it("1.4 km across reaches with a part of its sample, or with the nearest of its entrances", () => {
    const places = Array.from({ length: 15 }, (_, i) => east(100 * i, 10));
    const zones: DrawnZone[] = [
      { kind: "sample", places },
      { kind: "entrances", places },
    ];
    const { table, between } = reachIn({ ...street, zones, facilities: [east(1600)] }, 800);
    // From 1,400 m it is 210 m; from 1,000 m 610 m; from 800 m 810 m, which is too far. So 900 … 1,400 m: six of 15.
    expect([between(0, 0), between(1, 0)]).toEqual([
      [210, 210],
      [210, 210],
    ]);
    expect([partOf(table, 0, 0), partOf(table, 1, 1)]).toEqual([6 / 15, 1]);
  });

  it("is listed where none of its places is near the network; one that is counts for its part", () => {
    const zones: DrawnZone[] = [
      { kind: "buildings", places: [east(1000, 20), east(1000, 900)] },
      { kind: "buildings", places: [east(1000, 800), east(1000, 900)] },
      { kind: "none", places: [] },
    ];
    const facilities = [east(1100), east(1100, 400), { lng: Number.NaN, lat: Number.NaN }];
    const { table, notJoined } = reachIn({ ...street, zones, facilities }, 800);
    expect(partOf(table, 0, 0)).toBe(0.5);
    expect([[...notJoined.zones], [...notJoined.facilities]]).toEqual([[1], [1]]);
  });

  it("has the first of two for its nearest though the walk to the other is found sooner", () => {
    // From the end of its street to the second 200 m in one stretch, to the first 200 m in two.
    const drawn = walkGraph(
      [east(0), east(100), east(0, 200), east(0, -200), east(-100)],
      [
        { from: 1, to: 0 },
        { from: 2, to: 1 },
        { from: 3, to: 0 },
        { from: 0, to: 4 },
      ],
    );
    const graph = { ...drawn, metres: Float64Array.of(100, 100, 200, 100) };
    const facilities = placesOfPoints([east(0, 200), east(0, -200)]);
    const zones = originsOfZones([point(east(-100))]);
    const found = finish(nearestOnNetwork(graph, zones, facilities, { limit: 1000 }));
    expect([found.nearest[0], found.metres[0]]).toEqual([0, 300]);
  });

  it("has the first of two for its nearest though they stand at different entrances of it", () => {
    const graph = walkGraph(street.nodes, street.stretches);
    const zone: DrawnZone = { kind: "entrances", places: [east(0), east(3000)] };
    for (const facilities of [zone.places, zone.places.toReversed()]) {
      const found = finish(
        nearestOnNetwork(graph, originsOfZones([zone]), placesOfPoints(facilities), { limit: 1000 }),
      );
      expect([found.nearest[0], found.metres[0]]).toEqual([0, 0]);
    }
  });

  it("has the first of two facilities that are equally near for its nearest", () => {
    const graph = walkGraph(street.nodes, street.stretches);
    const facilities = placesOfPoints([
      east(2000),
      east(700),
      east(700),
      { lng: Number.NaN, lat: Number.NaN },
    ]);
    const zones = originsOfZones([point(east(600)), point(east(1900)), point(east(0, 400))]);
    const found = finish(nearestOnNetwork(graph, zones, facilities, { limit: 100_000 }));
    expect([...found.nearest]).toEqual([1, 0, NO_FACILITY]);
    expect(Array.from(found.metres, Math.round)).toEqual([100, 100, Infinity]);
  });
});
