import { sortedById } from "../core/base/order.ts";
import type { Metres } from "../core/base/units.ts";
import { inChina } from "../core/geo/china.ts";
import { isWithin, lineWithin, type PlaneBox } from "../core/geo/lines-within.ts";
import { DATUMS, type Datum, type LngLat } from "../core/geo/lng-lat.ts";
import { type LocalPlane, localPlane, type PlanePoint } from "../core/geo/local-plane.ts";
import { type PlacedRow, readIn, type Trusted } from "./datum-evidence.ts";
import type { DatumFinding } from "./datum-finding.ts";
import { evenly, someOf } from "./some-rows.ts";

/**
 * A few square kilometres of where the rows of a file are, to be drawn: whole metres, x to the east and y to the north of
 * the middle. Small, however many rows and lines there are.
 */
export interface DatumSketch extends PlaneBox {
  /** x and y in turn of some of the rows, if their degrees are read in each datum; a row has the same place in all three. */
  readonly rows: Readonly<Record<Datum, readonly number[]>>;
  /** What they were held against: x and y in turn of what stands at a point, and of each line. */
  readonly points: readonly number[];
  readonly lines: readonly SketchLine[];
}

export interface SketchLine {
  readonly kind: "boundary" | "street" | "outline";
  readonly path: readonly number[];
}

/** `undefined` where the datum that the rows were read in fits, or there is nothing to be seen of them. */
export function datumSketch(
  written: readonly PlacedRow[],
  { verdict, readAs, rows: held }: Pick<DatumFinding, "verdict" | "readAs" | "rows">,
  trusted: Trusted,
): DatumSketch | undefined {
  const best = "datum" in verdict ? verdict.datum : readAs;
  if (held === 0 || ("datum" in verdict && best === readAs)) return undefined;
  const placed = sortedById(someOf(written.filter(({ at }) => inChina(at)))).map(({ at }) => ({
    written: at,
    at: readIn(at, best),
  }));
  const middle = middleOf(
    placed.map(({ at }) => at),
    trusted,
  );
  if (middle === undefined) return undefined;
  const plane = localPlane(middle);
  const within = (box: PlaneBox) => placed.filter(({ at }) => isWithin(plane.toPlane(at), box)).length;
  const enough = Math.min(ENOUGH, within(WIDEST));
  const seen = BOXES.find((box) => within(box) >= enough) ?? WIDEST;
  const shown = placed
    .filter(({ at }) => isWithin(plane.toPlane(at), widened(seen)))
    .map((row) => DATUMS.map((datum) => plane.toPlane(readIn(row.written, datum))))
    .filter((places) => places.some((place) => isWithin(place, seen)));
  const drawn = evenly(shown, MOST_ROWS);
  const inDatum = (i: number) => drawn.flatMap((places) => xy(places[i] as PlanePoint));
  return {
    ...seen,
    rows: { wgs84: inDatum(0), gcj02: inDatum(1), bd09: inDatum(2) },
    points: pointsIn(trusted, plane, seen),
    lines: linesIn(trusted, plane, seen),
  };
}

/** As wide as the shift between two datums, some 500 m, is still seen well; the narrower where enough rows are in it, or all that the wider has. */
const BOXES: readonly PlaneBox[] = [2100, 4200].map((halfWidth) => ({
  halfWidth,
  halfHeight: Math.round((halfWidth * 9) / 14),
}));
const WIDEST = BOXES.at(-1) as PlaneBox;
const ENOUGH = 8;

/** Between BD-09 and WGS84 lie 1.3 km and more. */
const FARTHEST_SHIFT: Metres = 2500;
const MOST_ROWS = 200;
const MOST_POINTS = 200;
const MOST_LINE_POINTS = 3000;
/** In the width of the box: about what a line is wide where it is drawn. */
const THINNING = 1 / 300;

function widened({ halfWidth, halfHeight }: PlaneBox): PlaneBox {
  return { halfWidth: halfWidth + FARTHEST_SHIFT, halfHeight: halfHeight + FARTHEST_SHIFT };
}

/** Where most rows are close together, beside something that they are held against if there is such a place. */
function middleOf(places: readonly LngLat[], trusted: Trusted): LngLat | undefined {
  const known = new Set<number>();
  const note = (at: LngLat | undefined) => at && known.add(cellOf(at));
  for (const { shape, at } of trusted.places) {
    if (shape) for (const corner of shape.flat(2)) note(corner);
    else note(at);
  }
  for (const { shape } of trusted.units) for (const corner of shape?.flat(2) ?? []) note(corner);
  for (const { line } of trusted.streets) for (const corner of line) note(corner);
  const beside = places.filter((at) => known.has(cellOf(at)));
  const cells = new Map<number, LngLat[]>();
  for (const at of beside.length > 0 ? beside : places) {
    const cell = cells.get(cellOf(at));
    if (cell) cell.push(at);
    else cells.set(cellOf(at), [at]);
  }
  const [most] = [...cells].sort(([a, some], [b, others]) => others.length - some.length || a - b);
  if (most === undefined) return undefined;
  const [, close] = most;
  const mean = (of: (at: LngLat) => number) => close.reduce((sum, at) => sum + of(at), 0) / close.length;
  return { lng: mean(({ lng }) => lng), lat: mean(({ lat }) => lat) };
}

/** Cells of some two kilometres. */
function cellOf({ lng, lat }: LngLat): number {
  return Math.floor(lng * 50) * 100_000 + Math.floor(lat * 50);
}

function pointsIn({ places }: Trusted, plane: LocalPlane, box: PlaneBox): readonly number[] {
  const within = sortedById(
    places.filter(({ shape, at }) => !shape && at && isWithin(plane.toPlane(at), box)),
  );
  return evenly(within, MOST_POINTS).flatMap(({ at }) => (at ? xy(plane.toPlane(at)) : []));
}

/** Boundaries before streets, the widest of these first, and both before outlines, as far as there is room for all. */
function linesIn(
  { units, streets, places }: Trusted,
  plane: LocalPlane,
  box: PlaneBox,
): readonly SketchLine[] {
  const runsOf = (line: readonly LngLat[]) => lineWithin(line, plane, box, 2 * box.halfWidth * THINNING);
  const outlines = (rows: Trusted["units"] | Trusted["places"]) => {
    const drawn = rows.flatMap(({ id, shape = [] }) => {
      const runs = shape.flat().flatMap((ring) => runsOf(closed(ring)));
      return runs.length > 0 ? [{ id, runs }] : [];
    });
    return sortedById(drawn).flatMap(({ runs }) => runs);
  };
  const all = [
    ...outlines(units).map((run) => ({ kind: "boundary", run }) as const),
    ...RANKS.flatMap((rank) => streets.filter((street) => street.rank === rank)).flatMap(({ line }) =>
      runsOf(line).map((run) => ({ kind: "street", run }) as const),
    ),
    ...outlines(places).map((run) => ({ kind: "outline", run }) as const),
  ];
  let room = MOST_LINE_POINTS;
  return all.flatMap(({ kind, run }) => {
    room -= run.length;
    return room < 0 ? [] : [{ kind, path: run.flatMap(xy) }];
  });
}

const RANKS = ["main", "secondary", "lane"] as const;

function closed(ring: readonly LngLat[]): readonly LngLat[] {
  return [...ring, ...ring.slice(0, 1)];
}

function xy({ x, y }: PlanePoint): [number, number] {
  return [Math.round(x), Math.round(y)];
}
