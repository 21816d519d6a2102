import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { present } from "../../../src/core/base/invariant.ts";
import type { Drive } from "../../../src/core/base/work.ts";
import { FACILITY_STATUSES } from "../../../src/core/model/facility.ts";
import { FACILITY_KINDS } from "../../../src/core/model/facility-kind.ts";
import { packById } from "../../../src/core/standards/standards.ts";
import { exportWords } from "../../../src/i18n/export-words.ts";
import { fieldNamed, HEADINGS, qualifiedField } from "../../../src/io/columns.ts";
import { EXPORT_FORMATS, exportFiles } from "../../../src/io/export/export-files.ts";
import { DATUM_NAMES, TABLE_NAMES } from "../../../src/io/export/tables/export-table.ts";
import { headingOf } from "../../../src/io/export/tables/headings.ts";
import { modelWords } from "../../../src/io/export/tables/model-words.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { kindNamed } from "../../../src/io/to-model/kind-names.ts";
import { plainWord } from "../../../src/io/to-model/read-value.ts";
import { facilityStatuses } from "../../../src/io/to-model/words.ts";
import { analysed, exported } from "../../builders/exporting.ts";
import { value } from "../../builders/outcomes.ts";
import { copyOf, withRule } from "../../builders/own-packs.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

/** 1000 ÷ 100 × 20 = 200 m² are asked for by the standard of Xuzhou, and its own 150 m² are there. */
const SHORT = aProject(
  [
    aZone("z1", { name: "=1+1", street: "湖滨街道" }),
    aZone("z2", { name: "-5", street: "北桥街道", households: 40 }),
  ],
  [aFacility("f1", { ...elderlyRooms(150), zone: "z1", name: "@湖滨", street: "湖滨街道" })],
);
const decoded = (bytes: Uint8Array | undefined, encoding = "utf-8") =>
  new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes);

describe("tables of a project", () => {
  it("say of each deficit what is asked for, there and missing, with document, clause and arithmetic", async () => {
    const [file] = await exported(SHORT, { format: "xlsx", tables: ["deficits"] });
    const [sheet] = (await readXlsx(file?.bytes ?? new Uint8Array())).sheets;
    const [heads = [], ...rows] = sheet?.rows ?? [];
    const row = rows.find((cells) => cells[0] === "z1" && cells.includes("XZ-O-E-20")) ?? [];
    const said = Object.fromEntries(heads.map((head, at) => [head, row[at]]));
    expect(said).toMatchObject({
      受核小区: "=1+1",
      指标: "养老用房",
      应有: 200,
      实有: 150,
      缺口: 50,
      满足率: 0.75,
      判定: "不符合",
      约束程度: "约束性",
      文件状态: "文号、日期未载明",
    });
    expect(said["依据（文件、条款、算式）"]).toMatch(
      /^《徐州市“一老一小”整体解决方案》表1.*：1000 ÷ 100 × 20 = 200 m²; 150 < 200; 200 − 150 = 50 m²$/,
    );
  });

  it("stand in a workbook under a frozen line of names, numbers as numbers, and no text as a formula", async () => {
    const [file] = await exported(SHORT, { format: "xlsx" });
    expect(file?.name).toBe("城-WGS84.xlsx");
    const { sheets } = await readXlsx(file?.bytes ?? new Uint8Array(), { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(["小区", "设施", "汇总", "缺口核算", "说明"]);
    const [zones] = sheets;
    expect(zones?.freezePane).toMatchObject({ rows: 1, columns: 2 });
    expect(zones?.rows[1]?.slice(0, 6)).toEqual(["z1", "=1+1", "已建成", null, null, 1000]);
    for (const sheet of sheets) {
      for (const cell of sheet.cells?.values() ?? []) expect(cell.formula).toBeUndefined();
    }
    const format = (at: string) => zones?.cells?.get(at)?.style?.numFmt;
    expect([format("1,0"), format("1,5"), format("1,20")]).toEqual(["@", "#,##0", "0.000000###"]);
  });

  it("tell nobody when they were written", async () => {
    const [file] = await exported(SHORT, { format: "xlsx" });
    const { properties } = await readXlsx(file?.bytes ?? new Uint8Array());
    expect([properties?.created, properties?.modified]).toEqual([
      new Date("2000-01-01"),
      new Date("2000-01-01"),
    ]);
  });

  it("are not begun where a workbook would have more cells than anybody opens", async () => {
    const pipeline = analysed(SHORT);
    const many = new Array(130_000).fill(SHORT.facilities[0]);
    const large = { ...pipeline, project: { ...SHORT, facilities: many } };
    const choices = { datum: "wgs84", encoding: "utf-8", sheets: "tables", tables: ["facilities"] } as const;
    const unheard: Drive = () => Promise.reject(new Error("begun"));
    const outcome = await exportFiles(large, { ...choices, format: "xlsx" }, "", exportWords("zh"), unheard);
    expect(outcome.issues.map(({ code }) => code)).toEqual(["export.too-large"]);
  });

  it("have a sheet for each 街道 where that is wanted", async () => {
    const [file] = await exported(SHORT, { format: "xlsx", sheets: "streets" });
    const { sheets } = await readXlsx(file?.bytes ?? new Uint8Array());
    expect(sheets.map(({ name }) => name)).toEqual([
      ...["小区 湖滨街道", "小区 北桥街道", "设施 湖滨街道", "汇总"],
      ...["缺口核算 湖滨街道", "缺口核算 北桥街道", "说明"],
    ]);
  });

  it("are CSV that Excel knows, in which nothing runs", async () => {
    const [zones, facilities] = await exported(SHORT, { format: "csv" });
    expect([zones?.name, facilities?.name]).toEqual(["城-小区-WGS84.csv", "城-设施-WGS84.csv"]);
    const text = decoded(zones?.bytes);
    expect(text.startsWith("\uFEFF编号,名称,状态")).toBe(true);
    expect(text).toContain("\nz1,'=1+1,已建成,");
    expect(text).toContain("\nz2,'-5,已建成,");
    expect(decoded(facilities?.bytes)).toContain("\nf1,'@湖滨,");
  });

  it("are GB18030 where that is asked for", async () => {
    const choices = { format: "csv", encoding: "gb18030", datum: "gcj02", tables: ["zones"] } as const;
    const [file] = await exported(SHORT, choices);
    expect(file?.name).toBe("城-小区-GCJ-02.csv");
    const text = decoded(file?.bytes, "gb18030");
    expect(text).toMatch(/^编号,名称,.*,经度（GCJ-02）,纬度（GCJ-02）,/);
    const place = text.split("\n")[1]?.split(",") ?? [];
    const at = text.split("\n")[0]?.split(",").indexOf("经度（GCJ-02）") ?? -1;
    expect(Math.abs(Number(place[at]) - east(0).lng)).toBeGreaterThan(0.004);
  });

  it("name the datum in the file where the format can", async () => {
    const [layer] = await exported(SHORT, { format: "geojson", datum: "gcj02", tables: ["zones"] });
    expect(JSON.parse(decoded(layer?.bytes))).toMatchObject({
      name: "小区-GCJ-02",
      crs: { properties: { name: "GCJ-02" } },
    });
    const [plain] = await exported(SHORT, { format: "geojson", tables: ["zones"] });
    expect(JSON.parse(decoded(plain?.bytes))).not.toHaveProperty("crs");
  });

  it("do not pass estimated households off as stated", async () => {
    const guessed = aProject([aZone("z1", { householdsBasis: "estimated" })], []);
    const [file] = await exported(guessed, { format: "geojson", tables: ["zones"] });
    const { features } = JSON.parse(decoded(file?.bytes)) as GeoJSON.FeatureCollection;
    expect(features[0]?.properties).toMatchObject({ 户数: null, 估算户数: 1000, 含估算: "是" });
  });

  it("keep a doubt a word, in a column that is then no number", async () => {
    const doubtful = aProject([], [aFacility("f1", { unread: ["slots"] }), aFacility("f2", { slots: 30 })]);
    const [file] = await exported(doubtful, { format: "geojson", tables: ["facilities"] });
    const { features } = JSON.parse(decoded(file?.bytes)) as GeoJSON.FeatureCollection;
    expect(features.map(({ properties }) => properties?.["托位"])).toEqual(["读不出", "30"]);
  });

  it("do not let the clause of a rule that was changed speak for its number", async () => {
    const pack = packById(shippedStandards(), "xuzhou-2022");
    const as = { id: "custom:a", enteredBy: "张三", date: "2026-01-01" } as const;
    const copy = value(withRule(copyOf(present(pack, "it is shipped"), as), "XZ-O-E-20", { threshold: 25 }));
    const own = { ...SHORT, customPacks: [copy], pack: copy.id };
    const [file] = await exported(own, { format: "geojson", tables: ["deficits"] });
    const { features } = JSON.parse(decoded(file?.bytes)) as GeoJSON.FeatureCollection;
    const groundsOf = (rule: string) =>
      features.find(({ properties }) => properties?.["条文代号"] === rule)?.properties?.[
        "依据（文件、条款、算式）"
      ];
    expect(groundsOf("XZ-O-E-20")).toMatch(/^自定标准，非官方：1000 ÷ 100 × 25/);
    expect(groundsOf("XZ-O-C-8")).toMatch(/^《/);
  });

  it("leave empty what no zone of a unit tells", async () => {
    const unknown = aProject([{ id: "z1", street: "湖滨街道", adminCode: "320302", status: "existing" }], []);
    const [file] = await exported(unknown, { format: "geojson", tables: ["rollup"] });
    const { features } = JSON.parse(decoded(file?.bytes)) as GeoJSON.FeatureCollection;
    const street = features.find(({ properties }) => properties?.["单元名称"] === "湖滨街道")?.properties;
    expect(street).toMatchObject({ 汇总级别: "街道", 小区数: 1, 已核小区数: 0, 小区户数合计: null });
    expect(street?.["养老用房应有（m²）"]).toBeNull();
  });

  it("close every ring of an outline", async () => {
    const ring = [east(0, 0), east(100, 0), east(100, 100)];
    const drawn = aProject([aZone("z1", { shape: [[ring]] })], []);
    const [file] = await exported(drawn, { format: "geojson", tables: ["zones"] });
    const { features } = JSON.parse(decoded(file?.bytes)) as GeoJSON.FeatureCollection;
    const corners = [...ring, east(0, 0)].map(({ lng, lat }) => [lng, lat]);
    expect(features[0]?.geometry).toEqual({ type: "MultiPolygon", coordinates: [[corners]] });
  });

  it("that are empty are left out, unless all are", async () => {
    const names = async (project: typeof SHORT) =>
      (await exported(project, { format: "csv" })).map(({ name }) => name);
    expect(await names(SHORT)).toHaveLength(4);
    expect(await names(aProject([], []))).toEqual(["城-小区-WGS84.csv"]);
  });

  it("say in every name which coordinates they have", async () => {
    for (const datum of ["wgs84", "gcj02"] as const) {
      for (const format of EXPORT_FORMATS) {
        for (const { name } of await exported(SHORT, { format, datum })) {
          expect(name).toContain(`-${DATUM_NAMES[datum]}.`);
        }
      }
    }
  });
});

describe("the words of the files", () => {
  it.each(["zh", "en"] as const)(
    "leave what was worked out unread, and name rows as they are read, %s",
    (language) => {
      const { columns, ofMetric, ofSubject, metric, unit } = exportWords(language);
      const filled = Object.values(ofMetric).flatMap((heading) =>
        Object.values(metric).flatMap((name) =>
          Object.values(unit).map((of) => heading.replace("{{metric}}", name).replace("{{unit}}", of)),
        ),
      );
      for (const heading of [...Object.values(columns), ...Object.values(ofSubject), ...filled]) {
        expect([heading, fieldNamed(heading), qualifiedField(heading)]).toEqual([
          heading,
          undefined,
          undefined,
        ]);
      }
      for (const field of Object.keys(HEADINGS) as (keyof typeof HEADINGS)[]) {
        expect(fieldNamed(headingOf(field, language))?.field).toBe(field);
      }
      expect(new Set(TABLE_NAMES.map((name) => exportWords(language).tables[name])).size).toBe(
        TABLE_NAMES.length,
      );
    },
  );

  it("are read back as what they stand for", () => {
    for (const language of ["zh", "en"] as const) {
      for (const kind of FACILITY_KINDS) expect(kindNamed(modelWords.kind(kind, language))).toBe(kind);
      for (const status of FACILITY_STATUSES) {
        if (language === "zh") expect(modelWords.facilityStatus(status, language)).toMatch(/\p{Script=Han}/u);
        expect(facilityStatuses.get(plainWord(modelWords.facilityStatus(status, language)))).toBe(status);
      }
    }
  });
});

describe.skipIf(spawnSync("ogrinfo", ["--version"]).status !== 0)("the library of the GIS programs", () => {
  const told = async (format: "gpkg" | "geojson" | "xlsx", datum: "wgs84" | "gcj02") => {
    const [file] = await exported(SHORT, { format, datum, tables: ["zones"] });
    const folder = mkdtempSync(join(tmpdir(), "quan-"));
    try {
      const path = join(folder, file?.name ?? "");
      writeFileSync(path, file?.bytes ?? "");
      return spawnSync("ogrinfo", ["-al", path], { encoding: "utf8" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it.each(["gpkg", "geojson", "xlsx"] as const)(
    "reads Chinese, numbers and text out of a %s",
    async (format) => {
      const { stdout, stderr } = await told(format, "wgs84");
      expect(stdout).toContain("名称 (String) = =1+1");
      expect(stdout).toMatch(/户数 \(Integer(?:64)?\) = 1000/);
      expect(stdout).toMatch(/养老用房满足率 \(Real\) = 0.75/);
      expect(stderr).not.toMatch(/error|warning/i);
    },
  );

  it("knows the system of a package", async () => {
    expect((await told("gpkg", "wgs84")).stdout).toContain('ID["EPSG",4326]');
    const { stdout, stderr } = await told("gpkg", "gcj02");
    expect(stdout).toContain('GEOGCRS["GCJ-02"');
    expect(stderr).not.toMatch(/error|warning/i);
  });
});
