import fc from "fast-check";
import { type LocationProblem, linksByCost } from "../../src/core/siting/location-problem.ts";
import type { SitingTable } from "../../src/core/siting/siting-table.ts";

const costs = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 9, noNaN: true }));

/** A few customers and sites, in every mixture: medians, covers, plants, with or without a budget; with sites that have to be open or stay closed. */
export const tinyLocations: fc.Arbitrary<LocationProblem> = fc
  .record({
    sites: fc.array(
      fc.record({
        fixed: fc.oneof(fc.constant(0), costs),
        price: fc.nat({ max: 9 }),
        state: fc.constantFrom(0, 0, 0, 0, 1, 2),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    customers: fc.array(
      fc.record({
        links: fc.array(fc.option(costs, { freq: 3 }), { minLength: 7, maxLength: 7 }),
        unserved: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), costs),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    least: fc.nat({ max: 4 }),
    more: fc.nat({ max: 7 }),
    budget: fc.option(fc.nat({ max: 15 })),
  })
  .map(({ sites, customers, least, more, budget }) => ({
    fixed: Float64Array.from(sites, ({ fixed }) => fixed),
    states: Uint8Array.from(sites, ({ state }) => state),
    ...linksByCost(
      customers.map(({ links }) =>
        links.slice(0, sites.length).flatMap((cost, site) => (cost === null ? [] : [{ site, cost }])),
      ),
    ),
    unserved: Float64Array.from(customers, ({ unserved }) => unserved),
    least,
    most: least + more,
    ...(budget !== null && {
      budget: { prices: Float64Array.from(sites, ({ price }) => price), amount: budget },
    }),
  }));

/** Some customers and sites, the most weight to be in reach of so many. Customers reach three sites at most. */
const coversOf = (size: { sites: number; customers: number; most: number }): fc.Arbitrary<LocationProblem> =>
  fc
    .record({
      states: fc.array(fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2), { minLength: 3, maxLength: size.sites }),
      customers: fc.array(
        fc.record({
          reached: fc.uniqueArray(fc.nat({ max: size.sites - 1 }), { minLength: 1, maxLength: 3 }),
          weight: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 9, noNaN: true })),
        }),
        { minLength: 3, maxLength: size.customers, size: "max" },
      ),
      most: fc.integer({ min: 1, max: size.most }),
    })
    .map(({ states, customers, most }) => ({
      fixed: new Float64Array(states.length),
      states: Uint8Array.from(states),
      ...linksByCost(
        customers.map(({ reached }) =>
          reached.filter((site) => site < states.length).map((site) => ({ site, cost: 0 })),
        ),
      ),
      unserved: Float64Array.from(customers, ({ weight }) => weight),
      ...{ least: 0, most },
    }));

export const tinyCovers: fc.Arbitrary<LocationProblem> = coversOf({ sites: 8, customers: 12, most: 4 });
/** Too many openings to count them all. */
export const smallCovers: fc.Arbitrary<LocationProblem> = coversOf({ sites: 16, customers: 60, most: 6 });

/** A few customers and sites with walks between some of them, many of the same length. */
export const tinySitingTables: fc.Arbitrary<SitingTable> = fc
  .record({
    states: fc.array(fc.constantFrom(0, 0, 0, 0, 1, 2), { minLength: 1, maxLength: 7 }),
    fixed: fc.option(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 7 })),
    customers: fc.array(
      fc.record({
        weight: fc.integer({ min: 0, max: 9 }),
        walks: fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { freq: 4 }), {
          minLength: 7,
          maxLength: 7,
        }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ states, fixed, customers }) => {
    const { starts, sites, costs } = linksByCost(
      customers.map(({ walks }) =>
        walks.slice(0, states.length).flatMap((cost, site) => (cost === null ? [] : [{ site, cost }])),
      ),
    );
    return {
      weights: Float64Array.from(customers, ({ weight }) => weight),
      states: Uint8Array.from(states),
      ...(fixed && { fixed: Float64Array.from(fixed.slice(0, states.length)) }),
      ...{ starts, sites, metres: costs },
    };
  });
