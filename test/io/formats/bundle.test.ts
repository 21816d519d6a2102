import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { importProject } from "../../../src/io/import-project.ts";
import { openTables } from "../../../src/io/open-tables.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";

const zip = (files: Record<string, Uint8Array>) => ({
  name: "街道.zip",
  bytes: new Uint8Array(zipSync(files)),
});
const table = (id: string) => strToU8(`编号,户数\n${id},300\n`);

describe("a zip of tables", () => {
  it("is read as the files in it, each under its name", async () => {
    const file = zip({ "云龙/甲.csv": table("z1"), "云龙/乙.csv": table("z2"), "说明.docx": strToU8("…") });
    const { project, report } = value(await importProject([file], {}, atOnce));
    expect(project.zones.map(({ id }) => id)).toEqual(["z1", "z2"]);
    expect(report.files.map((each) => [each.file, each.in])).toEqual([
      ["街道.zip", 0],
      ["街道.zip · 云龙/甲.csv", 1],
      ["街道.zip · 云龙/乙.csv", 1],
    ]);
    expect(report.files[0]?.issues).toMatchObject([
      { code: "file.others-in-zip", facts: { files: ["说明.docx"] } },
    ]);
  });

  it("tells which of them cannot be read, and uses the others", async () => {
    const file = zip({
      "甲.csv": table("z1"),
      "空.csv": new Uint8Array(),
      "坏.xlsx": strToU8("PK\u0003\u0004…"),
    });
    const { project, report } = value(await importProject([file], {}, atOnce));
    expect(project.zones.map(({ id }) => id)).toEqual(["z1"]);
    const codes = report.files.flatMap(({ issues }) => issues.map(({ code, at }) => [code, at.file]));
    expect(codes).toContainEqual(["file.empty", "空.csv"]);
    expect(codes).toContainEqual(["file.damaged", "坏.xlsx"]);
  });

  it("that would unpack to more than fits is refused before it is, and so is one without a table", async () => {
    const codes = async (bytes: Uint8Array<ArrayBuffer>) =>
      (await openTables({ name: "a.zip", bytes })).issues.map(({ code }) => code);
    const { bytes } = zip({ "甲.csv": table("z1") });
    const directory = bytes.findLastIndex(
      (_, at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1,
    );
    new DataView(bytes.buffer).setUint32(directory + 24, 0x7fffffff, true);
    expect(await codes(bytes)).toEqual(["file.unpacks-too-large"]);
    expect(await codes(zip({ "a.docx": strToU8("…"), "b.zip": strToU8("…") }).bytes)).toEqual([
      "file.nothing-in-zip",
    ]);
  });
});
