import { diceOf } from "../../src/core/base/random.ts";
import type { LngLat, Ring } from "../../src/core/geo/lng-lat.ts";
import { areaOf } from "../../src/core/geo/ring.ts";
import { east } from "./rows.ts";

/** Properties of a parcel, as layers of land use have them. */
export interface ParcelProperties {
  readonly id: number;
  readonly class: "residential" | "educational" | "administrative" | "medical";
  readonly area_m2: number;
}

/**
 * An invented layer of land use, like the real ones in what they say and in how they are drawn: MultiPolygons of blocks
 * with rounded corners, coordinates of six decimals with many points twice, now and then two parts, a court, a sliver
 * without area, or a loop that rounding tied. Four in five are residential. Equal seeds give equal layers.
 */
export function parcels(
  count: number,
  seed = 1,
): GeoJSON.FeatureCollection<GeoJSON.MultiPolygon, ParcelProperties> {
  const dice = diceOf(seed, "parcels");
  const perRow = Math.ceil(Math.sqrt(count));
  return {
    type: "FeatureCollection",
    features: Array.from({ length: count }, (_, i) => {
      const [x, y] = [(i % perRow) * PITCH, Math.floor(i / perRow) * PITCH];
      const [width, height] = [dice.between(60, PITCH - 40), dice.between(60, PITCH - 40)];
      const polygons: Ring[][] = [[block(x, y, width, height)]];
      if (dice.chance(0.03)) polygons.push([block(x + width + 5, y, 20, height)]);
      if (dice.chance(0.03)) polygons[0]?.push([...block(x + 20, y + 20, width - 40, height - 40)].reverse());
      if (dice.chance(0.01)) polygons.push([[east(x, y + height + 5), east(x + 30, y + height + 5)]]);
      if (dice.chance(0.01)) polygons[0]?.splice(0, 1, tied(x, y, width, height));
      return {
        type: "Feature",
        properties: {
          id: 50 + 2 * i,
          class: dice.chance(0.8)
            ? "residential"
            : dice.pick(["educational", "administrative", "medical"] as const),
          area_m2: Math.round(
            polygons.reduce((sum, [outer = [], ...holes]) => sum + areaOf([[outer, ...holes]]), 0),
          ),
        },
        geometry: { type: "MultiPolygon", coordinates: polygons.map((rings) => rings.map(written)) },
      };
    }),
  };
}

/** The layer as the bytes of a file. */
export function parcelFile(count: number, seed = 1): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(parcels(count, seed)));
}

/** Metres between the corners of two blocks. */
const PITCH = 240;

/** A rectangle whose corners are arcs of eight points within a metre, so that rounding writes some of them twice. */
function block(x: number, y: number, width: number, height: number): Ring {
  const corners = [
    [x + 1, y + 1, 180],
    [x + width - 1, y + 1, 270],
    [x + width - 1, y + height - 1, 0],
    [x + 1, y + height - 1, 90],
  ] as const;
  return corners.flatMap(([cx, cy, from]) =>
    Array.from({ length: 8 }, (_, i): LngLat => {
      const angle = ((from + (i / 7) * 90) * Math.PI) / 180;
      return east(cx + Math.cos(angle), cy + Math.sin(angle));
    }),
  );
}

/** A rectangle with a loop of a few square metres in its upper side. */
function tied(x: number, y: number, width: number, height: number): Ring {
  const [top, middle] = [y + height, x + width / 2];
  const loop = [
    east(middle, top),
    east(middle - 2, top + 3),
    east(middle + 2, top + 3),
    east(middle, top - 1),
  ];
  return [east(x, y), east(x + width, y), east(x + width, top), ...loop, east(x, top)];
}

function written(ring: Ring): GeoJSON.Position[] {
  const positions = ring.map(({ lng, lat }) => [Number(lng.toFixed(6)), Number(lat.toFixed(6))]);
  return positions[0] ? [...positions, positions[0]] : positions;
}
