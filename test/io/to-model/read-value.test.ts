import { describe, expect, it } from "vitest";
import { readDay, readFlag, readNumber } from "../../../src/io/to-model/read-value.ts";

describe("a number", () => {
  it.each([
    ["30", 30],
    [" 30.50 ", 30.5],
    ["-3", -3],
    ["+.5", 0.5],
    ["1.2e3", 1200],
    [30, 30],
  ])("%j is plain", (written, value) => {
    expect(readNumber(written, "slots")).toEqual({ state: "plain", value });
  });

  it.each([
    ["1,234", "slots", 1234],
    ["1，234，567.5", "area", 1234567.5],
    ["３０", "slots", 30],
    ["30个", "slots", 30],
    ["1,200 户", "households", 1200],
    ["120.5㎡", "area", 120.5],
    ["120 m²", "area", 120],
    ["120平方米", "area", 120],
    ["117.2°", "degrees", 117.2],
  ] as const)("%j of %s has one reading", (written, quantity, value) => {
    expect(readNumber(written, quantity)).toEqual({ state: "repaired", value });
  });

  it.each([
    ...[
      "≥30",
      "三百",
      "1,23",
      "30,5",
      "12,34,567",
      "0,300",
      "1.2万",
      "B1",
      "0x10",
      ...["1 2 a", "30 50", "30\n50", "1 200", "300①", "300²", "300㉑", "30⒈", "120m²²"],
    ],
    ...["NaN", "nan", "Infinity", "-Infinity", "1e999", "=1+1"],
    ...[true, Number.NaN, Number.POSITIVE_INFINITY],
  ])("%j says no definite number", (written) => {
    expect(readNumber(written, "slots").state).toBe("unreadable");
  });

  it.each(["约30", "大约 30", "近30", "~30", "30左右", "30余", "30多个", "300余户", "３０左右"])(
    "%j is an estimate",
    (written) => {
      expect(readNumber(written, "slots")).toEqual({ state: "estimate" });
    },
  );

  it.each(["30-40", "300-500", "30~40个", "30至40", "30个-40个", "1,200—1,500"])(
    "%j is a range",
    (written) => {
      expect(readNumber(written, "slots")).toEqual({ state: "range" });
    },
  );

  it.each([
    // 1 亩 = 2000/3 m² = 666.66…; 15 亩 = 10 000 m². Never more than it is.
    ["1亩", "area", 666.66],
    ["15 亩", "area", 10_000],
    ["0.5公顷", "area", 5000],
    ["1.25 万平方米", "area", 12_500],
    ["0.38万㎡", "area", 3800],
    ["0.02km²", "area", 20_000],
    ["1.2万人", "people", 12_000],
    ["1.2345万", "people", 12_345],
    ["3千人", "people", 3000],
    ["1.5百户", "households", 150],
    ["１．２万户", "households", 12_000],
  ] as const)("%j of %s is so many of the plain unit", (written, quantity, value) => {
    expect(readNumber(written, quantity)).toEqual({ state: "repaired", value });
  });

  it("is what its digits say, or none: it never becomes another one", () => {
    expect(readNumber("299.99999999999999999", "area")).toEqual({ state: "too-long" });
    expect(readNumber("383.90000000000003", "area")).toEqual({ state: "plain", value: 383.90000000000003 });
    expect(readNumber("1e-400", "area")).toEqual({ state: "too-long" });
    expect(readNumber("300.000000000000000000", "area")).toEqual({ state: "plain", value: 300 });
    expect(readNumber("9007199254740993", "slots")).toEqual({ state: "too-long" });
    // A place is no sum: its last digits are atoms.
    expect(readNumber("117.20000000000000284", "degrees")).toEqual({ state: "plain", value: 117.2 });
  });

  it("of one quantity is not given in the unit of another", () => {
    expect(readNumber("30个", "area").state).toBe("unreadable");
    expect(readNumber("500户", "people").state).toBe("unreadable");
    expect(readNumber("14张", "slots").state).toBe("unreadable");
    expect(readNumber("30㎡", "slots").state).toBe("unreadable");
    expect(readNumber("30亩", "slots").state).toBe("unreadable");
    expect(readNumber("3万人", "households").state).toBe("unreadable");
  });

  it.each(["", " ", "-", "—", "－", "/", "／", "N/A", "null", "不详", "暂无", undefined])(
    "%j says nothing",
    (written) => {
      expect(readNumber(written, "slots")).toEqual({ state: "absent" });
    },
  );
});

describe("a flag", () => {
  it("is said in several ways", () => {
    for (const yes of ["是", "有", "√", "TRUE", "1", 1, true, "已备案"]) {
      expect(readFlag(yes), String(yes)).toEqual({ state: "plain", value: true });
    }
    for (const no of ["否", "无", "×", "False", "0", 0, false, "未备案"]) {
      expect(readFlag(no), String(no)).toEqual({ state: "plain", value: false });
    }
    for (const other of ["备案中", "2", "maybe"]) expect(readFlag(other).state, other).toBe("unreadable");
    expect(readFlag("-")).toEqual({ state: "absent" });
  });
});

describe("a day", () => {
  it("is one of the calendar, repaired where it can mean one day only", () => {
    expect(readDay("2024-02-29")).toEqual({ state: "plain", value: "2024-02-29" });
    for (const written of [
      "2024/3/1",
      "2024.03.01",
      "2024年3月1日",
      "2024-03-01T08:00:00Z",
      "2024-3-1 8:00",
    ]) {
      expect(readDay(written), written).toEqual({ state: "repaired", value: "2024-03-01" });
    }
    for (const written of [
      "2023-02-29",
      "3/1/2024",
      "2024-03",
      "2024年",
      "45352",
      45352,
      "昨天",
      "2024-03-0①",
    ]) {
      expect(readDay(written).state, String(written)).toBe("unreadable");
    }
  });
});
