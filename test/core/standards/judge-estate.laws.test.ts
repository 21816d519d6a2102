import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "../../../src/core/base/decimal.ts";
import { type EstateFacts, estateJudge } from "../../../src/core/standards/judge-estate.ts";
import type { Judgement } from "../../../src/core/standards/judgement.ts";
import type { Metric, Rule } from "../../../src/core/standards/rule.ts";
import type { ConflictPolicy, RulePack } from "../../../src/core/standards/rule-pack.ts";
import type { SupplyByMetric } from "../../../src/core/standards/supplied.ts";
import { isPass, VERDICTS, type Verdict } from "../../../src/core/standards/verdict.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { areAtOdds, type SlowRule, type SlowSupply, slowJudge } from "../../oracles/slow-judge.ts";

const METRICS = ["elderly_building_area", "childcare_slots", "childcare_building_area"] as const;
const POLICIES = ["flag", "strict", "clause"] as const;

/** Small numbers with two decimals, so that equality is hit often. */
const amount = fc.integer({ min: 0, max: 4000 }).map((cents) => cents / 100);
const slowRule = fc.record(
  {
    type: fc.constantFrom(
      "ratio_min" as const,
      "ratio_min" as const,
      "floor" as const,
      "not_specified" as const,
    ),
    severity: fc.constantFrom(
      "mandatory" as const,
      "target" as const,
      "encouraged" as const,
      "related" as const,
    ),
    estateStatus: fc.constantFrom("new" as const, "existing" as const),
    conflictGroup: fc.constantFrom("G", "H"),
    metric: fc.constantFrom(...METRICS),
    threshold: amount,
    base: fc.constantFrom("households" as const, "residents" as const),
    per: fc.constantFrom(1, 100, 1000),
    targetByYear: fc.dictionary(fc.constantFrom("2020", "2023", "2025"), fc.option(amount), { minKeys: 1 }),
  },
  { requiredKeys: ["type", "severity", "metric", "threshold", "base", "per"] },
);
const rules = fc
  .array(slowRule, { maxLength: 6 })
  .map((all) => all.map((rule, i): SlowRule => ({ ...rule, id: `R${(i * 7) % 10}` })));
const estates = fc.record(
  {
    status: fc.constantFrom("new" as const, "existing" as const),
    households: fc.oneof(fc.integer({ min: -1, max: 300 }), fc.constant(100)),
    estimated: fc.boolean(),
    residents: fc.oneof(fc.integer({ min: -1, max: 800 }), fc.constant(280)),
  },
  { requiredKeys: ["estimated"] },
);
const supplies = fc.record(Object.fromEntries(METRICS.map((metric) => [metric, amount])), {
  requiredKeys: [],
});
const bands = fc
  .tuple(fc.integer({ min: 200, max: 400 }), fc.integer({ min: 0, max: 100 }))
  .map(([low, more]) => ({ low: low / 100, high: (low + more) / 100 }));
const years = fc.constantFrom(undefined, 2019, 2020, 2022, 2025, 2030);
const world = fc.record({ rules, estate: estates, supply: supplies, band: bands, year: years });

const [template] = shippedStandards().packs as [RulePack];

function packOf(given: readonly SlowRule[], band: { low: number; high: number }): RulePack {
  const text = { zh: "甲", en: "A" };
  const common = {
    title: text,
    subject: "elderly",
    level: "estate",
    unit: "m2",
    ambiguities: [],
    clauses: [],
  };
  const written = given.map(({ targetByYear, ...rule }) => ({
    ...common,
    ...rule,
    ...(rule.type !== "not_specified" && targetByYear && { targetByYear }),
  })) as unknown as Rule[];
  return {
    ...template,
    rules: written,
    populationCoefficient: { ...band, lowSource: text, highSource: text },
  };
}

function factsOf({ estimated, ...rest }: { estimated: boolean } & EstateFacts): EstateFacts {
  return { ...rest, householdsBasis: estimated ? "estimated" : "declared" };
}

function suppliedOf(supply: SlowSupply): SupplyByMetric {
  const known = Object.entries(supply).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known.map(([metric, value]) => [metric, { amount: exact(value as number) }]));
}

function judged(
  {
    rules: given,
    estate,
    supply,
    band,
    year,
  }: {
    rules: readonly SlowRule[];
    estate: { estimated: boolean } & EstateFacts;
    supply: SlowSupply;
    band: { low: number; high: number };
    year: number | undefined;
  },
  conflict: ConflictPolicy = "flag",
): Judgement {
  const judge = estateJudge(packOf(given, band), { conflict, ...(year !== undefined && { year }) });
  return judge(factsOf(estate), suppliedOf(supply));
}

const rank = (verdict: Verdict) => VERDICTS.indexOf(verdict);

describe("the judge of estates", () => {
  it("agrees with the slow judge on every line and in all", () => {
    fc.assert(
      fc.property(world, fc.constantFrom(...POLICIES), (each, policy) => {
        const { lines, overall } = judged(each, policy);
        const slow = slowJudge(each.rules, each.band, each.estate, each.supply, policy, each.year);
        expect(Object.fromEntries(lines.map((line) => [line.rule, line.verdict]))).toEqual(slow.lines);
        expect(overall).toBe(slow.overall);
      }),
      { seed: 1, numRuns: 4000 },
    );
  });

  it("never worsens with more supply", () => {
    fc.assert(
      fc.property(
        world,
        fc.constantFrom(...POLICIES),
        fc.constantFrom(...METRICS),
        amount,
        (each, policy, metric, more) => {
          const before = each.supply[metric];
          if (before === undefined) return;
          const after = { ...each.supply, [metric]: Math.round((before + more) * 100) / 100 };
          expect(rank(judged({ ...each, supply: after }, policy).overall)).toBeGreaterThanOrEqual(
            rank(judged(each, policy).overall),
          );
        },
      ),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("never worsens with fewer people, as long as households and residents go together", () => {
    fc.assert(
      fc.property(
        world,
        fc.constantFrom("households" as const, "residents" as const),
        fc.integer({ min: 1, max: 300 }),
        (each, base, fewer) => {
          const before = each.estate[base];
          if (before === undefined || before <= fewer) return;
          const estate = { ...each.estate, [base]: before - fewer };
          fc.pre(!areAtOdds(estate));
          expect(rank(judged({ ...each, estate }).overall)).toBeGreaterThanOrEqual(
            rank(judged(each).overall),
          );
        },
      ),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("is never milder under the strict policy", () => {
    fc.assert(
      fc.property(world, (each) => {
        const strict = rank(judged(each, "strict").overall);
        expect(strict).toBeLessThanOrEqual(rank(judged(each, "flag").overall));
        expect(strict).toBeLessThanOrEqual(rank(judged(each, "clause").overall));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("never passes a mandatory line whose input is unknown", () => {
    fc.assert(
      fc.property(world, fc.constantFrom(...METRICS), (each, metric) => {
        const { [metric]: _gone, ...supply } = each.supply;
        const found = judged({ ...each, supply });
        const asked = each.rules.filter((rule) => rule.metric === metric && rule.type !== "not_specified");
        for (const line of found.lines) {
          if (asked.some((rule) => rule.id === line.rule)) expect(isPass(line.verdict)).toBe(false);
        }
        const binding = found.lines.some(
          (line) => line.severity === "mandatory" && line.verdict === "insufficient_data",
        );
        if (binding) expect(isPass(found.overall)).toBe(false);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("says the same for rules in any order", () => {
    fc.assert(
      fc.property(world, fc.constantFrom(...POLICIES), (each, policy) => {
        const shuffled = judged({ ...each, rules: [...each.rules].reverse() }, policy);
        expect(shuffled).toEqual(judged(each, policy));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("between certain and at most: a pass is a pass for both, a fail a fail for both", () => {
    fc.assert(
      fc.property(world, fc.constantFrom<Metric>(...METRICS), amount, (each, metric, more) => {
        const sure = each.supply[metric];
        if (sure === undefined) return;
        const most = Math.round((sure + more) * 100) / 100;
        const judge = estateJudge(packOf(each.rules, each.band), { conflict: "flag" });
        const facts = factsOf(each.estate);
        const given = suppliedOf(each.supply);
        const open = judge(facts, { ...given, [metric]: { amount: exact(sure), atMost: exact(most) } });
        const low = judge(facts, given);
        const high = judge(facts, { ...given, [metric]: { amount: exact(most) } });
        open.lines.forEach((line, i) => {
          const ends = [low.lines[i]?.verdict, high.lines[i]?.verdict];
          if (isPass(line.verdict) || line.verdict === "fail")
            expect(ends).toEqual([line.verdict, line.verdict]);
        });
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
