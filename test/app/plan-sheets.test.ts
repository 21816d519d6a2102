import { expect, it } from "vitest";
import { planSheets } from "../../src/app/derived/plan-sheets.ts";
import type { ZoneId } from "../../src/core/base/ids.ts";
import type { MetricEffect } from "../../src/core/scenario/effect.ts";
import type { RuleUnit } from "../../src/core/standards/rule.ts";
import { wordsIn } from "../../src/i18n/catalogue.ts";
import { formatGist } from "../../src/i18n/numbers.ts";
import { plainWorkbook } from "../../src/io/export/formats/workbook-file.ts";
import type { PlanComparisonFacts } from "../../src/ui/plans/comparison-facts.ts";
import type { PlanReportFacts } from "../../src/ui/plans/report-facts.ts";

const NOBODY = { sum: 0, known: 0 };
const PEOPLE = { households: NOBODY, residents: NOBODY, elderly60: NOBODY, under3: NOBODY };
const LACK = { metric: "elderly_building_area", unit: "m2" } as const;

const NO_ZONES = { zones: 0, amount: 0, first: [] };
const SAME = { before: 0, after: 0 };
/** The plan leaves one zone in doubt that lacks 100 m² now. */
const DOUBT: MetricEffect = {
  ...{ ...LACK, losing: NO_ZONES, gaining: NO_ZONES, otherwise: NO_ZONES },
  ...{ areas: { dissolved: [], formed: [] }, judgeable: [] },
  doubtful: [{ id: "B" as ZoneId, name: "东园", missing: 100 }],
  ...{ missing: { ...SAME, of: "all" }, certain: SAME, inAll: { missing: SAME, certain: SAME } },
};

const REPORT: PlanReportFacts = {
  ...{ zones: 2, verdicts: { fail: 2, missing_data: 0, open: 0, pass: 0 }, standards: [], tiers: [] },
  ...{ concerned: { zones: 2, people: PEOPLE }, on: "2026-11-27", due: [], sources: [], drawing: undefined },
  reached: [
    {
      ...({ subject: "elderly", base: "elderly60", zonesWithoutNumber: 0 } as const),
      profiles: [{ profile: "adult", limit: 1000, decides: false, before: 0.5, after: 0.75 }],
    },
  ],
  communities: [
    {
      ...{ id: "c", name: "东社区", street: "甲街道", zones: 1, missing: [400.5], after: [200] },
      unjudged: [{ zones: 0, missing: 0 }],
      people: { ...PEOPLE, residents: { sum: 2800, known: 1 } },
    },
  ],
  streets: [
    {
      id: "s",
      name: "甲街道",
      zones: 2,
      people: PEOPLE,
      missing: [400.5],
      after: [Number.NaN],
      unjudged: [{ zones: 1, missing: 100 }],
      measures: [],
    },
  ],
  plan: {
    ...{ asked: "问", status: "答", cost: 5.249_96, yearly: 0.1 + 0.2, effect: [DOUBT] },
    metrics: [{ ...LACK, before: 400.5, after: 200, certainBefore: 400.5, certainAfter: 0 }],
    measures: [
      {
        ...{ number: 1, id: "H:hand_over", kind: "hand_over", street: "s", name: '=HYPERLINK("http://a")' },
        ...{
          elderly: 200,
          childcare: 0,
          slots: 0,
          cost: 5.249_96,
          earliest: 2026,
          year: 2027,
          zones: 2,
          told: { cost: 5.3, yearly: 0 },
          conditions: ["title"],
        },
        areas: [{ metric: LACK.metric, unit: "m2", number: 3, given: 300, before: 250.5, left: 0 }],
      },
    ],
    refused: [{ name: "S", why: "too-small" }],
    years: [{ year: 2027, cost: 5.249_96, missing: [200], enough: 1 }],
    dates: [{ id: "A", name: "A", ...LACK, year: 2027, missing: 0 }],
    cases: [{ of: { is: "people", times: 1.1 }, missing: [{ before: 440, after: 240 }], isWorst: true }],
  },
};
const WORDS = {
  ...{ t: wordsIn("zh"), language: "zh" as const },
  gist: (amount: number, unit: RuleUnit) => formatGist(amount, unit, "zh"),
};
const COMPARISON: PlanComparisonFacts = {
  ...{ metrics: [{ ...LACK, missing: 400.5, leastServed: 2 }], places: [] },
  plans: [
    {
      ...{ id: "1", name: "方案一", once: 5.25, yearly: 0, measures: 1, missing: [200] },
      closed: [0.5],
      leastServed: [0],
      ...{ better: 1, gaining: [1], losing: [0], unsure: 3 },
      worse: [],
      enough: 0,
    },
  ],
  zones: [{ id: "A", name: "A", street: "甲街道", metric: LACK.metric, now: Number.NaN, shares: [0.5] }],
};

it("takes out a plan with its numbers as numbers, and text of files as text", async () => {
  const { readXlsx } = await import("hucre/xlsx");
  const basis = { city: "徐州", demo: true, standards: ["标准"], caveats: [], small: [] };
  const bytes = await plainWorkbook(planSheets(REPORT, COMPARISON, basis, WORDS));
  const book = await readXlsx(bytes);
  expect(book.sheets.map(({ name }) => name)).toEqual([
    ...[
      "方案",
      "措施",
      "街道",
      "社区",
      "可达人口",
      "小区服务份额",
      "分年安排",
      "各小区达标年份",
      "各种情形下还缺多少",
      "未采用的地点",
      "依据",
    ],
  ]);
  const rows = (at: number) => book.sheets[at]?.rows;
  expect(rows(0)).toContainEqual(["一次性费用（万元）", 5.25]);
  expect(rows(0)).toContainEqual(["期内总费用（万元） · 2027–2027 年", 5.25]);
  expect(rows(0)).toContainEqual(["每年费用（万元）", 0.3]);
  expect(rows(0)).toContainEqual([
    expect.stringContaining("实施后判不了的小区"),
    expect.stringMatching(/^东园会判不了：.*原来算得出缺 100\u00a0m²/),
  ]);
  expect(rows(0)).toContainEqual(["另有前后算不准的小区", 3]);
  expect(rows(1)?.[1]).toEqual([
    ...[
      1,
      '=HYPERLINK("http://a")',
      "移交",
      "养老 200 m²",
      5.25,
      null,
      2027,
      null,
      2,
      "养老片区 3 使用 300\u00a0m²",
      "养老片区 3 缺 251\u00a0m² → 补齐",
      "权属证明",
    ],
  ]);
  // What the uses are, and that they are no parts of what is missing.
  expect(rows(10)?.at(-1)?.[0]).toMatch(/相加不等于补上的缺口/);
  expect(rows(3)?.[1]).toEqual([
    ...["东社区", "甲街道", 1, null, 2800, null, null, 400.5, 200],
    "户数未知：没有小区载明；60 岁以上未知：没有小区载明；3 岁以下未知：没有小区载明",
  ]);
  expect(rows(4)?.[1]).toEqual(["养老", "成年人", 1000, 0.5, 0.75]);
  expect(rows(6)?.[1]).toEqual([2027, 5.25, 200, 1]);
  expect(rows(7)?.[1]).toEqual(["A", "养老用房", 2027, 0]);
  expect(rows(8)?.[1]).toEqual(["人口 +10 %", 440, 240]);
  expect(rows(9)?.[1]).toEqual(["S", null, "面积不够标准的最低规模"]);
  expect(rows(2)?.[1]).toEqual([
    ...["甲街道", 2, 400.5, null, 0],
    "养老用房：1 个小区实施后判不了，现状缺的 100\u00a0m² 还缺多少算不出",
  ]);
  const lacks = rows(0)?.map(([heading]) => heading);
  expect(new Set(lacks).size).toBe(lacks?.length);
  expect(rows(5)?.[1]?.slice(-2)).toEqual(["未知", 0.5]);
  expect(bytes).toEqual(await plainWorkbook(planSheets(REPORT, COMPARISON, basis, WORDS)));
});
