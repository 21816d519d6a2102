import { describe, expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { walkGraph } from "../../../src/core/network/build-graph.ts";
import type { WalkGraph } from "../../../src/core/network/walk-graph.ts";
import type { ProfileId } from "../../../src/core/standards/rule-pack.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";
import { shuffledMap } from "../../builders/shuffled-map.ts";
import { type DrawnStreets, streetMap } from "../../builders/street-maps.ts";
import { networkOf, slowDistances } from "../../oracles/slow-walk-graph.ts";

const PROFILES = shippedWalkProfiles();

function graphOf(drawn: DrawnStreets, profile: ProfileId = "adult"): WalkGraph {
  return finish(walkGraph(streetMap(drawn), PROFILES[profile]));
}

/** Number of the one node at a drawn point. */
function nodeAt(graph: WalkGraph, drawn: DrawnStreets, name: string): number {
  const map = streetMap(drawn);
  const row = Object.keys(drawn.at).indexOf(name);
  const nodes = [...graph.lng.keys()].filter(
    (node) => graph.lng[node] === map.lng[row] && graph.lat[node] === map.lat[row],
  );
  expect(nodes, name).toHaveLength(1);
  return nodes[0] ?? -1;
}

/** Equivalent metres of the shortest walk, to the decimetre (the paper is squared to 0.1 ‰); `undefined` if there is none. */
function walk(
  drawn: DrawnStreets,
  from: string,
  to: string,
  profile: ProfileId = "adult",
): number | undefined {
  const graph = graphOf(drawn, profile);
  const distances = slowDistances(networkOf(graph), `${nodeAt(graph, drawn, from)}`);
  const metres = distances.get(`${nodeAt(graph, drawn, to)}`);
  return metres === undefined ? undefined : Math.round(metres * 10) / 10;
}

describe("the network to walk", () => {
  it("has one stretch from junction to junction, over corners and over where one way goes on as another", () => {
    const drawn: DrawnStreets = {
      at: { a: [0, 0], b: [30, 40], c: [60, 0], d: [160, 0], e: [60, -50] },
      ways: [
        { through: ["a", "b"], tags: { highway: "residential", name: "解放路" } },
        { through: ["c", "b"], tags: { highway: "service" } },
        { through: ["c", "d"] },
        { through: ["e", "c"] },
      ],
    };
    const graph = graphOf(drawn);
    expect(graph.lng).toHaveLength(4);
    // a–b–c 50 + 50, c–d 100, c–e 50
    expect([...graph.metres].map((metres) => Math.round(metres * 10) / 10).sort((a, b) => a - b)).toEqual([
      50, 100, 100,
    ]);
    expect(graph.shapeLng).toHaveLength(3 + 2 + 2);
    expect(walk(drawn, "a", "e")).toBe(150);
  });

  it("does not join a bridge with the road below it", () => {
    const drawn: DrawnStreets = {
      at: { w: [-100, 0], e: [100, 0], s: [0, -100], n: [0, 100], road: [0, 0], bridge: [0, 0] },
      ways: [
        { through: ["w", "road", "e"] },
        { through: ["s", "bridge", "n"], tags: { highway: "primary", bridge: "yes", layer: "1" } },
      ],
    };
    expect(walk(drawn, "w", "e")).toBe(200);
    expect(walk(drawn, "w", "n")).toBeUndefined();
    expect(
      walk({ ...drawn, ways: [{ through: ["w", "road", "e"] }, { through: ["s", "road", "n"] }] }, "w", "n"),
    ).toBe(200);
  });

  it("has a node where a street is walked otherwise from there on", () => {
    const drawn: DrawnStreets = {
      at: { a: [0, 0], b: [100, 0], c: [140, 0] },
      ways: [{ through: ["a", "b"] }, { through: ["c", "b"], tags: { highway: "steps" } }],
    };
    expect(graphOf(drawn).lng).toHaveLength(3);
    expect(walk(drawn, "a", "c", "adult")).toBe(100 + 1.5 * 40);
    expect(walk(drawn, "c", "a", "elderly")).toBe(100 + 3 * 40);
    expect(graphOf(drawn, "carer_with_infant").lng).toHaveLength(2);
  });

  it("takes a pushchair up steps only where there is a ramp", () => {
    const over = (tags: Record<string, string>): DrawnStreets => ({
      at: { a: [0, 0], b: [30, 0], corner: [15, 20] },
      ways: [{ through: ["a", "b"], tags: { highway: "steps", ...tags } }, { through: ["a", "corner", "b"] }],
    });
    // around the corner: 25 + 25
    expect(walk(over({}), "a", "b", "carer_with_infant")).toBe(50);
    expect(walk(over({ "ramp:wheelchair": "yes" }), "a", "b", "carer_with_infant")).toBe(1.25 * 30);
    expect(walk(over({}), "a", "b", "adult")).toBe(1.5 * 30);
  });

  it("lets people come to a locked gate from both sides, and pass none", () => {
    const drawn: DrawnStreets = {
      at: { a: [0, 0], gate: [50, 0], b: [120, 0] },
      ways: [{ through: ["a", "gate", "b"] }],
      barriers: { gate: { barrier: "gate", access: "private" } },
    };
    const graph = graphOf(drawn);
    expect([...graph.metres].map(Math.round).sort((a, b) => a - b)).toEqual([50, 70]);
    expect(graph.lng).toHaveLength(4);
    expect(walk(drawn, "a", "b")).toBeUndefined();
    expect(walk({ ...drawn, barriers: { gate: { barrier: "gate" } } }, "a", "b")).toBe(120);
    expect(walk({ ...drawn, barriers: { gate: { barrier: "wall" } } }, "a", "b")).toBeUndefined();
  });

  it("leads into a gated compound through its one open gate", () => {
    const drawn: DrawnStreets = {
      at: {
        w: [0, 0],
        south: [100, 0],
        e: [200, 0],
        wall: [100, 30],
        home: [100, 60],
        gate: [0, 60],
        nw: [-20, 60],
      },
      ways: [
        { through: ["w", "south", "e"] },
        { through: ["south", "wall", "home", "gate", "nw"], tags: { highway: "service" } },
        { through: ["w", "nw"] },
      ],
      barriers: { wall: { barrier: "fence" }, gate: { barrier: "gate" } },
    };
    // south–w 100, w–nw √(20² + 60²) = 63.25, nw–gate–home and on to the wall 20 + 100 + 30
    const graph = graphOf(drawn);
    const reached = slowDistances(networkOf(graph), `${nodeAt(graph, drawn, "south")}`);
    expect([...reached.values()].map(Math.round).sort((a, b) => a - b)).toEqual([0, 30, 100, 313]);
  });

  it("walks both sides of a dual carriageway both ways, and crosses where it is joined", () => {
    const oneWay = { highway: "primary", oneway: "yes" };
    const drawn: DrawnStreets = {
      at: { a: [0, 0], b: [200, 0], c: [200, 20], d: [0, 20] },
      ways: [
        { through: ["a", "b"], tags: oneWay },
        { through: ["c", "d"], tags: oneWay },
        { through: ["b", "c"], tags: { highway: "footway", footway: "crossing" } },
      ],
    };
    const ends = { ...drawn, ways: [...drawn.ways, { through: ["a", "d"] }] };
    expect(walk(drawn, "a", "d")).toBe(420);
    expect(graphOf(drawn).lng).toHaveLength(2);
    // All around is a ring: one node, the lowest, and a loop.
    expect(graphOf(ends).lng).toHaveLength(1);
    expect([...graphOf(ends).stretches]).toEqual([0, 0]);
    expect(Math.round(graphOf(ends).metres[0] ?? 0)).toBe(440);
  });

  it("goes one way where people on foot go one way", () => {
    const drawn = (tags: Record<string, string>): DrawnStreets => ({
      at: { a: [0, 0], b: [100, 0], c: [50, 120] },
      ways: [{ through: ["a", "b"], tags }, { through: ["b", "c", "a"] }],
    });
    // back around: 130 + 130
    const only = drawn({ highway: "footway", "oneway:foot": "yes" });
    expect([walk(only, "a", "b"), walk(only, "b", "a")]).toEqual([100, 260]);
    const against = drawn({ highway: "steps", conveying: "backward" });
    expect([walk(against, "a", "b"), walk(against, "b", "a")]).toEqual([260, 150]);
    // The same pieces drawn towards each other are not one stretch.
    const towards: DrawnStreets = {
      at: { a: [0, 0], b: [100, 0], c: [200, 0] },
      ways: [
        { through: ["a", "b"], tags: { highway: "footway", "oneway:foot": "yes" } },
        { through: ["c", "b"], tags: { highway: "footway", "oneway:foot": "yes" } },
      ],
    };
    expect(graphOf(towards).lng).toHaveLength(3);
  });

  it("keeps loops, parallel stretches and dead ends", () => {
    const drawn: DrawnStreets = {
      at: { a: [0, 0], b: [100, 0], up: [50, 50], x: [150, 50], y: [150, -50], end: [-40, 0] },
      ways: [
        { through: ["a", "b"] },
        { through: ["a", "up", "b"] },
        { through: ["b", "x", "y", "b"] },
        { through: ["end", "a"] },
      ],
    };
    const graph = graphOf(drawn);
    expect(graph.lng).toHaveLength(3);
    expect(graph.metres).toHaveLength(4);
    const b = nodeAt(graph, drawn, "b");
    const at = graph.stretches.subarray(graph.starts[b], graph.starts[b + 1]);
    const loop = [...graph.from.keys()].filter((stretch) => graph.from[stretch] === graph.to[stretch]);
    expect(loop).toHaveLength(1);
    expect([...at].filter((stretch) => stretch === loop[0])).toHaveLength(2);
    expect(at).toHaveLength(4);
  });

  it("makes one node of the ends of a piece without length, and keeps one of 12 km", () => {
    const drawn: DrawnStreets = {
      at: { a: [0, 0], b: [100, 0], twin: [100, 0], c: [12_100, 0], side: [100, 80] },
      ways: [{ through: ["a", "b", "twin", "c"] }, { through: ["side", "twin"] }],
    };
    expect(walk(drawn, "a", "side")).toBe(180);
    expect(graphOf(drawn).metres).toHaveLength(3);
    expect(Math.max(...graphOf(drawn).metres)).toBeCloseTo(12_000, -1);
  });

  it("numbers components by their metres, islands last", () => {
    const drawn: DrawnStreets = {
      at: { i: [-500, 0], j: [-450, 0], a: [0, 0], b: [100, 0], c: [100, 100], k: [900, 0], l: [930, 0] },
      ways: [{ through: ["i", "j"] }, { through: ["a", "b", "c"] }, { through: ["k", "l"] }],
    };
    const graph = graphOf(drawn);
    const part = (name: string) => graph.components[nodeAt(graph, drawn, name)];
    expect([part("a"), part("c"), part("i"), part("j"), part("k"), part("l")]).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it.each<[string, DrawnStreets]>([
    [
      "streets right over each other that differ only further on",
      {
        at: {
          ...{ a: [0, 0], b: [100, 0], c: [200, 0], side: [100, 30], on: [300, 0] },
          ...{
            "a over": [0, 0],
            "b over": [100, 0],
            "c over": [200, 0],
            "side over": [100, 30],
            off: [200, 90],
          },
        },
        ways: [
          { through: ["a", "b", "c", "on"] },
          { through: ["b", "side"] },
          { through: ["c", "off"] },
          { through: ["a over", "b over", "c over"] },
          { through: ["b over", "side over"] },
        ],
      },
    ],
    [
      "the same streets twice, right over each other",
      {
        at: {
          ...{ a: [0, 0], b: [100, 0], c: [200, 0], d: [100, 30] },
          ...{ "a over": [0, 0], "b over": [100, 0], "c over": [200, 0], "d over": [100, 30] },
        },
        ways: [
          { through: ["a", "b", "c"] },
          { through: ["d", "b"] },
          { through: ["c over", "b over", "d over"] },
          { through: ["a over", "b over"] },
        ],
      },
    ],
    ["a town twice, right over itself, with one street more in the one", twoTowns()],
    [
      "a ring",
      {
        at: { b: [100, 10], c: [100, 100], d: [0, 100], a: [0, 0], e: [50, -20] },
        ways: [{ through: ["b", "c", "d"] }, { through: ["b", "e", "a", "d"] }],
      },
    ],
    [
      "a locked gate where four streets meet",
      {
        at: { gate: [0, 0], e: [90, 0], w: [-80, 0], n: [0, 70], s: [0, -60] },
        ways: [{ through: ["e", "gate", "w"] }, { through: ["n", "gate", "s"] }],
        barriers: { gate: { barrier: "gate", foot: "no" } },
      },
    ],
  ])("has the same columns in every order of the map: %s", (_, drawn) => {
    const map = streetMap(drawn);
    const { ways: __, ...columns } = graphOf(drawn);
    for (let seed = 0; seed < 60; seed++) {
      const { ways: ___, ...again } = finish(walkGraph(shuffledMap(map, seed), PROFILES.adult));
      expect(again).toEqual(columns);
    }
  });

  it("is empty where nobody walks", () => {
    const graph = graphOf({
      at: { a: [0, 0], b: [9, 0] },
      ways: [{ through: ["a", "b"], tags: { highway: "motorway" } }, { through: ["a"] }],
    });
    expect([graph.lng.length, graph.metres.length, ...graph.shapeStarts, ...graph.starts]).toEqual([
      0, 0, 0, 0,
    ]);
  });
});

/** Five streets crossing five, and the same again over them, where the last goes on. */
function twoTowns(): DrawnStreets {
  const at: Record<string, readonly [number, number]> = { on: [500, 400] };
  const ways: { through: string[] }[] = [{ through: ["4 4 over", "on"] }];
  const five = [0, 1, 2, 3, 4];
  for (const over of ["", " over"]) {
    for (const i of five) {
      for (const j of five) at[`${i} ${j}${over}`] = [100 * i, 100 * j];
      ways.push(
        { through: five.map((j) => `${i} ${j}${over}`) },
        { through: five.map((j) => `${j} ${i}${over}`) },
      );
    }
  }
  return { at, ways };
}
