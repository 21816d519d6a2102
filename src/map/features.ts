import { circle } from "@turf/turf";
import type { LngLat, Ring } from "../core/geo/lng-lat.ts";
import type {
  Around,
  Circles,
  CityColumns,
  DrawnStreet,
  ShapeColumns,
  StraightWay,
  WalkedStreets,
} from "./columns.ts";
import type { PlanBadge } from "./plan-badges.ts";
import { drawnShapes, METRES_PER_DEGREE, polygonsOf } from "./polygons.ts";

type Collection = GeoJSON.FeatureCollection;

/** Boundaries of all units, as lines with `id` and `level`. */
export function unitBoundaries(units: CityColumns["units"]): Collection {
  return collection(
    units.flatMap(({ id, level, shapes }) =>
      drawnShapes(shapes).rings.map(({ path }) =>
        feature({ type: "LineString", coordinates: pairs(path) }, { id, level }),
      ),
    ),
  );
}

/** Where the name of each 街道 is written: in the middle of its largest polygon. */
export function unitPoints(units: CityColumns["units"]): Collection {
  return collection(
    streetsOf(units).flatMap(({ id, name, shapes }) => {
      const at = middleOf(shapes, 0);
      return at ? [feature({ type: "Point", coordinates: at }, { id, name })] : [];
    }),
  );
}

/** The ground of each 街道, to be shaded. */
export function unitAreas(units: CityColumns["units"]): Collection {
  return groundOf(streetsOf(units));
}

/** The ground of the units with these ids, of whatever level. */
export function markedAreas(units: CityColumns["units"], ids: readonly string[]): Collection {
  const marked = new Set(ids);
  return groundOf(units.filter(({ id }) => marked.has(id)));
}

function groundOf(units: CityColumns["units"]): Collection {
  return collection(
    units.flatMap(({ id, shapes }) =>
      drawnShapes(shapes).polygons.map(({ shape: { positions, holeIndices } }) => {
        const bounds = [0, ...holeIndices, positions.length];
        const coordinates = bounds.slice(1).map((end, ring) => pairs(positions.subarray(bounds[ring], end)));
        return feature({ type: "Polygon", coordinates }, { id });
      }),
    ),
  );
}

function streetsOf(units: CityColumns["units"]) {
  return units.filter(({ level }) => level === "street" || level === "town");
}

/** Where the name of each zone is written. */
export function zonePoints({ names, lng, lat }: CityColumns["zones"]): Collection {
  return collection(
    names.flatMap((name, row) => {
      const [x, y] = [lng[row] ?? Number.NaN, lat[row] ?? Number.NaN];
      return name === "" || Number.isNaN(x) || Number.isNaN(y)
        ? []
        : [feature({ type: "Point", coordinates: [x, y] }, { name })];
    }),
  );
}

/** What is drawn around what is chosen, each part with its name. */
export function aroundFeatures(around: Around | undefined): Collection {
  switch (around?.kind) {
    case undefined:
      return collection([]);
    case "circles":
      return circleFeatures(around);
    case "streets":
      return streetFeatures(around);
    case "straight":
      return straightFeatures(around);
  }
}

/** The limit and the rings around a facility, each with its label at the northern end. Straight metres = walk ÷ detour. */
function circleFeatures(circles: Circles): Collection {
  const { lng, lat, detour } = circles;
  const ringOf = (walk: number, part: string) =>
    ({
      ...circle([lng, lat], walk / detour / 1000, { steps: 96, units: "kilometers" }),
      properties: { part },
    }) as GeoJSON.Feature;
  const labelOf = (walk: number, name: string) =>
    feature(
      { type: "Point", coordinates: [lng, lat + walk / detour / METRES_PER_DEGREE] },
      { part: "label", name },
    );
  return collection([
    ringOf(circles.limit, "limit"),
    labelOf(circles.limit, circles.limitLabel),
    ...circles.rings.flatMap(({ metres, label }) => [ringOf(metres, "ring"), labelOf(metres, label)]),
  ]);
}

function streetFeatures({ starts, positions, area, label }: WalkedStreets): Collection {
  const corner = (at: number): [number, number] => [positions[2 * at] ?? 0, positions[2 * at + 1] ?? 0];
  const lines = Array.from({ length: starts.length - 1 }, (_, part) => {
    const [from, to] = [starts[part] ?? 0, starts[part + 1] ?? 0];
    return Array.from({ length: to - from }, (_, i) => corner(from + i));
  });
  const rings = area.map((polygon) => polygon.map(closedRing));
  const [north] = rings.flatMap(([outer = []]) => outer).sort((a, b) => b[1] - a[1]);
  return collection([
    feature({ type: "MultiPolygon", coordinates: rings }, { part: "area" }),
    feature({ type: "MultiLineString", coordinates: lines }, { part: "street" }),
    ...(north ? [feature({ type: "Point", coordinates: north }, { part: "label", name: label })] : []),
  ]);
}

function straightFeatures({ from, to, barredAt, label }: StraightWay): Collection {
  const pair = ({ lng, lat }: LngLat): [number, number] => [lng, lat];
  const middle = { lng: (from.lng + to.lng) / 2, lat: (from.lat + to.lat) / 2 };
  return collection([
    feature({ type: "LineString", coordinates: [pair(from), pair(to)] }, { part: "straight" }),
    ...(barredAt ? [feature({ type: "Point", coordinates: pair(barredAt) }, { part: "barred" })] : []),
    // A sentence in short lines, so that it does not reach from the middle of the map to its buttons.
    feature(
      { type: "Point", coordinates: pair(barredAt ?? middle) },
      { part: "label", name: label, widest: 15 },
    ),
  ]);
}

function closedRing(ring: Ring): [number, number][] {
  const pairs = ring.map(({ lng, lat }): [number, number] => [lng, lat]);
  return pairs[0] ? [...pairs, pairs[0]] : [];
}

/** Where something stands that no street leads to. */
/** Each street, and a cross in the middle of one that is closed. */
export function changedStreets(streets: readonly DrawnStreet[]): Collection {
  return collection(
    streets.flatMap(({ kind, line }) => {
      const coordinates = line.map(({ lng, lat }): [number, number] => [lng, lat]);
      const corners = kind === "asked" ? coordinates : [];
      return [
        ...(coordinates.length > 1
          ? [feature({ type: "LineString" as const, coordinates }, { part: kind })]
          : []),
        ...corners.map((at) => feature({ type: "Point", coordinates: at }, { part: "corner" })),
        ...(kind === "closed"
          ? [feature({ type: "Point", coordinates: middleOfLine(coordinates) }, { part: "cross" })]
          : []),
      ];
    }),
  );
}

/** Halfway along, as far as degrees tell. */
function middleOfLine(line: readonly [number, number][]): [number, number] {
  const lengths = line
    .slice(1)
    .map(([x, y], i) => Math.hypot(x - (line[i]?.[0] ?? x), y - (line[i]?.[1] ?? y)));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [i, length] of lengths.entries()) {
    const [from, to] = [line[i], line[i + 1]];
    if (from && to && left <= length && length > 0) {
      const share = left / length;
      return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
    }
    left -= length;
  }
  return line[0] ?? [0, 0];
}

/** Numbers of the places where a plan does something, and lines to the places of those that stand away from them. */
export function planNumbers(badges: readonly PlanBadge[]): Collection {
  return collection(
    badges.flatMap(({ number, place, at, isLed }) => {
      const [from, to] = [place, at].map(({ lng, lat }): [number, number] => [lng, lat]);
      if (!from || !to) return [];
      return [
        ...(isLed ? [feature({ type: "LineString", coordinates: [from, to] }, { part: "leader" })] : []),
        feature({ type: "Point", coordinates: to }, { part: "number", name: String(number) }),
      ];
    }),
  );
}

export function strayPoints(strays: readonly LngLat[]): Collection {
  return collection(strays.map(({ lng, lat }) => feature({ type: "Point", coordinates: [lng, lat] }, {})));
}

function middleOf(shapes: ShapeColumns, row: number): [number, number] | undefined {
  let best: [number, number] | undefined;
  let largest = 0;
  for (const [ring] of polygonsOf(shapes, row)) {
    const { area, x, y } = momentsOf(shapes, ring);
    if (Math.abs(area) > largest) [best, largest] = [[x, y], Math.abs(area)];
  }
  return best;
}

/** Signed area and centroid of a ring, in degrees. */
function momentsOf({ ringStarts, positions }: ShapeColumns, ring: number) {
  const begin = ringStarts[ring] ?? 0;
  const end = ringStarts[ring + 1] ?? 0;
  const [ox, oy] = [positions[2 * begin] ?? 0, positions[2 * begin + 1] ?? 0];
  let [area, x, y] = [0, 0, 0];
  for (let i = begin, j = end - 1; i < end; j = i++) {
    const [ax, ay] = [(positions[2 * j] ?? 0) - ox, (positions[2 * j + 1] ?? 0) - oy];
    const [bx, by] = [(positions[2 * i] ?? 0) - ox, (positions[2 * i + 1] ?? 0) - oy];
    const cross = ax * by - bx * ay;
    area += cross / 2;
    x += ((ax + bx) * cross) / 6;
    y += ((ay + by) * cross) / 6;
  }
  return { area, x: ox + x / area, y: oy + y / area };
}

function pairs(path: Float64Array): [number, number][] {
  const coordinates: [number, number][] = [];
  for (let i = 0; i < path.length; i += 2) coordinates.push([path[i] ?? 0, path[i + 1] ?? 0]);
  return coordinates;
}

function feature(geometry: GeoJSON.Geometry, properties: Record<string, string | number>): GeoJSON.Feature {
  return { type: "Feature", geometry, properties };
}

function collection(features: GeoJSON.Feature[]): Collection {
  return { type: "FeatureCollection", features };
}
