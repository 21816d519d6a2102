import type { LngLat, Polygon, Ring } from "../core/geo/lng-lat.ts";
import { cornersOf, middlesOf, type Sketch } from "./sketch.ts";

/**
 * A sketch as it is drawn: `part` is fill, line, rubber (sides that are not set yet), middle, corner or chosen. `cursor`:
 * where the next corner would stand. `handles`: with what it can be taken hold of by.
 */
export function sketchFeatures(
  sketch: Sketch | undefined,
  { cursor, handles }: { readonly cursor?: LngLat | undefined; readonly handles: boolean },
): GeoJSON.FeatureCollection {
  const features = sketch === undefined ? [] : sketch.isClosed ? closed(sketch) : open(sketch, cursor);
  return {
    type: "FeatureCollection",
    features: sketch && handles ? [...features, ...handlesOf(sketch)] : features,
  };
}

function closed({ shape }: Sketch): GeoJSON.Feature[] {
  return shape.flatMap((polygon) => [
    fill(polygon),
    ...polygon.map((ring) => line("line", [...ring, ...ring.slice(0, 1)])),
  ]);
}

function open({ shape }: Sketch, cursor: LngLat | undefined): GeoJSON.Feature[] {
  const ring = shape[0]?.[0] ?? [];
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return [];
  const next = cursor ?? last;
  return [
    ...(ring.length > 2 || (cursor && ring.length > 1) ? [fill([[...ring, next]])] : []),
    line("line", ring),
    line("rubber", [last, next, first]),
  ];
}

function handlesOf(sketch: Sketch): GeoJSON.Feature[] {
  const { chosen } = sketch;
  return [
    ...[...middlesOf(sketch)].map(([, at]) => point("middle", at)),
    ...[...cornersOf(sketch)].map(([place, at]) => {
      const isChosen =
        place.polygon === chosen?.polygon && place.ring === chosen.ring && place.corner === chosen.corner;
      return point(isChosen ? "chosen" : "corner", at);
    }),
  ];
}

function fill(polygon: Polygon): GeoJSON.Feature {
  const coordinates = polygon.map((ring) => [...ring, ...ring.slice(0, 1)].map(pair));
  return feature({ type: "Polygon", coordinates }, "fill");
}

function line(part: string, ring: Ring): GeoJSON.Feature {
  return feature({ type: "LineString", coordinates: ring.map(pair) }, part);
}

function point(part: string, at: LngLat): GeoJSON.Feature {
  return feature({ type: "Point", coordinates: pair(at) }, part);
}

function feature(geometry: GeoJSON.Geometry, part: string): GeoJSON.Feature {
  return { type: "Feature", geometry, properties: { part } };
}

function pair({ lng, lat }: LngLat): [number, number] {
  return [lng, lat];
}
