import { describe, expect, it } from "vitest";
import { type Exact, exact } from "../../src/core/base/decimal.ts";
import type { Line } from "../../src/core/standards/judgement.ts";
import { wordsIn } from "../../src/i18n/catalogue.ts";
import { formatExact, formatProvided } from "../../src/i18n/numbers.ts";
import {
  boundOf,
  missingIn,
  neededOf,
  notesOf,
  providedIn,
  requiredIn,
  unknownBase,
} from "../../src/ui/evidence/line-words.ts";
import type { Speech } from "../../src/ui/words.ts";

function aLine(more: Partial<Line> = {}): Line {
  return {
    rule: "R",
    verdict: "insufficient_data",
    severity: "mandatory",
    unit: "slot",
    whole: true,
    estimated: false,
    notes: [],
    ...more,
  };
}

describe("what is said of a line", () => {
  it("names whose number is missing, where a threshold asks for it", () => {
    const base = { name: "residents", per: 1000 } as const;
    expect(unknownBase(aLine({ threshold: 8, base }))).toBe("residents");
    expect(unknownBase(aLine({ base }))).toBeUndefined();
    expect(unknownBase(aLine({ threshold: 8, base: { ...base, value: exact(900) } }))).toBeUndefined();
    const band = { low: exact(900), high: exact(1000) };
    expect(unknownBase(aLine({ threshold: 8, base: { ...base, band } }))).toBeUndefined();
  });

  it("tells how many people would do in whole ones, and not that nobody would", () => {
    const needed = (atMost: number) =>
      neededOf(aLine({ needed: { base: "residents", atMost: exact(atMost) } }));
    expect(needed(2875.9)).toEqual({ base: "residents", atMost: 2875 });
    expect(needed(0)).toBeUndefined();
    expect(neededOf(aLine())).toBeUndefined();
  });

  it("gives what rests on one end of a band as a bound", () => {
    const band = { low: exact(2232), high: exact(2560) };
    const base = { name: "residents", per: 1000, band } as const;
    // A failure is told for the low end: at least so much is missing. A pass for the high end.
    expect(boundOf({ ...base, value: exact(2232) })).toBe("atLeast");
    expect(boundOf({ ...base, value: exact(2560) })).toBe("atMost");
    expect(boundOf(base)).toBeUndefined();
    expect(boundOf({ name: "residents", per: 1000, value: exact(2232) })).toBeUndefined();
  });

  it("tells what may count from what surely does: from the least to the most", () => {
    const words = {
      t: wordsIn("zh"),
      exact: (amount: Exact, unit: "slot", whole: boolean) => formatExact(amount, unit, "zh", whole),
      provided: (amount: Exact, unit: "slot") => formatProvided(amount, unit, "zh"),
    } as Speech;
    const plain = (said: string | undefined) => said?.replace(/\u00a0/g, " ");
    // 280 ÷ 1000 × 8 = 2.24 → 3; 2 may count
    const line = aLine({ required: exact(2.24), actual: exact(2), shortage: exact(0.24) });
    const unsure = { ...line, sure: exact(0) };
    expect([plain(providedIn(line, words)), plain(missingIn(line, words))]).toEqual(["2 个", "1 个"]);
    expect(plain(providedIn(unsure, words))).toBe("0 至 2 个");
    expect(plain(missingIn(unsure, words))).toBe("1 至 3 个");
    // Of people known as a band the most is asked for by the high end: 400 ÷ 1000 × 8 = 3.2 → 4.
    const band = { low: exact(280), high: exact(400) };
    const base = { name: "residents", per: 1000, band, value: band.low } as const;
    expect(plain(missingIn({ ...unsure, base }, words))).toBe("1 至 4 个");
    expect(plain(missingIn({ ...line, base }, words))).toBe("1 至 2 个");
    expect(plain(requiredIn({ ...line, base }, words))).toBe("3 至 4 个");
    expect(plain(requiredIn(line, words))).toBe("3 个");
    const met = { ...aLine({ required: exact(3.2), actual: exact(4) }), base: { ...base, value: band.high } };
    expect(plain(requiredIn(met, words))).toBe("至多 4 个");
    expect(missingIn(aLine({ shortage: exact(0) }), words)).toBeUndefined();
  });

  it("tells what is missing of slots whole, also where parts of slots are given", () => {
    const words = {
      t: wordsIn("zh"),
      exact: (amount: Exact, unit: "slot", whole: boolean) => formatExact(amount, unit, "zh", whole),
    } as Speech;
    // 17.44 − 1.41 = 16.03 → 17
    const line = aLine({ whole: false, required: exact(17.44), actual: exact(1.41), shortage: exact(16.03) });
    expect(missingIn(line, words)?.replace(/\u00a0/g, " ")).toBe("17 个");
    expect(requiredIn(line, words)?.replace(/\u00a0/g, " ")).toBe("17.44 个");
  });

  it("leaves whom a pass rests on to the names beside it", () => {
    const line = aLine({ verdict: "pass_with_notes", notes: ["others-may-use"] });
    expect(notesOf(line, "fair", wordsIn("zh"))).toEqual([]);
    expect(notesOf(line, undefined, wordsIn("zh"))).toEqual([expect.stringContaining("需求不明")]);
  });

  it("says of a screening method what it does, and nothing where it plays no part", () => {
    const t = wordsIn("zh");
    const line = aLine({ verdict: "fail", notes: ["screening-method"] });
    expect(notesOf(line, "catchment", t).join()).toContain("重复计算");
    expect(notesOf(line, "floating", t).join()).toContain("按缺口比例分摊");
    expect(notesOf(line, "floating", t).join()).not.toContain("重复");
    expect(notesOf(line, "onsite", t)).toEqual([]);
    expect(notesOf({ ...line, verdict: "needs_ruling" }, "onsite", t).join()).toContain("不判“符合”");
  });
});
