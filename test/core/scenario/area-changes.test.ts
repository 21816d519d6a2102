import { expect, it } from "vitest";
import { exact } from "../../../src/core/base/decimal.ts";
import { areaChanges, type ShortAreas } from "../../../src/core/scenario/area-changes.ts";

const ZONES = [..."abcdef"].map((id) => ({ id }));

/** Certificates of zones by id, most missing first. */
function side(...areas: readonly string[]): ShortAreas {
  const certificates = areas.map((ids, at) => ({
    zones: Uint32Array.from(ids, (id) => ZONES.findIndex((zone) => zone.id === id)),
    missing: exact(100 - at),
  }));
  return {
    zones: ZONES,
    allocation: { certificates, areas: Uint32Array.from(certificates.keys()) },
  } as unknown as ShortAreas;
}

it("tells areas of which nobody is short on the other side, not those that grow, join or part", () => {
  const { dissolved, formed } = areaChanges(side("ab", "c", "d"), side("ad", "b", "ef"));
  expect(dissolved).toEqual([{ zones: [{ id: "c" }], missing: exact(99) }]);
  expect(formed).toEqual([{ zones: [{ id: "e" }, { id: "f" }], missing: exact(98) }]);
});

it("tells all areas of one side where the other has no fair allocation", () => {
  const { dissolved, formed } = areaChanges(side("a", "b"), { zones: ZONES, allocation: undefined });
  expect(dissolved.map(({ zones }) => zones)).toEqual([[{ id: "a" }], [{ id: "b" }]]);
  expect(formed).toEqual([]);
});
