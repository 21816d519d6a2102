import { describe, expect, it } from "vitest";
import { importProject } from "../../../src/io/import-project.ts";
import { streetOfName } from "../../../src/io/street-of-name.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";

const streetOf = (file: string, part?: string) =>
  streetOfName({ headings: new Map(), ...(part !== undefined && { part }) }, file);

describe("a table without a column of streets", () => {
  it.each([
    ["东关街道.csv", "东关街道"],
    ["data/徐州市云龙区东关街道.xlsx", "东关街道"],
    ["2024-小区 大庙镇.csv", "大庙镇"],
    ["东街道.csv", "东街道"],
    ["新市东街道.csv", "新市东街道"],
    ["东关街办.csv", "东关街道"],
  ])("lies in the street that its file is called by: %s", (file, street) => {
    expect(streetOf(file)).toBe(street);
  });

  it.each(["各街道.csv", "街道.csv", "乡镇.csv", "小区表东关街道.csv", "zones.csv", "东关街道小区.csv"])(
    "lies nowhere where no street is named: %s",
    (file) => expect(streetOf(file)).toBeUndefined(),
  );

  it("lies in that of its sheet before that of its file, and where its rows say before both", () => {
    expect(streetOf("东关街道.xlsx · 大庙镇", "大庙镇")).toBe("大庙镇");
    expect(streetOf("东关街道.xlsx", "Sheet1")).toBe("东关街道");
    expect(streetOf("all.zip · 城区/大庙镇.csv", "城区/大庙镇.csv")).toBe("大庙镇");
    expect(streetOfName({ headings: new Map([["street", "街道"]]) }, "东关街道.csv")).toBeUndefined();
    expect(streetOfName({ headings: new Map(), drawn: "areas" }, "东关街道.zip")).toBeUndefined();
  });

  it("is told, and its rows are told apart from those of other streets by it", async () => {
    const files = ["东关街道", "大庙镇"].map((name, i) => ({
      name: `${name}.csv`,
      bytes: new TextEncoder().encode(`名称,类别,经度,纬度\n助餐点,E_MEAL,117.${i},34.2\n`),
    }));
    const { project, report } = value(await importProject(files, { datum: "wgs84" }, atOnce));
    expect(project.facilities.map(({ id, street }) => [id, street])).toEqual([
      ["助餐点（东关街道）", "东关街道"],
      ["助餐点（大庙镇）", "大庙镇"],
    ]);
    const told = report.files.map(({ issues }) =>
      issues.filter(({ code }) => code === "file.street-from-name"),
    );
    expect(told.map(([one]) => one?.facts)).toEqual([{ street: "东关街道" }, { street: "大庙镇" }]);
    // Brought once more beside the others, they are the same rows.
    const again = value(await importProject(files, { datum: "wgs84", others: "stay" }, atOnce, project));
    expect(again.project.facilities).toEqual(project.facilities);
  });
});
