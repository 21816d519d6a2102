import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { issue } from "../../../src/core/base/issue.ts";
import { entriesOf } from "../../../src/io/formats/archive.ts";
import { readDbf } from "../../../src/io/formats/dbf.ts";
import { importProject } from "../../../src/io/import-project.ts";
import type { SourceFile } from "../../../src/io/import-report.ts";
import { openTables } from "../../../src/io/open-tables.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";
import { tables } from "../../builders/source-tables.ts";

/** Written by GDAL: three zones in the zone of 117 E of CGCS2000; the second in two parts, the third without an outline. */
const file = (name: string): SourceFile => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`./files/${name}`, import.meta.url))),
});

/** The files in a zip as they lie beside each other in a folder. */
const unzipped = (name: string): SourceFile[] =>
  value(entriesOf(file(name))).map(({ path, unpack }) => ({ name: path, bytes: value(unpack()) }));

const ROWS = [
  { row: 1, id: "z1", name: "东园", households: "1234", date: "2024-03-01" },
  { row: 2, id: "z2", name: "=SUM(A1)" },
  { row: 3, id: "z3", name: "西园", households: "300", date: "2023-12-31" },
];

describe("a Shapefile", () => {
  it.each(["zones-gbk.zip", "no-cpg.zip"])(
    "in a zip is read with its attributes in GBK: %s",
    async (name) => {
      const { parts } = await tables(file(name));
      expect(parts).toHaveLength(1);
      expect(parts[0]?.rows).toMatchObject(ROWS);
      expect(parts[0]?.rows.map(({ geometry }) => (geometry as GeoJSON.Geometry | null)?.type)).toEqual([
        "Polygon",
        "MultiPolygon",
        undefined,
      ]);
    },
  );

  it("becomes zones on the ground, by the system of its .prj", async () => {
    const { project, report } = value(await importProject([file("zones-gbk.zip")], {}, atOnce));
    const [first] = project.zones;
    expect(first?.shape?.[0]?.[0]?.[0]?.lng).toBeCloseTo(117.2, 8);
    expect(first?.shape?.[0]?.[0]?.[0]?.lat).toBeCloseTo(34.26, 8);
    expect(first?.shape?.[0]).toHaveLength(2);
    expect(
      report.files.map(({ in: read, used, repaired, rejected }) => [read, used, repaired, rejected]),
    ).toEqual([[3, 3, 0, 0]]);
    expect(report.files[0]?.issues).toContainEqual(
      expect.objectContaining({ code: "file.crs", facts: { crs: "CGCS2000_3_Degree_GK_CM_117E" } }),
    );
  });

  it("chosen as the files that it is made of is the same", async () => {
    const parts = unzipped("zones-gbk.zip");
    const zipped = value(await importProject([file("zones-gbk.zip")], {}, atOnce)).project;
    const loose = value(await importProject(parts.toReversed(), {}, atOnce));
    expect(loose.project).toEqual(zipped);
    expect(loose.report.files.map((each) => each.file)).toEqual(["gk.shp"]);
  });

  it("beside another in one zip is a layer of its own, whatever its name", async () => {
    const { parts } = await tables(file("two-layers.zip"));
    expect(parts.map(({ part, rows }) => [part, rows.length]).toSorted()).toEqual([
      ["gk", 3],
      ["设施", 3],
    ]);
  });

  it("is named where it is damaged and the one beside it is not", async () => {
    const both = file("two-layers.zip");
    const bytes = both.bytes.slice();
    // In the content of gk.cpg.
    bytes[64] = 0x46;
    const { report } = value(await importProject([{ ...both, bytes, role: "zones" }], {}, atOnce));
    expect(report.files[0]?.issues).toEqual([
      issue("file.damaged", "error", {}, { file: "two-layers.zip · gk" }),
    ]);
    expect(report.files[1]?.in).toBe(3);
  });

  it("without its attributes, or cut off, is refused", async () => {
    const codes = async (each: SourceFile) => (await openTables(each)).issues.map(({ code }) => code);
    const parts = unzipped("zones-gbk.zip");
    const [shp, dbf] = ["gk.shp", "gk.dbf"].map((name) => parts.find((part) => part.name === name)) as [
      SourceFile,
      SourceFile,
    ];
    const cut = (each: SourceFile) => ({ ...each, bytes: each.bytes.slice(0, -1) });
    expect(await codes(shp)).toEqual(["file.shapefile-parts"]);
    expect(await codes({ ...shp, beside: [dbf] })).toEqual([]);
    expect(await codes({ ...cut(shp), beside: [dbf] })).toEqual(["file.damaged"]);
    expect(await codes({ ...shp, beside: [{ ...dbf, bytes: dbf.bytes.slice(0, -80) }] })).toEqual([
      "file.damaged",
    ]);
  });
});

describe("a table of attributes", () => {
  /** One row of these columns: type and what stands in the cell, ten bytes wide. */
  function dbf(columns: readonly (readonly [type: string, cell: string])[], deleted = false) {
    const text = new TextEncoder();
    const head = 32 + 32 * columns.length + 1;
    const bytes = new Uint8Array(head + 1 + 10 * columns.length + 1).fill(0x20, head);
    const view = new DataView(bytes.buffer);
    view.setUint32(4, 1, true);
    view.setUint16(8, head, true);
    view.setUint16(10, 1 + 10 * columns.length, true);
    columns.forEach(([type, cell], i) => {
      const at = 32 + 32 * i;
      bytes.set(text.encode(`c${i}`), at);
      bytes[at + 11] = type.charCodeAt(0);
      bytes[at + 16] = 10;
      bytes.set(text.encode(cell), head + 1 + 10 * i);
    });
    bytes[head - 1] = 0x0d;
    bytes[head] = deleted ? 0x2a : 0x20;
    return readDbf(bytes)?.rows;
  }

  it("gives what stands there: every digit, unknown where nothing is said, days", () => {
    const cells = [
      ["N", " 0.10"],
      ["L", "T"],
      ["L", "?"],
      ["L", "F"],
      ["D", "20240301"],
      ["D", ""],
    ] as const;
    expect(dbf(cells)).toEqual([{ c0: "0.10", c1: true, c3: false, c4: "2024-03-01" }]);
  });

  it("has empty cells where numbers and days are written as unknown, and only there", () => {
    const stars = "**********";
    const cells = [
      ...(["N", "F", "D"] as const).map((type) => [type, stars] as const),
      ["D", "00000000"],
      ["D", "0000-00-00"],
      ["C", stars],
      ["N", "0"],
    ] as const;
    expect(dbf(cells)).toEqual([{ c5: stars, c6: "0" }]);
  });

  it("has no row where one was deleted", () => {
    expect(dbf([["C", "gone"]], true)).toEqual([undefined]);
  });
});
