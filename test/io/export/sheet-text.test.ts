import { readXlsx, writeXlsx } from "hucre/xlsx";
import { expect, it } from "vitest";
import { sheetText } from "../../../src/io/export/formats/sheet-text.ts";

it("comes out of a workbook as it went in, or says what of it could not", async () => {
  const wanted = [
    "=1",
    "_x0041_",
    "a_x000d_b",
    "_x",
    "𠮷",
    "a\uFFFEb",
    "half\uD842",
    "长".repeat(40_000),
    "\u0001",
  ];
  const bytes = await writeXlsx({ sheets: [{ name: "a", rows: wanted.map((text) => [sheetText(text)]) }] });
  const [sheet] = (await readXlsx(bytes)).sheets;
  expect(sheet?.rows.map(([cell]) => cell)).toEqual([
    ...["=1", "_x0041_", "a_x000d_b", "_x", "𠮷", "a\uFFFDb", "half\uFFFD"],
    `${"长".repeat(32_766)}…`,
    "\u0001",
  ]);
});
