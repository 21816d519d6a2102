import type { Dice } from "../base/random.ts";
import {
  areaOf,
  centreOf,
  type Division,
  distanceToSides,
  divide,
  inset,
  inside,
  keptLeft,
  type Lot,
  longAxis,
  type Side,
  withoutShortSides,
} from "./lot.ts";
import { along, distance, mixed, type Point, point, rotate, turned } from "./plane.ts";
import type { DemoLand } from "./spec.ts";
import type { LandUse, StreetLine } from "./street-grid.ts";
import { CANAL_EDGE, RAILWAY_EDGE, riverEdge, type Terrain } from "./terrain.ts";

/** Ground inside its fences: what a compound, a school or a works stands on. */
export interface Parcel {
  /** Counter-clockwise, in the plan. */
  readonly corners: readonly Point[];
  readonly centre: Point;
  readonly area: number;
  readonly use: LandUse;
  /** From 0 in the old centre to 1 at the edge of the built area. */
  readonly outness: number;
}

/** A neighbourhood between streets, out of which communities are made. */
export interface Quarter {
  readonly lot: Lot;
  /** Open country beyond the last built cell. */
  readonly rural: boolean;
  readonly use: LandUse;
  readonly parcels: readonly Parcel[];
}

/** Cuts a lot of a cell into quarters, blocks and parcels; the cuts become streets and lanes. */
export function quartersOf(
  lot: Lot,
  use: LandUse,
  land: DemoLand,
  terrain: Terrain,
  dice: Dice,
  streets: StreetLine[],
  landAt: (p: Point) => LandUse,
): Quarter[] {
  const grain = GRAINS[use];
  return cutTo(lot, grain.quarter, "secondary", grain, dice, streets).map((quarter) => {
    const rural = use === "fields";
    if (rural || landAt(centreOf(quarter.corners)) === "fields")
      return { lot: quarter, rural, use, parcels: [] };
    const blocks = cutTo(quarter, grain.block, "secondary", grain, dice, streets);
    const parcels = blocks
      .flatMap((block) => cutTo(block, grain.parcel, "lane", grain, dice, streets))
      .flatMap((parcel) => fenced(parcel, use, land, terrain, dice));
    return { lot: quarter, rural, use, parcels };
  });
}

/** A small town in the middle of a quarter of open country. */
export function cutTown(
  quarter: Quarter,
  land: DemoLand,
  terrain: Terrain,
  dice: Dice,
  streets: StreetLine[],
): Parcel[] {
  const middle = centreOf(quarter.lot.corners);
  const share = Math.min(0.62, Math.sqrt((dice.between(52, 70) * HECTARE) / areaOf(quarter.lot.corners)));
  const lot: Lot = {
    corners: quarter.lot.corners.map((p) => along(middle, p, share)),
    sides: quarter.lot.corners.map(() => "lane"),
  };
  lot.corners.forEach((p, i) => {
    const next = lot.corners[(i + 1) % lot.corners.length] as Point;
    streets.push({ rank: "secondary", points: [p, next], crosses: false });
  });
  for (const [i, p] of lot.corners.entries()) {
    const out = quarter.lot.corners[i] as Point;
    streets.push({ rank: "secondary", points: [p, out], crosses: false });
  }
  return cutTo(lot, GRAINS.slab.block, "secondary", GRAINS.slab, dice, streets)
    .flatMap((block) => cutTo(block, GRAINS.slab.parcel, "lane", GRAINS.slab, dice, streets))
    .flatMap((parcel) => fenced(parcel, "slab", land, terrain, dice));
}

/** Where the ground ends and the fence may stand, from the middle of what runs along a side. */
export function setbackOf(side: Side, land: DemoLand): number {
  switch (side) {
    case "river":
      return riverEdge(land) + 20;
    case "canal":
      return CANAL_EDGE + 12;
    case "railway":
      return RAILWAY_EDGE + 12;
    case "main":
      return 30;
    case "secondary":
      return 17;
    case "lane":
      return 8;
    case "wall":
      return 3;
    case "fields":
      return 24;
  }
}

interface Grain {
  readonly quarter: number;
  readonly block: number;
  readonly parcel: number;
  /** Part of a full turn by which a cut may lean. */
  readonly lean: number;
  /** Share of parcel boundaries that are lanes; the others are walls. */
  readonly lanes: number;
}

const HECTARE = 10_000;
const GRAINS: Readonly<Record<LandUse, Grain>> = {
  core: { quarter: 26, block: 5, parcel: 1.7, lean: 0.03, lanes: 0.72 },
  slab: { quarter: 46, block: 8.5, parcel: 3, lean: 0.009, lanes: 0.6 },
  fresh: { quarter: 80, block: 13, parcel: 6, lean: 0.005, lanes: 0.4 },
  works: { quarter: 190, block: 22, parcel: 13, lean: 0.003, lanes: 0.25 },
  fields: { quarter: 420, block: 420, parcel: 420, lean: 0.01, lanes: 0 },
};

function cutTo(
  lot: Lot,
  hectares: number,
  side: "secondary" | "lane",
  grain: Grain,
  dice: Dice,
  streets: StreetLine[],
): Lot[] {
  const { direction, slenderness } = longAxis(lot.corners);
  const area = areaOf(lot.corners) / HECTARE;
  const enough = hectares * dice.between(1.05, 1.75);
  if (area <= enough && !(slenderness > 2.7 && area > hectares * 0.7)) return [lot];
  const street = side === "lane" && !dice.chance(grain.lanes) ? "wall" : side;
  const cut = cutAcross(lot, direction, grain.lean, street, dice);
  if (!cut) return [lot];
  if (street !== "wall" && grain !== GRAINS.fields) {
    streets.push({ rank: street === "lane" ? "lane" : "secondary", points: cut.line, crosses: false });
  }
  return cut.parts.flatMap((part) => cutTo(part, hectares, side, grain, dice, streets));
}

function cutAcross(lot: Lot, lengthways: Point, lean: number, side: Side, dice: Dice): Division | undefined {
  const across = rotate(point(-lengthways.y, lengthways.x), turned(dice.bell() * lean));
  const spread = lot.corners.map((p) => p.x * lengthways.x + p.y * lengthways.y);
  const [low, high] = [Math.min(...spread), Math.max(...spread)];
  const middle = centreOf(lot.corners);
  const at = mixed(low, high, dice.between(0.37, 0.63)) - (middle.x * lengthways.x + middle.y * lengthways.y);
  return divide(lot, point(middle.x + lengthways.x * at, middle.y + lengthways.y * at), across, side);
}

function fenced(lot: Lot, use: LandUse, land: DemoLand, terrain: Terrain, dice: Dice): Parcel[] {
  const ground = besideWater(
    inset(lot, (side) => setbackOf(side, land)),
    land,
  );
  if (ground.length < 3) return [];
  const area = areaOf(ground);
  const perimeter = ground.reduce((sum, p, i) => {
    const next = ground[(i + 1) % ground.length] as Point;
    return sum + distance(p, next);
  }, 0);
  if (area < 3000 || area / perimeter ** 2 < 0.033 || terrain.keptFree(ground, 26)) return [];
  const corners = use === "works" ? ground : shaped(ground, use, dice);
  const centre = centreOf(corners);
  const outness = Math.sqrt(centre.x ** 2 + centre.y ** 2) / land.radius;
  return [{ corners, centre, area: areaOf(corners), use, outness }];
}

/** A lot may touch the river, the canal or the railway with no more than a corner: that corner is cut off. */
function besideWater(ground: Point[], land: DemoLand): Point[] {
  if (ground.length < 3) return ground;
  const { x, y } = centreOf(ground);
  const up = y > land.river.y ? 1 : -1;
  let rest = keptLeft(ground, point(0, land.river.y + up * setbackOf("river", land)), point(up, 0));
  const upright = [{ x: land.railway.x, depth: setbackOf("railway", land) }];
  if (land.canal && up > 0) upright.push({ x: land.canal.x, depth: setbackOf("canal", land) });
  for (const line of upright) {
    const right = x > line.x ? 1 : -1;
    rest = keptLeft(rest, point(line.x + right * line.depth, 0), point(0, -right));
  }
  return withoutShortSides(rest, 2);
}

/** Few compounds are plain: some lose a corner to a shop or a school, some stand back in a step, some are chamfered. */
function shaped(ground: readonly Point[], use: LandUse, dice: Dice): readonly Point[] {
  const sides = ground.length;
  const longEnough = (i: number, metres: number) =>
    distance(ground[i % sides] as Point, ground[(i + 1) % sides] as Point) > metres;
  const corner = dice.whole(0, sides - 1);
  const before = (corner + sides - 1) % sides;
  const notch = dice.chance(use === "core" ? 0.42 : use === "slab" ? 0.34 : 0.26);
  const [forward, back] = [dice.between(0.22, 0.46), dice.between(0.22, 0.46)];
  const at = ground[corner] as Point;
  const next = ground[(corner + 1) % sides] as Point;
  const last = ground[before] as Point;
  if (
    notch &&
    sides > 3 &&
    longEnough(corner, 70) &&
    longEnough(before, 70) &&
    nearlySquare(last, at, next)
  ) {
    const [a, b] = [along(at, last, back), along(at, next, forward)];
    const elbow = point(a.x + b.x - at.x, a.y + b.y - at.y);
    const rest = replaced(ground, corner, [a, elbow, b]);
    if (distanceToSides(elbow, ground) > 20 && inside(elbow, ground) && inside(centreOf(rest), rest))
      return rest;
  }
  if (dice.chance(0.5) && longEnough(corner, 90) && longEnough(before, 90)) {
    return replaced(ground, corner, [along(at, last, 0.09), along(at, next, 0.09)]);
  }
  return ground;
}

/** Between 60° and 120°. */
function nearlySquare(before: Point, corner: Point, after: Point): boolean {
  const dot = (before.x - corner.x) * (after.x - corner.x) + (before.y - corner.y) * (after.y - corner.y);
  return Math.abs(dot) < 0.5 * distance(before, corner) * distance(corner, after);
}

function replaced(ground: readonly Point[], corner: number, by: readonly Point[]): Point[] {
  return ground.flatMap((p, i) => (i === corner ? by : [p]));
}
