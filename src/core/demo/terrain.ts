import { latticeNoise } from "../base/random.ts";
import { distanceToSides, inside } from "./lot.ts";
import { along, distance, noise, type Point, point, rotate, turned } from "./plane.ts";
import type { Blob, DemoLand } from "./spec.ts";

/** Water, hills and rails of the plan, and what they keep off. */
export interface Terrain {
  readonly lakes: readonly (readonly Point[])[];
  /** Hills, and the parks round the lakes. */
  readonly greens: readonly (readonly Point[])[];
  readonly river: readonly Point[];
  readonly banks: readonly (readonly Point[])[];
  readonly canal?: readonly Point[];
  readonly sea?: readonly Point[];
  readonly railway: readonly Point[];
  /** Streets round the lakes, along the edge of their parks. */
  readonly lakesides: readonly (readonly Point[])[];
  /** What stops a street at a point, if anything does. */
  obstacle(p: Point): Obstacle | undefined;
  /** Whether nothing may be built within `margin` of these corners. */
  keptFree(corners: readonly Point[], margin: number): boolean;
}

export type Obstacle = "river" | "canal" | "railway" | "lake" | "hill" | "sea";

/** From the middle of the water or the rails to the first street or fence beside it. */
export const CANAL_EDGE = 30;
export const RAILWAY_EDGE = 26;
/** Width of the park round a lake. */
const PARK = 110;

export function riverEdge(land: DemoLand): number {
  return land.river.width / 2 + 36;
}

export function terrainOf(land: DemoLand, seed: number): Terrain {
  const lakes = land.lakes.map((lake, i) => outline(lake, seed + 11 * i, 0.3, 1));
  const hills = land.hills.map((hill, i) => outline(hill, seed + 500 + 11 * i, 0.34, 1));
  const parks = land.lakes.map((lake, i) => outline(lake, seed + 11 * i, 0.3, 1 + PARK / lake.radius));
  const sea = land.coast && seaOf(land, land.coast.x, seed);
  const edge = riverEdge(land);
  const reachY = land.reach[1];

  function obstacle(p: Point): Obstacle | undefined {
    if (sea && inside(p, sea)) return "sea";
    if (parks.some((park) => inside(p, park))) return "lake";
    if (hills.some((hill) => inside(p, hill))) return "hill";
    if (Math.abs(p.y - land.river.y) < edge) return "river";
    if (land.canal && p.y > land.river.y && Math.abs(p.x - land.canal.x) < CANAL_EDGE) return "canal";
    if (Math.abs(p.x - land.railway.x) < RAILWAY_EDGE) return "railway";
    return undefined;
  }

  const blobs = [...parks, ...hills, ...(sea ? [sea] : [])];
  return {
    lakes,
    greens: [...parks, ...hills],
    ...riverBands(land, seed),
    ...(land.canal && { canal: canalBand(land, land.canal.x, seed) }),
    ...(sea && { sea }),
    lakesides: land.lakes.map((lake, i) => outline(lake, seed + 11 * i, 0.3, 1 + (PARK + 9) / lake.radius)),
    railway: stepped(point(land.railway.x, 0 - reachY), point(land.railway.x, reachY), 90),
    obstacle,
    keptFree: (corners, margin) =>
      blobs.some(
        (blob) =>
          corners.some((p) => inside(p, blob) || distanceToSides(p, blob) < margin) ||
          blob.some((p) => inside(p, corners)),
      ),
  };
}

/** Points from one end to the other, at most `step` apart. */
export function stepped(from: Point, to: Point, step: number): Point[] {
  const count = Math.max(1, Math.ceil(distance(from, to) / step));
  return Array.from({ length: count + 1 }, (_, i) => along(from, to, i / count));
}

function outline(blob: Blob, seed: number, roughness: number, grown: number): Point[] {
  const corners = 56;
  return Array.from({ length: corners }, (_, i) => {
    const direction = turned(i / corners);
    const bulge = 1 + roughness * noise(seed, point(direction.x * 1.3 + 7, direction.y * 1.3 + 7), 1);
    const fine = 1 + 0.08 * noise(seed + 3, point(direction.x * 4 + 7, direction.y * 4 + 7), 1);
    const out = rotate(point(blob.radius * bulge * fine * grown, 0), direction);
    return point(blob.x + out.x * 1.15, blob.y + out.y * 0.9);
  });
}

function riverBands(land: DemoLand, seed: number): { river: Point[]; banks: Point[][] } {
  const mouth = land.coast ? land.coast.x + 700 : land.reach[0];
  const middle = stepped(point(0 - land.reach[0], land.river.y), point(mouth, land.river.y), 70);
  const half = (p: Point, shore: number) =>
    (land.river.width / 2) * (0.86 + 0.14 * noise(seed + 40 + shore, p, 600));
  const shore = (side: number, extra: number) =>
    middle.map((p) => point(p.x, p.y + side * (half(p, side) + extra)));
  const band = (inner: readonly Point[], outer: readonly Point[]) => [...inner, ...[...outer].reverse()];
  const verge = (side: number) => middle.map((p) => point(p.x, p.y + side * (riverEdge(land) - 10)));
  return {
    river: band(shore(-1, 0), shore(1, 0)),
    banks: [band(verge(-1), shore(-1, 0)), band(shore(1, 0), verge(1))],
  };
}

function canalBand(land: DemoLand, x: number, seed: number): Point[] {
  const middle = stepped(point(x, land.river.y), point(x, land.reach[1]), 80);
  const half = (p: Point, side: number) => 13 + 3 * noise(seed + 60 + side, p, 400);
  return [
    ...middle.map((p) => point(p.x + half(p, 1), p.y)),
    ...[...middle].reverse().map((p) => point(p.x - half(p, -1), p.y)),
  ];
}

/** Open water from the coast to far beyond the map. */
function seaOf(land: DemoLand, x: number, seed: number): Point[] {
  const far = 3 * land.reach[1];
  const coast = stepped(point(x, far), point(x, 0 - far), 90).map((p, i) =>
    point(
      p.x + 420 * noise(seed + 70, p, 2600) + 130 * noise(seed + 71, p, 700) + 16 * latticeNoise(seed, i, 9),
      p.y,
    ),
  );
  return [...stepped(point(x + far, 0 - far), point(x + far, far), 900), ...coast];
}
