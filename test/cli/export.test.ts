import { describe, expect, it } from "vitest";
import { readArguments } from "../../src/cli/arguments.ts";
import { type Host, UsageError } from "../../src/cli/command.ts";
import { exportCommand } from "../../src/cli/commands/export.ts";
import { finish } from "../../src/core/base/work.ts";
import { writeProject } from "../../src/io/project-file/write-project.ts";
import { aFacility, aProject, aZone } from "../builders/rows.ts";

async function quanExport(words: string) {
  const project = aProject([aZone("z1")], [aFacility("f1")], { name: "无关的名字" });
  const bytes = new Uint8Array(await new Response(writeProject(project)).arrayBuffer());
  const saved = new Map<string, Uint8Array>();
  const printed: string[] = [];
  const host = {
    read: async () => bytes,
    write: async (path: string, content: Uint8Array) => void saved.set(path, content),
    print: (text: string) => void printed.push(text),
    say: () => undefined,
    drive: async (work: Parameters<typeof finish>[0]) => finish(work),
  } as unknown as Host;
  const code = await exportCommand.run(readArguments(exportCommand, words.split(" ")), host);
  return { code, saved, printed: printed.join("") };
}

describe("quan export", () => {
  it("writes a file for each table that has rows, named after the project file and the datum", async () => {
    const { code, saved, printed } = await quanExport("data/city.quan --out out --format csv --datum GCJ-02");
    expect(code).toBe(0);
    expect([...saved.keys()]).toEqual([
      ...["out/city-小区-GCJ-02.csv", "out/city-设施-GCJ-02.csv", "out/city-汇总-GCJ-02.csv"],
      "out/city-缺口核算-GCJ-02.csv",
    ]);
    expect(printed).toBe(`${[...saved.keys()].join("\n")}\n`);
  });

  it("takes tables, language and encoding, and prints one document with --json", async () => {
    const { saved, printed } = await quanExport(
      "c.quan --out o --format csv --tables deficits,zones --lang en --encoding gb18030 --json",
    );
    expect(JSON.parse(printed)).toEqual({ out: "o", files: ["c-Zones-WGS84.csv", "c-Deficits-WGS84.csv"] });
    const text = new TextDecoder("gb18030").decode(saved.get("o/c-Zones-WGS84.csv"));
    expect(text).toMatch(/^id,name,status,/);
  });

  it("writes one workbook, and one package", async () => {
    expect([...(await quanExport("c.quan --out o --format xlsx --sheets street")).saved.keys()]).toEqual([
      "o/c-WGS84.xlsx",
    ]);
    expect([...(await quanExport("c.quan --out o --format gpkg")).saved.keys()]).toEqual(["o/c-WGS84.gpkg"]);
  });

  it.each([
    ["c.quan --out o", "--format is missing"],
    ["c.quan --out o --format shp", "--format takes one of csv, xlsx, geojson, gpkg, geoparquet"],
    ["c.quan --out o --format gpkg --encoding gb18030", "--encoding is for --format csv"],
    ["c.quan --out o --format csv --sheets street", "--sheets is for --format xlsx"],
    ["c.quan --out o --format csv --datum bd09", "--datum takes one of wgs84, gcj02"],
    ["c.quan --out o --format csv --tables zones,nonsense", 'not "nonsense"'],
  ])("refuses %s and says why", async (words, why) => {
    const refusal = await quanExport(words).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    expect((refusal as Error).message).toContain(why);
  });
});
