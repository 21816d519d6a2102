import { expect, test } from "vitest";
import { backdropFeatures } from "../../workers/views/backdrop.ts";
import { east } from "../builders/rows.ts";
import { streetMap } from "../builders/street-maps.ts";

const streets = streetMap({
  at: { a: [0, 0], b: [500, 0], c: [500, 400] },
  ways: [
    { through: ["a", "b"], tags: { highway: "primary", name: "淮海路" } },
    { through: ["b", "c"], tags: { highway: "footway" } },
    { through: ["a", "c"], tags: { railway: "rail" } },
    { through: ["c", "a"], tags: { barrier: "wall" } },
  ],
});
const bare = { water: [], green: [], railways: [], streets: [] };

test("streets that were brought are drawn where the backdrop has none, by their class", () => {
  const { features } = backdropFeatures(bare, streets);
  expect(features.map(({ properties }) => properties)).toEqual([
    { kind: "street", rank: "main", name: "淮海路" },
    { kind: "street", rank: "lane" },
    { kind: "railway" },
  ]);
  const { lng, lat } = east(500, 400);
  expect(features[1]?.geometry).toMatchObject({
    coordinates: [expect.anything(), [expect.closeTo(lng, 9), expect.closeTo(lat, 9)]],
  });
  const drawn = [{ rank: "lane" as const, line: [east(0), east(9)] }];
  expect(backdropFeatures({ ...bare, streets: drawn }, streets).features).toHaveLength(1);
});
