import { readFileSync } from "node:fs";
import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import { describe, expect, it } from "vitest";
import { importProject } from "../../../src/io/import-project.ts";
import type { SourceFile } from "../../../src/io/import-report.ts";
import { openTables } from "../../../src/io/open-tables.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";
import { tables } from "../../builders/source-tables.ts";

/** Written by GDAL (.gpkg, .fgb) and hyparquet-writer: the zones of the other formats. */
const file = (name: string): SourceFile => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`./files/${name}`, import.meta.url))),
});

const FIRST = { id: "z1", name: "东园", geometry: { type: "Polygon" } };
const SECOND = { id: "z2", name: "=SUM(A1)", geometry: { type: "MultiPolygon" } };
const THIRD = { id: "z3", name: "西园", geometry: null };

describe("a database of layers", () => {
  it("gives each with its own reference system", async () => {
    const { parts } = await tables(file("zones.gpkg"));
    expect(parts.map(({ part }) => part)).toEqual(["小区", "设施"]);
    expect(parts[0]?.rows).toMatchObject([FIRST, SECOND, THIRD]);
    const opened = value(await openTables(file("zones.gpkg")));
    expect(opened.map(({ crs }) => crs)).toEqual(["EPSG:4326", "EPSG:4548"]);
  });

  it("becomes rows on the ground, whichever system they were in", async () => {
    const { project } = value(await importProject([{ ...file("zones.gpkg"), role: "zones" }], {}, atOnce));
    // Both layers state z1 at one place: an outline and a point are no one row, and its place is left out.
    expect(project.zones.map(({ id }) => id)).toEqual(["z1", "z2", "z3"]);
  });
});

describe("a columnar file", () => {
  it("is read with whole numbers in full", async () => {
    const { parts } = await tables(file("zones.parquet"));
    expect(parts[0]?.rows).toMatchObject([
      { ...FIRST, households: "1234" },
      SECOND,
      { ...THIRD, households: "300" },
    ]);
  });
});

describe("a FlatGeobuf", () => {
  it("is read in the order of its index, without the feature that has no place in it", async () => {
    const { parts } = await tables(file("zones.fgb"));
    expect(parts[0]?.rows).toMatchObject([SECOND, { ...FIRST, households: 1234 }]);
  });

  it("knows its features by their names where it states no ids, in each of several files", async () => {
    const named = (file: string, ...names: readonly string[]) => {
      const features = names.map((名称, i) => ({
        type: "Feature" as const,
        properties: { 名称, 类别: "E_MEAL" },
        geometry: { type: "Point" as const, coordinates: [117 + i / 100, 34] },
      }));
      const bytes = new Uint8Array(serialize({ type: "FeatureCollection", features }));
      return { name: file, role: "facilities" as const, bytes };
    };
    const files = [named("东街.fgb", "东一", "东二"), named("西街.fgb", "西一", "西二")];
    const { project } = value(await importProject(files, {}, atOnce));
    expect(project.facilities.map(({ id }) => id).toSorted()).toEqual(["东一", "东二", "西一", "西二"]);
    // A newer file in another order updates the same rows.
    const newer = value(
      await importProject([named("东街.fgb", "东二", "东一")], { others: "stay" }, atOnce, project),
    );
    expect(newer.project.facilities.map(({ id, name }) => [id, name])).toEqual(
      project.facilities.map(({ id, name }) => [id, name]),
    );
  });
});

describe("a layer that breaks off", () => {
  it.each(["zones.gpkg", "zones.parquet", "zones.fgb"])("is told: %s", async (name) => {
    const whole = file(name);
    for (const share of [0.3, 0.6, 0.95]) {
      const bytes = whole.bytes.slice(0, Math.floor(share * whole.bytes.length));
      expect((await openTables({ name, bytes })).issues.map(({ code }) => code)).toEqual(["file.damaged"]);
    }
  });
});
