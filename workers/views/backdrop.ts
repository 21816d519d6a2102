import type { LngLat, Polygon } from "../../src/core/geo/lng-lat.ts";
import type { Backdrop } from "../../src/core/model/project.ts";
import type { StreetMap } from "../../src/core/network/street-map.ts";
import { drawnStreets } from "./drawn-streets.ts";

/**
 * Water, green, railways and streets as one collection; `kind` says which, `rank` and `name` are those of a street.
 * Streets that people walk along stand in for a backdrop that has none.
 */
export function backdropFeatures(backdrop: Backdrop, streets?: StreetMap): GeoJSON.FeatureCollection {
  const area = (kind: string) => (polygon: Polygon) =>
    feature({ type: "Polygon", coordinates: polygon.map(closed) }, { kind });
  return {
    type: "FeatureCollection",
    features: [
      ...backdrop.green.map(area("green")),
      ...backdrop.water.map(area("water")),
      ...backdrop.railways.map((line) => feature(lineOf(line), { kind: "railway" })),
      ...(streets && backdrop.streets.length === 0 ? drawnStreets(streets) : []),
      ...backdrop.streets.map(({ line, rank, name, bridge }) =>
        feature(lineOf(line), {
          kind: "street",
          rank,
          ...(name !== undefined && { name }),
          ...(bridge !== undefined && { bridge }),
        }),
      ),
    ],
  };
}

function feature(geometry: GeoJSON.Geometry, properties: Record<string, string | boolean>): GeoJSON.Feature {
  return { type: "Feature", geometry, properties };
}

function lineOf(line: readonly LngLat[]): GeoJSON.LineString {
  return { type: "LineString", coordinates: line.map(({ lng, lat }) => [lng, lat]) };
}

function closed(ring: readonly LngLat[]): GeoJSON.Position[] {
  const positions = ring.map(({ lng, lat }) => [lng, lat]);
  return positions[0] ? [...positions, positions[0]] : positions;
}
