import type { LngLat, Polygon, Ring } from "../../core/geo/lng-lat.ts";
import { areaOf, turned } from "../../core/geo/ring.ts";
import { crossingOf, withoutLoops } from "../../core/geo/ring-crossing.ts";
import { type Pair, wrongPlace } from "./read-place.ts";
import type { RowReader } from "./row-reader.ts";
import type { ToWgs84 } from "./to-wgs84.ts";

/** What a feature draws: an area or a point. */
export type Drawn =
  | { readonly kind: "area"; readonly shape: readonly Polygon[] }
  | { readonly kind: "point"; readonly at: LngLat }
  | undefined;

/**
 * What the geometry of a feature is on the ground. Rings are closed, freed of repeated points and of loops of rounding,
 * and turned (outlines counter-clockwise). A geometry that nobody can read in one way — an outline that crosses itself,
 * fewer than three corners, a corner that is no place — is left out as a whole, with an issue; the row stays.
 */
export function readShape(reader: RowReader, toWgs84: ToWgs84): Drawn {
  const { geometry } = reader.row;
  if (geometry === undefined) return undefined;
  if (geometry === null) {
    reader.note("place.none", "note", {});
    return undefined;
  }
  switch (geometry.type) {
    case "Point": {
      const pair = pairsOf(reader, [geometry.coordinates])?.[0];
      return pair && { kind: "point", at: toWgs84(pair) };
    }
    case "Polygon":
      return areaFrom(reader, [geometry.coordinates], toWgs84);
    case "MultiPolygon":
      return areaFrom(reader, geometry.coordinates, toWgs84);
    default:
      reader.note("shape.other", "warning", { type: String((geometry as { type: unknown }).type) });
      return undefined;
  }
}

function areaFrom(reader: RowReader, polygons: unknown, toWgs84: ToWgs84): Drawn {
  if (!Array.isArray(polygons) || polygons.length === 0) return tooFew(reader);
  const state: Repairs = { closed: 0, cut: 0 };
  const shape: Polygon[] = [];
  for (const rings of polygons as unknown[]) {
    const polygon = polygonFrom(reader, rings, toWgs84, state);
    if (polygon === undefined) return undefined;
    shape.push(polygon);
  }
  if (state.closed > 0) reader.note("shape.closed", "repaired", { rings: state.closed });
  if (state.cut > 0) reader.note("shape.loop-cut", "repaired", { area: Math.ceil(state.cut * 100) / 100 });
  return { kind: "area", shape };
}

interface Repairs {
  closed: number;
  cut: number;
}

function polygonFrom(
  reader: RowReader,
  rings: unknown,
  toWgs84: ToWgs84,
  repairs: Repairs,
): Polygon | undefined {
  if (!Array.isArray(rings) || rings.length === 0) return tooFew(reader);
  const found: Ring[] = [];
  for (const [i, positions] of (rings as unknown[]).entries()) {
    const pairs = pairsOf(reader, positions);
    if (pairs === undefined) return undefined;
    const corners = cornersOf(pairs);
    if (corners.length < 3) return tooFew(reader);
    if (!corners.closed) repairs.closed += 1;
    const ring = corners.map(toWgs84);
    const untied = withoutLoops(ring, LOOP_SHARE);
    if (untied === undefined) return crossed(reader, [ring]);
    repairs.cut += untied.cut;
    found.push(turned(untied.ring, i === 0 ? "counter-clockwise" : "clockwise"));
  }
  const [outer, ...holes] = found as [Ring, ...Ring[]];
  if (areaOf([[outer]]) < LEAST_AREA) return tooFew(reader);
  return holes.length > 0 && crossingOf([outer, ...holes])
    ? crossed(reader, [outer, ...holes])
    : [outer, ...holes];
}

/** Loops up to this share of an outline come from rounding; a larger one may be meant. */
const LOOP_SHARE = 0.01;
/** Square metres; a smaller outline is a line or a point. */
const LEAST_AREA = 0.01;

function tooFew(reader: RowReader): undefined {
  reader.note("shape.too-few", "warning", {});
}

function crossed(reader: RowReader, polygon: Polygon): undefined {
  const at = crossingOf(polygon);
  reader.note("shape.crossing", "warning", { lon: at?.lng.toFixed(6) ?? "", lat: at?.lat.toFixed(6) ?? "" });
}

/** The corners of a ring without repeated points and without the last, which repeats the first. */
function cornersOf(pairs: readonly Pair[]): readonly Pair[] & { readonly closed: boolean } {
  const corners = pairs.filter(
    ([lng, lat], i) => i === 0 || lng !== pairs[i - 1]?.[0] || lat !== pairs[i - 1]?.[1],
  );
  const [first, last] = [corners[0], corners.at(-1)];
  const closed = corners.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return Object.assign(closed ? corners.slice(0, -1) : corners, { closed });
}

/** Positions as pairs of finite numbers that can be places; says what is wrong with the first that cannot. */
function pairsOf(reader: RowReader, positions: unknown): readonly Pair[] | undefined {
  if (!Array.isArray(positions)) return tooFew(reader);
  const pairs: Pair[] = [];
  for (const position of positions as unknown[]) {
    const [lng, lat]: readonly unknown[] = Array.isArray(position) ? position : [];
    const readable = typeof lng === "number" && typeof lat === "number" && Number.isFinite(lng + lat);
    const wrong = readable ? wrongPlace([lng, lat]) : "place.no-number";
    if (!readable || wrong !== undefined) {
      reader.note(wrong ?? "place.no-number", "warning", { lon: String(lng), lat: String(lat) });
      return undefined;
    }
    pairs.push([lng, lat]);
  }
  return pairs;
}
