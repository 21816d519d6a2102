import { expect, test } from "vitest";
import { sumsOf } from "../../src/app/derived/zone-sums.ts";
import type { ZoneFacts } from "../../src/ui/tables/facts.ts";

test("picked zones are added up over those that state it, and a sum tells of how many it is", () => {
  const facts = {
    people: {
      households: Float64Array.of(100, 200, Number.NaN, 400),
      residents: Float64Array.of(1, 2, 3, 4),
      elderly60: new Float64Array(4).fill(Number.NaN),
      under3: Float64Array.of(0, 0, 0, 9),
    },
    results: {
      metrics: [{ metric: "childcare_slots", unit: "slot", missing: Float64Array.of(5, Number.NaN, 7, 100) }],
    },
  } as unknown as ZoneFacts;
  const { zones, people, metrics } = sumsOf(facts, [0, 1, 2]);
  expect(zones).toBe(3);
  expect(people.households).toEqual({ sum: 300, known: 2 });
  expect(people.elderly60).toEqual({ sum: 0, known: 0 });
  expect(people.under3).toEqual({ sum: 0, known: 3 });
  // 5 + 7; nobody knows what the second zone lacks
  expect(metrics).toEqual([{ metric: "childcare_slots", unit: "slot", sum: 12, known: 2 }]);
});
