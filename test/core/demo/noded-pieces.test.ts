import { describe, expect, it } from "vitest";
import { joinedParts } from "../../../src/core/demo/joined-parts.ts";
import { nodedPieces } from "../../../src/core/demo/noded-pieces.ts";
import { type Point, point } from "../../../src/core/demo/plane.ts";
import type { StreetPiece } from "../../../src/core/demo/street-pieces.ts";
import { stepped } from "../../../src/core/demo/terrain.ts";

/** A straight street, sampled every 30 m. */
function street(from: Point, to: Point, bridge = false): StreetPiece {
  return {
    street: { rank: "lane", points: [from, to], crosses: bridge },
    bridge,
    points: stepped(from, to, 30),
  };
}

const shared = (a: readonly number[] = [], b: readonly number[] = []) => a.filter((node) => b.includes(node));

describe("pieces of streets", () => {
  it("share a node where they cross, and where one ends on the other", () => {
    const { nodes, ways } = nodedPieces([
      street(point(0, 0), point(300, 0)),
      street(point(100, -100), point(100, 100)),
      street(point(200, 0.2), point(200, 100)),
    ]);
    const [level, upright, ends] = ways.map((way) => way.nodes);
    expect(shared(level, upright).map((node) => nodes[node])).toEqual([point(100, 0)]);
    const [end = -1, ...more] = shared(level, ends);
    expect(more).toEqual([]);
    expect(nodes[end]?.x).toBeCloseTo(200, 6);
    expect(ends?.[0]).toBe(end);
    expect(shared(upright, ends)).toEqual([]);
  });

  it("do not meet what is under a bridge, but what it ends on", () => {
    const { ways } = nodedPieces([
      street(point(0, 0), point(100, 0)),
      street(point(100, 0), point(200, 0), true),
      street(point(150, -100), point(150, 100)),
      street(point(200, 0), point(300, 0)),
    ]);
    const [before, bridge, under, after] = ways.map((way) => way.nodes);
    expect(shared(bridge, under)).toEqual([]);
    expect([shared(before, bridge).length, shared(bridge, after).length]).toEqual([1, 1]);
  });

  it("lose short dead ends, and points that follow no bend", () => {
    const [level, upright] = nodedPieces([
      street(point(0, 0), point(300, 0)),
      street(point(150, -10), point(150, 100)),
    ]).ways.map((way) => way.nodes);
    expect(upright?.[0]).toBe(shared(level, upright)[0]);
    expect(level?.length).toBeLessThan(8);
  });
});

describe("parts that hang on nothing", () => {
  const nodes = [
    point(0, 0),
    point(1000, 0),
    point(500, 100),
    point(500, 200),
    point(9000, 0),
    point(9100, 0),
  ];
  const ways = [
    [0, 1],
    [2, 3],
    [4, 5],
  ];

  it("are joined to the nearest node over open ground, and are adrift if none is near", () => {
    const near = [...nodes.slice(0, 2), point(200, 100), point(260, 200), ...nodes.slice(4)];
    expect(joinedParts(near, ways, () => true)).toEqual({ paths: [[2, 0]], adrift: new Set([2]) });
  });

  it("are not joined over water", () => {
    const near = [...nodes.slice(0, 2), point(200, 100), point(260, 200), ...nodes.slice(4)];
    expect(joinedParts(near, ways, ({ y }) => y < 40 || y > 60)).toEqual({
      paths: [],
      adrift: new Set([1, 2]),
    });
  });

  it("are kept where they are long enough to be a place of their own", () => {
    const long = [...nodes.slice(0, 4), point(9000, 0), point(9600, 0)];
    expect(joinedParts(long, ways, () => true).adrift).toEqual(new Set([1]));
  });
});
