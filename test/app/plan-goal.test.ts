import { describe, expect, it } from "vitest";
import {
  askedWords,
  budgetOver,
  goalWords,
  isAskedOtherwise,
  keptName,
} from "../../src/app/derived/plan-goal.ts";
import { askedNow, placesThere } from "../../src/app/state/plan-asked.ts";
import { isOverBudget } from "../../src/app/state/plan-made.ts";
import { usePlans } from "../../src/app/state/plans.ts";
import { wordsIn } from "../../src/i18n/catalogue.ts";
import type { PlanFound } from "../../workers/plan-tasks.ts";

const words = { t: wordsIn("zh"), language: "zh" } as const;
const SPREAD = { first: 2026, last: 2030, carry: true };

describe("what a kept plan is called", () => {
  it("tells what it costs as it is now, and whether that is over its budget", () => {
    const asked = askedNow({ ...usePlans.getState(), goal: "budget", budget: 300 }, "elderly");
    if (!asked) throw new Error("a budget was said");
    const costing = (cost: number) => ({ number: 2, asked, found: { cost } as PlanFound });
    expect(keptName(costing(289.7), words)).toBe("方案 2 · 预算 300 万元 · 289.7 万元");
    expect(keptName(costing(435), words)).toBe("方案 2 · 预算 300 万元 · 435 万元");
    expect([300, 300.01].map((cost) => isOverBudget(asked, { cost }))).toEqual([false, true]);
  });
});

describe("what a plan was asked for", () => {
  const said = (plans: object) => {
    const asked = askedNow({ ...usePlans.getState(), ...plans }, "elderly");
    return asked && goalWords(asked, words);
  };

  it("is told with the money, of each year where it is spread over years", () => {
    expect(said({ goal: "budget", budget: 2000 })).toBe("预算 2,000 万元");
    expect(said({ goal: "budget", budget: 100, spread: SPREAD })).toBe(
      "预算 每年 100 万元，结余留用 · 2026–2030",
    );
    expect(said({ goal: "most", budget: 100, spread: { ...SPREAD, carry: false } })).toBe(
      "尽量补 · 每年 100 万元 · 2026–2030",
    );
    expect(said({ goal: "close", spread: SPREAD })).toBe("全部补上 · 2026–2030");
  });
});

describe("places fixed beforehand", () => {
  const places = { with: ["S", "gone"], without: ["T"] };

  it("count where they are there, and are the same where all are", () => {
    expect(placesThere(places, (id) => id !== "gone")).toEqual({ with: ["S"], without: ["T"] });
    expect(placesThere(places, () => true)).toBe(places);
  });
});

describe("what was asked, in full", () => {
  const asked = (plans: object) => {
    const of = askedNow({ ...usePlans.getState(), ...plans }, "elderly");
    if (!of) throw new Error("Nothing is asked.");
    return of;
  };
  const said = (plans: object) => askedWords(asked(plans), words);

  it("names for whom, money, years and doubt, or places", () => {
    expect(said({ goal: "budget", budget: 500 })).toBe(
      "手里有多少钱，最多能补多少 · 养老、托育 · 预算 500 万元",
    );
    expect(said({ goal: "most", budget: 100, spread: SPREAD, doubt: "worst" })).toBe(
      "能补多少补多少，最少花多少钱 · 养老、托育 · 每年 100 万元，结余留用 · 2026–2030 · 最坏情形也尽量好",
    );
    expect(said({ goal: "least-walk", count: 4 })).toBe("新开几处，让大家走得最少 · 养老 · 新开 4 处");
    expect(said({ goal: "everybody", backup: true })).toBe(
      "让每个小区步行可达，最少新开几处 · 养老 · 每个小区两处可去",
    );
  });

  it("is another once anything of it is", () => {
    const before = asked({ goal: "budget", budget: 500 });
    expect(isAskedOtherwise(before, asked({ goal: "budget", budget: 500 }))).toBe(false);
    expect(isAskedOtherwise(before, asked({ goal: "budget", budget: 501 }))).toBe(true);
    expect(
      isAskedOtherwise(before, asked({ goal: "budget", budget: 500, places: { with: ["S"], without: [] } })),
    ).toBe(true);
    expect(isAskedOtherwise(before, undefined)).toBe(true);
    const known = { goal: { for: "known" }, places: { with: [], without: [] } } as const;
    expect(isAskedOtherwise(known, before as never)).toBe(false);
  });
});

describe("a budget that was typed", () => {
  it("is parted among the years, and put together again", () => {
    expect(budgetOver(1000, undefined, SPREAD)).toBe(200);
    expect(budgetOver(1, undefined, { ...SPREAD, last: 2028 })).toBe(0.3);
    expect(budgetOver(0.3, SPREAD, undefined)).toBe(1.5);
  });

  it("stays where years or nothing else changes", () => {
    expect(budgetOver(100, SPREAD, { ...SPREAD, last: 2027 })).toBe(100);
    expect(budgetOver(100, undefined, undefined)).toBe(100);
    expect(budgetOver(undefined, undefined, SPREAD)).toBeUndefined();
  });
});
