import { describe, expect, it } from "vitest";
import { type Language, wordsIn } from "../../src/i18n/catalogue.ts";
import type { ConflictFacts, ConflictNow } from "../../src/ui/plans/conflict-facts.ts";
import { plannedWords, presentWords } from "../../src/ui/plans/conflict-words.ts";
import { idleWords, standingWords } from "../../src/ui/plans/plan-words.ts";

const WAS = {
  ...({ id: "S:elderly-300", kind: "convert", cost: 120, conditions: ["title"], elderly: 300 } as const),
  ...{ childcare: 0, slots: 0, earliest: 2027 },
};

const words = (language: Language) => ({ t: wordsIn(language), language });
const told = (now: ConflictNow, place: ConflictFacts["place"] = "site", language: Language = "zh") =>
  presentWords({ now, place }, words(language));

describe("a measure that does not stand any more", () => {
  it("is told as it was planned, with its cost, year and what is to be checked", () => {
    expect(plannedWords(WAS, words("zh"))).toBe("改造 养老 300 m² · 120 万元 · 2027 年 · 待核实：权属证明");
  });

  it("has the cost that tables take out, not one rounded up by itself", () => {
    expect(plannedWords({ ...WAS, cost: 42.921, yearly: 1.2345 }, words("zh"))).toContain(
      "42.921 万元 · 每年 1.2345 万元",
    );
  });

  it("is told by what there is now", () => {
    expect(told({ is: "gone" }, "facility")).toBe("这处设施已不在资料里。");
    expect(told({ is: "gone" })).toBe("这个候选点已不在资料里。");
    expect(told({ is: "not-offered", status: "closed" }, "facility")).toContain("已停用");
    expect(told({ is: "not-offered" }, "zone")).toBe("这里已没有这样的事可做。");
    expect(told({ is: "too-late", earliest: 2031 })).toContain("最早 2031 年");
    const why = (one: "no-title" | "too-small") => ({ why: one });
    expect(told({ is: "refused", refusals: [why("no-title"), why("too-small"), why("no-title")] })).toBe(
      "不能用了：没有权属证明、面积不够标准的最低规模。",
    );
    const room = { name: "新站", elderly: 120, childcare: 0, slots: 0 };
    expect(told({ is: "used", rooms: [room, { ...room, name: "旧站", elderly: 0 }] })).toBe(
      "用房已经在了：新站（养老 120 m²）、旧站（规模不详）。",
    );
  });

  it("is told as it would be now, with what of it has changed and by how much it has moved", () => {
    const now = { ...WAS, cost: 240, conditions: [], year: 2028 };
    expect(told({ is: "otherwise", parts: ["at", "cost"], now, metres: 51.4 })).toBe(
      "改造 养老 300 m² · 240 万元 · 2028 年起。变了的：位置（挪了 51\u00a0m）、费用。",
    );
    expect(told({ is: "otherwise", parts: ["rest"], now }, "site", "en")).toContain(
      "Changed: storey, whose it is and the like.",
    );
  });
});

describe("a plan that was found before a change", () => {
  const of = { status: "rebased", goal: "budget", isStopped: false, lacking: 0 } as const;
  const NONE = { leftOut: 0, open: 0, decided: 0, done: 0 };
  const said = (rebased: object) =>
    standingWords({ ...of, rebased: { ...NONE, ...rebased } }, words("zh")).join("");

  it("claims no proof, and says what is open, decided, done already and beyond the budget", () => {
    expect(said({})).toContain("没有重新比选，是否最好没有证明");
    expect(said({ open: 2 })).toContain("有 2 项措施的依据变了，还没有定");
    expect(said({ open: 1, decided: 1 })).not.toContain("都已定");
    expect(said({ decided: 3 })).toContain("依据变了的 3 项都已定");
    expect(said({ leftOut: 2 })).toContain("有 2 项措施现在做不了，已从方案里去掉");
    expect(said({ done: 4 })).toContain("有 4 项已在资料里");
    expect(said({ overBudget: 500 })).toContain("费用超过原来的预算 500 万元");
    for (const language of ["zh", "en"] as const)
      expect(
        standingWords({ ...of, rebased: { ...NONE, open: 1, decided: 1, done: 1 } }, words(language)).join(
          " ",
        ),
      ).not.toMatch(/已证明|Proved/);
  });

  it("says whether all of it is there or nothing of it is left", () => {
    const idle = (rebased: object) =>
      idleWords({ ...of, rebased: { ...NONE, ...rebased } }, [{ missing: 5 }], words("zh"));
    expect(idle({ done: 3 })).toBe("方案的措施都已在资料里。");
    expect(idle({ open: 1, done: 3 })).toBe("方案的措施一项也没有留下。");
    expect(idle({ leftOut: 1, done: 3 })).toBe("方案的措施一项也没有留下。");
  });
});
