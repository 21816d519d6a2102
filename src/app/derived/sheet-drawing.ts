import type { AnalysisView, PolygonColumns, ProjectView } from "../../../workers/protocol.ts";
import { ZONE_FLAGS } from "../../core/analysis/results.ts";
import { tierOf } from "../../core/deficit/territory.ts";
import type { LngLat } from "../../core/geo/lng-lat.ts";
import { classOf, VERDICTS } from "../../core/standards/verdict.ts";
import { boundsOfPositions, drawnShapes, METRES_PER_DEGREE } from "../../map/polygons.ts";
import { linesOf } from "../../map/svg-paths.ts";
import type { DrawnFacility, DrawnZone, SheetDrawing } from "../../ui/print/drawing.ts";
import { subjectOf } from "./facts.ts";

/** What a printed map is about: zones by row, each with its number in the table if it has one, and a unit around them. */
export interface SheetTopic {
  readonly zones: ReadonlyMap<number, number | undefined>;
  readonly unit?: string;
  /** Where something is planned, by its number in the list. Without a unit facilities are left out beside them. */
  readonly places?: readonly { readonly number: number; readonly at: LngLat }[];
  /** Metres of surroundings beyond what it is about. */
  readonly around: number;
}

/** The map of a sheet; `undefined` where nothing has a place. */
export function sheetDrawing(
  view: ProjectView,
  results: AnalysisView,
  { zones: topic, unit, around, places }: SheetTopic,
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
  const isInside = ({ geometry }: GeoJSON.Feature) => {
    const box = boundsOfPositions(linesOf(geometry).map((line) => Float64Array.from(line.flat())));
    return box !== undefined && box[0] < east && box[2] > west && box[1] < north && box[3] > south;
  };
  const pathOf = (positions: ArrayLike<number>) => {
    let path = "";
    for (let i = 0; i < positions.length; i += 2)
      path += `${i === 0 ? "M" : "L"}${x(positions[i] ?? 0)} ${y(positions[i + 1] ?? 0)}`;
    return path;
  };
  const at = results.territory.units.findIndex((one) => one.unit === unit);
  const level = results.territory.units[at]?.level;
  const liesIn = level === undefined ? undefined : results.territory.facilityUnits[tierOf(level)];
  const outlineOf = (rings: readonly Float64Array[]) => rings.map((ring) => `${pathOf(ring)}Z`).join("");
  const drawn = new Map<
    number,
    Pick<DrawnZone, "path"> & { readonly middle: Pick<DrawnFacility, "x" | "y"> }
  >();
  for (const [row, rings] of ringsByRow(zones.shapes)) {
    const [lng, lat] = rings[0] ?? [];
    const box = boundsOfPositions(rings);
    if (!box || !(topic.has(row) || inside(lng ?? Number.NaN, lat ?? Number.NaN))) continue;
    const middle = { x: x((box[0] + box[2]) / 2), y: y((box[1] + box[3]) / 2) };
    drawn.set(row, { path: outlineOf(rings), middle });
  }
  zones.ids.forEach((_, row) => {
    const [lng, lat] = [zones.lng[row] ?? Number.NaN, zones.lat[row] ?? Number.NaN];
    if (!drawn.has(row) && inside(lng, lat))
      drawn.set(row, { path: dotAt(x(lng), y(lat)), middle: { x: x(lng), y: y(lat) } });
  });
  return {
    width: Math.round((east - west) * across),
    height: Math.round((north - south) * METRES_PER_DEGREE),
    ground: backdrop.features.filter(isInside).flatMap((feature) => groundOf(feature, pathOf)),
    outline: outlined ? outlineOf(drawnShapes(outlined).rings.map(({ path }) => path)) : "",
    zones: [...drawn].map(([row, { path, middle }]) => {
      const number = topic.get(row);
      return {
        id: zones.ids[row] ?? "",
        path,
        verdict: classOf(VERDICTS[results.zones.verdict[row] ?? 0] ?? "invalid"),
        estimated: ((results.zones.flags[row] ?? 0) & ZONE_FLAGS.estimated) !== 0,
        chosen: topic.has(row),
        ...(number !== undefined && { mark: { number, ...middle } }),
      };
    }),
    facilities: (places && unit === undefined ? [] : facilities.ids).flatMap((id, row) => {
      const [lng, lat] = [facilities.lng[row] ?? Number.NaN, facilities.lat[row] ?? Number.NaN];
      if (!inside(lng, lat)) return [];
      const [subject, hollow] = [
        subjectOf(facilities.kinds[row] ?? ""),
        facilities.statuses[row] !== "built",
      ];
      const chosen = liesIn === undefined || liesIn[row] === at;
      return [{ id, x: x(lng), y: y(lat), subject, hollow, chosen }];
    }),
    places: (places ?? []).flatMap(({ number, at: { lng, lat } }) =>
      inside(lng, lat) ? [{ number, x: x(lng), y: y(lat) }] : [],
    ),
  };
}

/** What the sheet is about with its surroundings, in the proportion of the paper. */
function windowOf(
  { lng, lat, shapes }: ProjectView["zones"],
  topic: SheetTopic["zones"],
  outlined: PolygonColumns | undefined,
  around: number,
) {
  const about = outlined ? [outlined.positions] : [];
  for (const { row, path } of drawnShapes(shapes).rings) if (topic.has(row)) about.push(path);
  for (const row of topic.keys()) about.push(Float64Array.of(lng[row] ?? Number.NaN, lat[row] ?? Number.NaN));
  const box = boundsOfPositions(about);
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
  const path = linesOf(geometry)
    .map((line) => pathOf(line.flatMap(([lng = 0, lat = 0]) => [lng, lat])))
    .join("");
  if (kind === "green" || kind === "water") return [{ kind, path: `${path}Z` }];
  if (kind !== "street") return [];
  return [{ kind: properties?.["rank"] === "main" ? "main" : "street", path }];
}

/** The rings of each row that has any. */
function ringsByRow(shapes: PolygonColumns): ReadonlyMap<number, readonly Float64Array[]> {
  const rings = new Map<number, Float64Array[]>();
  for (const { row, path } of drawnShapes(shapes).rings) {
    const known = rings.get(row);
    if (known === undefined) rings.set(row, [path]);
    else known.push(path);
  }
  return rings;
}

function dotAt(x: number, y: number): string {
  return `M${x - DOT} ${y}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0Z`;
}

/** Width to height of the printed map. */
const PROPORTION = 190 / 94;
/** Radius of a zone without a shape, in metres. */
const DOT = 30;
