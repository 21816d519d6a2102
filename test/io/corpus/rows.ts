import type { WriteSheet } from "hucre/xlsx";
import { utf8 } from "./bytes.ts";

/** Two sound rows, which the files of the corpus do something to. */
export const HEAD = "编号,名称,状态,户数,人口,经度,纬度";
export const EAST = "z1,东园,既有,300,840,117.2,34.26";
export const WEST = "z2,西园,新建,500,1400,117.21,34.262";
export const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
export const csv = (...rows: readonly string[]) => utf8(lines(HEAD, ...rows));
export const TWO = lines(HEAD, EAST, WEST);
export const SEMICOLONS = TWO.replaceAll(",", ";");
export const FACILITIES = "编号,名称,类别,状态,养老面积,托位,经度,纬度";

export const CELLS: NonNullable<WriteSheet["rows"]> = [
  HEAD.split(","),
  ["z1", "东园", "既有", 300, 840, 117.2, 34.26],
  ["z2", "西园", "新建", 500, 1400, 117.21, 34.262],
];
export const [HEADINGS = [], ...ROWS] = CELLS;
export const sheet = (rows: WriteSheet["rows"], name = "小区"): WriteSheet => ({
  name,
  ...(rows && { rows }),
});

/** 117.2 E, 34.26 N in the zone of 117 E of CGCS2000, and east of it. */
export const METRES = [
  [518420.487, 3792519.972],
  [519420.487, 3792519.972],
] as const;
