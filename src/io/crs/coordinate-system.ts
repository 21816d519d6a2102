import type { Pair } from "../to-model/read-place.ts";
import { isDegreesByName } from "./declared.ts";

/** Pairs of a system, east first, as degrees of longitude and latitude of WGS84 (CGCS2000 differs by centimetres). */
export type ToDegrees = (pair: Pair) => Pair;

/**
 * What a declared system makes of its coordinates: its code (`EPSG:4547`), its name or its description (WKT, as in a .prj). Known
 * are longitude and latitude, the Gauss–Krüger zones of CGCS2000, UTM, Web Mercator, and every description on WGS84 or
 * CGCS2000. `undefined` for any other: 西安80 and 北京54 are up to a hundred metres off, by parameters that are not public.
 */
export async function toDegreesFrom(declared: string): Promise<ToDegrees | undefined> {
  const written = declared.trim();
  const code = CODE.exec(written)?.[1];
  if (isDegreesByName(written) || /CRS:?84$/i.test(written) || (code !== undefined && GEOGRAPHIC.has(code)))
    return asTheyAre;
  const definition = code === undefined ? written : definitionOf(Number(code));
  if (definition === undefined) return undefined;
  const proj4 = (await import("proj4")).default;
  try {
    const projection = proj4(definition);
    // The datum is told by a description only; definitions of ours are on WGS84 or CGCS2000 all.
    const datum = (proj4.Proj(definition) as { readonly datumCode?: string }).datumCode;
    if (code === undefined && !(datum !== undefined && SAME_GROUND.test(datum))) return undefined;
    return ([x, y]) => {
      const [lng, lat] = projection.inverse([x, y]) as [number, number];
      return [rounded(lng), rounded(lat)];
    };
  } catch {
    return undefined;
  }
}

function asTheyAre(pair: Pair): Pair {
  return pair;
}

/** Eleven decimals are a micrometre: what is behind them differs from engine to engine. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e11) / 1e11;
}

const CODE = /^(?:urn:ogc:def:crs:)?EPSG:+(?:[\d.]*:)?(\d+)$/i;
const GEOGRAPHIC = new Set(["4326", "4490", "4480", "4979"]);
const SAME_GROUND =
  /^(?:d_)?(?:wgs_?(?:19)?84|china_?2000|cgcs_?2000|china_geodetic_coordinate_system_2000)$/i;

/** In the words of the projection library, by EPSG code. */
function definitionOf(code: number): string | undefined {
  // CGCS2000, zones of 6° and of 3°: with the number of the zone before the easting, and without it.
  for (const [first, zones, meridian, step, number] of GAUSS_KRUGER) {
    const at = code - first;
    if (at < 0 || at >= zones) continue;
    const east = 500_000 + (number === undefined ? 0 : (number + at) * 1_000_000);
    return gaussKruger(meridian + at * step, east);
  }
  if (code > 32600 && code <= 32660) return `+proj=utm +zone=${code - 32600} +datum=WGS84 +units=m +no_defs`;
  return WEB_MERCATOR.has(code) ? "EPSG:3857" : undefined;
}

/** First code, how many zones, meridian of the first, degrees between them, number of the first where it is written. */
const GAUSS_KRUGER = [
  [4491, 11, 75, 6, 13],
  [4502, 11, 75, 6, undefined],
  [4513, 21, 75, 3, 25],
  [4534, 21, 75, 3, undefined],
] as const;

function gaussKruger(meridian: number, east: number): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${east} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
}

const WEB_MERCATOR = new Set([3857, 900913, 102100]);
