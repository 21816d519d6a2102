import type { AllocationProblem } from "./allocation-problem.ts";
import { flowNetwork } from "./flow-network.ts";
import { piecesOf } from "./pieces.ts";

/** Whole components of a problem as a problem of their own; by its rows, those of the whole problem, which ascend. */
export interface Lot {
  readonly problem: AllocationProblem;
  readonly zones: Uint32Array;
  /** Without those that nobody reaches. */
  readonly facilities: Uint32Array;
}

/** Lots that hold every zone once. */
export interface Lots {
  /** By lot: how many links it has. */
  readonly links: Uint32Array;
  /** Made when it is asked for; linear in its links. */
  lot(at: number): Lot;
}

/** Each component by itself; zones without links, whom nothing is divided among, are one lot. Linear in links. */
export function componentsOf(problem: AllocationProblem): Lots {
  return putTogether(problem, (links) => {
    let linked = 0;
    const lotOf = links.map((count) => (count === 0 ? 0 : linked++));
    return lotOf.map((lot, component) => (links[component] === 0 ? linked : lot));
  });
}

/** Components put together to lots of so many links or more, the largest ones first. Near linear in links. */
export function lotsOfLinks(problem: AllocationProblem, enough: number): Lots {
  return putTogether(problem, (links) => {
    const largestFirst = Uint32Array.from(links.keys()).sort(
      (a, b) => (links[b] as number) - (links[a] as number) || a - b,
    );
    const lotOf = new Uint32Array(links.length);
    let [lot, filled] = [0, 0];
    for (const component of largestFirst) {
      if (filled >= enough) [lot, filled] = [lot + 1, 0];
      lotOf[component] = lot;
      filled += links[component] as number;
    }
    return lotOf;
  });
}

/** `chosen` tells the lots of components, counted from 0, by how many links these have. */
function putTogether(problem: AllocationProblem, chosen: (links: Uint32Array) => Uint32Array): Lots {
  const { needs, capacities, starts, facilities, metres } = problem;
  const network = flowNetwork(starts, facilities, capacities.length);
  const { count, zonePiece, facilityPiece } = piecesOf(network);
  const linksOf = (zone: number) => (starts[zone + 1] as number) - (starts[zone] as number);
  const lotOf = chosen(summedBy(zonePiece, linksOf, count));
  const zoneLot = zonePiece.map((component) => lotOf[component] as number);
  const lots = lotOf.reduce((most, lot) => Math.max(most, lot + 1), 0);
  const zonesBy = filed(zoneLot, lots);
  const facilitiesBy = filed(
    facilityPiece.map((component, row) =>
      network.facilityStarts[row] === network.facilityStarts[row + 1] ? lots : (lotOf[component] as number),
    ),
    lots,
  );
  /** By facility: its row in its lot. */
  const placeOf = new Uint32Array(capacities.length);

  return {
    links: summedBy(zoneLot, linksOf, lots),
    lot(at) {
      const [zones, reached] = [zonesBy(at), facilitiesBy(at)];
      for (let place = 0; place < reached.length; place++) placeOf[reached[place] as number] = place;
      const ownStarts = new Uint32Array(zones.length + 1);
      for (let place = 0; place < zones.length; place++) {
        ownStarts[place + 1] = (ownStarts[place] as number) + linksOf(zones[place] as number);
      }
      const own = {
        facilities: new Uint32Array(ownStarts[zones.length] as number),
        ...(metres && { metres: new Float64Array(ownStarts[zones.length] as number) }),
      };
      for (let place = 0; place < zones.length; place++) {
        const from = starts[zones[place] as number] as number;
        const end = starts[(zones[place] as number) + 1] as number;
        for (let link = from, to = ownStarts[place] as number; link < end; link++, to++) {
          own.facilities[to] = placeOf[facilities[link] as number] as number;
          if (own.metres !== undefined) own.metres[to] = metres?.[link] as number;
        }
      }
      return {
        problem: {
          needs: Array.from(zones, (row) => needs[row] as (typeof needs)[number]),
          capacities: Array.from(reached, (row) => capacities[row] as (typeof capacities)[number]),
          starts: ownStarts,
          ...own,
        },
        zones,
        facilities: reached,
      };
    },
  };
}

function summedBy(lotOf: Uint32Array, amountOf: (row: number) => number, count: number): Uint32Array {
  const sums = new Uint32Array(count);
  for (let row = 0; row < lotOf.length; row++) {
    const lot = lotOf[row] as number;
    sums[lot] = (sums[lot] as number) + amountOf(row);
  }
  return sums;
}

/** Rows by their lot, ascending; those of lot `count` belong to none. */
function filed(lotOf: Uint32Array, count: number): (lot: number) => Uint32Array {
  const ends = new Uint32Array(count + 2);
  for (const lot of lotOf) ends[lot + 1] = (ends[lot + 1] as number) + 1;
  for (let lot = 0; lot <= count; lot++) ends[lot + 1] = (ends[lot + 1] as number) + (ends[lot] as number);
  const rows = new Uint32Array(lotOf.length);
  for (let row = 0; row < rows.length; row++) {
    const lot = lotOf[row] as number;
    const place = ends[lot] as number;
    rows[place] = row;
    ends[lot] = place + 1;
  }
  return (lot) => rows.slice(lot === 0 ? 0 : ends[lot - 1], ends[lot]);
}
