import { type Issue, issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import type { LngLat, Polygon, Ring } from "../../core/geo/lng-lat.ts";
import { soundOutline } from "../../core/model/edits/sound-outline.ts";
import { degreesOf } from "../to-model/read-place.ts";

/**
 * An outline as it was typed or pasted: a corner on each line, longitude first; or a polygon as WKT or GeoJSON, holes
 * and several parts included. In WGS84 or CGCS2000. Refused with the reason at the column `outline`.
 */
export function typedOutline(text: string): Outcome<readonly Polygon[]> {
  const read = polygonsIn(text.trim());
  if (!read.ok) return read;
  const places = placed(read.value);
  if (!places.ok) return places;
  const sound = soundOutline(places.value);
  return sound.ok ? sound : refused(...sound.issues.map(inColumn));
}

/** An outline as text that is read back as the same: a corner on each line where it is one ring, else WKT. */
export function writtenOutline(shape: readonly Polygon[]): string {
  const [first, ...others] = shape;
  if (first !== undefined && others.length === 0 && first.length === 1)
    return first[0].map(({ lng, lat }) => `${lng},${lat}`).join("\n");
  const ringOf = (ring: Ring) =>
    `(${[...ring, ...ring.slice(0, 1)].map(({ lng, lat }) => `${lng} ${lat}`).join(", ")})`;
  const parts = shape.map((polygon) => `(${polygon.map(ringOf).join(", ")})`);
  return parts.length === 1 ? `POLYGON ${parts[0]}` : `MULTIPOLYGON (${parts.join(", ")})`;
}

type Pair = readonly [number, number];
type Pairs = readonly (readonly (readonly Pair[])[])[];

function polygonsIn(text: string): Outcome<Pairs> {
  if (text.startsWith("{")) return fromGeoJson(text);
  return /^[a-z]/i.test(text) ? fromWkt(text) : fromLines(text);
}

function fromLines(text: string): Outcome<Pairs> {
  const ring: Pair[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const found = LINE.exec(line);
    if (!found) return refused(unreadable(i + 1, line));
    ring.push([Number(found[1]), Number(found[2])]);
  }
  return done([[ring]]);
}

const NUMBER = "(-?\\d+(?:\\.\\d+)?)";
/** Two numbers with a comma of either kind, a semicolon or a space between. */
const LINE = new RegExp(`^\\s*${NUMBER}\\s*[,，;；\\s]\\s*${NUMBER}\\s*[,，;；]?\\s*$`);

/** Numbers behind the second of a position are heights and measures, and no matter. */
function fromWkt(text: string): Outcome<Pairs> {
  const found = /^(?:SRID=\d+;)?\s*([A-Z]+)\s*(?:Z|M|ZM)?\s*(\(.*\))\s*;?$/is.exec(text);
  const type = found?.[1]?.toUpperCase() ?? "";
  const body = found?.[2] ?? "";
  if (found && type !== "POLYGON" && type !== "MULTIPOLYGON") return refused(other(type));
  const json = body
    .replace(/\(/g, "[")
    .replace(/\)/g, "]")
    .replace(/[^[\],]+/g, (position) => (position.trim() === "" ? "" : `[${position.trim().split(/\s+/)}]`));
  const nested = parsed(json);
  if (!found || nested === undefined) return refused(unreadable(1, text));
  return fromCoordinates(type === "POLYGON" ? [nested] : nested, text);
}

function fromGeoJson(text: string): Outcome<Pairs> {
  const geometry = geometryOf(parsed(text));
  if (geometry === undefined) return refused(unreadable(1, text));
  const { type, coordinates } = geometry;
  if (type !== "Polygon" && type !== "MultiPolygon") return refused(other(String(type)));
  return fromCoordinates(type === "Polygon" ? [coordinates] : coordinates, text);
}

/** A geometry, that of a feature, or that of the one feature of a collection. */
function geometryOf(given: unknown): { readonly type: unknown; readonly coordinates: unknown } | undefined {
  if (typeof given !== "object" || given === null || !("type" in given)) return undefined;
  if ("geometry" in given) return geometryOf(given.geometry);
  if ("features" in given && Array.isArray(given.features) && given.features.length === 1)
    return geometryOf(given.features[0]);
  return { type: given.type, coordinates: "coordinates" in given ? given.coordinates : undefined };
}

function fromCoordinates(nested: unknown, text: string): Outcome<Pairs> {
  const isPosition = (one: unknown) =>
    Array.isArray(one) && Number.isFinite(one[0]) && Number.isFinite(one[1]);
  const isRing = (one: unknown) => Array.isArray(one) && one.every(isPosition);
  const isPolygon = (one: unknown) => Array.isArray(one) && one.length > 0 && one.every(isRing);
  return Array.isArray(nested) && nested.every(isPolygon)
    ? done(nested as unknown as Pairs)
    : refused(unreadable(1, text));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Pairs that lie in China only the other way round are exchanged, and no place. */
function placed(polygons: Pairs): Outcome<readonly Polygon[]> {
  for (const [lng, lat] of polygons.flat(2)) {
    const found = degreesOf([lng, lat], (pair) => pair);
    if (typeof found === "string")
      return refused(inColumn(issue(found, "error", { lon: String(lng), lat: String(lat) })));
  }
  const placeOf = ([lng, lat]: Pair): LngLat => ({ lng, lat });
  return done(
    polygons.map(
      ([outer = [], ...holes]): Polygon => [outer.map(placeOf), ...holes.map((hole) => hole.map(placeOf))],
    ),
  );
}

function unreadable(line: number, text: string): Issue {
  const [first = ""] = text.trim().split(/\r?\n/);
  const shown = first.length > LONGEST ? `${first.slice(0, LONGEST)}…` : first;
  return inColumn(issue("edit.outline-unreadable", "error", { line, text: shown }));
}

const LONGEST = 24;

function other(type: string): Issue {
  return inColumn(issue("edit.outline-other", "error", { type }));
}

function inColumn(wrong: Issue): Issue {
  return { ...wrong, at: { column: "outline" } };
}
