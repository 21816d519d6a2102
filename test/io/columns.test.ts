import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { columns as english } from "../../src/i18n/en/columns.ts";
import { columns as chinese } from "../../src/i18n/zh/columns.ts";
import {
  fieldNamed,
  fieldsOf,
  HEADINGS,
  isOtherUnit,
  largerUnits,
  qualifiedField,
} from "../../src/io/columns.ts";

describe("a heading", () => {
  it.each([
    ["建筑面积（㎡）", "total_m2"],
    ["养老服务用房面积", "elderly_m2"],
    ["养老服务用房建筑面积（平方米）", "elderly_m2"],
    ["托育服务用房建筑面积", "childcare_m2"],
    ["户数(户)", "households"],
    ["人口（单位：人）", "residents"],
    ["经度 (WGS84)", "lon"],
    ["名称（必填）", "name"],
    ["户数（）", "households"],
    ["是否备案（是/否）", "registered"],
    ["造价（万元）", "cost"],
  ])("%s is the plain column: its brackets say no more", (heading, field) => {
    expect(fieldNamed(heading)?.field).toBe(field);
    expect(qualifiedField(heading)).toBeUndefined();
  });

  it.each([
    ...["户数（十户）", "户数（已入住）", "人口（户籍）", "人口（60岁以上）"],
    ...["养老面积（平方分米）", "养老面积（规划）", "托位数（规划）", "托位数（含在建）", "托位数（百个）"],
    ...["人口（户）", "托位数（床）", "养老面积（户）", "楼层（地下为负）", "人口【百户】"],
  ])("%s is another column, and is told to be", (heading) => {
    expect(fieldNamed(heading)).toBeUndefined();
    expect(qualifiedField(heading)).toBeDefined();
  });

  it.each([
    ["人口（万人）", "residents", "万人"],
    ["户数【百户】", "households", "百户"],
    ["用地面积（亩）", "land_m2", "亩"],
    ["养老面积（单位：万㎡）", "elderly_m2", "万m2"],
  ] as const)("%s is the column in a larger unit, which is not that of %s", (heading, field, unit) => {
    expect(fieldNamed(heading)?.field).toBe(field);
    expect([...largerUnits(new Map([[field, heading]]))]).toEqual([[field, unit]]);
    expect(largerUnits(new Map([[field, "户数（户）"]])).size).toBe(0);
  });

  it("in a larger unit gives way to the plain one, and a line of units below the names is one", () => {
    expect(fieldsOf(["户数", "户数（百户）"])).toEqual({
      ...{ fields: ["households", undefined], twice: undefined, rivals: [] },
    });
    expect(isOtherUnit("人口", "（万人）")).toBe(true);
    expect(isOtherUnit("人口", "1.2万人")).toBe(false);
  });

  it("beside the plain column does not take its place", () => {
    expect(fieldsOf(["总户数", "户数（已入住）"]).fields).toEqual(["households", undefined]);
    expect(fieldsOf(["人口（户籍）", "常住人口"]).fields).toEqual([undefined, "residents"]);
  });

  it("of a column that decides beside another of it leaves open which counts", () => {
    expect(fieldsOf(["编号", "运营状态", "建设状态"]).rivals).toEqual([[1, 2]]);
    expect(fieldsOf(["户数", "总户数"]).rivals).toEqual([[0, 1]]);
    expect(fieldsOf(["编号", "序号", "状态"]).rivals).toEqual([]);
  });
});

it("documents every heading that is read, beside what the column holds", () => {
  const lines = readFileSync(new URL("../../docs/columns.md", import.meta.url), "utf8").split("\n");
  for (const [own, ...others] of Object.values<readonly string[]>(HEADINGS)) {
    const rows = lines.filter((line) => line.startsWith(`| \`${own}\` | ${others.join("、")} |`));
    expect(rows, own).not.toEqual([]);
  }
});

describe("every column", () => {
  it("has a name on the page, in both languages", () => {
    expect(Object.keys(chinese)).toEqual(Object.keys(HEADINGS));
    expect(Object.keys(english)).toEqual(Object.keys(HEADINGS));
  });
});
