import { expect, test } from "vitest";
import type { StreetMap } from "../../../src/core/network/street-map.ts";
import { streetsFault } from "../../../src/core/network/streets-fault.ts";

const STREETS: StreetMap = {
  lng: Float64Array.of(117, 180, -180),
  lat: Float64Array.of(34, 90, -90),
  starts: Uint32Array.of(0, 2, 4),
  nodes: Uint32Array.of(0, 1, 1, 2),
  tags: Uint32Array.of(0, 0),
  tagSets: [{ highway: "path" }],
  barriers: new Map([[2, { barrier: "gate" }]]),
};

test("streets whose columns fit have no fault, and no streets neither", () => {
  expect(streetsFault(STREETS)).toBeUndefined();
  const none = new Uint32Array();
  expect(
    streetsFault({
      ...{ lng: new Float64Array(), lat: new Float64Array(), starts: Uint32Array.of(0), nodes: none },
      ...{ tags: none, tagSets: [], barriers: new Map() },
    }),
  ).toBeUndefined();
});

test.each<[Partial<StreetMap>, keyof StreetMap, number]>([
  [{ lng: Float64Array.of(117, Number.NaN, 0) }, "lng", 1],
  [{ lng: Float64Array.of(117, 0, 180.1) }, "lng", 2],
  [{ lat: Float64Array.of(34, -90.1, 0) }, "lat", 1],
  [{ lat: Float64Array.of(34, Number.POSITIVE_INFINITY, 0) }, "lat", 1],
  [{ lat: Float64Array.of(34, 0) }, "lat", 2],
  [{ starts: Uint32Array.of(0, 2) }, "starts", 2],
  [{ starts: Uint32Array.of(1, 2, 4) }, "starts", 0],
  [{ starts: Uint32Array.of(0, 5, 4) }, "starts", 2],
  [{ starts: Uint32Array.of(0, 2, 3) }, "starts", 2],
  [{ nodes: Uint32Array.of(0, 1, 3, 2) }, "nodes", 2],
  [{ tags: Uint32Array.of(0, 1) }, "tags", 1],
  [{ barriers: new Map([[3, { barrier: "gate" }]]) }, "barriers", 3],
  [{ heights: Float32Array.of(1, Number.NaN) }, "heights", 2],
  [{ heights: Float32Array.of(1, Number.NaN, Number.POSITIVE_INFINITY) }, "heights", 2],
])("a fault is found at its column and row (%#)", (change, column, row) => {
  expect(streetsFault({ ...STREETS, ...change })).toEqual({ column, row });
});
