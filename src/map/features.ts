import { circle } from "@turf/turf";
import type { Circles, CityColumns, ShapeColumns } from "./columns.ts";
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

/** The limit and the rings around a facility, each with its label at the northern end. Straight metres = walk ÷ detour. */
export function circleFeatures(circles: Circles | undefined): Collection {
  if (!circles) return collection([]);
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

function feature(geometry: GeoJSON.Geometry, properties: Record<string, string>): GeoJSON.Feature {
  return { type: "Feature", geometry, properties };
}

function collection(features: GeoJSON.Feature[]): Collection {
  return { type: "FeatureCollection", features };
}
