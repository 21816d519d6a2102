import { present } from "../base/invariant.ts";
import { distance, type Point } from "./plane.ts";

export interface Node {
  readonly at: Point;
  readonly weight: number;
  readonly neighbours: readonly { readonly node: number; readonly barrier: boolean }[];
}

/**
 * Divides connected ground into `count` connected groups of about equal weight; a barrier is crossed only where
 * nothing else is left. Returns the group of each node. Groups are numbered in no particular order.
 */
export function grouped(nodes: readonly Node[], count: number): number[] {
  const centres = spreadCentres(nodes, count);
  const group = new Array<number>(nodes.length).fill(-1);
  const weight = centres.map(() => 0);
  const join = (node: number, to: number) => {
    group[node] = to;
    weight[to] = (weight[to] as number) + (nodes[node] as Node).weight;
  };
  centres.forEach((centre, g) => {
    const seed = nearestFree(nodes, group, centre);
    if (seed >= 0) join(seed, g);
  });
  for (const mayCross of [false, true]) {
    for (;;) {
      const step = lightestStep(nodes, group, weight, centres, mayCross);
      if (!step) break;
      join(step.node, step.to);
    }
  }
  nodes.forEach((node, i) => {
    if (group[i] === -1) join(i, nearestCentre(centres, node.at));
  });
  return group;
}

/** Centres of `count` clusters by weight: Lloyd's iteration from an even pick of the nodes. */
function spreadCentres(nodes: readonly Node[], count: number): Point[] {
  let centres = farthestFirst(nodes, Math.min(count, nodes.length));
  for (let round = 0; round < 12; round++) {
    const sums = centres.map(() => ({ x: 0, y: 0, weight: 0 }));
    for (const node of nodes) {
      const sum = sums[nearestCentre(centres, node.at)] as { x: number; y: number; weight: number };
      const weight = node.weight + 1e-6;
      sum.x += node.at.x * weight;
      sum.y += node.at.y * weight;
      sum.weight += weight;
    }
    centres = centres.map((centre, i) => {
      const sum = sums[i] as { x: number; y: number; weight: number };
      return sum.weight === 0 ? centre : { x: sum.x / sum.weight, y: sum.y / sum.weight };
    });
  }
  return centres;
}

function farthestFirst(nodes: readonly Node[], count: number): Point[] {
  const heaviest = nodes.reduce((best, node) => (node.weight > best.weight ? node : best), nodes[0] as Node);
  const centres = [heaviest.at];
  while (centres.length < count) {
    let best = -1;
    let farthest = -1;
    nodes.forEach((node, i) => {
      const away = Math.min(...centres.map((centre) => distance(centre, node.at)));
      if (away > farthest) [farthest, best] = [away, i];
    });
    centres.push(present(nodes[best], "a farthest node").at);
  }
  return centres;
}

function lightestStep(
  nodes: readonly Node[],
  group: readonly number[],
  weight: readonly number[],
  centres: readonly Point[],
  mayCross: boolean,
): { node: number; to: number } | undefined {
  let best: { node: number; to: number } | undefined;
  let lightest = Number.POSITIVE_INFINITY;
  let nearest = Number.POSITIVE_INFINITY;
  nodes.forEach((node, i) => {
    const to = group[i] as number;
    if (to < 0 || (weight[to] as number) > lightest) return;
    for (const { node: other, barrier } of node.neighbours) {
      if (group[other] !== -1 || (barrier && !mayCross)) continue;
      const away = distance((nodes[other] as Node).at, centres[to] as Point);
      if ((weight[to] as number) < lightest || away < nearest) {
        lightest = weight[to] as number;
        nearest = away;
        best = { node: other, to };
      }
    }
  });
  return best;
}

function nearestCentre(centres: readonly Point[], at: Point): number {
  let best = 0;
  let nearest = Number.POSITIVE_INFINITY;
  centres.forEach((centre, i) => {
    const away = distance(centre, at);
    if (away < nearest) [nearest, best] = [away, i];
  });
  return best;
}

function nearestFree(nodes: readonly Node[], group: readonly number[], at: Point): number {
  let best = -1;
  let nearest = Number.POSITIVE_INFINITY;
  nodes.forEach((node, i) => {
    const away = distance(node.at, at);
    if (group[i] === -1 && away < nearest) [nearest, best] = [away, i];
  });
  return best;
}
