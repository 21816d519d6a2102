import { type Corpus, utf8 } from "./bytes.ts";
import { csv, EAST, lines, WEST } from "./rows.ts";

/** Tables with places that cannot be right. */
export const places: Corpus = {
  "swapped.csv": csv("z1,东园,既有,300,840,34.26,117.2", WEST),
  "minutes.csv": csv("z1,东园,既有,300,840,117°12′00″,34°15′36″", WEST),
  "nowhere.csv": csv("z1,东园,既有,300,840,0,0", "z2,西园,新建,500,1400,117.21,", "z3,南园,既有,300,840,,"),
  "abroad.csv": csv(EAST, WEST.replace("117.21,34.262", "2.35,48.85")),
  "metres.csv": csv("z1,东园,既有,300,840,518420.487,3792519.972", WEST),
  "one-cell.csv": utf8(
    lines(
      "编号,名称,状态,户数,人口,坐标",
      'z1,东园,既有,300,840,"117.2,34.26"',
      'z2,西园,新建,500,1400,"34.262，117.21"',
    ),
  ),
};
