import { diceOf } from "../../src/core/base/random.ts";
import type { CapacitatedTable } from "../../src/core/siting/capacitated/capacitated-model.ts";
import { FREE } from "../../src/core/siting/location-problem.ts";
import type { SitingGraph } from "../../src/core/siting/node-walks.ts";
import type { SitingTable } from "../../src/core/siting/siting-table.ts";

/** Sizes and numbers of sites of the forty medians of OR-Library (Beasley 1985). */
export const MEDIANS: readonly { readonly nodes: number; readonly count: number }[] = [
  ...[100, 200, 300, 400, 500, 600].map((nodes) => [nodes, 5, 10, nodes / 10, nodes / 5, nodes / 3]),
  [700, 5, 10, 70, 140],
  [800, 5, 10, 80],
  [900, 5, 10, 90],
].flatMap(([nodes = 0, ...counts]) => counts.map((count) => ({ nodes, count: Math.floor(count) })));

/** A graph as those were drawn: a chain through all nodes and edges between any two, n²/50 in all, each of 1 to 100 metres. */
export function medianGraph(seed: number, nodes: number): SitingGraph {
  const dice = diceOf(seed, "median graph");
  const edges = (nodes * nodes) / 50;
  const [from, to] = [new Uint32Array(edges), new Uint32Array(edges)];
  for (let edge = 0; edge < edges; edge++) {
    from[edge] = edge + 1 < nodes ? edge : dice.whole(0, nodes - 1);
    to[edge] = edge + 1 < nodes ? edge + 1 : dice.whole(0, nodes - 1);
  }
  return { nodes, from, to, metres: Float64Array.from(from, () => dice.whole(1, 100)) };
}

/** Points in a square of 10 km, some of them close together around centres where `crowds` are given. */
export interface Scatter {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function scatter(seed: number, points: number, crowds = 0): Scatter {
  const dice = diceOf(seed, "scatter");
  const centres = Array.from({ length: crowds }, () => [dice.between(0, SIDE), dice.between(0, SIDE)]);
  const near = () => dice.between(-1, 1) + dice.between(-1, 1) + dice.between(-1, 1);
  const [x, y] = [new Float64Array(points), new Float64Array(points)];
  for (let at = 0; at < points; at++) {
    const centre = centres[dice.whole(0, Math.max(0, crowds - 1))];
    const isCrowded = centre !== undefined && dice.chance(0.7);
    x[at] = isCrowded ? (centre[0] as number) + CROWD * near() : dice.between(0, SIDE);
    y[at] = isCrowded ? (centre[1] as number) + CROWD * near() : dice.between(0, SIDE);
  }
  return { x, y };
}

/** Everybody of weight 1 to 100, or of 1, and all sites within `limit` metres, to whole metres. */
export function planeTable(
  seed: number,
  homes: Scatter,
  places: Scatter,
  { limit = Number.POSITIVE_INFINITY, weighed = true } = {},
): SitingTable {
  const dice = diceOf(seed, "plane table");
  const starts = new Uint32Array(homes.x.length + 1);
  const sites: number[] = [];
  const metres: number[] = [];
  for (let customer = 0; customer < homes.x.length; customer++) {
    const walks = Array.from(places.x, (x, site) => ({
      site,
      metres: Math.round(
        Math.hypot(
          x - (homes.x[customer] as number),
          (places.y[site] as number) - (homes.y[customer] as number),
        ),
      ),
    })).filter((walk) => walk.metres <= limit);
    for (const walk of walks.sort((a, b) => a.metres - b.metres || a.site - b.site)) {
      sites.push(walk.site);
      metres.push(walk.metres);
    }
    starts[customer + 1] = sites.length;
  }
  return {
    weights: Float64Array.from(homes.x, () => (weighed ? dice.whole(1, 100) : 1)),
    states: new Uint8Array(places.x.length).fill(FREE),
    ...{ starts, sites: Uint32Array.from(sites), metres: Float64Array.from(metres) },
  };
}

/**
 * A town of `side` × `side` crossings, 200 m apart, where 50 to 500 people live at each. Some of them are sites, which hold 2,000 to
 * 8,000 people, cost somewhat less for each the more they hold, and serve within `limit` metres along the streets.
 */
export function streetGrid(seed: number, side: number, siteCount: number, limit: number): CapacitatedTable {
  const dice = diceOf(seed, "street grid");
  const crossing = () => ({ x: 200 * dice.whole(0, side - 1), y: 200 * dice.whole(0, side - 1) });
  const places = Array.from({ length: siteCount }, crossing);
  const starts = new Uint32Array(side * side + 1);
  const sites: number[] = [];
  const metres: number[] = [];
  for (let customer = 0; customer < side * side; customer++) {
    const [x, y] = [200 * (customer % side), 200 * Math.floor(customer / side)];
    const walks = places
      .map((place, site) => ({ site, metres: Math.abs(place.x - x) + Math.abs(place.y - y) }))
      .filter((walk) => walk.metres <= limit);
    for (const walk of walks.sort((a, b) => a.metres - b.metres || a.site - b.site)) {
      sites.push(walk.site);
      metres.push(walk.metres);
    }
    starts[customer + 1] = sites.length;
  }
  const weights = Float64Array.from({ length: side * side }, () => dice.whole(50, 500));
  const capacities = Float64Array.from(places, () => 500 * dice.whole(4, 16));
  return {
    ...{ weights, needs: weights, capacities },
    fixed: capacities.map((held) => Math.round(20 * held ** 0.8)),
    states: new Uint8Array(siteCount).fill(FREE),
    ...{ starts, sites: Uint32Array.from(sites), metres: Float64Array.from(metres) },
  };
}

const SIDE = 10_000;
const CROWD = 500;
