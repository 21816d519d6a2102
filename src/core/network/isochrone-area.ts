import type { Metres } from "../base/units.ts";
import type { LngLat, Polygon, Ring } from "../geo/lng-lat.ts";
import { type LocalPlane, localPlane, type PlanePoint } from "../geo/local-plane.ts";
import { areaOf, liesInside, signedArea } from "../geo/ring.ts";
import { contoursOf, type Field } from "./contours.ts";
import type { Isochrone } from "./isochrone.ts";

/** How far the area goes beyond the streets. */
export const AREA_BEYOND: Metres = 30;

/**
 * A smooth area around all reached streets, with holes where blocks are larger than that: an illustration, which decides
 * nothing and is labelled so wherever it is drawn. `centre` is what the walks lead to; the same streets in any order
 * draw the same area. Exact within `CELL` / 2; every reached street lies inside.
 */
export function isochroneArea(isochrone: Isochrone, centre: LngLat): readonly Polygon[] {
  const plane = localPlane(centre);
  const field = distanceField(isochrone, plane);
  if (field === undefined) return [];
  const rings = contoursOf(field, AREA_BEYOND).map(
    (ring): Ring => ring.map(({ x, y }) => plane.toEarth({ x: x * CELL, y: y * CELL })),
  );
  return withHoles(rings);
}

const CELL: Metres = 10;
/** Beyond it nodes are as good as infinitely far: no contour comes between two of them. */
const FAR: Metres = AREA_BEYOND + 2 * CELL;

/** By node of a grid: metres to the nearest reached street; `undefined` if there is none. */
function distanceField(isochrone: Isochrone, plane: LocalPlane): Field | undefined {
  const corners = Array.from(isochrone.shapeLng, (lng, c) =>
    plane.toPlane({ lng, lat: isochrone.shapeLat[c] as number }),
  );
  if (corners.length === 0) return undefined;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of corners) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  const [left, bottom] = [Math.floor((west - FAR) / CELL), Math.floor((south - FAR) / CELL)];
  const width = Math.ceil((east + FAR) / CELL) - left + 1;
  const height = Math.ceil((north + FAR) / CELL) - bottom + 1;
  const values = new Float64Array(width * height).fill(FAR);
  for (let part = 0; part < isochrone.stretches.length; part++) {
    const end = (isochrone.shapeStarts[part + 1] as number) - 1;
    for (let c = isochrone.shapeStarts[part] as number; c < end; c++) {
      const [a, b] = [corners[c] as PlanePoint, corners[c + 1] as PlanePoint];
      // From one end always: the last digits of a distance depend on it.
      if (a.x < b.x || (a.x === b.x && a.y < b.y)) lay(a, b);
      else lay(b, a);
    }
  }
  return { left, bottom, width, height, values };

  /** Brings the nodes around a side as near as they are to it. */
  function lay(a: PlanePoint, b: PlanePoint): void {
    const [from, to] = [cellsAround(a.x, b.x), cellsAround(a.y, b.y)];
    for (let j = to.first; j <= to.last; j++) {
      for (let i = from.first; i <= from.last; i++) {
        const at = (j - bottom) * width + (i - left);
        values[at] = Math.min(values[at] as number, metresTo(i * CELL, j * CELL, a, b));
      }
    }
  }
}

function cellsAround(a: Metres, b: Metres): { readonly first: number; readonly last: number } {
  return {
    first: Math.ceil((Math.min(a, b) - FAR) / CELL),
    last: Math.floor((Math.max(a, b) + FAR) / CELL),
  };
}

function metresTo(x: Metres, y: Metres, a: PlanePoint, b: PlanePoint): Metres {
  const [width, height] = [b.x - a.x, b.y - a.y];
  const length2 = width * width + height * height;
  const along = length2 === 0 ? 0 : ((x - a.x) * width + (y - a.y) * height) / length2;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - a.x - share * width, y - a.y - share * height);
}

/** Rings that run counter-clockwise with those clockwise ones that lie in them, each in the smallest. */
function withHoles(rings: readonly Ring[]): readonly Polygon[] {
  const outers = rings
    .filter((ring) => signedArea(ring) > 0)
    .map((ring) => ({ ring, size: areaOf([[ring]]), holes: [] as Ring[] }))
    .sort((a, b) => a.size - b.size);
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    const [first] = hole;
    outers.find(({ ring }) => first !== undefined && liesInside(first, [[ring]]))?.holes.push(hole);
  }
  return outers.toReversed().map(({ ring, holes }): Polygon => [ring, ...holes]);
}
