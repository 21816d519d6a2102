import { describe, expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import type { LngLat } from "../../../src/core/geo/lng-lat.ts";
import { alongCurve } from "../../../src/core/network/curve-order.ts";
import { joinAll } from "../../../src/core/network/join.ts";
import { giveBack, nearestSweep } from "../../../src/core/network/nearest-sweep.ts";
import { east } from "../../builders/rows.ts";
import { placesOfPoints, walkGraph } from "../../builders/walk-graphs.ts";

/** A street of stretches of 100 m each. */
function streetOf(stretches: number) {
  const nodes = Array.from({ length: stretches + 1 }, (_, node) => east(100 * node));
  const drawn = walkGraph(
    nodes,
    Array.from({ length: stretches }, (_, s) => ({ from: s, to: s + 1 })),
  );
  return { ...drawn, metres: new Float64Array(stretches).fill(100) };
}

function swept(graph: ReturnType<typeof streetOf>, facilities: readonly LngLat[]) {
  const ends = finish(joinAll(graph, placesOfPoints(facilities)));
  return (limit: number) => finish(nearestSweep(graph, ends, alongCurve(graph, ends), limit));
}

describe("the sweep for the nearest", () => {
  it("includes a walk of just the limit, and goes on from where it was given back as if it were new", () => {
    const graph = streetOf(5);
    const sweep = swept(graph, [east(0)]);
    const near = sweep(300);
    expect([...near.metres]).toEqual([0, 100, 200, 300, Infinity, Infinity]);
    giveBack(graph, near);
    const far = sweep(1e7);
    expect([...far.metres]).toEqual([0, 100, 200, 300, 400, 500]);
    giveBack(graph, far);
    expect([...sweep(100).metres]).toEqual([0, 100, Infinity, Infinity, Infinity, Infinity]);
  });

  it("has room of its own while another is not given back", () => {
    const graph = streetOf(2);
    const [west, right] = [swept(graph, [east(0)])(1000), swept(graph, [east(200)])(1000)];
    expect([...west.metres]).toEqual([0, 100, 200]);
    expect([...right.metres]).toEqual([200, 100, 0]);
  });

  it("goes along a street of more nodes than there was room for", () => {
    const graph = streetOf(1500);
    const { metres, facilities } = swept(graph, [
      ...Array.from({ length: 1000 }, (_, i) => east(100 * i)),
      east(150_000),
    ])(1e7);
    expect(metres[1200]).toBe(20_100);
    expect([facilities[1249], facilities[1251]]).toEqual([999, 1000]);
  });

  it.each([
    [0, 1],
    [1, 0],
  ])("takes stairs of 100 m that count double before 200 m on the level, drawn in any order", (...order) => {
    const ways = [
      { from: 0, to: 1, forth: 2, back: 2 },
      { from: 1, to: 0, by: [east(50, 80)] },
    ];
    const nodes = [east(0), east(100), east(300)];
    const drawn = walkGraph(nodes, [
      ...order.map((way) => ways[way] as (typeof ways)[number]),
      { from: 1, to: 2 },
    ]);
    const graph = { ...drawn, metres: Float64Array.of(...order.map((way) => (way === 0 ? 100 : 200)), 200) };
    const { metres, walked } = swept(graph, [east(300)])(1000);
    expect([metres[0], walked[0]]).toEqual([400, 300]);
  });
});
