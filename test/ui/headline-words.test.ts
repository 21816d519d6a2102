import { expect, test } from "vitest";
import type { Headline } from "../../src/core/analysis/results.ts";
import type { Metric } from "../../src/core/standards/rule.ts";
import { VERDICTS, type Verdict } from "../../src/core/standards/verdict.ts";
import { wordsIn } from "../../src/i18n/catalogue.ts";
import { formatGist, formatProvidedGist } from "../../src/i18n/numbers.ts";
import { headlineSentence, type ShortAreas, withinSentence } from "../../src/ui/frame/headline-words.ts";

const NONE = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;

function facts(verdicts: Partial<Headline["verdicts"]>, more: Partial<Headline> = {}): Headline {
  const all = { ...NONE, ...verdicts };
  const zones = Object.values(all).reduce((sum, count) => sum + count, 0);
  return { zones, missing: [], worstStreets: [], verdicts: all, estimated: 0, people: [], ...more };
}

const rooms = { metric: "elderly_building_area", perhaps: 0, zones: 3, zonesKnown: 5 } as const;

function said(of: Headline, language: "zh" | "en" = "zh", areas: readonly ShortAreas[] = []): string {
  const words: Parameters<typeof headlineSentence>[2] = {
    t: wordsIn(language),
    gist: (amount, unit) => formatGist(amount, unit, language),
    providedGist: (amount, unit) => formatProvidedGist(amount, unit, language),
  };
  return headlineSentence(of, unitOf, words, areas).replace(/\u00a0/g, " ");
}

const unitOf = (metric: Metric) => (metric === "childcare_slots" ? "slot" : "m2");

test("what is missing stands beside the zones of which nothing can be told, each with its reason", () => {
  const short = { missing: [{ ...rooms, amount: 1500 }], worstStreets: ["东街", "西街"] };
  const of = facts({ fail: 5, insufficient_data: 2, invalid: 1, needs_ruling: 4, not_specified: 8 }, short);
  expect(said(of)).toBe(
    "20 个小区：养老用房缺 1,500 m²；3 个待补资料；4 个待研判；8 个未规定数值。占全市缺口最多：东街、西街。",
  );
  expect(said(of, "en")).toContain("4 need a ruling; 8 without a number in the standards.");
});

test("of what is missing, what may be there after all is told with it", () => {
  const short = { missing: [{ ...rooms, amount: 1500, perhaps: 200 }] };
  expect(said(facts({ fail: 4 }, short))).toBe("4 个小区：养老用房缺 1,500 m²（含存疑 200 m²）。");
  expect(said(facts({ fail: 4 }, short), "en")).toContain("short by 1,500 m² (200 m² in doubt)");
});

test("of what is missing, it is told what existing zones lack whatever the assignment, and in how many 片区", () => {
  const of = (perhaps: number) => facts({ fail: 4 }, { missing: [{ ...rooms, amount: 1500, perhaps }] });
  const areas = [{ metric: rooms.metric, areas: 3, certain: 900, open: 0 }];
  expect(said(of(0), "zh", areas)).toBe(
    "4 个小区：养老用房缺 1,500 m²；其中已建成小区无论如何分配都缺 900 m²（3 个片区）。",
  );
  expect(said(of(200), "zh", areas)).toContain(
    "缺 1,500 m²（含存疑 200 m²）；其中已建成小区无论如何分配都缺 900 m²（3 个片区）。",
  );
  expect(said(of(0), "en", [{ metric: rooms.metric, areas: 1, certain: 900, open: 0 }])).toContain(
    "short by 1,500 m²; of this existing zones lack 900 m² in 1 area, however assigned.",
  );
  // What is certain is cut, never rounded up, slots too.
  const slots = { metric: "childcare_slots", areas: 2, certain: 12.97, open: 0 } as const;
  expect(said(of(0), "zh", [{ ...rooms, areas: 3, certain: 899.6, open: 0 }, slots])).toContain(
    "无论如何分配都缺 899 m²（3 个片区）、12 个（2 个片区）。",
  );
  expect(said(of(0), "zh", [{ metric: rooms.metric, areas: 0, certain: 0, open: 0 }])).toBe(said(of(0)));
  // Two metrics in one unit are told by their names.
  const more = [...areas, { metric: "childcare_building_area", areas: 2, certain: 50, open: 0 } as const];
  expect(said(of(0), "zh", more)).toContain("养老用房 900 m²（3 个片区）、托育用房 50 m²（2 个片区）。");
});

test("what may be missing beside it is told as that, and never among what is certain", () => {
  const of = facts({ fail: 4 }, { missing: [{ ...rooms, amount: 1500 }] });
  const doubted = [{ metric: rooms.metric, areas: 0, certain: 0, open: 70.2 }];
  expect(said(of, "zh", doubted)).toBe("4 个小区：养老用房缺 1,500 m²；另存疑 70 m²。");
  expect(said(of, "en", doubted)).toContain("short by 1,500 m²; 70 m² more in doubt.");
  // Where nothing is known to be missing, too.
  expect(said(facts({ pass: 3, insufficient_data: 1 }), "en", doubted)).toContain("70 m² more in doubt");
  expect(said(facts({ insufficient_data: 2, needs_ruling: 1 }), "zh", doubted)).not.toContain("无论如何分配");
});

test("where most zones rest on estimates, the sentence says so", () => {
  const short = { missing: [{ ...rooms, amount: 1500 }] };
  expect(said(facts({ fail: 4 }, { ...short, estimated: 4 }))).toBe(
    "4 个小区（户数或人口均为估算）：养老用房缺 1,500 m²。",
  );
  expect(said(facts({ fail: 4 }, { ...short, estimated: 3 }))).toContain("（其中 3 个户数或人口为估算）");
  expect(said(facts({ fail: 4 }, { ...short, estimated: 1 }))).not.toContain("估算");
});

test("that nothing is missing is said only of zones that were judged", () => {
  expect(said(facts({ pass: 3 }))).toBe("3 个小区：有标准的项目均不缺。");
  expect(said(facts({ pass: 3, not_specified: 9 }))).toBe("12 个小区：有标准的项目均不缺，9 个未规定数值。");
  expect(said(facts({ not_specified: 9 }))).toBe("9 个小区：标准没有给出数值，不判断缺口。");
  expect(said(facts({ insufficient_data: 2 }))).toBe("2 个小区待补资料，暂不能判断缺口。");
  expect(said(facts({}))).toContain("导入小区表");
});

test("who is served within a walk is told with the zones that it is known of", () => {
  const covered = { base: "elderly60", covered: 97, total: 100, zonesWithoutNumber: 3 } as const;
  const of = (zonesWithoutNumber: number) =>
    facts({ fail: 8 }, { people: [{ subject: "elderly", covered: { ...covered, zonesWithoutNumber } }] });
  const words = (zonesWithoutNumber: number, placeless = 0) =>
    withinSentence(of(zonesWithoutNumber), placeless, wordsIn("zh"))?.replace(/\u00a0/g, " ");
  expect(words(3)).toBe("步行圈内：养老 97.0 %（60 岁以上，已知 5/8 个小区）");
  expect(words(0)).toBe("步行圈内：养老 97.0 %（60 岁以上）");
  expect(words(0, 4)).toBe("步行圈内：养老 97.0 %（60 岁以上）；4 处设施没有坐标，未计");
});
