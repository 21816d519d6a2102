import { describe, expect, it } from "vitest";
import { curveBudgets } from "../../src/app/derived/plan-curve.ts";
import {
  caseFacts,
  curveFacts,
  dateFacts,
  lackingFacts,
  standingOf,
  wayOutFacts,
  yearFacts,
} from "../../src/app/derived/plan-facts.ts";
import { planMarks } from "../../src/app/derived/plan-marks.ts";
import { searchFacts } from "../../src/app/derived/plan-search.ts";
import { MEASURE_KINDS, type MeasureKind } from "../../src/core/plan/measure.ts";
import { wordsIn } from "../../src/i18n/catalogue.ts";
import { caseWords, standingWords, wayOutWords } from "../../src/ui/plans/plan-words.ts";

const SURVEY = {
  missing: [
    { metric: "elderly_building_area", unit: "m2", missing: 400, certain: 400 },
    { metric: "childcare_slots", unit: "slot", missing: 0, certain: 0 },
    { metric: "childcare_building_area", unit: "m2", missing: 100, certain: 50 },
  ],
  places: [
    {
      place: { site: "S" },
      name: "旧厂房",
      at: at(1),
      measures: [option("S:a", 30, 300), option("S:b", 45, 500)],
    },
    { place: { site: "T" }, name: "空地", at: at(2), measures: [option("T:a", 70, 0, 20)] },
    { place: { facility: "F" }, name: "甲站", at: at(3), measures: [option("F:a", 0, 200)] },
    { place: { site: "U" }, name: "没有坐标", measures: [option("U:a", 1, 200)] },
  ],
} as const;

function at(lng: number) {
  return { lng, lat: 34 };
}

function option(id: string, cost: number, elderly: number, slots = 0) {
  return { id, kind: "convert", conditions: [], cost, elderly, childcare: slots * 10, slots } as const;
}

const BUDGET = { goal: { for: "budget", budget: 80 }, places: { with: [], without: [] } } as const;
const NO_ZONES = { ids: [], names: [] };

describe("how far a search is", () => {
  const best = { objective: 0.5, chosen: ["S:a", "T:a"] };

  it("tells shares of what is missing, each metric that is short counting the same", () => {
    // Two metrics are short: 0.5 of 2 stays missing, and no less than 0.25.
    expect(searchFacts(BUDGET, { of: "lack", bound: 0.25, best }, SURVEY)).toEqual({
      of: "closed",
      best: 0.75,
      bound: 0.875,
    });
    expect(
      searchFacts(
        { ...BUDGET, goal: { for: "close" } },
        { of: "cost", bound: 90, best: { ...best, objective: 100 } },
        SURVEY,
      ),
    ).toEqual({
      ...{ of: "cost", best: 100, bound: 90 },
    });
  });

  it("tells nothing before there is a plan", () => {
    expect(searchFacts(BUDGET, { of: "lack", bound: 0.25 }, SURVEY)).toBeUndefined();
    expect(searchFacts(BUDGET, undefined, SURVEY)).toBeUndefined();
    const years = { first: 2027, last: 2030, carry: false };
    expect(
      searchFacts({ ...BUDGET, years }, { of: "lack", bound: 3, best: { ...best, objective: 4 } }, SURVEY),
    ).toEqual({
      ...{ of: "gap", best: 0.25, bound: 0 },
    });
  });
});

describe("how a plan stands to all others", () => {
  const found = {
    ...({ status: "feasible", objective: 0.5, bound: 0.25, cost: 80, measures: [], lacking: [] } as const),
    missing: [
      {
        metric: "elderly_building_area",
        unit: "m2",
        before: 400,
        missing: 100,
        certainBefore: 400,
        certain: 100,
        leastServed: { before: 2, after: 1 },
      },
      {
        metric: "childcare_slots",
        unit: "slot",
        ...{ before: 0, missing: 0, certainBefore: 0, certain: 0 },
        leastServed: { before: 0, after: 0 },
      },
    ],
  } as const;
  const asked = { goal: { for: "budget", budget: 80 }, places: { with: [], without: [] } } as const;

  it("tells the bound where nothing is proved, of what was asked for", () => {
    expect(standingOf({ asked }, found, false, NO_ZONES)).toEqual({
      ...{ status: "feasible", goal: "budget", isStopped: false, lacking: 0 },
      bound: { of: "closed", best: 0.5, bound: 0.75 },
    });
    const weighed = { ...asked, equity: 4 } as const;
    expect(standingOf({ asked: weighed }, { ...found, gap: 0.1 }, false, NO_ZONES)).toEqual({
      ...{ status: "feasible", goal: "budget", isStopped: false, lacking: 0, gap: 0.1, isWeighed: true },
    });
    const close = { ...asked, goal: { for: "close" } } as const;
    const costing = { ...found, objective: 80, bound: 60 };
    expect(standingOf({ asked: close }, costing, false, NO_ZONES).bound).toEqual({
      of: "cost",
      best: 80,
      bound: 60,
    });
    expect(standingOf({ asked }, { ...found, status: "optimal" }, false, NO_ZONES).bound).toBeUndefined();
    const spread = { ...asked, years: { first: 2027, last: 2031, carry: false } };
    expect(standingOf({ asked: spread }, found, false, NO_ZONES).isSpread).toBe(true);
  });

  it("tells of which plans that is said, where places were fixed, years or cases asked for", () => {
    const under = (asked: Parameters<typeof standingOf>[0]["asked"]) =>
      standingOf({ asked }, found, false, NO_ZONES).under;
    expect(under(asked)).toBeUndefined();
    expect(under({ ...asked, places: { with: ["S"], without: ["T", "U"] } })).toEqual({
      ...{ with: 1, without: 2, isSpread: false },
    });
    expect(under({ ...asked, doubt: "average" })).toEqual({
      ...{ with: 0, without: 0, isSpread: false, doubt: "average" },
    });
  });

  it("tells of one that was stopped what it was about then, and proves nothing of one that was moved", () => {
    expect(
      standingOf({ asked: { ...asked, goal: { for: "most" } }, stopped: "lack" }, found, false, NO_ZONES),
    ).toMatchObject({
      ...{ isStopped: true, bound: { of: "closed" } },
    });
    expect(standingOf({ asked }, found, true, NO_ZONES).status).toBe("moved");
    const spread = { ...asked, years: { first: 2027, last: 2030, carry: false } };
    const wide = standingOf({ asked: spread }, { ...found, gap: 0.25 }, false, NO_ZONES);
    expect([wide.bound, wide.gap]).toEqual([undefined, 0.25]);
  });
});

describe("the curve of what money does", () => {
  it("goes to what the plan costs, and half as far again where a budget set it", () => {
    expect(curveBudgets("most", 1000)).toEqual([0, 130, 250, 380, 500, 630, 750, 880, 1000]);
    expect(curveBudgets("budget", 1000).at(-1)).toBe(1500);
    expect(curveBudgets("close", 0.04)).toEqual([0, 0.005, 0.01, 0.015, 0.02, 0.025, 0.03, 0.035, 0.04]);
    expect(curveBudgets("most", 0)).toEqual([]);
  });

  it("tells of each budget the share that is closed and what stays missing of what was", () => {
    const point = { budget: 50, cost: 45, missing: [100, 0, 50], objective: 0.75, bound: 0.75 };
    expect(curveFacts({ points: [point] }, SURVEY)).toEqual([
      {
        ...{ budget: 50, closed: 0.625 },
        missing: [
          { metric: "elderly_building_area", unit: "m2", missing: 100 },
          { metric: "childcare_building_area", unit: "m2", missing: 50 },
        ],
      },
    ]);
  });
});

describe("places of a plan on the map", () => {
  const measures = [
    { ...option("F:a", 0, 200), place: { facility: "F" }, at: at(3) },
    { ...option("S:b", 45, 500), kind: "build", place: { site: "S" }, at: at(1) },
  ] as const;

  const NO_SITES = { ids: [], lng: new Float64Array(), lat: new Float64Array() };

  it("are sites of the document as well where nothing can be done, last and as such", () => {
    const sites = { ids: ["S", "V"], lng: Float64Array.of(1, 7), lat: Float64Array.of(0, 3) };
    const marks = planMarks(SURVEY.places, measures, [], sites, true);
    expect(marks.map(({ place }) => place)).toEqual([
      { site: "S" },
      { site: "T" },
      { facility: "F" },
      { site: "V" },
    ]);
    expect(marks.map(({ mark }) => mark.isUnusable ?? false)).toEqual([false, false, false, true]);
    expect(marks.at(-1)?.mark).toMatchObject({ lng: 7, lat: 3, isMovable: false });
    const unsurveyed = planMarks([], [], [], sites, false);
    expect(unsurveyed.map(({ mark }) => [mark.lng, mark.isUnusable])).toEqual([
      [1, false],
      [7, false],
    ]);
  });

  it("are sites that could be chosen, and what is done with its number", () => {
    const marks = planMarks(SURVEY.places, measures, [], NO_SITES, true);
    expect(marks.map(({ place, mark }) => [place, mark.number, mark.subject, mark.isMovable])).toEqual([
      [{ site: "S" }, 2, "elderly", true],
      [{ site: "T" }, undefined, "childcare", false],
      [{ facility: "F" }, 1, undefined, false],
    ]);
  });

  it("can be moved where something is built, and not where a building is there", () => {
    const canMove = (kind: MeasureKind) =>
      planMarks(SURVEY.places, [{ ...measures[1], kind }], [], NO_SITES, true).find(
        ({ mark }) => mark.number === 1,
      )?.mark.isMovable;
    expect(MEASURE_KINDS.filter(canMove)).toEqual(["build"]);
  });

  it("stand where they are tried", () => {
    const marks = planMarks(SURVEY.places, measures, [{ site: "S", to: at(9) }], NO_SITES, true);
    expect(marks.map(({ mark }) => mark.lng)).toEqual([9, 2, 3]);
  });
});

it("names who stays short", () => {
  const zones = { ids: ["a", "b"], names: ["东园", ""] };
  const lacking = [{ metric: "childcare_slots", zones: ["a", "b", "gone"], missing: 3 }];
  expect(lackingFacts(zones, { lacking, missing: [] })).toEqual([
    { metric: "childcare_slots", unit: "slot", missing: 3, zones: ["东园", "b", "gone"] },
  ]);
});

describe("a plan over years", () => {
  const zones = { ids: ["A", "B"], names: ["甲园", ""] };
  const metric = "elderly_building_area" as const;
  const found = {
    missing: [
      {
        metric,
        unit: "m2",
        before: 400,
        missing: 50,
        certainBefore: 400,
        certain: 50,
        leastServed: { before: 2, after: 1 },
      },
    ],
    years: [
      { year: 2027, cost: 5, missing: [{ metric, missing: 200 }] },
      { year: 2028, cost: 60, missing: [{ metric, missing: 50 }] },
    ],
    dates: [
      { zone: "B", metric, missing: 50 },
      { zone: "A", metric, year: 2028, missing: 0 },
    ],
  } as unknown as Parameters<typeof yearFacts>[0];

  it("tells what each year costs and leaves, and how many zones have enough from it on", () => {
    expect(yearFacts(found)).toEqual([
      { year: 2027, cost: 5, missing: [200], enough: 0 },
      { year: 2028, cost: 60, missing: [50], enough: 1 },
    ]);
  });

  it("names zones by when they have enough, those that never do last", () => {
    expect(dateFacts(zones, found).map(({ name, year, missing }) => [name, year, missing])).toEqual([
      ["甲园", 2028, 0],
      ["B", undefined, 50],
    ]);
  });
});

describe("a question of reach", () => {
  const places = { with: [], without: [] };
  const asked = { goal: { for: "everybody", subject: "elderly" }, places } as const;
  const why = { is: "out-of-reach", zones: ["A"], within: 1049.2 } as const;
  const found = {
    status: "infeasible",
    ...{ bound: 0, cost: 0, measures: [], missing: [], lacking: [] },
    reach: { why } as never,
  } as const;

  it("says who cannot be reached, by name, and within what they could be", () => {
    const standing = standingOf({ asked }, found, false, { ids: ["A"], names: ["甲园"] });
    expect(standing).toMatchObject({ status: "infeasible", goal: "everybody", why: { zones: ["甲园"] } });
    const words = { t: wordsIn("zh"), language: "zh" } as const;
    expect(standingWords(standing, words).join("")).toContain("甲园 等 1 个小区在步行限内够不着");
    expect(standingWords(standing, words).join("")).toContain("1,050\u00a0m");
  });
});

describe("new places that would change nothing", () => {
  it("are told beside the proof", () => {
    const asked = {
      goal: { for: "least-far", subject: "elderly", count: 5 },
      places: { with: [], without: [] },
    } as const;
    const found = {
      ...({ status: "optimal", bound: 0, cost: 9, missing: [], lacking: [] } as const),
      measures: [{}, {}] as never,
      reach: {} as never,
    };
    const standing = standingOf({ asked }, found, false, NO_ZONES);
    expect(standing.spare).toBe(3);
    const words = { t: wordsIn("zh"), language: "zh" } as const;
    expect(standingWords(standing, words)[1]).toBe("其余 3 处开了也不会更好，没有列入。");
    expect(standingWords({ ...standing, spare: 0 }, words)).toHaveLength(1);
  });
});

describe("doubt, and ways out", () => {
  const metric = "elderly_building_area" as const;
  const missing = [
    {
      metric,
      unit: "m2",
      before: 400,
      missing: 50,
      certainBefore: 400,
      certain: 50,
      leastServed: { before: 2, after: 1 },
    },
  ] as const;
  const words = {
    ...{ t: wordsIn("zh"), gist: (value: number) => `${value} m²` },
  };

  it("says each case in words, losses by the name of what is lost", () => {
    const facilities = { ids: ["F 1"], names: ["文昌站"] } as never;
    const cases = ["as-given", "speed 0.7", "people 0.9", "people 1.1", "loss F 1"].map((name) => ({
      ...{ name, missing: [], isWorst: name === "loss F 1" },
    }));
    const facts = caseFacts({ facilities }, { cases, planned: [] });
    expect(facts.map((each) => caseWords(each, words))).toEqual([
      ...["照资料", "步行 0.7 m/s", "人口 −10 %", "人口 +10 %", "文昌站停用"],
    ]);
    expect(facts.filter(({ isWorst }) => isWorst)).toHaveLength(1);
    const planned = [{ measure: { leaves: [{ id: "S-elderly", name: "旧厂房（养老）" }] } }] as never;
    const [lost] = caseFacts(
      { facilities },
      { cases: [{ name: "loss S-elderly", missing: [], isWorst: true }], planned },
    );
    expect(lost && caseWords(lost, words)).toBe("旧厂房（养老）停用");
  });

  it("names what would end a shortage: room near by, a larger facility, a longer walk", () => {
    const view = { zones: { ids: ["A"], names: ["甲园"] }, facilities: { ids: ["F"], names: ["文昌站"] } };
    const waysOut = [
      {
        ...{ metric, zones: ["A"], missing: 50, enlarge: { facility: "F", by: 50 } },
        walk: { zone: "A", limit: 1049.2, gives: 30 },
      },
    ];
    const [way] = wayOutFacts(view as never, { waysOut, missing });
    expect(way && wayOutWords(way, words)).toBe(
      "甲园还缺养老用房 50 m²：在步行圈内添 50 m²，或把“文昌站”再扩 50 m²，或接受甲园走到 1,050\u00a0m（补上 30 m²）。",
    );
  });
});
