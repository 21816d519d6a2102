import type { ShapeColumns } from "./columns.ts";
import type { PageView } from "./page-view.ts";
import { polygonsOf } from "./polygons.ts";

/** The lines and rings of features as one path of SVG. */
export function pathOf(features: readonly GeoJSON.Feature[], view: PageView): string {
  return features.flatMap(({ geometry }) => linesOf(geometry).map((line) => lineOf(line, view))).join("");
}

/** The polygons of a row as one path; empty if it has none. */
export function pathOfRow(shapes: ShapeColumns, row: number, view: PageView): string {
  let path = "";
  for (const [first, end] of polygonsOf(shapes, row)) {
    for (let ring = first; ring < end; ring++) {
      const line: GeoJSON.Position[] = [];
      for (let at = shapes.ringStarts[ring] ?? 0; at < (shapes.ringStarts[ring + 1] ?? 0); at++)
        line.push([shapes.positions[2 * at] ?? 0, shapes.positions[2 * at + 1] ?? 0]);
      path += `${lineOf(line, view)}z`;
    }
  }
  return path;
}

/** Where a point is on the page; NaN for what is none. */
export function pointOf({ geometry }: GeoJSON.Feature, view: PageView) {
  const [lng = Number.NaN, lat = Number.NaN] = geometry.type === "Point" ? geometry.coordinates : [];
  return { x: view.x(lng), y: view.y(lat) };
}

/** Lines and rings of a geometry; of points none. */
export function linesOf(geometry: GeoJSON.Geometry): readonly GeoJSON.Position[][] {
  switch (geometry.type) {
    case "LineString":
      return [geometry.coordinates];
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates;
    case "MultiPolygon":
      return geometry.coordinates.flat();
    default:
      return [];
  }
}

function lineOf(line: readonly GeoJSON.Position[], view: PageView): string {
  return line.map(([lng = 0, lat = 0], i) => `${i === 0 ? "M" : "L"}${view.x(lng)},${view.y(lat)}`).join("");
}
