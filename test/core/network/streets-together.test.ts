import { expect, test } from "vitest";
import { streetsFault } from "../../../src/core/network/streets-fault.ts";
import { streetsTogether } from "../../../src/core/network/streets-together.ts";
import { streetMap } from "../../builders/street-maps.ts";

const ONE = streetMap({
  at: { a: [0, 0], b: [100, 0], c: [100, 90] },
  ways: [{ through: ["a", "b"] }, { through: ["b", "c"], tags: { highway: "steps" } }],
  barriers: { c: { barrier: "gate" } },
});
const OTHER = streetMap({
  at: { d: [500, 0], e: [600, 0] },
  ways: [{ through: ["e", "d"], tags: { highway: "steps" } }],
  barriers: { e: { barrier: "wall" } },
});

test("maps stand side by side, and what is said alike is said once", () => {
  const both = streetsTogether([ONE, OTHER]);
  expect(streetsFault(both)).toBeUndefined();
  expect(both).toEqual({
    lng: Float64Array.of(...ONE.lng, ...OTHER.lng),
    lat: Float64Array.of(...ONE.lat, ...OTHER.lat),
    starts: Uint32Array.of(0, 2, 4, 6),
    nodes: Uint32Array.of(0, 1, 1, 2, 4, 3),
    tags: Uint32Array.of(0, 1, 1),
    tagSets: [{ highway: "residential" }, { highway: "steps" }],
    barriers: new Map([
      [2, { barrier: "gate" }],
      [4, { barrier: "wall" }],
    ]),
  });
});

test("heights stand beside each other, unknown where a map has none", () => {
  const heights = Float32Array.of(7, 8);
  expect(streetsTogether([ONE, { ...OTHER, heights }]).heights).toEqual(
    Float32Array.of(Number.NaN, Number.NaN, Number.NaN, 7, 8),
  );
});

test("one map is itself, and none is empty", () => {
  expect(streetsTogether([ONE])).toEqual(ONE);
  expect(streetsTogether([]).starts).toEqual(Uint32Array.of(0));
});
