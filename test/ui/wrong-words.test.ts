import { expect, test } from "vitest";
import { issue } from "../../src/core/base/issue.ts";
import { sentenceFor, wordsIn } from "../../src/i18n/catalogue.ts";
import { typedFacility } from "../../src/io/typed/typed-facility.ts";
import { typedSite } from "../../src/io/typed/typed-site.ts";
import { wrongWords } from "../../src/ui/editing/wrong-words.ts";

const speech = {
  t: wordsIn("zh"),
  sentence: (of: Parameters<typeof sentenceFor>[0]) => sentenceFor(of, "zh"),
};

test("that a candidate site has no place is told with what to do in the form", () => {
  const [one] = typedSite({ id: "S" }).issues;
  expect(one && wrongWords(one, speech)).toBe("填写经度、纬度，或在地图上点选。");
});

test("what is wrong with a typed value is told without what an import would have made of it", () => {
  const range = issue("value.out-of-range", "warning", { value: -3, least: 0, most: 1e9 });
  expect(wrongWords(range, speech)).toBe("−3 不在 0 到 1,000,000,000 之间。核对数值和单位。");
  const year = issue("value.out-of-range", "warning", { value: 27, least: 1900, most: 2200 });
  expect(wrongWords({ ...year, at: { column: "opens" } }, speech)).toMatch(/^27 不在 1900 到 2200 之间/);
  const wrong = [
    ...[{ beds: "约30" }, { beds: "30-40" }, { beds: "三" }, { beds: "2.5" }, { beds: "-1" }, { kind: "" }],
    ...[{ storey: "夹层" }, { date: "2024-02-30" }, { lon: "117" }, { lon: "34", lat: "117" }],
    ...[{ lon: "0", lat: "0" }, { lon: "500000", lat: "3790000" }, { pooled_with: "z1" }, { id: "" }],
    ...[{ slots: "1234567890.12345678901" }],
  ];
  for (const typed of wrong) {
    const { issues } = typedFacility({ id: "A", kind: "E_MEAL", ...typed });
    expect(issues.length, JSON.stringify(typed)).toBeGreaterThan(0);
    for (const one of issues) expect(wrongWords(one, speech)).not.toMatch(/按.*处理|导入|这一行/);
  }
});
