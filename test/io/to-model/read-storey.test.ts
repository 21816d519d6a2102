import { describe, expect, it } from "vitest";
import { readStorey } from "../../../src/io/to-model/read-storey.ts";

describe("a storey", () => {
  it.each([
    ...["B1", "b1", "地下一层", "地下1层", "负一层", "负1层", "-1层", "-1F", "−1", "地下室", "Ｂ１层"].map(
      (written) => [written, -1] as const,
    ),
    ...([
      ["B2", -2],
      ["地下二层", -2],
      ["B12", -12],
      ["-3楼", -3],
    ] as const),
    ...["1F", "1层", "一层", "一楼", "底层", "首层", "第一层", "地上1层", "F1"].map(
      (written) => [written, 1] as const,
    ),
    ...([
      ["二楼", 2],
      ["2F", 2],
      ["十层", 10],
      ["十二层", 12],
      ["二十三层", 23],
      ["二十层", 20],
    ] as const),
  ])("%j is storey %i", (written, value) => {
    expect(readStorey(written)).toEqual({ state: "repaired", value });
  });

  it("of several is the highest, where all lie above ground", () => {
    expect(readStorey("1-3层")).toEqual({ state: "repaired", value: 3 });
    expect(readStorey("一至二层")).toEqual({ state: "repaired", value: 2 });
    expect(readStorey("1F~2F")).toEqual({ state: "repaired", value: 2 });
  });

  it("as a number stays as it is", () => {
    expect(readStorey("1")).toEqual({ state: "plain", value: 1 });
    expect(readStorey(-1)).toEqual({ state: "plain", value: -1 });
    expect(readStorey("２")).toEqual({ state: "repaired", value: 2 });
    expect(readStorey("-")).toEqual({ state: "absent" });
    expect(readStorey(undefined)).toEqual({ state: "absent" });
  });

  it.each([
    "半地下",
    "不详",
    "夹层",
    "地下一层至二层",
    "-1-2层",
    "B1-1F",
    "3-1层",
    "1.5层",
    "顶层",
    "B",
    "B0",
    "零层",
    "负",
    "十十层",
    "约2层",
    "3①",
    "1 2",
    "1\n2层",
  ])("%j is neither above nor below ground for sure", (written) => {
    expect(readStorey(written)).toEqual({ state: "unreadable" });
  });
});
