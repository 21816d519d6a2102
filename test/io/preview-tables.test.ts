import { describe, expect, it } from "vitest";
import { importProject } from "../../src/io/import-project.ts";
import type { FileChoices, SourceFile } from "../../src/io/import-report.ts";
import { previewTables } from "../../src/io/preview-tables.ts";
import { atOnce } from "../builders/at-once.ts";
import { value } from "../builders/outcomes.ts";

const file = (name: string, text: string | Uint8Array<ArrayBuffer>): SourceFile => ({
  name,
  bytes: typeof text === "string" ? new TextEncoder().encode(text) : text,
});

/** 名称,户数 / 东园,800 in GB18030. */
const GB18030 = Uint8Array.from([
  ...[0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xbb, 0xa7, 0xca, 0xfd, 0x0a],
  ...[0xb6, 0xab, 0xd4, 0xb0, 0x2c, 0x38, 0x30, 0x30, 0x0a],
]);

const preview = async (given: SourceFile, said: Readonly<Record<string, FileChoices>> = {}) => {
  const [found] = await previewTables([given], said);
  if (!found) throw new Error("no preview");
  return found;
};

describe("a table before it is imported", () => {
  it("shows its first rows, what each column is read as and what its rows are", async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `z${i};东园${i};${100 + i};随便`);
    const { tables, issues } = await preview(file("a.csv", `编号;小区名称;户数;备注\n${rows.join("\n")}`));
    expect(issues).toEqual([]);
    expect(tables).toMatchObject([
      {
        name: "a.csv",
        role: "zones",
        missing: [],
        fields: ["id", "name", "households", undefined],
        sample: {
          headings: ["编号", "小区名称", "户数", "备注"],
          headerRow: 1,
          text: { encoding: "utf-8", delimiter: ";" },
        },
      },
    ]);
    expect(tables[0]?.sample.lines).toHaveLength(8);
    expect(tables[0]?.sample.lines[1]).toEqual(["z1", "东园1", "101", "随便"]);
  });

  it("tells of each cell of the first rows that is not read as it stands what becomes of it", async () => {
    const text = [
      "登记表",
      "编号,名称,类别,建设状态,养老面积（亩）,托位,经度,纬度",
      "f1,甲,托育机构,已建成,2,30,117.2,34.2",
      "",
      "f2,乙,托育机构,已建成,,约30,117°12′,34.2",
      "f3,丙,飞船,已建成,1,30,117.2,34.2",
    ].join("\n");
    const [table] = (await preview(file("a.csv", text), { "a.csv": { role: "facilities" } })).tables;
    expect(table?.sample.rows).toEqual([3, 5, 6]);
    const told = table?.remarks.map(({ line, column, issue: { code, severity, facts } }) => {
      const { after } = facts as { readonly after?: string };
      return [line, table.sample.headings[column], code, severity, after];
    });
    expect(told).toEqual([
      [0, "养老面积（亩）", "value.repaired", "repaired", "1333.33"],
      [1, "经度", "value.repaired", "repaired", "117.2"],
      [1, "托位", "value.estimate", "warning", undefined],
      [2, "类别", "row.kind-unknown", "error", undefined],
    ]);
  });

  it("shows two columns of a status as that, and marks a row that they contradict each other in", async () => {
    const text = "编号,类别,建设状态,运营状态\nf1,托育机构,已建成,停业\nf2,托育机构,在建,运营中\n";
    const [table] = (await preview(file("a.csv", text), { "a.csv": { role: "facilities" } })).tables;
    expect(table?.fields).toEqual(["id", "kind", "status", "status"]);
    expect(table?.remarks.map(({ line, column, issue }) => [line, column, issue.code])).toEqual([
      [1, 0, "row.rival-cells"],
    ]);
  });

  it("tells in which encoding it was read, and reads it in another that is asked for", async () => {
    const given = file("a.csv", GB18030);
    expect((await preview(given)).tables[0]).toMatchObject({
      sample: { headings: ["名称", "户数"], text: { encoding: "gb18030" } },
    });
    const asked = await preview(given, { "a.csv": { encoding: "utf-8" } });
    expect(asked.tables).toEqual([]);
    expect(asked.issues.map(({ code }) => code)).toEqual(["file.no-text"]);
  });

  it("says what is missing for what it is said to be", async () => {
    const given = file("a.csv", "单位,甲,乙\n东园养老站,120,在用\n");
    expect((await preview(given)).tables).toMatchObject([{ role: undefined, missing: [] }]);
    const said = { "a.csv": { role: "facilities" } } as const;
    expect((await preview(given, said)).tables[0]?.missing).toEqual(["id", "kind"]);
  });

  it("shows the properties of features, all that the first ones have", async () => {
    const features = [{ 名称: "东园", 备注: null }, { 户数: 800 }].map((properties) => ({
      ...{ type: "Feature", properties, geometry: null },
    }));
    const text = JSON.stringify({ type: "FeatureCollection", features });
    expect((await preview(file("a.geojson", text))).tables).toMatchObject([
      {
        fields: ["name", undefined, "households"],
        sample: {
          headings: ["名称", "备注", "户数"],
          lines: [
            ["东园", "", ""],
            ["", "", "800"],
          ],
        },
      },
    ]);
  });
});

describe("what is said of a table", () => {
  const TITLED = "名单,,\n甲,乙,丙\n东园,800,320302\n西园,600,320302\n";
  const said: FileChoices = {
    headerRow: 2,
    role: "zones",
    columns: { 甲: "name", 乙: "households", 丙: "admin_code" },
  };

  it("goes before what it looks like, in the preview as in the import", async () => {
    const given = file("a.csv", TITLED);
    expect((await preview(given, { "a.csv": said })).tables[0]).toMatchObject({
      fields: ["name", "households", "admin_code"],
      sample: { headings: ["甲", "乙", "丙"], headerRow: 2 },
    });
    const { project } = value(await importProject([given], { byFile: { "a.csv": said } }, atOnce));
    expect(project.zones.map(({ name, households }) => [name, households])).toEqual([
      ["东园", 800],
      ["西园", 600],
    ]);
  });

  it("keeps a column out, and takes another for what two of them could be", async () => {
    const given = file("a.csv", "id,name,户数,总户数\nz1,东园,800,950\n");
    const read = async (columns: FileChoices["columns"] & object) => {
      const choices = { byFile: { "a.csv": { columns } } };
      const { project } = value(await importProject([given], choices, atOnce));
      return project.zones[0]?.households;
    };
    expect(await read({ 户数: null })).toBe(950);
    expect(await read({ 总户数: null })).toBe(800);
    expect(await read({ 总户数: "households" })).toBe(950);
  });

  it("leaves a file out that is not wanted, and says so", async () => {
    const files = [
      file("a.csv", "id,name,households\nz1,东园,800\n"),
      file("b.csv", "id,households\nz2,1\n"),
    ];
    const choices = { byFile: { "b.csv": { role: "none" } } } as const;
    const { project, report } = value(await importProject(files, choices, atOnce));
    expect(project.zones.map(({ id }) => id)).toEqual(["z1"]);
    expect(report.files[1]?.issues.map(({ code }) => code)).toEqual(["file.left-out"]);
  });
});

describe("a word that is no kind we know", () => {
  const text = "id,name,类别\nf1,甲,居家点\nf2,乙,居家点\nf3,丙,食堂点\nf4,丁,E_MEAL\n";

  it("is told once with its rows, most first, and read as the kind that is said", async () => {
    const given = file("a.csv", text);
    const first = value(await importProject([given], {}, atOnce)).report.files[0];
    expect(first).toMatchObject({ used: 1, rejected: 3 });
    expect(first?.issues.find(({ code }) => code === "file.kinds-unknown")?.facts).toEqual({
      kinds: ["居家点", "食堂点"],
      rows: [2, 1],
    });
    const kinds = { 居家点: "E_ESTATE_STATION" } as const;
    const { project, report } = value(await importProject([given], { kinds }, atOnce));
    expect(project.facilities.map(({ id, kind }) => [id, kind])).toEqual([
      ["f1", "E_ESTATE_STATION"],
      ["f2", "E_ESTATE_STATION"],
      ["f4", "E_MEAL"],
    ]);
    expect(report.files[0]).toMatchObject({ used: 1, repaired: 2, rejected: 1 });
  });
});

describe("a column that nobody named", () => {
  it("is guessed by its values, where no other column holds that already", async () => {
    const text =
      "甲,乙,丙,丁,类别\n117.20123,34.26011,已建,0516-83801234,E_MEAL\n117.21,34.27,在建,13805201234,E_MEAL\n";
    const [table] = (await preview(file("a.csv", text.replace("117.21,34.27", "117.21001,34.27002")))).tables;
    expect(table?.guesses).toEqual(["lon", "lat", "status", "phone", undefined]);
    const [twice] = (await preview(file("b.csv", "甲,状态\n已建,已建\n"))).tables;
    expect(twice?.guesses).toEqual([undefined, undefined]);
  });

  it("stays unread where its values could be many things", async () => {
    const [table] = (await preview(file("a.csv", "甲,乙,丙\n120,34,好\n117,30,已建\n"))).tables;
    expect(table?.guesses).toEqual([undefined, undefined, undefined]);
  });
});
