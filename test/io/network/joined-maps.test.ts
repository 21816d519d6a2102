import { expect, test } from "vitest";
import { streetsFault } from "../../../src/core/network/streets-fault.ts";
import { joinedMaps } from "../../../src/io/network/joined-maps.ts";
import { streetMap } from "../../builders/street-maps.ts";

/** A road, and a bridge right above its middle that does not meet it. */
const ONE = streetMap({
  at: { a: [0, 0], b: [100, 0], over: [100, 0], c: [100, 90], d: [200, 0] },
  ways: [
    { through: ["a", "b", "d"] },
    { through: ["over", "c"], tags: { highway: "footway", bridge: "yes", layer: "1" } },
  ],
});
const OTHER = streetMap({
  at: { d: [200, 0], e: [300, 0], f: [300, 50] },
  ways: [{ through: ["d", "e"] }, { through: ["e", "f"], tags: { highway: "footway" } }],
  barriers: { d: { barrier: "gate" } },
});

test("nodes of two files in one place are one, and those of one file stay apart", () => {
  const both = joinedMaps([ONE, OTHER]);
  expect(streetsFault(both)).toBeUndefined();
  expect(both.lng.length).toBe(7);
  expect([...both.nodes]).toEqual([0, 1, 4, 2, 3, 4, 5, 5, 6]);
  expect([...both.lng.subarray(0, 5)]).toEqual([...ONE.lng]);
  expect(both.barriers).toEqual(new Map([[4, { barrier: "gate" }]]));
});

test("a node of two files has the first height that is known", () => {
  const heights = (...known: readonly number[]) => Float32Array.of(...known);
  const both = joinedMaps([
    { ...ONE, heights: heights(1, 2, 3, 4, Number.NaN) },
    { ...OTHER, heights: heights(9, 8, Number.NaN) },
  ]);
  expect(both.heights).toEqual(heights(1, 2, 3, 4, 9, 8, Number.NaN));
  expect(joinedMaps([ONE, { ...OTHER, heights: heights(9, 8, 7) }]).heights?.[4]).toBe(9);
  expect("heights" in joinedMaps([ONE, OTHER])).toBe(false);
});

test("a single file is as it is, and one that is brought twice adds no node", () => {
  expect(joinedMaps([ONE])).toBe(ONE);
  const twice = joinedMaps([OTHER, OTHER]);
  expect(twice.lng).toEqual(OTHER.lng);
  expect([...twice.nodes]).toEqual([...OTHER.nodes, ...OTHER.nodes]);
});
