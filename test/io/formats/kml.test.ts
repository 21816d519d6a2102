import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { SourceFile } from "../../../src/io/import-report.ts";
import { openTables } from "../../../src/io/open-tables.ts";
import { tables } from "../../builders/source-tables.ts";

const file = (name: string): SourceFile => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`./files/${name}`, import.meta.url))),
});

const document = (inner: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  new TextEncoder().encode(
    `${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`,
  );
const codes = async (bytes: Uint8Array<ArrayBuffer>) =>
  (await openTables({ name: "a.kml", bytes })).issues.map(({ code }) => code);

describe("a KML document", () => {
  // Written by GDAL; the zip by its LIBKML, with the placemarks in a document of their own.
  it.each(["zones.kml", "zones.kmz"])("is read with the data of its placemarks: %s", async (name) => {
    const { parts } = await tables(file(name));
    expect(parts).toHaveLength(1);
    expect(parts[0]?.rows).toMatchObject([
      { row: 1, id: "z1", name: "东园", households: 1234, geometry: { type: "Polygon" } },
      { row: 2, id: "z2", name: "=SUM(A1)", geometry: { type: "MultiPolygon" } },
      { row: 3, id: "z3", name: "西园", households: 300, geometry: null },
    ]);
  });

  it("tells nothing of how it is drawn, and has no rows for links to others", async () => {
    const placemark =
      "<Placemark><name>东园</name><Style><LineStyle><color>ff0000ff</color></LineStyle></Style><Point><coordinates>117.2,34.26,5</coordinates></Point></Placemark>";
    const link = "<NetworkLink><name>n</name><Link><href>b.kml</href></Link></NetworkLink>";
    const opened = await openTables({ name: "a.kml", bytes: document(placemark + link) });
    const [table] = opened.ok ? opened.value : [];
    expect([...(table?.headings ?? [])]).toEqual([["name", "name"]]);
    expect([...(table?.unknownHeadings ?? [])]).toEqual([]);
    expect([...(table?.blocks ?? [])].flatMap(({ rows }) => rows)).toHaveLength(1);
  });

  it("that is none, has nothing in it, or breaks off is told", async () => {
    expect(await codes(document(""))).toEqual(["file.no-features"]);
    const whole = new TextDecoder().decode(file("zones.kml").bytes);
    const cut = whole.slice(0, whole.lastIndexOf("<coordinates>"));
    expect(await codes(new TextEncoder().encode(cut))).toEqual(["file.damaged"]);
    expect(await codes(document("<Placemark><name>a</Placemark>"))).toEqual(["file.damaged"]);
  });

  it("fetches nothing and unfolds nothing that it names", async () => {
    const head =
      '<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>';
    const bytes = document("<Placemark><name>&b;&x;</name></Placemark>", head);
    const opened = await openTables({ name: "a.kml", bytes });
    const names = opened.ok
      ? opened.value.flatMap(({ blocks }) =>
          [...blocks].flatMap(({ rows }) => rows.map(({ values }) => values.get("name"))),
        )
      : [];
    expect(names.join("")).not.toMatch(/aaaa/);
  });
});
