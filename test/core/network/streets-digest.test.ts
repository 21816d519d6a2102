import { expect, test } from "vitest";
import type { StreetMap } from "../../../src/core/network/street-map.ts";
import { sameStreets, streetsDigest } from "../../../src/core/network/streets-digest.ts";
import { streetMap } from "../../builders/street-maps.ts";

const streets = streetMap({
  at: { a: [0, 0], b: [100, 0], c: [100, 80] },
  ways: [
    { through: ["a", "b"], tags: { highway: "primary", name: "淮海路" } },
    { through: ["b", "c"], tags: { highway: "steps" } },
  ],
  barriers: { b: { barrier: "gate", access: "private" } },
});

/** Every way in which streets can differ by the least. */
const CHANGES: Readonly<Record<string, Partial<StreetMap>>> = {
  "a bit of a longitude": { lng: changed(streets.lng, 0, (streets.lng[0] as number) * (1 + 2 ** -52)) },
  "a bit of a latitude": { lat: changed(streets.lat, 2, (streets.lat[2] as number) * (1 + 2 ** -52)) },
  "where a way ends": { starts: changed(streets.starts, 1, 3) },
  "a node of a way": { nodes: changed(streets.nodes, 3, 0) },
  "the tags of a way": { tags: changed(streets.tags, 1, 0) },
  "a word of a way": { tagSets: [{ highway: "primary", name: "淮海东路" }, { highway: "steps" }] },
  "what stands at a node": { barriers: new Map([[1, { barrier: "gate" }]]) },
  "where it stands": { barriers: new Map([[2, { barrier: "gate", access: "private" }]]) },
  "a height": { heights: Float32Array.from(streets.lng) },
  "that nothing stands there": { barriers: new Map() },
};

test.each(Object.entries(CHANGES))("streets are others by %s", (_name, change) => {
  expect(sameStreets(streets, { ...streets, ...change })).toBe(false);
});

test("streets are the same in other memory, with their words in another order", () => {
  const again: StreetMap = {
    ...structuredClone(streets),
    lng: new Float64Array([0, ...streets.lng]).subarray(1),
    tagSets: [{ name: "淮海路", highway: "primary" }, { highway: "steps" }],
    barriers: new Map([[1, { access: "private", barrier: "gate" }]]),
  };
  expect(streetsDigest(again)).toBe(streetsDigest(streets));
  expect(sameStreets(streets, again)).toBe(true);
});

test("no streets are others than some, and the same as none", () => {
  expect(sameStreets(undefined, streets)).toBe(false);
  expect(sameStreets(streets, undefined)).toBe(false);
  expect(sameStreets(undefined, undefined)).toBe(true);
});

function changed<Column extends Float64Array | Uint32Array>(column: Column, at: number, to: number): Column {
  const copy = column.slice() as Column;
  copy[at] = to;
  return copy;
}
