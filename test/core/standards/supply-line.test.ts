import { describe, expect, it } from "vitest";
import { exact, toNumber, ZERO } from "../../../src/core/base/decimal.ts";
import type { FloorRule, RatioRule } from "../../../src/core/standards/rule.ts";
import { type RuleInForce, selectRules } from "../../../src/core/standards/select-rules.ts";
import { packById } from "../../../src/core/standards/standards.ts";
import type { Supplied } from "../../../src/core/standards/supplied.ts";
import { floorLine, ratioLine } from "../../../src/core/standards/supply-line.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";

function ruleNamed(pack: string, id: string): RuleInForce {
  const known = packById(shippedStandards(), pack);
  const found = known && selectRules(known, "estate", undefined).find(({ rule }) => rule.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
}

describe("a ratio by a band of people", () => {
  // 1000 households of 2.79 to 3.2: 27.9 to 32 slots at 10 per 1000.
  const people = { low: exact(2790), high: exact(3200), estimated: true, notes: [] };
  const found = ruleNamed("xuzhou-2022", "XZ-N-C-10") as RuleInForce<RatioRule>;
  const by = (slots: number) => ratioLine(found, people, { amount: exact(slots) });
  const endOf = ({ base }: ReturnType<typeof by>) => base?.value && toNumber(base.value);

  it("passes by its upper end, fails by its lower, and names the end that decided", () => {
    expect([by(32).verdict, endOf(by(32))]).toEqual(["pass_estimated", 3200]);
    expect([by(27).verdict, endOf(by(27))]).toEqual(["fail", 2790]);
  });

  it("is open between the two, and names both", () => {
    const open = by(30);
    expect([open.verdict, endOf(open)]).toEqual(["insufficient_data", undefined]);
    expect([open.base?.band?.low, open.base?.band?.high].map((end) => end && toNumber(end))).toEqual([
      2790, 3200,
    ]);
  });
});

describe("a floor with slots beside it", () => {
  const floor = ruleNamed("lianyungang-draft", "LYG-N-E-30");
  const rule = { ...floor.rule, type: "floor", threshold: 800, andSlots: 50 } as unknown as FloorRule;
  const found: RuleInForce<FloorRule> = { rule, threshold: 800, rate: exact(800), notes: [] };
  const by = (area: number, slots?: Supplied) => floorLine(found, { amount: exact(area) }, slots).verdict;

  it("asks for both", () => {
    expect(by(800, { amount: exact(50) })).toBe("pass");
    expect(by(799, { amount: exact(50) })).toBe("fail");
    expect(by(800, { amount: exact(49) })).toBe("fail");
    expect(by(800)).toBe("insufficient_data");
  });

  it("is open where more slots may count, as long as they would be enough", () => {
    expect(by(800, { amount: ZERO, atMost: exact(50) })).toBe("insufficient_data");
    expect(by(800, { amount: ZERO, atMost: "unbounded" })).toBe("insufficient_data");
    expect(by(800, { amount: ZERO, atMost: exact(49) })).toBe("fail");
  });
});
