import type { AnalysisView, PolygonColumns, ProjectView } from "../../../workers/protocol.ts";
import { ZONE_FLAGS } from "../../core/analysis/results.ts";
import { classOf, VERDICTS } from "../../core/standards/verdict.ts";
import { boundsOf, drawnShapes } from "../../map/polygons.ts";
import type { SheetDrawing } from "../../ui/print/drawing.ts";
import { subjectOf } from "./facts.ts";

/** What a printed map is about: zones by row, each with its number in the table if it has one, and a unit around them. */
export interface SheetTopic {
  readonly zones: ReadonlyMap<number, string | undefined>;
  readonly unit?: string;
  /** Metres of surroundings beyond what it is about. */
  readonly around: number;
}

/** The map of a sheet; `undefined` where nothing has a place. */
export function sheetDrawing(
  view: ProjectView,
  results: AnalysisView,
  { zones: topic, unit, around }: SheetTopic,
): SheetDrawing | undefined {
  const { zones, facilities, units, backdrop } = view;
  const outlined = units.find(({ id }) => id === unit)?.shapes;
  const window = windowOf(zones, topic, outlined, around);
  if (!window) return undefined;
  const { west, south, east, north } = window;
  const across = METRES_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180);
  const x = (lng: number) => Math.round((lng - west) * across);
  const y = (lat: number) => Math.round((north - lat) * METRES_PER_DEGREE);
  const inside = (lng: number, lat: number) => lng > west && lng < east && lat > south && lat < north;
  const pathOf = (positions: ArrayLike<number>) => {
    let path = "";
    for (let i = 0; i < positions.length; i += 2)
      path += `${i === 0 ? "M" : "L"}${x(positions[i] ?? 0)} ${y(positions[i + 1] ?? 0)}`;
    return path;
  };
  const shapePaths = new Map<number, string>();
  for (const { row, path } of drawnShapes(zones.shapes).rings) {
    if (topic.has(row) || inside(path[0] ?? Number.NaN, path[1] ?? Number.NaN))
      shapePaths.set(row, `${shapePaths.get(row) ?? ""}${pathOf(path)}Z`);
  }
  zones.ids.forEach((_, row) => {
    const [lng, lat] = [zones.lng[row] ?? Number.NaN, zones.lat[row] ?? Number.NaN];
    if (shapePaths.has(row) || !inside(lng, lat)) return;
    shapePaths.set(
      row,
      `M${x(lng) - DOT} ${y(lat)}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0Z`,
    );
  });
  return {
    width: Math.round((east - west) * across),
    height: Math.round((north - south) * METRES_PER_DEGREE),
    ground: backdrop.features.flatMap((feature) => groundOf(feature, pathOf)),
    outline: outlined
      ? drawnShapes(outlined)
          .rings.map(({ path }) => `${pathOf(path)}Z`)
          .join("")
      : "",
    zones: [...shapePaths].map(([row, path]) => {
      const text = topic.get(row);
      return {
        path,
        verdict: classOf(VERDICTS[results.zones.verdict[row] ?? 0] ?? "invalid"),
        estimated: ((results.zones.flags[row] ?? 0) & ZONE_FLAGS.estimated) !== 0,
        chosen: topic.has(row),
        ...(text !== undefined && { mark: { text, ...middleOf(path) } }),
      };
    }),
    facilities: facilities.ids.flatMap((_, row) => {
      const [lng, lat] = [facilities.lng[row] ?? Number.NaN, facilities.lat[row] ?? Number.NaN];
      if (!inside(lng, lat)) return [];
      const [subject, hollow] = [
        subjectOf(facilities.kinds[row] ?? ""),
        facilities.statuses[row] !== "built",
      ];
      return [{ x: x(lng), y: y(lat), subject, hollow }];
    }),
  };
}

/** What the sheet is about with its surroundings, in the proportion of the paper. */
function windowOf(
  { lng, lat, shapes }: ProjectView["zones"],
  topic: SheetTopic["zones"],
  outlined: PolygonColumns | undefined,
  around: number,
) {
  const positions = outlined ? [...outlined.positions] : [];
  for (const { row, path } of drawnShapes(shapes).rings) if (topic.has(row)) positions.push(...path);
  for (const row of topic.keys()) positions.push(lng[row] ?? Number.NaN, lat[row] ?? Number.NaN);
  const box = boundsOf(
    positions.filter((_, i) => i % 2 === 0),
    positions.filter((_, i) => i % 2 === 1),
  );
  if (!box) return undefined;
  const [west, south, east, north] = box;
  const middle = { lng: (west + east) / 2, lat: (south + north) / 2 };
  const shrink = Math.cos((middle.lat * Math.PI) / 180);
  const high = north - south + (2 * around) / METRES_PER_DEGREE;
  const wide = east - west + (2 * around) / METRES_PER_DEGREE / shrink;
  const half = Math.max(high, (wide * shrink) / PROPORTION) / 2;
  const halfWide = (half * PROPORTION) / shrink;
  return {
    ...{ west: middle.lng - halfWide, east: middle.lng + halfWide },
    ...{ south: middle.lat - half, north: middle.lat + half },
  };
}

function groundOf(
  { geometry, properties }: GeoJSON.Feature,
  pathOf: (positions: ArrayLike<number>) => string,
): SheetDrawing["ground"] {
  const kind = properties?.["kind"] as string;
  const lines = geometry.type === "LineString" ? [geometry.coordinates] : linesOf(geometry);
  const path = lines.map((line) => pathOf(line.flatMap(([lng = 0, lat = 0]) => [lng, lat]))).join("");
  if (kind === "green" || kind === "water") return [{ kind, path: `${path}Z` }];
  if (kind !== "street") return [];
  return [{ kind: properties?.["rank"] === "main" ? "main" : "street", path }];
}

function linesOf(geometry: GeoJSON.Geometry): GeoJSON.Position[][] {
  switch (geometry.type) {
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates;
    case "MultiPolygon":
      return geometry.coordinates.flat();
    default:
      return [];
  }
}

/** The middle of the box of a path. */
function middleOf(path: string): { readonly x: number; readonly y: number } {
  const points = [...path.matchAll(/[ML](-?\d+) (-?\d+)/g)].map(
    (found) => [Number(found[1]), Number(found[2])] as const,
  );
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
}

const METRES_PER_DEGREE = 111_195;
/** Width to height of the printed map. */
const PROPORTION = 190 / 94;
/** Radius of a zone without a shape, in metres. */
const DOT = 30;
