import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLOSED, costOf } from "../../../src/core/siting/location-problem.ts";
import { coverProblem, wholeCoverProblem } from "../../../src/core/siting/siting-models.ts";
import { tinySitingTables } from "../../builders/location-problems.ts";

const runs = { seed: 32, numRuns: process.env["QUAN_LONG"] ? 20_000 : 1000 };

describe("customers who reach the same sites, as one", () => {
  it("cost what they cost one by one, whichever sites are open", () => {
    fc.assert(
      fc.property(
        tinySitingTables,
        fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
        (table, marks) => {
          const { states, starts, sites, weights } = table;
          const open = Uint32Array.from(states.keys()).filter(
            (site) => marks[site] === true && states[site] !== CLOSED,
          );
          const reaches = (customer: number) =>
            sites.subarray(starts[customer], starts[customer + 1]).some((site) => open.includes(site));
          const left = [...weights.keys()].filter((customer) => !reaches(customer));
          const weight = left.reduce((sum, customer) => sum + (weights[customer] as number), 0);
          const cover = coverProblem(table, states.length);
          expect(costOf(cover, open)).toBe(weight);
          expect(costOf(wholeCoverProblem(table), open) === Number.POSITIVE_INFINITY).toBe(left.length > 0);
          const lots = [...cover.unserved.keys()].map((lot) =>
            [...cover.sites.subarray(cover.starts[lot], cover.starts[lot + 1])].join(),
          );
          expect(new Set(lots).size).toBe(lots.length);
        },
      ),
      runs,
    );
  });
});
