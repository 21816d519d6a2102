import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { importProject } from "../../../src/io/import-project.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";

test("a sheet that is not used is told by its name, as one that is", async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: "小区",
        rows: [
          ["编号", "名称", "户数"],
          ["z1", "东园", 800],
        ],
      },
      {
        name: "设施",
        rows: [
          ["编号", "托位"],
          ["f1", 20],
        ],
      },
      { name: "说明", rows: [["填表须知"], ["一行一个小区"]] },
      {
        name: "旧小区",
        rows: [
          ["编号", "户数"],
          ["z9", 100],
        ],
      },
    ],
  });
  const file = { name: "东区.xlsx", bytes: new Uint8Array(bytes) };
  const choices = { byFile: { "东区.xlsx · 旧小区": { role: "none" } } } as const;
  const { report } = value(await importProject([file], choices, atOnce));
  expect(report.files.map(({ file, issues }) => [file, ...issues.map(({ code }) => code)])).toEqual([
    ["东区.xlsx · 小区", "file.no-places", "file.no-zone-statuses"],
    ["东区.xlsx · 设施", "file.column-missing"],
    ["东区.xlsx · 说明", "file.part-unread"],
    ["东区.xlsx · 旧小区", "file.left-out"],
  ]);
});
