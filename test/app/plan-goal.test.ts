import { describe, expect, it } from "vitest";
import { budgetOver, goalWords } from "../../src/app/derived/plan-goal.ts";
import { askedNow, usePlans } from "../../src/app/state/plans.ts";
import { wordsIn } from "../../src/i18n/catalogue.ts";

const words = { t: wordsIn("zh"), language: "zh" } as const;
const SPREAD = { first: 2026, last: 2030, carry: true };

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
