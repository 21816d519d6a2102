import { along, distance, type Point } from "./plane.ts";

/** A path that joins what no street joins, between two rows of nodes. */
export type Path = readonly [from: number, to: number];

/** What came of parts of a network that hang on nothing. */
export interface JoinedParts {
  readonly paths: readonly Path[];
  /** Rows of ways that nothing leads to. */
  readonly adrift: ReadonlySet<number>;
}

/**
 * Paths from the nodes of each small part to the nearest node of the largest one, or of what was joined to it before, if
 * people can get there straight over open ground. A part that stays by itself is adrift if it is `small`.
 */
export function joinedParts(
  nodes: readonly Point[],
  ways: readonly (readonly number[])[],
  isOpen: (p: Point) => boolean,
): JoinedParts {
  const parts = partsOf(nodes, ways);
  const [largest = { nodes: [], ways: [], metres: 0 }, ...others] = parts;
  const near = new NearNodes(nodes);
  for (const node of largest.nodes) near.add(node);
  const paths: Path[] = [];
  let left = others;
  for (let before = left.length + 1; left.length < before; ) {
    before = left.length;
    left = left.filter((part) => {
      const path = pathFrom(part.nodes, nodes, near, isOpen);
      if (path === undefined) return true;
      paths.push(path);
      for (const node of part.nodes) near.add(node);
      return false;
    });
  }
  const adrift = left.filter(({ metres }) => metres < SMALL).flatMap((part) => part.ways);
  return { paths, adrift: new Set(adrift) };
}

/** Metres of a part that is left out. */
const SMALL = 400;
/** The longest path. */
const FARTHEST = 320;

interface Part {
  readonly nodes: number[];
  readonly ways: number[];
  metres: number;
}

/** The longest first. */
function partsOf(nodes: readonly Point[], ways: readonly (readonly number[])[]): Part[] {
  const over = Uint32Array.from(nodes, (_, row) => row);
  const root = (node: number): number => {
    let at = node;
    while (over[at] !== at) {
      over[at] = over[over[at] as number] as number;
      at = over[at] as number;
    }
    return at;
  };
  for (const through of ways) for (const node of through) over[root(node)] = root(through[0] as number);
  const parts = new Map<number, Part>();
  const partOf = (node: number): Part => {
    const at = root(node);
    const part = parts.get(at) ?? { nodes: [], ways: [], metres: 0 };
    parts.set(at, part);
    return part;
  };
  for (let node = 0; node < nodes.length; node++) partOf(node).nodes.push(node);
  for (const [way, through] of ways.entries()) {
    const part = partOf(through[0] as number);
    part.ways.push(way);
    for (let i = 1; i < through.length; i++)
      part.metres += distance(nodes[through[i - 1] as number] as Point, nodes[through[i] as number] as Point);
  }
  return [...parts.values()].sort((a, b) => b.metres - a.metres || (a.nodes[0] ?? 0) - (b.nodes[0] ?? 0));
}

function pathFrom(
  part: readonly number[],
  nodes: readonly Point[],
  near: NearNodes,
  isOpen: (p: Point) => boolean,
): Path | undefined {
  let best: { readonly path: Path; readonly metres: number } | undefined;
  for (const node of part) {
    const here = nodes[node] as Point;
    const to = near.nearest(here, best?.metres ?? FARTHEST, (other) =>
      isOpenBetween(here, nodes[other] as Point, isOpen),
    );
    if (to !== undefined) best = { path: [node, to], metres: distance(here, nodes[to] as Point) };
  }
  return best?.path;
}

function isOpenBetween(from: Point, to: Point, isOpen: (p: Point) => boolean): boolean {
  const steps = Math.ceil(distance(from, to) / 12);
  for (let i = 0; i <= steps; i++) if (!isOpen(along(from, to, i / Math.max(1, steps)))) return false;
  return true;
}

/** Nodes that can be asked for the nearest. */
class NearNodes {
  readonly #nodes: readonly Point[];
  readonly #bins = new Map<string, number[]>();

  constructor(nodes: readonly Point[]) {
    this.#nodes = nodes;
  }

  add(node: number): void {
    const { x, y } = this.#nodes[node] as Point;
    const bin = `${Math.floor(x / FARTHEST)},${Math.floor(y / FARTHEST)}`;
    const rows = this.#bins.get(bin) ?? [];
    rows.push(node);
    this.#bins.set(bin, rows);
  }

  /** The nearest of those that pass, nearer than so many metres. */
  nearest(p: Point, within: number, passes: (node: number) => boolean): number | undefined {
    const [i, j] = [Math.floor(p.x / FARTHEST), Math.floor(p.y / FARTHEST)];
    let best: number | undefined;
    let least = Math.min(within, FARTHEST);
    for (let di = -1; di <= 1; di++)
      for (let dj = -1; dj <= 1; dj++)
        for (const node of this.#bins.get(`${i + di},${j + dj}`) ?? []) {
          const away = distance(p, this.#nodes[node] as Point);
          if (away >= least || !passes(node)) continue;
          best = node;
          least = away;
        }
    return best;
  }
}
