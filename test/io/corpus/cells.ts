import { type Corpus, utf8 } from "./bytes.ts";
import { csv, EAST, FACILITIES, lines, WEST } from "./rows.ts";

/** Tables with cells that cannot be read as they stand. */
export const cells: Corpus = {
  "thousands.csv": csv('z1,东园,既有,"1,234",８４０,117.2,34.26', "z2,西园,新建,500户,1400人,117.21,34.262"),
  "about.csv": csv("z1,东园,既有,约30,840,117.2,34.26", "z2,西园,新建,300-400,三百,117.21,34.262"),
  "negative.csv": csv("z1,东园,既有,-5,840,117.2,34.26", "z2,西园,新建,500,1400.5,117.21,34.262"),
  "huge.csv": csv(
    "z1,东园,既有,1e400,840,117.2,34.26",
    "z2,西园,新建,500,1400.00000000000000000001,117.21,34.262",
  ),
  "errors.csv": csv("z1,东园,既有,#REF!,#N/A,117.2,34.26", WEST),
  "footnotes.csv": csv("z1,东园,既有,300①,840²,117.2,34.26", WEST),
  "ids-twice.csv": csv(EAST, EAST.replace("300", "310"), WEST),
  "no-ids.csv": csv(EAST, WEST.replace("z2", "")),
  "long-cell.csv": csv(EAST.replace("300", "九".repeat(300_000)), WEST),
  "names.csv": csv(
    EAST.replace("东园", "<script>alert(1)</script>"),
    WEST.replace("西园", "'=HYPERLINK(1)"),
    EAST.replace("z1,东园", "z3,حي السلام").replace("117.2,", "117.3,"),
  ),
  "days.csv": utf8(
    lines(
      `${FACILITIES},日期`,
      "f1,甲站,居家养老服务站,运营,120,,117.2,34.26,2024/3/1",
      "f2,乙站,居家养老服务站,运营,120,,117.25,34.26,2024年3月1日",
      "f3,丙站,居家养老服务站,运营,120,,117.3,34.26,2024-13-01",
      "f4,丁站,居家养老服务站,运营,120,,117.35,34.26,45352",
    ),
  ),
  "kinds.csv": utf8(
    lines(
      FACILITIES,
      "f1,甲站,居家养老服务站,运营,120,,117.2,34.26",
      "f2,乙院,养老服务设施,运营,,,117.25,34.26",
      "f3,丙园,,运营,,40,117.3,34.26",
    ),
  ),
  "statuses.csv": csv(EAST.replace("既有", "大概建成"), WEST),
};
