import { describe, expect, it } from "vitest";
import { importProject } from "../../../src/io/import-project.ts";
import type { ImportChoices } from "../../../src/io/import-report.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";

const fileOf = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** Where a zone lies whose cells hold this, and what is told of its row. */
async function placed(columns: string, cells: string, choices: ImportChoices = {}) {
  const text = `id,status,households,${columns}\nz1,new,5,${cells}\n`;
  const imported = value(
    await importProject([fileOf("z.csv", text)], { datum: "wgs84", ...choices }, atOnce),
  );
  const [report] = imported.report.files;
  const told = report?.issues.filter(({ at }) => at.row === 2).map(({ code, facts }) => [code, facts]) ?? [];
  return { at: imported.project.zones[0]?.at, told, report };
}

const XUZHOU = { lng: 117.2, lat: 34.26 };

describe("a place", () => {
  it.each([
    ["lon,lat", "117°12′E,34°15′36″N", ["117°12′E", "34°15′36″N"]],
    ["经度,纬度", "东经117°12′,北纬34.26°", ["东经117°12′", "北纬34.26°"]],
    ["lon,lat", "117 12 0,34 15.6", ["117 12 0", "34 15.6"]],
  ])("under %s, written %s, is read and told before and after", async (columns, cells, before) => {
    const { at, told, report } = await placed(columns, cells);
    expect(at).toEqual(XUZHOU);
    expect(told).toEqual([
      ["value.repaired", { before: before[0], after: "117.2" }],
      ["value.repaired", { before: before[1], after: "34.26" }],
    ]);
    expect(report).toMatchObject({ used: 0, repaired: 1 });
  });

  it.each([
    ["lon,lat", '"117.2,34.26",', "117.2,34.26"],
    ["lon,lat", "34.26 117.2,", "34.26 117.2"],
    ["lon,lat", '"117.2,34.26","117.2,34.26"', "117.2,34.26"],
    ["坐标", '"34.26,117.2"', "34.26,117.2"],
    ["经纬度", "北纬34°15′36″ 东经117°12′", "北纬34°15′36″ 东经117°12′"],
  ])(
    "in one cell under %s, written %s, is read the way that lies in China",
    async (columns, cells, before) => {
      const { at, told } = await placed(columns, cells);
      expect(at).toEqual(XUZHOU);
      expect(told).toEqual([["place.from-pair", { before, lon: "117.2", lat: "34.26" }]]);
    },
  );

  it("in a column for both needs no repair, longitude first", async () => {
    const { at, told, report } = await placed("location", '"117.2, 34.26"');
    expect(at).toEqual(XUZHOU);
    expect(told).toEqual([]);
    expect(report).toMatchObject({ used: 1, repaired: 0 });
  });

  it.each([
    ["lon,lat", "117 34.26,", "place.ambiguous"],
    ["坐标", '"10.5,20.3"', "place.ambiguous"],
    ["lon,lat", "N34.26,34.26", "place.other-axis"],
    ["lon,lat", "117°61′,34.26", "value.no-number"],
    ["坐标", "见图", "value.no-number"],
  ])("under %s, written %s, is not guessed", async (columns, cells, code) => {
    const { at, told, report } = await placed(columns, cells);
    expect(at).toBeUndefined();
    expect(told.map(([each]) => each)).toEqual([code]);
    expect(report).toMatchObject({ used: 0, repaired: 1 });
    expect(report?.issues.map((each) => each.code)).toContain("file.places-lost");
  });

  it("whose letters tell that the two cells are exchanged is read as they say", async () => {
    const { at, told } = await placed("lon,lat", "N34.26,E117.2");
    expect(at).toEqual(XUZHOU);
    expect(told).toEqual([["place.exchanged", { lon: "117.2", lat: "34.26" }]]);
  });
});

describe("exchanged degrees", () => {
  it("are counted, and read where the user says so", async () => {
    const asTheyAre = await placed("lon,lat", "34.26,117.2");
    expect(asTheyAre.at).toBeUndefined();
    expect(asTheyAre.report?.swapped).toBe(1);
    const choices = { byFile: { "z.csv": { swapped: true } } };
    const { at, told, report } = await placed("lon,lat", "34.26,117.2", choices);
    expect(at).toEqual(XUZHOU);
    expect(told).toEqual([["place.exchanged", { lon: "117.2", lat: "34.26" }]]);
    expect(report?.swapped).toBeUndefined();
    // A row that was right is told, and not turned about.
    const right = await placed("lon,lat", "117.2,34.26", choices);
    expect([right.at, right.told.map(([code]) => code)]).toEqual([undefined, ["place.swapped"]]);
  });

  it("of outlines too", async () => {
    const ring = [
      [34.2, 117.2],
      [34.2, 117.21],
      [34.21, 117.21],
      [34.2, 117.2],
    ];
    const feature = {
      type: "Feature",
      properties: { id: "z1", households: 5, status: "new" },
      geometry: { type: "Polygon", coordinates: [ring] },
    };
    const text = JSON.stringify({ type: "FeatureCollection", features: [feature] });
    const read = async (choices: ImportChoices) => {
      const outcome = await importProject([fileOf("z.geojson", text)], choices, atOnce);
      const { project, report } = value(outcome);
      return [project.zones[0]?.shape?.[0]?.[0].length, report.files[0]?.issues.map(({ code }) => code)];
    };
    expect(await read({ datum: "wgs84" })).toEqual([undefined, ["file.places-lost", "place.swapped"]]);
    const choices = { datum: "wgs84", byFile: { "z.geojson": { swapped: true } } } as const;
    expect(await read(choices)).toEqual([3, ["shape.exchanged"]]);
  });
});
