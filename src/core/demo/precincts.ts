import { grouped, type Node } from "./grouping.ts";
import type { Side } from "./lot.ts";
import type { Mosaic } from "./mosaic.ts";
import { distance, type Point, point } from "./plane.ts";
import type { District, Home, Precinct } from "./settlement.ts";
import type { DemoSpec } from "./spec.ts";

/** Lots grouped into `count` connected parts of about equal weight, along rivers and rails where it can be. */
export function groupsOf(
  lots: readonly number[],
  mosaic: Mosaic,
  centres: readonly Point[],
  weight: (lot: number) => number,
  count: number,
): number[][] {
  const position = new Map(lots.map((lot, i) => [lot, i]));
  const nodes: Node[] = lots.map((lot) => ({
    at: centres[lot] as Point,
    weight: weight(lot),
    neighbours: (mosaic.neighbours[lot] ?? []).flatMap((next) => {
      const node = position.get(next.lot);
      return node === undefined ? [] : [{ node, barrier: isBarrier(next.side) }];
    }),
  }));
  const group = grouped(nodes, count);
  const groups: number[][] = [];
  lots.forEach((lot, i) => {
    const g = group[i] as number;
    groups[g] = [...(groups[g] ?? []), lot];
  });
  return groups.filter((members) => members !== undefined);
}

/** Districts of neighbouring streets and towns, from the centre outwards. */
export function districtsOf(precincts: readonly Precinct[], mosaic: Mosaic, spec: DemoSpec): District[] {
  const owner = new Map<number, number>();
  precincts.forEach((precinct, i) => {
    for (const lot of precinct.lots) owner.set(lot, i);
  });
  const nodes: Node[] = precincts.map((precinct, i) => {
    const beside = new Map<number, boolean>();
    for (const lot of precinct.lots) {
      for (const next of mosaic.neighbours[lot] ?? []) {
        const other = owner.get(next.lot);
        if (other === undefined || other === i) continue;
        beside.set(other, (beside.get(other) ?? true) && isBarrier(next.side));
      }
    }
    return {
      at: precinct.at,
      weight: precinct.communities.flatMap((c) => c.homes).reduce((sum, home) => sum + home.households, 0),
      neighbours: [...beside].sort((a, b) => a[0] - b[0]).map(([node, barrier]) => ({ node, barrier })),
    };
  });
  const group = grouped(nodes, Math.max(1, spec.districts.length));
  return [...new Set(group)]
    .map((g) => {
      const streets = precincts.filter((_, i) => group[i] === g);
      const inIt = streets.flatMap((street) => street.communities.flatMap((c) => c.homes));
      return { at: weightedCentre(inIt), lots: streets.flatMap((street) => street.lots), streets };
    })
    .sort((a, b) => distance(a.at, point(0, 0)) - distance(b.at, point(0, 0)));
}

/** The middle of where people live. */
export function weightedCentre(homes: readonly Home[]): Point {
  const total = homes.reduce((sum, home) => sum + home.households, 0);
  return {
    x: homes.reduce((sum, home) => sum + home.centre.x * home.households, 0) / total,
    y: homes.reduce((sum, home) => sum + home.centre.y * home.households, 0) / total,
  };
}

function isBarrier(side: Side): boolean {
  return side === "river" || side === "railway" || side === "canal";
}
