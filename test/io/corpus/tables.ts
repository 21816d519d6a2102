import { type Corpus, utf8 } from "./bytes.ts";
import { csv, EAST, HEAD, lines, SEMICOLONS, WEST } from "./rows.ts";

/** Tables of unusual shape. */
export const tables: Corpus = {
  "empty.csv": new Uint8Array(),
  "blank.csv": utf8("\n\n\n"),
  "one-byte.csv": utf8("a"),
  "header-only.csv": csv(),
  "quoted-lines.csv": csv('z1,"东园\n（一期, 二期）",既有,300,840,117.2,34.26', WEST),
  "open-quote.csv": csv(EAST, 'z2,"西园,新建,500,1400,117.21,34.262', EAST.replace("z1", "z3")),
  "short-rows.csv": csv("z1,东园,既有,300", WEST),
  "long-rows.csv": csv("z1,东园,既有,1,300,840,117.2,34.26", WEST),
  "title.csv": utf8(lines("徐州市小区名册", "制表：某局", "", HEAD, EAST, WEST)),
  "sums.csv": csv(EAST, "小计,,,300,840,,", HEAD, WEST, "合计,,,800,2240,,"),
  "signed.csv": csv(EAST, "填表人：张三,,,,,,", WEST, "注：户数为登记户,,,,,,"),
  "twice-named.csv": utf8(lines(`${HEAD},户数`, `${EAST},310`)),
  "rivals.csv": utf8(lines(`${HEAD},总户数`, `${EAST},310`, `${WEST},500`)),
  "empty-columns.csv": utf8(lines(`,${HEAD},,`, `,${EAST},,`, ",,,,,,,,,", `,${WEST},,`)),
  "unnamed-column.csv": utf8(lines(`${HEAD},`, `${EAST},彭城街道`, `${WEST},`)),
  "two-line-names.csv": utf8(lines("编号,名称,状态,规模,,坐标,", ",,,户数,人口,经度,纬度", EAST, WEST)),
  "line-of-units.csv": csv(",,,百户,万人,,", EAST),
  "hidden-marks.csv": utf8(
    lines(`\u200B${HEAD}`, "\u200Ez1\u200B,\u202A东园\u202C,既有,\u202A300\u202C,840,117.2,34.26", WEST),
  ),
  "deep.csv": utf8(lines(..."甲乙丙丁戊己庚辛壬癸子", HEAD, EAST)),
  "separator.csv": utf8(`sep=;\n${SEMICOLONS}`),
};
