import { expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { wordsIn } from "../../src/i18n/catalogue.ts";
import { caveatsBefore, caveatsOf } from "../../src/ui/frame/caveats.ts";

const speech = { t: wordsIn("zh"), language: "zh" } as const;

it("is silent for figures by the standards, and says each thing that keeps them from being such", () => {
  expect(caveatsOf(DEFAULT_PARAMETERS, speech)).toEqual([]);
  expect(caveatsBefore([], speech.t)).toBe("");
  const caveats = caveatsOf({ supply: "catchment", countStatuses: ["built", "under_construction"] }, speech);
  expect(caveats.map(({ text }) => text)).toEqual([
    "情景：计入 已建成、在建",
    "仅筛查：服务半径叠加，重复计算",
  ]);
  expect(caveatsBefore(caveats, speech.t)).toBe("【情景 · 筛查】");
  const [changed] = caveatsOf(DEFAULT_PARAMETERS, speech, { changes: 2 });
  expect(changed?.text).toBe("情景：按 2 处道路改动后的路网步行");
});
