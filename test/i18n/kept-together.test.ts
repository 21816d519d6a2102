import { expect, test } from "vitest";
import { formatGist, formatMetres, formatShare, keptTogether } from "../../src/i18n/numbers.ts";

/** Where a line may end: at spaces, but for those that do not break. */
const parts = (sentence: string) => sentence.split(" ");

test("no line ends between a number and what it counts or measures", () => {
  expect(parts(keptTogether("428 个小区 缺 1,573 m²，占 12 %；24 项"))).toEqual([
    "428\u00a0个小区",
    "缺",
    "1,573\u00a0m²，占",
    "12\u00a0%；24\u00a0项",
  ]);
  expect(parts(keptTogether("¥36.982 million in 2030 for 12 zones at 1.3 m/s"))).toEqual([
    "¥36.982\u00a0million",
    ...["in", "2030\u00a0for", "12\u00a0zones", "at", "1.3\u00a0m/s"],
  ]);
});

test("a sign stays with its number, and a gap that is filled later counts as one", () => {
  expect(parts(keptTogether("不足 < 0.1 % 的"))).toEqual(["不足", "<\u00a00.1\u00a0%", "的"]);
  expect(keptTogether("等 \uFFFC 个小区")).toBe("等 \uFFFC\u00a0个小区");
});

test("what stands beside no number stays as it is", () => {
  for (const said of ["", "没有小区缺。", "共 12", "a b", "1 → 2", "（2） 3", "东园 1 （甲）"])
    expect(keptTogether(said)).toBe(said);
});

test("amounts are of one piece in either language", () => {
  const said = (["zh", "en"] as const).flatMap((language) => [
    ...[formatGist(1573.2, "m2", language), formatGist(1, "slot", language)],
    ...[formatMetres(800), formatMetres(12_400), formatShare(0.0004), formatShare(0.5, 1)],
  ]);
  for (const each of said) expect(parts(each)).toEqual([each]);
});
