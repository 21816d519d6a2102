import fc from "fast-check";
import type { CapacitatedProblem } from "../../src/core/siting/capacitated/capacitated-problem.ts";

const costs = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 9, noNaN: true }));

/**
 * The same with a last site that stands for leaving people out, of which they take as much as they weigh; of others so many parts
 * of one, so that what is left out can be split too.
 */
export function tinyWithAside(isSplit: boolean, partsOfOne = 1): fc.Arbitrary<CapacitatedProblem> {
  const weights = fc.array(fc.nat({ max: 9 }), { minLength: 6, maxLength: 6 });
  return fc.tuple(tinyCapacitated(isSplit), weights, fc.nat({ max: 25 })).map(([whole, weights, room]) => {
    const finer = (column: Float64Array) => column.map((amount) => amount * partsOfOne);
    const problem = { ...whole, sizes: finer(whole.sizes), capacities: finer(whole.capacities) };
    const aside = problem.states.length;
    const places = [...problem.starts.slice(0, -1)];
    // Who needs nothing weighs nothing.
    const customers = places.map((from, customer) =>
      from < (problem.starts[customer + 1] as number) && problem.sizes[from] === 0
        ? 0
        : (weights[customer] as number),
    );
    // It is the cheapest of each customer: it costs nothing, and others of no cost stand behind it as well.
    const withAside = (column: ArrayLike<number>, of: (customer: number) => number) =>
      places.flatMap((from, customer) => [
        of(customer),
        ...Array.from(column).slice(from, problem.starts[customer + 1]),
      ]);
    return {
      ...problem,
      fixed: Float64Array.from([...problem.fixed, 0]),
      states: Uint8Array.from([...problem.states, 1]),
      capacities: Float64Array.from([...problem.capacities, room]),
      starts: problem.starts.map((start, customer) => start + customer),
      sites: Uint32Array.from(withAside(problem.sites, () => aside)),
      costs: Float64Array.from(withAside(problem.costs, () => 0)),
      sizes: Float64Array.from(withAside(problem.sizes, (customer) => customers[customer] as number)),
      ...{ least: problem.least + 1, most: problem.most + 1, aside },
    };
  });
}

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
