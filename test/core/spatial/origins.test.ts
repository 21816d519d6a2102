import { expect, test } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { originsOf } from "../../../src/core/spatial/origins.ts";
import { partOf } from "../../../src/core/spatial/reach-table.ts";
import { reachTable } from "../../../src/core/spatial/straight-reach.ts";
import { aZone, east } from "../../builders/rows.ts";

const { lng, lat } = east(0);
const HERE = { lng: Float64Array.of(lng), lat: Float64Array.of(lat) };

test("a walk starts at the entrances, else at the buildings, else at the point", () => {
  const [door, house] = [[east(10)], [east(20), east(30)]];
  const origins = finish(
    originsOf([
      aZone("A", { entrances: door, buildings: house }),
      aZone("B", { entrances: [], buildings: house }),
      aZone("C"),
    ]),
  );
  expect(origins.kinds).toEqual(["entrances", "buildings", "point"]);
  expect([...origins.starts]).toEqual([0, 1, 3, 4]);
  expect([...origins.lng]).toEqual([...door, ...house, east(0)].map((place) => place.lng));
});

test("of more buildings than a table can count it takes as many as it can, evenly", () => {
  const buildings = Array.from({ length: 3 * 0xffff }, (_, i) => east(i % 2 === 0 ? 0 : 5000));
  const origins = finish(originsOf([aZone("Z", { buildings })]));
  expect(origins.lng.length).toBe(0xffff);
  const table = finish(reachTable(origins, HERE, 1000, 1));
  // Every third of them is near and far in turn.
  expect(partOf(table, 0, 0)).toBeCloseTo(0.5, 4);
});
