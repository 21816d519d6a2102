import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VERDICTS, type Verdict } from "../../../src/core/standards/verdict.ts";
import { answered } from "../../builders/cases.ts";

const people = fc.integer({ min: 1, max: 20_000_000 });
const count = fc.integer({ min: 0, max: 200_000 });
const rank = (answer: { overall?: unknown }) => VERDICTS.indexOf(answer.overall as Verdict);

describe("the judge of units", () => {
  it("compares slots × 1000 with target × residents in whole numbers: 4.5 and 4.54 of Xuzhou", () => {
    const city = (residents: number, slots: number) =>
      answered({
        pack: "xuzhou-2022",
        level: "city",
        input: { year: 2025, residents, supply: { childcare_slots: slots } },
      });
    fc.assert(
      fc.property(people, count, (residents, slots) => {
        const { lines, overall } = city(residents, slots) as {
          lines: { verdict: string; required: number; shortage: number }[];
          overall: string;
        };
        const asked = [450n, 454n].map((hundredths) => hundredths * BigInt(residents));
        const met = asked.map((needed) => BigInt(slots) * 100_000n >= needed);
        expect(lines.map((line) => line.verdict)).toEqual(met.map((each) => (each ? "pass" : "fail")));
        const whole = asked.map((needed) => Number((needed + 99_999n) / 100_000n));
        expect(lines.map((line) => line.required)).toEqual(whole);
        expect(lines.map((line) => line.shortage)).toEqual(
          whole.map((needed) => Math.max(0, needed - slots)),
        );
        expect(overall).toBe(met[0] === met[1] ? (met[0] ? "pass" : "fail") : "needs_ruling");
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("asks for whole units: 85 of 100, rounded up", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (units, some) => {
        const unitsWith = Math.min(units, some);
        const { lines } = answered({
          pack: "huaibei-draft",
          level: "community",
          input: { year: 2025, units, unitsWith },
        }) as { lines: { ruleId: string; verdict: string; required: number }[] };
        const line = lines.find(({ ruleId }) => ruleId === "HB-CM-E-85");
        expect(line?.verdict).toBe(unitsWith * 100 >= 85 * units ? "pass" : "fail");
        expect(line?.required).toBe(Math.ceil((85 * units) / 100));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("never worsens with more of what is counted", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(2022, 2023, 2024, 2025),
        people,
        count,
        count,
        count,
        (year, residents, slots, beds, more) => {
          const district = (extra: number) =>
            answered({
              pack: "sucheng-2023",
              level: "district",
              input: {
                year,
                residents,
                elderly60: residents,
                supply: { childcare_slots: slots + extra, beds: beds + extra },
                facilities: (slots % 9) + extra,
              },
            });
          expect(rank(district(more))).toBeGreaterThanOrEqual(rank(district(0)));
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});
