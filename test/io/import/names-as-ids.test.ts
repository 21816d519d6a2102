import { describe, expect, it } from "vitest";
import { importProject } from "../../../src/io/import-project.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";

const fileOf = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

async function read(...texts: readonly string[]) {
  const files = texts.map((text, i) => fileOf(`f${i}.csv`, text));
  const { project, report } = value(await importProject(files, { datum: "wgs84" }, atOnce));
  const told = report.files.map(({ issues }) => issues.map(({ code, at }) => [at.row, code] as const));
  const counts = report.files.map((each) => [each.in, each.used, each.repaired, each.rejected]);
  const codes = told.map((each) => each.filter(([, code]) => /name|number|id-/.test(code)));
  return { ids: project.facilities.map(({ id }) => id), project, codes, counts };
}

const HEAD = "名称,类别,状态,街道,社区,地址,养老面积,经度,纬度,所属小区";

describe("a table without ids", () => {
  it("knows its rows by their names, says so once, and refuses those without one", async () => {
    const { ids, codes, counts } = await read(
      `${HEAD}\n东园站,E_MEAL,已建,东街,,,30,117,34,\n,E_MEAL,已建,东街,,,30,117,34,\n合计,,,,,,60,,,\n名称,类别,状态,街道,社区,地址,养老面积,经度,纬度,所属小区\n`,
    );
    expect(ids).toEqual(["东园站"]);
    expect(counts).toEqual([[4, 1, 0, 3]]);
    expect(codes).toEqual([
      [
        [undefined, "file.ids-from-names"],
        [3, "row.name-missing"],
      ],
    ]);
  });

  it("tells rows of one name apart by street, community and then address, in any order", async () => {
    const rows = [
      "助餐点,E_MEAL,已建,东街,一社区,,30,117,34,",
      "助餐点,E_MEAL,已建,西街,一社区,,40,117.1,34,",
      "助餐点,E_MEAL,已建,西街,二社区,甲路 1 号,50,117.2,34,",
      "助餐点,E_MEAL,已建,西街,二社区,乙路 2 号,60,117.3,34,",
      "托老所,E_DAYCARE,已建,西街,二社区,乙路 3 号,60,117.3,34,",
    ];
    const ids = [
      "助餐点（东街，一社区）",
      "助餐点（西街，一社区）",
      "助餐点（西街，二社区）（乙路 2 号）",
      "助餐点（西街，二社区）（甲路 1 号）",
      "托老所",
    ];
    for (const order of [rows, rows.toReversed()]) {
      const found = await read(`${HEAD}\n${order.join("\n")}\n`);
      expect(found.ids).toEqual(ids);
      expect(found.counts).toEqual([[5, 5, 0, 0]]);
    }
    // The same rows in a file for each street.
    const streets = [rows.slice(0, 1), rows.slice(1)].map((some) => `${HEAD}\n${some.join("\n")}\n`);
    expect((await read(...streets)).ids).toEqual(ids);
  });

  it("says of rows that nothing tells apart that one of them is used, and what they do not agree on", async () => {
    const { ids, project, codes, counts } = await read(
      `${HEAD}\n助餐点,E_MEAL,已建,东街,,,30,117,34,\n助餐点,E_MEAL,已建,东街,,,40,117.5,34,\n`,
    );
    expect(ids).toEqual(["助餐点（东街）"]);
    expect(project.facilities[0]?.status).toBeUndefined();
    expect(project.facilities[0]?.areas).toEqual([]);
    expect(counts).toEqual([[2, 0, 1, 1]]);
    const told = codes[0]?.map(([, code]) => code);
    expect(told).toEqual(["file.ids-from-names", expect.any(String), expect.any(String)]);
    expect(told?.slice(1).toSorted()).toEqual(["row.id-disputed", "row.name-repeated"]);
  });

  it("is linked by names: rooms name their zone, which has no other id", async () => {
    const { project } = await read(
      `${HEAD}\n东园站,E_MEAL,已建,东街,,,30,117,34,东园\n`,
      "小区名称,小区状态,户数,经度,纬度\n东园,既有,500,117,34\n",
    );
    expect(project.zones.map(({ id }) => id)).toEqual(["东园"]);
    expect(project.facilities[0]?.zone).toBe("东园");
  });
});

describe("numbers of lines for ids", () => {
  const street = (name: string, ...rows: readonly string[]) =>
    `序号,名称,类别,状态,街道\n${rows.map((row, i) => `${i + 1},${row},E_MEAL,已建,${name}`).join("\n")}\n`;

  it("are ids as long as one file has them", async () => {
    expect((await read(street("东街", "甲", "乙"))).ids).toEqual(["1", "2"]);
  });

  it("are none where they begin again in one file", async () => {
    const text = `${street("东街", "甲", "乙")}${street("西街", "丙").split("\n").slice(1).join("\n")}`;
    const { ids, codes } = await read(text);
    expect(ids).toEqual(["丙", "乙", "甲"].toSorted());
    expect(codes).toEqual([[[undefined, "file.ids-from-numbers"]]]);
  });

  it("are none where a file for each street begins with 1 again", async () => {
    const { ids, codes, counts } = await read(
      street("东街", "甲", "助餐点"),
      street("西街", "乙", "助餐点", "丙"),
    );
    expect(ids).toEqual(["丙", "乙", "助餐点（东街）", "助餐点（西街）", "甲"].toSorted());
    expect(counts).toEqual([
      [2, 2, 0, 0],
      [3, 3, 0, 0],
    ]);
    expect(codes).toEqual([[[undefined, "file.ids-from-numbers"]], [[undefined, "file.ids-from-numbers"]]]);
  });
});
