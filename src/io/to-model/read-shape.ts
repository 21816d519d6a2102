import type { LngLat, Polygon, Ring } from "../../core/geo/lng-lat.ts";
import { areaOf, liesInside, pointInside, turned } from "../../core/geo/ring.ts";
import { crossingOf, withoutLoops } from "../../core/geo/ring-crossing.ts";
import type { Placing } from "./placing.ts";
import { degreesOf, type Pair } from "./read-place.ts";
import type { RowReader } from "./row-reader.ts";

/** What a feature draws: an area or a point. */
export type Drawn =
  | { readonly kind: "area"; readonly shape: readonly Polygon[] }
  | { readonly kind: "point"; readonly at: LngLat }
  | undefined;

/**
 * What the geometry of a feature is on the ground. Rings are closed, freed of repeated points and of loops of rounding,
 * and turned (outlines counter-clockwise). Parts and holes without area are dropped. A geometry that nobody can read
 * in one way — an outline that crosses itself, no area at all, a corner that is no place — is left out as a whole, with
 * an issue; the row stays.
 */
export function readShape(reader: RowReader, placing: Placing): Drawn {
  const { geometry } = reader.row;
  if (geometry === undefined) return undefined;
  const drawn = drawnBy(geometry, reader, placing);
  if (drawn && placing.isSwapped) reader.note("shape.exchanged", "repaired", {});
  return drawn;
}

function drawnBy(geometry: GeoJSON.Geometry | null, reader: RowReader, placing: Placing): Drawn {
  if (geometry === null) {
    reader.note("place.none", "note", {});
    return undefined;
  }
  switch (geometry.type) {
    case "Point": {
      const pair = pairsOf(reader, placing, [geometry.coordinates])?.[0];
      return pair && { kind: "point", at: placing.toWgs84(pair) };
    }
    case "Polygon":
      return areaFrom(reader, [geometry.coordinates], placing);
    case "MultiPolygon":
      return areaFrom(reader, geometry.coordinates, placing);
    default:
      reader.note("shape.other", "warning", { type: String((geometry as { type: unknown }).type) });
      return undefined;
  }
}

function areaFrom(reader: RowReader, polygons: unknown, placing: Placing): Drawn {
  if (!Array.isArray(polygons)) return tooFew(reader);
  const repairs: Repairs = { closed: 0, cut: 0, dropped: 0 };
  const shape: Polygon[] = [];
  for (const rings of polygons as unknown[]) {
    const polygon = polygonFrom(reader, rings, placing, repairs);
    if (polygon === "unreadable") return undefined;
    if (polygon === "nothing") repairs.dropped += 1;
    else shape.push(polygon);
  }
  if (shape.length === 0) return tooFew(reader);
  if (repairs.closed > 0) reader.note("shape.closed", "repaired", { rings: repairs.closed });
  if (repairs.cut > 0)
    reader.note("shape.loop-cut", "repaired", { area: Math.ceil(repairs.cut * 100) / 100 });
  if (repairs.dropped > 0) reader.note("shape.part-dropped", "repaired", { parts: repairs.dropped });
  return { kind: "area", shape };
}

interface Repairs {
  closed: number;
  cut: number;
  dropped: number;
}

/** nothing: an outline without area. unreadable: the row has been told why. */
function polygonFrom(
  reader: RowReader,
  rings: unknown,
  placing: Placing,
  repairs: Repairs,
): Polygon | "nothing" | "unreadable" {
  const found: Ring[] = [];
  for (const [i, positions] of (Array.isArray(rings) ? (rings as unknown[]) : []).entries()) {
    const pairs = pairsOf(reader, placing, positions);
    if (pairs === undefined) return "unreadable";
    const { corners, closed } = cornersOf(pairs);
    const ring = corners.map(placing.toWgs84);
    const untied = withoutLoops(ring, LOOP_SHARE);
    if (untied === undefined) return crossed(reader, [ring]);
    const hasArea = ring.length >= 3 && areaOf([[untied.ring]]) >= LEAST_AREA;
    if (!hasArea && i === 0) return "nothing";
    if (!hasArea) {
      repairs.dropped += 1;
      continue;
    }
    if (!closed) repairs.closed += 1;
    repairs.cut += untied.cut;
    found.push(turned(untied.ring, i === 0 ? "counter-clockwise" : "clockwise"));
  }
  const [outer, ...holes] = found;
  if (outer === undefined) return "nothing";
  const polygon: Polygon = [outer, ...holes];
  if (holes.length > 0 && crossingOf(polygon)) return crossed(reader, polygon);
  return holes.every((hole) => isWithin(hole, outer)) ? polygon : holeOutside(reader);
}

/** Of rings that do not cross: whether one lies in the other. */
function isWithin(hole: Ring, outer: Ring): boolean {
  const inner = pointInside([[hole]]);
  return inner === undefined || liesInside(inner, [[outer]]);
}

function holeOutside(reader: RowReader): "unreadable" {
  reader.note("shape.hole-outside", "warning", {});
  return "unreadable";
}

/** Loops up to this share of an outline come from rounding; a larger one may be meant. */
const LOOP_SHARE = 0.01;
/** Square metres; a smaller outline is a line or a point. */
const LEAST_AREA = 0.01;

function tooFew(reader: RowReader): undefined {
  reader.note("shape.too-few", "warning", {});
}

function crossed(reader: RowReader, polygon: Polygon): "unreadable" {
  const at = crossingOf(polygon);
  const place = { lon: at?.lng.toFixed(6) ?? "", lat: at?.lat.toFixed(6) ?? "" };
  reader.note("shape.crossing", "warning", place);
  return "unreadable";
}

/** The corners of a ring without repeated points and without the last, which repeats the first where it is closed. */
function cornersOf(pairs: readonly Pair[]): { readonly corners: readonly Pair[]; readonly closed: boolean } {
  const corners = pairs.filter((pair, i) => i === 0 || !samePair(pair, pairs[i - 1]));
  const closed = pairs.length > 1 && samePair(pairs[0], pairs.at(-1));
  return { corners: closed ? corners.slice(0, -1) : corners, closed };
}

function samePair(a: Pair | undefined, b: Pair | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

/** Positions as pairs of finite numbers that can be places; says what is wrong with the first that cannot. */
function pairsOf(reader: RowReader, placing: Placing, positions: unknown): readonly Pair[] | undefined {
  const pairs: Pair[] = [];
  for (const position of Array.isArray(positions) ? (positions as unknown[]) : []) {
    const given: readonly unknown[] = Array.isArray(position) ? position : [];
    const [x, y] = placing.isSwapped ? [given[1], given[0]] : [given[0], given[1]];
    const found = isPair([x, y]) ? degreesOf([x as number, y as number], placing.degrees) : "place.no-number";
    if (typeof found === "string") {
      reader.note(found, "warning", { lon: String(x), lat: String(y) });
      return undefined;
    }
    pairs.push(found);
  }
  return pairs;
}

/** A height behind them is no matter. */
function isPair(given: readonly unknown[]): boolean {
  return Number.isFinite(given[0]) && Number.isFinite(given[1]);
}
