import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACILITY_STATUSES } from "../../../src/core/model/facility.ts";
import { FACILITY_KINDS } from "../../../src/core/model/facility-kind.ts";
import { VERDICTS, type Verdict } from "../../../src/core/standards/verdict.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { answered } from "../../builders/cases.ts";

const IDS = ["A", "B", "C"];
const facility = fc.record(
  {
    kind: fc.constantFrom(...FACILITY_KINDS),
    status: fc.constantFrom("built" as const, "built" as const, ...FACILITY_STATUSES),
    site: fc.constantFrom(null, ...IDS),
    reaches: fc.subarray(IDS),
    shared: fc.boolean(),
    elderlyAreaM2: fc.option(fc.integer({ min: 0, max: 400 })),
    childcareAreaM2: fc.option(fc.integer({ min: 0, max: 400 })),
    slots: fc.option(fc.integer({ min: 0, max: 40 })),
    storey: fc.integer({ min: -1, max: 4 }),
    registered: fc.boolean(),
    name: fc.constantFrom("甲站", "乙站"),
    lng: fc.constantFrom(116.798, 116.7981, 116.8),
    lat: fc.constant(33.955),
    pooling: fc.option(
      fc.record({ zones: fc.subarray(IDS, { minLength: 1 }), approvedBy: fc.constantFrom("局", "") }),
    ),
  },
  { requiredKeys: ["status"] },
);
const estate = fc.record(
  {
    status: fc.constantFrom("new" as const, "existing" as const),
    households: fc.integer({ min: 1, max: 1200 }),
    residents: fc.integer({ min: 1, max: 3600 }),
  },
  { requiredKeys: ["status"] },
);
const world = fc.record({
  pack: fc.constantFrom(...shippedStandards().packs.map(({ id }) => id as string)),
  estates: fc
    .tuple(estate, estate, estate)
    .map((all) => all.map((each, i) => ({ id: IDS[i] ?? "", ...each }))),
  facilities: fc
    .array(facility, { maxLength: 5 })
    .map((all) => all.map((each, i) => ({ id: `f${i}`, ...each }))),
  stage: fc.constantFrom("plan_review", "verification"),
});
type World = typeof world extends fc.Arbitrary<infer Each> ? Each : never;

function judged({ pack, ...input }: World, evaluate = "A") {
  return answered({ pack, level: "estate", input: { ...input, evaluate } });
}

const rank = (answer: { overall?: unknown }) => VERDICTS.indexOf(answer.overall as Verdict);

describe("a case of facilities", () => {
  it("has the same answer in any order of its rows", () => {
    fc.assert(
      fc.property(world, (each) => {
        const { notCounted: _rows, ...turned } = judged({
          ...each,
          estates: [...each.estates].reverse(),
          facilities: [...each.facilities].reverse(),
        });
        const { notCounted: _others, ...straight } = judged(each);
        expect(turned).toEqual(straight);
      }),
      { seed: 1, numRuns: 600 },
    );
  });

  it("is never worse for one more built room in the estate", () => {
    fc.assert(
      fc.property(world, (each) => {
        const more = {
          id: "more",
          status: "built" as const,
          site: "A",
          elderlyAreaM2: 100,
          childcareAreaM2: 100,
          slots: 10,
          storey: 1,
        };
        expect(rank(judged({ ...each, facilities: [...each.facilities, more] }))).toBeGreaterThanOrEqual(
          rank(judged(each)),
        );
      }),
      { seed: 1, numRuns: 600 },
    );
  });

  it("is no better for rooms that are planned, closed, next door without agreement, or a whole building", () => {
    fc.assert(
      fc.property(world, (each) => {
        const rooms = { elderlyAreaM2: 9000, childcareAreaM2: 9000, slots: 900, storey: 1 };
        const useless = [
          { id: "p", status: "planned" as const, site: "A", ...rooms },
          { id: "c", status: "closed" as const, site: "A", ...rooms },
          { id: "n", status: "built" as const, site: "B", reaches: IDS, ...rooms },
          { id: "t", status: "built" as const, site: "A", totalAreaM2: 90_000 },
        ];
        expect(judged({ ...each, facilities: [...each.facilities, ...useless] }).overall).toBe(
          judged(each).overall,
        );
      }),
      { seed: 1, numRuns: 600 },
    );
  });

  it("passes no new estate on rooms outside it", () => {
    fc.assert(
      fc.property(world, (each) => {
        const estates = each.estates.map((one) => ({ ...one, status: "new" as const }));
        const outside = each.facilities.map(({ pooling: _agreement, ...one }) => ({
          ...one,
          site: one.site === "A" ? "B" : (one.site ?? null),
        }));
        const { lines } = judged({ ...each, estates, facilities: outside }) as {
          lines: { actual: number | null; verdict: string }[];
        };
        for (const line of lines) {
          expect(line.actual === null || line.actual === 0).toBe(true);
          expect(line.verdict.startsWith("pass")).toBe(false);
        }
      }),
      { seed: 1, numRuns: 600 },
    );
  });
});
