import type { Metres } from "../base/units.ts";
import type { LngLat } from "./lng-lat.ts";
import type { LocalPlane, PlanePoint } from "./local-plane.ts";

/** A box around the middle of a plane, by half its sides. */
export interface PlaneBox {
  readonly halfWidth: Metres;
  readonly halfHeight: Metres;
}

/**
 * The parts of a line that may be seen in a box: runs of sides whose own boxes touch it, each with both its ends, without
 * points nearer than `apart` to the one before. For drawing. Cost: one look at each point.
 */
export function lineWithin(
  line: readonly LngLat[],
  plane: LocalPlane,
  box: PlaneBox,
  apart: Metres,
): readonly (readonly PlanePoint[])[] {
  if (!mayTouch(line, plane, box)) return [];
  const points = line.map((at) => plane.toPlane(at));
  const runs: PlanePoint[][] = [];
  let run: PlanePoint[] | undefined;
  for (const [i, to] of points.entries()) {
    const from = points[i - 1];
    if (from === undefined) continue;
    if (!touches(from, to, box)) run = undefined;
    else if (run === undefined) {
      run = [from, to];
      runs.push(run);
    } else run.push(to);
  }
  return runs.map((each) => thinned(each, apart));
}

export function isWithin({ x, y }: PlanePoint, { halfWidth, halfHeight }: PlaneBox): boolean {
  return Math.abs(x) <= halfWidth && Math.abs(y) <= halfHeight;
}

/** Whether the box of the whole line touches it, without an object for each of its points. */
function mayTouch(line: readonly LngLat[], plane: LocalPlane, box: PlaneBox): boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lng, lat } of line) {
    if (lng < west) west = lng;
    if (lng > east) east = lng;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  if (west > east) return false;
  return touches(plane.toPlane({ lng: west, lat: south }), plane.toPlane({ lng: east, lat: north }), box);
}

function touches(a: PlanePoint, b: PlanePoint, { halfWidth, halfHeight }: PlaneBox): boolean {
  return (
    Math.min(a.x, b.x) <= halfWidth &&
    Math.max(a.x, b.x) >= -halfWidth &&
    Math.min(a.y, b.y) <= halfHeight &&
    Math.max(a.y, b.y) >= -halfHeight
  );
}

function thinned(points: readonly PlanePoint[], apart: Metres): readonly PlanePoint[] {
  let last = points[0];
  return points.filter((point, i) => {
    const isEnd = i === 0 || i === points.length - 1;
    if (!isEnd && last && Math.hypot(point.x - last.x, point.y - last.y) < apart) return false;
    last = point;
    return true;
  });
}
