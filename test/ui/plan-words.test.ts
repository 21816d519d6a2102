import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Language, wordsIn } from "../../src/i18n/catalogue.ts";
import type { StandingFacts } from "../../src/ui/plans/plan-facts.ts";
import {
  certainWords,
  closedShare,
  exactMoney,
  exactMoneyWords,
  farthestWords,
  idleWords,
  moneyUnit,
  moneyWords,
  plainMoney,
  rowsAddingUp,
  sizeWords,
  soFarWords,
  standingWords,
  THOUSANDS,
  wholeYuan,
  YUAN,
  yearsWords,
} from "../../src/ui/plans/plan-words.ts";

const speech = (language: Language) => ({ t: wordsIn(language), language });
const zh = speech("zh");
const en = speech("en");
const spaced = (sentence: string) => sentence.replace(/\s/g, " ");

describe("money", () => {
  it("is said in 万元, and in millions of yuan, rounded up to a thousand yuan in both", () => {
    expect(plainMoney(3698.1774, zh)).toBe("3,698.2");
    expect(plainMoney(3698.1774, en)).toBe("36.982");
    expect(plainMoney(0.001, zh)).toBe("0.1");
    expect(plainMoney(0.001, en)).toBe("0.001");
    expect(moneyWords(3698.1774, zh)).toBe("3,698.2 万元");
    expect(moneyWords(3698.1774, en)).toBe("¥36.982 million");
    expect(moneyWords(12.5, en)).toBe("¥0.125 million");
    expect(500 / moneyUnit(en)).toBe(5);
  });

  it("of one measure told by itself is what tables take out, to the yuan", () => {
    expect(exactMoneyWords(42.921, zh)).toBe("42.921 万元");
    expect(exactMoneyWords(42.921, en)).toBe("¥0.42921 million");
    for (const cost of [42.921, 5.25001, 0.1 + 0.2, 843])
      for (const words of [zh, en]) {
        const taken = rowsAddingUp([cost], YUAN)[0] ?? Number.NaN;
        expect(Number(exactMoney(cost, words))).toBe(wholeYuan(taken, words));
      }
  });

  it("is taken out to a whole yuan, in the same unit", () => {
    expect(wholeYuan(0.1 + 0.2, zh)).toBe(0.3);
    expect(wholeYuan(5.25001, zh)).toBe(5.2501);
    expect(wholeYuan(5.25001, en)).toBe(0.052501);
  });

  it("of rows adds up to their total as it is shown, each row one below or above what it is", () => {
    // 2.5 + 2.5 + 0.4 thousands are 5.4, shown as 6: 2 + 2 + 0 and two more, for the first two.
    expect(rowsAddingUp([0.25, 0.25, 0.04], THOUSANDS)).toEqual([0.3, 0.3, 0]);
    // 2.5 + 2.5 are 5: the first is rounded up.
    expect(rowsAddingUp([0.25, 0.25], THOUSANDS)).toEqual([0.3, 0.2]);
    expect(rowsAddingUp([30.9, 0, 843], THOUSANDS)).toEqual([30.9, 0, 843]);
    expect(rowsAddingUp([0.000_04, 0.000_07], YUAN)).toEqual([0.0001, 0.0001]);
    expect(rowsAddingUp([], THOUSANDS)).toEqual([]);
  });

  it("of any rows adds up to their total", () => {
    const thousands = (cost: string) => Math.round(Number(cost.replaceAll(",", "")) * THOUSANDS);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e8 }), { maxLength: 40 }), (yuan) => {
        const costs = yuan.map((each) => each / YUAN);
        const shown = rowsAddingUp(costs, THOUSANDS).map((cost) => thousands(plainMoney(cost, zh)));
        const all = costs.reduce((sum, cost) => sum + cost, 0);
        expect(shown.reduce((sum, each) => sum + each, 0)).toBe(thousands(plainMoney(all, zh)));
        for (const [row, each] of shown.entries())
          expect(Math.abs(each - (yuan[row] ?? 0) / 1000)).toBeLessThan(1);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

describe("what is certain of what is missing", () => {
  const gists = {
    gist: (value: number) => `${Math.ceil(value)}`,
    providedGist: (value: number) => `${Math.floor(value)}`,
  };

  it("is as much as is missing where it is all of it, and else no more than it is", () => {
    expect(certainWords(1997.8, 1997.8, "m2", gists)).toBe("1998");
    expect(certainWords(1997.8, 2100, "m2", gists)).toBe("1997");
  });
});

describe("a measure", () => {
  const measure = {
    ...({ id: "S", kind: "lease", conditions: [] } as const),
    ...{ cost: 1, elderly: 300, childcare: 600, slots: 60 },
  };

  it("is told by its rooms and slots, and its years", () => {
    expect(sizeWords(measure, zh)).toBe("养老 300 m² + 60 个托位");
    expect(sizeWords({ ...measure, elderly: 0, slots: 0 }, zh)).toBe("托育 600 m²");
    expect(yearsWords(measure, zh)).toBe("即时");
    expect(yearsWords({ ...measure, earliest: 2028, lifetime: 5 }, zh)).toBe("2028 年 · 可用 5 年");
    // The year that a plan begins it in comes before the first that it could.
    expect(yearsWords({ ...measure, earliest: 2028, lifetime: 5, year: 2029 }, zh)).toBe(
      "2029 年起 · 可用 5 年",
    );
  });
});

describe("the farthest walk", () => {
  it("is told alike as what there is and as a limit to accept, which takes it in", () => {
    expect(spaced(farthestWords(6787.2))).toBe("6,788 m");
    expect(spaced(farthestWords(6787))).toBe("6,787 m");
    expect(spaced(farthestWords(12_410))).toBe("12.5 km");
    const why = { is: "too-few-to-serve", can: 3, within: 6787.2 } as const;
    const of = { status: "infeasible", goal: "everybody", isStopped: false, lacking: 0, why } as const;
    expect(spaced(standingWords(of, zh).join(""))).toContain(`走到 ${spaced(farthestWords(6787.2))}`);
  });
});

describe("the standing of a plan", () => {
  const of: StandingFacts = { status: "optimal", goal: "budget", isStopped: false, lacking: 0 };

  it("claims no more than what was asked where those who lack more count more", () => {
    expect(standingWords({ ...of, isWeighed: true }, zh)).toEqual([
      "已证明：缺得多的优先，这些钱没有更好的补法。",
    ]);
    expect(standingWords({ ...of, goal: "close", isWeighed: true }, zh)).toEqual(
      standingWords({ ...of, goal: "close" }, zh),
    );
  });

  it("does not say that nothing closes everything where rooms get in each other's way", () => {
    const [said] = standingWords({ ...of, goal: "close", status: "unknown", isApart: true }, zh);
    expect(said).toMatch(/^没找到能全部补上的方案，也没有证明补不齐/);
  });

  it("says what is proved", () => {
    expect(standingWords(of, zh)).toEqual(["已证明：这些钱补不了更多。"]);
  });

  it("says of which plans it is proved, where some were ruled out or are weighed otherwise", () => {
    const under = { with: 1, without: 2, isSpread: true, doubt: "worst" } as const;
    expect(standingWords({ ...of, under }, zh)).toEqual([
      "已证明：这些钱补不了更多。",
      "以上是在一定做 1 处、不做 2 处、分年安排、按最坏情形比的前提下说的。",
    ]);
    const locked = { with: 0, without: 1, isSpread: false };
    expect(standingWords({ ...of, under: locked }, en)[1]).toBe(
      "This is said of plans with 1 place left alone.",
    );
    expect(standingWords({ ...of, under, isStopped: true }, zh)).toEqual(
      standingWords({ ...of, isStopped: true }, zh),
    );
  });

  it("rounds in favour of what is not known", () => {
    const cost = { of: "cost", best: 1000, bound: 959.09 } as const;
    // 40.91 of 1,000 is 4.091 %.
    expect(soFarWords(cost, zh)).toBe("目前最好的 1,000 万元；再省也要 959 万元，相差不超过 4.1\u00a0%。");
    const closed = { of: "closed", best: 0.4567, bound: 0.4571 } as const;
    expect(soFarWords(closed, zh)).toBe(
      "目前最好的补上缺口的 45.6\u00a0%；至多能补上 45.8\u00a0%，相差不超过 0.1\u00a0%。",
    );
    expect(standingWords({ ...of, status: "feasible", bound: closed }, zh)[0]).toContain(
      "至多能补上缺口的 45.8",
    );
  });

  it("never says of a plan that was stopped that it is proved", () => {
    const stopped = { ...of, status: "feasible", isStopped: true } as const;
    expect(standingWords(stopped, zh)[0]).toContain("未复现");
    expect(standingWords({ ...stopped, status: "optimal" }, zh).join()).not.toContain("已证明");
  });

  it("says how many shortages stay, or that no choice does it", () => {
    expect(standingWords({ ...of, status: "infeasible", lacking: 1 }, en)).toEqual([
      "Not everything can be closed: with all that can be done at least 1 shortage stays.",
    ]);
    expect(standingWords({ ...of, status: "infeasible" }, zh)[0]).toContain("做不到");
  });

  it("says of a plan that does nothing that nothing is needed only where nothing is missing", () => {
    const left = [{ missing: 0 }, { missing: 3 }];
    expect(idleWords(of, [{ missing: 0 }], zh)).toBe("什么也不用做。");
    expect(idleWords(of, left, zh)).toBe("还有缺口，但这些钱做不了任何有用的措施。");
    expect(idleWords({ ...of, goal: "most" }, left, zh)).toBe("还有缺口，但可选的地点一处也补不上。");
    // Nothing is proved of one that was stopped.
    expect(idleWords({ ...of, status: "feasible", isStopped: true }, left, zh)).toBe(
      "还有缺口，但目前找到的方案不含任何措施。",
    );
    // Rooms are not what a question of reach is about.
    expect(idleWords({ ...of, goal: "everybody" }, left, zh)).toBe("什么也不用做。");
  });
});

it("closes shares of what is missing, each metric counting the same", () => {
  // Half of one, all of the other; what was not missing does not count.
  expect(
    closedShare([
      { before: 10, missing: 5 },
      { before: 4, missing: 0 },
      { before: 0, missing: 0 },
    ]),
  ).toBe(0.75);
  expect(closedShare([])).toBe(1);
});
