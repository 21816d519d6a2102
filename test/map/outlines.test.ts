import { expect, test } from "vitest";
import type { CityColumns, Focus, MapColours } from "../../src/map/columns.ts";
import { dataLayers } from "../../src/map/data-layers.ts";
import { zoneDrawing } from "../../src/map/zone-layers.ts";

/** Three zones that are points. */
const zones = {
  lng: Float64Array.of(117, 117.1, 117.2),
  lat: Float64Array.of(34, 34, 34),
  shapes: {
    rowStarts: new Uint32Array(4),
    polygonStarts: new Uint32Array(1),
    ringStarts: new Uint32Array(1),
    positions: new Float64Array(),
  },
} as CityColumns["zones"];

const drawing = zoneDrawing(zones);
const colours = {
  ...{ ink: "#1f2328", ground: "#fbfbf9", accent: "#0b57d0", walkArea: "#000000" },
  subjects: { elderly: "#111111", childcare: "#222222", community: "#333333" },
} as MapColours;

/** What is outlined of zones, by layer. */
function outlined(focus: Focus): Record<string, unknown> {
  const layers = dataLayers({
    ...{ colours, drawing, focus, edged: [], paint: undefined, placed: [], walkArea: undefined },
    ...{
      services: [],
      icons: { atlas: "", mapping: {} } as never,
      moved: undefined,
      plan: [],
      movedMark: undefined,
      mark: 8,
    },
  });
  return Object.fromEntries(layers.map(({ id, props }) => [id, props.data]));
}

test("outlines of 片区 stay as they are while others are pointed at", () => {
  const areas = [0, 2];
  const area = { zones: [1], facilities: new Set<number>() };
  const before = outlined({ areas, area, hoverArea: [0] });
  const after = outlined({ areas, area, hoverArea: [2] });
  expect((before["areas-point"] as { row: number }[]).map(({ row }) => row)).toEqual([0, 2]);
  expect((after["hovered-point"] as { row: number }[]).map(({ row }) => row)).toEqual([2]);
  for (const id of ["areas-halo", "areas-line", "areas-point", "chosen-line", "chosen-point"]) {
    expect(after[id]).toBe(before[id]);
  }
});

test("in another document they are outlined anew", () => {
  const areas = [0, 2];
  const first = outlined({ areas })["areas-point"];
  const layers = dataLayers({
    ...{ colours, drawing: zoneDrawing(zones), focus: { areas }, edged: [], paint: undefined, placed: [] },
    ...{
      walkArea: undefined,
      services: [],
      icons: { atlas: "", mapping: {} } as never,
      moved: undefined,
      plan: [],
      movedMark: undefined,
    },
    mark: 8,
  });
  expect(layers.find(({ id }) => id === "areas-point")?.props.data).not.toBe(first);
});
