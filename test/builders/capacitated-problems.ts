import fc from "fast-check";
import type { CapacitatedProblem } from "../../src/core/siting/capacitated/capacitated-problem.ts";

const costs = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 9, noNaN: true }));

/** A few customers and sites that hold little, with sites that have to be open or stay closed, many of which serve nobody. */
export function tinyCapacitated(isSplit: boolean): fc.Arbitrary<CapacitatedProblem> {
  return fc
    .record({
      sites: fc.array(
        fc.record({
          fixed: fc.oneof(fc.constant(0), costs),
          capacity: fc.oneof(
            { weight: 4, arbitrary: fc.nat({ max: 14 }) },
            { weight: 1, arbitrary: fc.nat({ max: 40 }) },
          ),
          state: fc.constantFrom(0, 0, 0, 0, 1, 2),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      customers: fc.array(
        fc.record({
          size: fc.nat({ max: 7 }),
          links: fc.array(fc.option(costs, { freq: 5 }), { minLength: 5, maxLength: 5 }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      least: fc.nat({ max: 2 }),
      more: fc.nat({ max: 5 }),
    })
    .map(({ sites, customers, least, more }) => {
      const rows = customers.map(({ size, links }) =>
        links
          .slice(0, sites.length)
          .flatMap((cost, site) => (cost === null ? [] : [{ site, cost, size }]))
          .sort((a, b) => a.cost - b.cost || a.site - b.site),
      );
      const links = rows.flat();
      return {
        fixed: Float64Array.from(sites, ({ fixed }) => fixed),
        states: Uint8Array.from(sites, ({ state }) => state),
        capacities: Float64Array.from(sites, ({ capacity }) => capacity),
        starts: Uint32Array.from([0, ...rows.keys()], (_, at) =>
          rows.slice(0, at).reduce((sum, row) => sum + row.length, 0),
        ),
        sites: Uint32Array.from(links, ({ site }) => site),
        costs: Float64Array.from(links, ({ cost }) => cost),
        sizes: Float64Array.from(links, ({ size }) => size),
        ...{ least, most: least + more, isSplit },
      };
    });
}
