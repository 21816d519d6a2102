import { expect, test } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { walkGraph } from "../../../src/core/network/build-graph.ts";
import { walkAccount } from "../../../src/core/network/walk-account.ts";
import type { ProfileId } from "../../../src/core/standards/rule-pack.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";
import { type DrawnStreets, streetMap } from "../../builders/street-maps.ts";

const DRAWN: DrawnStreets = {
  at: {
    ...{ a: [0, 0], b: [100, 0], c: [200, 0], d: [200, 50], far: [12_300, 0] },
    ...{ i: [0, 900], j: [40, 900], k: [70, 900], l: [0, 1900], m: [20, 1900] },
  },
  ways: [
    { through: ["a", "b", "c"] },
    { through: ["c", "d"], tags: { highway: "steps" } },
    { through: ["c", "far"], tags: { highway: "trunk" } },
    { through: ["i", "j", "k"], tags: { highway: "path" } },
    { through: ["l", "m"] },
    { through: ["a"] },
    { through: ["a", "l"], tags: { highway: "motorway" } },
    { through: ["a", "i"], tags: { highway: "service", access: "private" } },
    { through: ["b", "j"], tags: { highway: "service", access: "private" } },
    { through: ["a", "d"], tags: { railway: "rail" } },
  ],
  barriers: { j: { barrier: "wall" }, d: { barrier: "gate" } },
};

function account(id: ProfileId) {
  const map = streetMap(DRAWN);
  const profile = shippedWalkProfiles()[id];
  const graph = finish(walkGraph(map, profile));
  return { graph, ...walkAccount(map, profile, graph) };
}

test("every way is walked, or counted under one reason", () => {
  const adult = account("adult");
  expect(adult.walked).toBe(6);
  const counted = Object.entries(adult.notWalked).filter(([, ways]) => ways > 0);
  expect(Object.fromEntries(counted)).toEqual({ "no-street": 1, private: 2, motorway: 1 });
  expect(account("carer_with_infant").notWalked.steps).toBe(1);
  expect(account("carer_with_infant").walked).toBe(5);
  expect(adult.withoutLength).toBe(1);
  expect(adult.barred).toBe(1);
});

test("islands and very long pieces are told", () => {
  const { graph, islands, metres, long } = account("adult");
  // Both sides of the wall, 40 m and 30 m, and the street by itself of 20 m.
  expect(islands.count).toBe(3);
  expect(islands.metres).toBeCloseTo(90, 1);
  expect(metres).toBeCloseTo(200 + 50 + 12_100 + 90, -1);
  expect(long).toHaveLength(1);
  expect(long[0]?.way).toBe(2);
  expect(long[0]?.metres).toBe(graph.metres[long[0]?.stretch ?? -1]);
});
