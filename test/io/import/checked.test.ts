import { expect, it } from "vitest";
import { importProject } from "../../../src/io/import-project.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";

/** A table of zones with one column more, a zone for each of its cells. */
async function zonesSaying(heading: string, cells: readonly string[]) {
  const lines = cells.map((cell, row) => `z${row},existing,100,117.2,34.2${row},${cell}`);
  const text = [`id,status,households,lon,lat,${heading}`, ...lines].join("\n");
  const bytes = new TextEncoder().encode(text);
  const { project, report } = value(
    await importProject([{ name: "zones.csv", bytes }], { datum: "wgs84" }, atOnce),
  );
  return { said: project.zones.map(({ checked }) => checked), file: report.files[0] };
}

it.each(["核实状态", "核实", "是否核实", "核实情况（是/否）", "checked", "Verified"])(
  "a column called %s says which rows are checked",
  async (heading) => {
    const words = ["已核实", "是", "yes", "√", "未核实", "待核实", "否", "no", "", "不详"];
    const { said } = await zonesSaying(heading, words);
    expect(said).toEqual([
      ...["checked", "checked", "checked", "checked"],
      ...["unchecked", "unchecked", "unchecked", "unchecked", undefined, undefined],
    ]);
  },
);

it("a word that is neither leaves the row unsaid, and is told with the words that are known", async () => {
  const { said, file } = await zonesSaying("核实", ["部分核实", "已核实"]);
  expect(said).toEqual([undefined, "checked"]);
  expect(file).toMatchObject({ in: 2, used: 1, repaired: 1, rejected: 0 });
  expect(file?.issues.filter(({ code }) => code === "value.unknown-word")).toMatchObject([
    { facts: { value: "部分核实", words: ["checked", "unchecked"] }, at: { row: 2, column: "核实" } },
  ]);
});

it("zones and facilities keep their source and its date", async () => {
  const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  const { project } = value(
    await importProject(
      [
        file(
          "小区.csv",
          "编号,小区状态,户数,经度,纬度,来源,日期,核实\nz1,已建成,100,117.2,34.2,台账,2025/6/1,是",
        ),
        file("设施.csv", "编号,类别,经度,纬度,来源,日期,核实\nf1,日间照料中心,117.2,34.2,备案,2025-07-02,否"),
      ],
      { datum: "wgs84" },
      atOnce,
    ),
  );
  expect(project.zones[0]).toMatchObject({ source: "台账", date: "2025-06-01", checked: "checked" });
  expect(project.facilities[0]).toMatchObject({ source: "备案", date: "2025-07-02", checked: "unchecked" });
  // The date of a project is that of its facilities, as before.
  expect(project.asOf).toBe("2025-07-02");
});
