import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linksBySite } from "../../../src/core/siting/links-by-site.ts";
import { customerOfLinks } from "../../../src/core/siting/location-problem.ts";
import { tinyLocations } from "../../builders/location-problems.ts";

describe("links by their sites", () => {
  it("are all links, and none is hidden that may cost less than is asked", () => {
    fc.assert(
      fc.property(tinyLocations, fc.double({ min: 0, max: 10, noNaN: true }), (problem, most) => {
        const bySite = linksBySite(problem);
        const endOf = bySite.below(most);
        const customers = customerOfLinks(problem);
        for (const site of problem.fixed.keys()) {
          const [from, end] = [bySite.starts[site] as number, bySite.starts[site + 1] as number];
          const found = Array.from({ length: end - from }, (_, at) => [
            bySite.customers[from + at],
            bySite.costs[from + at],
          ]);
          const links = [...problem.sites.keys()].filter((link) => problem.sites[link] === site);
          const wanted = links.map((link) => [customers[link], problem.costs[link]]);
          expect(found.sort()).toEqual(wanted.sort());
          const hidden = bySite.costs.subarray(endOf(site), end);
          expect(hidden.every((cost) => cost >= most)).toBe(true);
        }
      }),
      { seed: 31, numRuns: process.env["QUAN_LONG"] ? 20_000 : 1000 },
    );
  });
});
