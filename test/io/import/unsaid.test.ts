import { describe, expect, it } from "vitest";
import type { Issue } from "../../../src/core/base/issue.ts";
import { importProject } from "../../../src/io/import-project.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";

const fileOf = (name: string, text: string) => ({
  name,
  bytes: new Uint8Array(new TextEncoder().encode(text)),
});

/** What is told of a file: row, column, code and how grave. */
async function told(name: string, text: string) {
  const { report } = value(await importProject([fileOf(name, text)], { datum: "wgs84" }, atOnce));
  const [account] = report.files;
  const issues = account?.issues.map(({ at, code, severity }: Issue) => [at.row, at.column, code, severity]);
  return { used: account?.used, issues };
}

describe("what a table leaves unsaid", () => {
  it("is whose the rooms are, where no column can say so", async () => {
    const without = [undefined, undefined, "file.no-owners", "warning"];
    for (const [column, issues] of [
      ["hours", [without]],
      ["所属小区", []],
      ["对外共享", []],
      ["统筹小区", []],
    ] as const) {
      const text = `id,kind,status,lon,lat,${column}\nf1,E_MEAL,built,117,34,\n`;
      expect(await told("f.csv", text)).toEqual({ used: 1, issues });
    }
  });

  it("is where a row stands, of whose longitude and latitude both are empty", async () => {
    expect(
      await told("f.csv", "id,kind,status,zone,经度,纬度\nf1,E_MEAL,built,,,\nf2,E_MEAL,built,,117,34\n"),
    ).toEqual({ used: 2, issues: [[2, "经度", "place.empty", "note"]] });
    expect(await told("z.csv", "id,status,households,lon,lat\nz1,new,9,,\nz2,new,9,117,34\n")).toEqual({
      used: 2,
      issues: [[2, "lon", "place.empty", "note"]],
    });
  });

  it("is everything, where a layer has no features", async () => {
    const empty = '{"type":"FeatureCollection","features":[]}';
    const outcome = await importProject([{ ...fileOf("z.geojson", empty), role: "zones" }], {}, atOnce);
    expect(outcome.issues.map(({ code, at }) => [at.file, code])).toEqual([
      ["z.geojson", "file.no-features"],
    ]);
    const bare =
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]}';
    const lacks = await importProject([{ ...fileOf("z.geojson", bare), role: "zones" }], {}, atOnce);
    expect(lacks.issues.map(({ code }) => code)).toEqual(["file.column-missing"]);
  });

  it("is the names of its columns, where somebody says that there are none: then no row is taken for them", async () => {
    const text = "f1,E_MEAL,built\nf2,E_MEAL,built\n";
    const columns = { "第 A 列": "id", "第 B 列": "kind", "第 C 列": "status" } as const;
    const byFile = { "f.csv": { role: "facilities", headerRow: 0, columns } } as const;
    const { project, report } = value(
      await importProject([fileOf("f.csv", text)], { datum: "wgs84", byFile }, atOnce),
    );
    expect(project.facilities.map(({ id }) => id)).toEqual(["f1", "f2"]);
    expect(report.files[0]).toMatchObject({ in: 2, used: 2 });
  });
});
