import { type Dice, latticeNoise } from "../base/random.ts";
import { divide, type Lot, type Side } from "./lot.ts";
import { distance, mixed, noise, type Point, point, turned } from "./plane.ts";
import type { DemoLand } from "./spec.ts";

/** What a cell between main streets is used for, from the old core outwards. */
export type LandUse = "core" | "slab" | "fresh" | "works" | "fields";

export interface Cell {
  readonly column: number;
  readonly row: number;
  readonly use: LandUse;
  /** One lot, or two where a diagonal street crosses. */
  readonly lots: readonly Lot[];
}

/** A street in one piece before water stops it. */
export interface StreetLine {
  readonly rank: "main" | "secondary" | "lane";
  readonly points: readonly Point[];
  /** Number of its grid line, for its name; absent: unnamed. */
  readonly named?: { readonly axis: "x" | "y" | "diagonal" | "lakeside"; readonly index: number };
  /** Crosses the river or the canal by a bridge, and the railway by an underpass. */
  readonly crosses: boolean;
}

export interface StreetGrid {
  readonly cells: readonly Cell[];
  readonly streets: readonly StreetLine[];
}

/** Main streets: a grid that widens outwards, with a ring, four radials and gaps, round a river and a railway. */
export function streetGrid(land: DemoLand, dice: Dice, seed: number): StreetGrid {
  const xs = gridLines(land.reach[0], land.radius, dice, [
    land.railway.x,
    ...(land.canal ? [land.canal.x] : []),
  ]);
  const ys = gridLines(land.reach[1], land.radius, dice, [land.river.y]);
  const riverRow = ys.indexOf(land.river.y);
  const railColumn = xs.indexOf(land.railway.x);
  const canalColumn = land.canal ? xs.indexOf(land.canal.x) : -1;
  const fixedColumn = (i: number) => i === railColumn || i === canalColumn;
  const nodes = xs.map((x, i) =>
    ys.map((y, j) => {
      const edge = i === 0 || j === 0 || i === xs.length - 1 || j === ys.length - 1;
      const shift = edge ? 0 : 34;
      return point(
        x + (fixedColumn(i) ? 0 : shift * dice.between(-1, 1)),
        y + (j === riverRow ? 0 : shift * dice.between(-1, 1)),
      );
    }),
  );
  const node = (i: number, j: number) => (nodes[i] as Point[])[j] as Point;
  const landOf = (i: number, j: number): LandUse =>
    i < 0 || j < 0 || i >= xs.length - 1 || j >= ys.length - 1
      ? "fields"
      : landUse(land, seed, middle([node(i, j), node(i + 1, j + 1), node(i + 1, j), node(i, j + 1)]));

  const highway = (axis: number, index: number) => latticeNoise(seed + axis, index, 77) < 0.34;
  const grade = (axis: number, index: number, step: number, built: boolean): Side => {
    if (!built) return highway(axis, index) ? "main" : "fields";
    return latticeNoise(seed + 5 + axis, index, step) < 0.13 ? "secondary" : "main";
  };
  const built = (i: number, j: number) => landOf(i - 1, j) !== "fields" || landOf(i, j) !== "fields";
  const upright = (i: number, j: number): Side => {
    if (i === 0 || i === xs.length - 1) return "fields";
    if (i === railColumn) return "railway";
    if (i === canalColumn && j >= riverRow) return "canal";
    if (j === riverRow || j === riverRow - 1) return built(i, j) || highway(0, i) ? "main" : "fields";
    return grade(0, i, j, built(i, j));
  };
  const level = (i: number, j: number): Side => {
    if (j === 0 || j === ys.length - 1) return "fields";
    if (j === riverRow) return "river";
    return grade(1, j, i, landOf(i, j - 1) !== "fields" || landOf(i, j) !== "fields");
  };

  const ring = ringOf(xs, ys, land.radius);
  const streets: StreetLine[] = [];
  const cells: Cell[] = [];
  for (let i = 0; i + 1 < xs.length; i++) {
    for (let j = 0; j + 1 < ys.length; j++) {
      const whole: Lot = {
        corners: [node(i, j), node(i + 1, j), node(i + 1, j + 1), node(i, j + 1)],
        sides: [level(i, j), upright(i + 1, j), level(i, j + 1), upright(i, j)],
      };
      const use = landOf(i, j);
      const diagonal = ring.diagonal(i, j);
      const cut = diagonal && cutFromCorner(whole, diagonal);
      if (cut) {
        const named = { axis: "diagonal", index: diagonal.arm } as const;
        streets.push({ rank: "main", points: cut.line, named, crosses: false });
      }
      cells.push({ column: i, row: j, use, lots: cut ? cut.parts : [whole] });
    }
  }
  streets.push(...gridStreets(xs.length, ys.length, upright, node, "x"));
  streets.push(
    ...gridStreets(
      ys.length,
      xs.length,
      (j, i) => level(i, j),
      (j, i) => node(i, j),
      "y",
    ),
  );
  streets.push(...embankments(land));
  return { cells, streets: withBridges(streets, land, dice) };
}

/** What the ground at a point is used for: rings that bulge towards the new town and the works. */
export function landUse(land: DemoLand, seed: number, centre: Point): LandUse {
  const away = Math.sqrt(centre.x ** 2 + (centre.y * 1.12) ** 2);
  const heading = (part: number) => {
    const to = turned(part);
    return (centre.x * to.x + centre.y * to.y) / (away + 1);
  };
  const grown =
    1 + 0.28 * Math.max(0, heading(land.newTown)) ** 3 + 0.1 * Math.max(0, heading(land.industry)) ** 3;
  const share = away / (land.radius * grown) + 0.13 * noise(seed + 90, centre, 1700);
  if (land.coast && centre.x > land.coast.x - 350) return "fields";
  if (share > 1) return "fields";
  if (share > 0.62 && heading(land.industry) > 0.72) return "works";
  if (share < 0.27) return "core";
  if (share < 0.58 && !(heading(land.newTown) > 0.75 && share > 0.44)) return "slab";
  return "fresh";
}

/** Positions from −reach to reach, closest in the middle; each `fixed` one replaces the line nearest to it. */
function gridLines(reach: number, radius: number, dice: Dice, fixed: readonly number[]): number[] {
  const lines = [-reach, dice.between(-90, 90), reach];
  for (const side of [-1, 1]) {
    let at = lines[1] as number;
    for (;;) {
      const share = Math.abs(at) / radius;
      const gap = share < 1.15 ? mixed(500, 1000, share) : 1900;
      at += side * gap * dice.between(0.84, 1.16);
      if (Math.abs(at) > reach - 700) break;
      lines.push(at);
    }
  }
  lines.sort((a, b) => a - b);
  for (const position of fixed) {
    let nearest = 1;
    lines.forEach((line, i) => {
      const free = i > 0 && i < lines.length - 1 && !fixed.includes(line);
      if (free && Math.abs(line - position) < Math.abs((lines[nearest] as number) - position)) nearest = i;
    });
    lines[nearest] = position;
  }
  return lines.sort((a, b) => a - b);
}

interface Diagonal {
  /** Corner of the cell at which the street enters, and the opposite one: 0 is lower left, counter-clockwise. */
  readonly from: number;
  readonly arm: number;
}

/** The ring cuts its four corner cells; radials run on through the cells beyond them. */
function ringOf(xs: readonly number[], ys: readonly number[], radius: number) {
  const nearest = (lines: readonly number[], at: number) =>
    lines.reduce(
      (best, line, i) => (Math.abs(line - at) < Math.abs((lines[best] as number) - at) ? i : best),
      0,
    );
  const [left, right] = [nearest(xs, -0.5 * radius), nearest(xs, 0.5 * radius)];
  const [low, high] = [nearest(ys, -0.46 * radius), nearest(ys, 0.46 * radius)];
  return {
    diagonal(i: number, j: number): Diagonal | undefined {
      const outX = i >= right ? i - right : i < left ? left - 1 - i : -1;
      const outY = j >= high ? j - high : j < low ? low - 1 - j : -1;
      const arm = (i >= right ? 1 : 0) + (j >= high ? 2 : 0);
      const rising = i >= right === j >= high;
      if (outX >= 0 && outX === outY && outX < 4) return { from: rising ? 0 : 1, arm };
      const inX = i === right - 1 ? 1 : i === left ? 0 : -1;
      const inY = j === high - 1 ? 1 : j === low ? 0 : -1;
      if (inX >= 0 && inY >= 0) return { from: inX === inY ? 1 : 0, arm: 4 };
      return undefined;
    },
  };
}

function cutFromCorner(lot: Lot, diagonal: Diagonal) {
  const from = lot.corners[diagonal.from] as Point;
  const to = lot.corners[diagonal.from + 2] as Point;
  const length = distance(from, to);
  return divide(lot, from, { x: (to.x - from.x) / length, y: (to.y - from.y) / length }, "main");
}

function gridStreets(
  lines: number,
  steps: number,
  side: (line: number, step: number) => Side,
  node: (line: number, step: number) => Point,
  axis: "x" | "y",
): StreetLine[] {
  const streets: StreetLine[] = [];
  for (let line = 0; line < lines; line++) {
    let points: Point[] = [];
    let rank: "main" | "secondary" | undefined;
    for (let step = 0; step < steps; step++) {
      const kind = step + 1 < steps ? side(line, step) : "fields";
      const next = kind === "main" || kind === "secondary" ? kind : undefined;
      if (next !== rank) {
        if (rank) {
          streets.push({
            rank,
            points: [...points, node(line, step)],
            named: { axis, index: line },
            crosses: false,
          });
        }
        points = [];
        rank = next;
      }
      if (rank) points.push(node(line, step));
    }
  }
  return streets;
}

/** Streets along the water. */
function embankments(land: DemoLand): StreetLine[] {
  const edge = land.river.width / 2 + 37;
  const far = Math.min(land.reach[0], land.radius * 1.25);
  const streets: StreetLine[] = [-1, 1].map((side) => ({
    rank: "secondary",
    points: [point(-far, land.river.y + side * edge), point(far, land.river.y + side * edge)],
    named: { axis: "y", index: 1000 + side },
    crosses: true,
  }));
  if (land.canal) {
    for (const side of [-1, 1]) {
      const x = land.canal.x + side * 31;
      streets.push({
        rank: "lane",
        points: [point(x, land.river.y + edge), point(x, Math.min(land.reach[1], land.radius * 1.1))],
        crosses: false,
      });
    }
  }
  return streets;
}

/** Lets `bridges` of the main streets over the river, spread along it, and two in three under the railway. */
function withBridges(streets: readonly StreetLine[], land: DemoLand, dice: Dice): StreetLine[] {
  const overRiver = streets.filter(
    (street) =>
      street.rank === "main" &&
      street.named?.axis === "x" &&
      street.points.some((p) => p.y < land.river.y) &&
      street.points.some((p) => p.y > land.river.y),
  );
  const at = (street: StreetLine) => (street.points[0] as Point).x;
  const chosen = new Set<StreetLine>();
  const far = land.radius * 0.92;
  for (let k = 0; k < land.river.bridges; k++) {
    const wanted = -far + ((k + 0.5) * 2 * far) / land.river.bridges;
    const free = overRiver.filter((street) => !chosen.has(street));
    const nearest = free.toSorted((a, b) => Math.abs(at(a) - wanted) - Math.abs(at(b) - wanted))[0];
    if (nearest) chosen.add(nearest);
  }
  return streets.map((street) => ({
    ...street,
    crosses:
      street.crosses ||
      chosen.has(street) ||
      (street.rank === "main" && street.named?.axis === "y" && dice.chance(0.66)),
  }));
}

function middle(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => point(a.x + b.x, a.y + b.y));
  return point(sum.x / points.length, sum.y / points.length);
}
