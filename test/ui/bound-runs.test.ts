import { expect, test } from "vitest";
import { boundRuns } from "../../src/ui/frame/bound-runs.ts";

const bound = (sentence: string) =>
  boundRuns(sentence)
    .filter((run) => run.bound)
    .map(({ words }) => words);

test("a number stays with its measure and the word that goes on from it", () => {
  const said =
    "428 个小区：养老用房缺 11,121\u2009m²（含存疑 5.35\u2009m²），22 个片区缺 2,042\u2009m²；50 个待补资料。";
  expect(bound(said)).toEqual([
    "428 个小区",
    "11,121\u2009m²",
    "5.35\u2009m²",
    "22 个片区缺",
    "2,042\u2009m²",
    "50 个待补资料",
  ]);
  expect(bound("Elderly 97.7\u2009% (60 and over, known for 262/428 zones); < 0.1\u2009%")).toEqual([
    "97.7\u2009%",
    "60 and",
    "262/428 zones",
    "< 0.1\u2009%",
  ]);
});

test("nothing of a sentence is lost, and none is bound without a number", () => {
  for (const said of ["", "没有小区缺。", "3 处", "共 12", "至 2025-12-31，1 个小区"])
    expect(
      boundRuns(said)
        .map(({ words }) => words)
        .join(""),
    ).toBe(said);
  expect(bound("没有小区缺。")).toEqual([]);
});
