import type { Degrees, Metres } from "../base/units.ts";
import { earthColumns, toEarth } from "../geo/earth.ts";
import { type LatitudeRows, runsOf, runsWithin } from "./latitude-rows.ts";
import { type Walk, walkMetres } from "./walk.ts";

/** Which points of some latitude rows a walk from one place after another ends at. */
export interface Ball {
  /** Points within the walk of the last place, and their squared chords; valid up to the count it returned. */
  readonly points: Uint32Array;
  readonly chords2: Float64Array;
  /** Finds the points within the walk of a place; returns how many. The order is fixed by the rows alone. */
  around(lng: Degrees, lat: Degrees): number;
  /** Adds 1 to the count of each point within the walk of a place; for those who need no more than that. */
  countAround(lng: Degrees, lat: Degrees, counts: Int32Array): void;
  /** Walking metres from the last place to a point of the rows. */
  metresTo(point: number, chord2: number): Metres;
}

export function ballOver(rows: LatitudeRows, walk: Walk): Ball {
  const here: Here = {
    rows,
    walk,
    points: new Uint32Array(rows.ids.length + 1),
    chords2: new Float64Array(rows.ids.length + 1),
    lng: 0,
    lat: 0,
    x: 0,
    y: 0,
    z: 0,
    curve: 0,
  };
  const { points, chords2 } = here;
  const runs = runsOf(rows);

  return {
    points,
    chords2,
    around(lng, lat) {
      standAt(here, lng, lat);
      const pairs = runsWithin(rows, lng, lat, walk.reach, runs);
      let count = 0;
      for (let pair = 0; pair < pairs; pair++) {
        count = listAlong(here, runs[2 * pair] as number, runs[2 * pair + 1] as number, count);
      }
      return count;
    },
    countAround(lng, lat, counts) {
      standAt(here, lng, lat);
      const pairs = runsWithin(rows, lng, lat, walk.reach, runs);
      for (let pair = 0; pair < pairs; pair++) {
        countAlong(here, runs[2 * pair] as number, runs[2 * pair + 1] as number, counts);
      }
    },
    metresTo: (point, chord2) => metresTo(here, point, chord2),
  };
}

/**
 * Where a ball stands, over what, and what it found. The loops over it are functions of the module and not of each
 * ball: what the engine has learnt about them outlives the ball.
 */
interface Here {
  readonly rows: LatitudeRows;
  readonly walk: Walk;
  readonly points: Uint32Array;
  readonly chords2: Float64Array;
  lng: Degrees;
  lat: Degrees;
  x: Metres;
  y: Metres;
  z: Metres;
  /** Half of how much the ground curves, per metre. */
  curve: number;
}

function standAt(here: Here, lng: Degrees, lat: Degrees): void {
  toEarth(lng, lat, centre, 0);
  here.lng = lng;
  here.lat = lat;
  here.x = centre.x[0] as number;
  here.y = centre.y[0] as number;
  here.z = centre.z[0] as number;
  here.curve = centre.curve[0] as number;
}

/**
 * Adds the points of a run that are within to the `count` found before. Every point is written and only counted if
 * it is near enough, which costs less than asking first; the few that chords cannot decide are asked afterwards.
 */
function listAlong(here: Here, from: number, to: number, count: number): number {
  const { points, chords2 } = here;
  const { x, y, z } = here.rows;
  const { sure2, most2 } = here.walk;
  const { x: xOwn, y: yOwn, z: zOwn } = here;
  let next = count;
  let sure = count;
  for (let k = from; k < to; k++) {
    const dx = (x[k] as number) - xOwn;
    const dy = (y[k] as number) - yOwn;
    const dz = (z[k] as number) - zOwn;
    const chord2 = dx * dx + dy * dy + dz * dz;
    points[next] = k;
    chords2[next] = chord2;
    next += +(chord2 <= most2);
    sure += +(chord2 <= sure2);
  }
  return next === sure ? next : decided(here, count, next);
}

/** Drops what the metres rule out of the points found from `from` to `to − 1`; returns where they end now. */
function decided(here: Here, from: number, to: number): number {
  const { points, chords2, walk } = here;
  let next = from;
  for (let i = from; i < to; i++) {
    const point = points[i] as number;
    const chord2 = chords2[i] as number;
    if (chord2 > walk.sure2 && metresTo(here, point, chord2) > walk.limit) continue;
    points[next] = point;
    chords2[next++] = chord2;
  }
  return next;
}

function countAlong(here: Here, from: number, to: number, counts: Int32Array): void {
  const { x, y, z } = here.rows;
  const { sure2, most2 } = here.walk;
  const { x: xOwn, y: yOwn, z: zOwn } = here;
  let unsure = 0;
  for (let k = from; k < to; k++) {
    const dx = (x[k] as number) - xOwn;
    const dy = (y[k] as number) - yOwn;
    const dz = (z[k] as number) - zOwn;
    const chord2 = dx * dx + dy * dy + dz * dz;
    const sure = +(chord2 <= sure2);
    counts[k] = (counts[k] as number) + sure;
    unsure += +(chord2 <= most2) - sure;
  }
  if (unsure > 0) countUnsure(here, from, to, counts);
}

function countUnsure(here: Here, from: number, to: number, counts: Int32Array): void {
  const { rows, walk } = here;
  for (let k = from; k < to; k++) {
    const dx = (rows.x[k] as number) - here.x;
    const dy = (rows.y[k] as number) - here.y;
    const dz = (rows.z[k] as number) - here.z;
    const chord2 = dx * dx + dy * dy + dz * dz;
    if (chord2 <= walk.sure2 || chord2 > walk.most2) continue;
    if (metresTo(here, k, chord2) <= walk.limit) counts[k] = (counts[k] as number) + 1;
  }
}

function metresTo(here: Here, point: number, chord2: number): Metres {
  const { rows } = here;
  return walkMetres(
    here.walk,
    chord2,
    (rows.z[point] as number) - here.z,
    (rows.curve[point] as number) + here.curve,
    rows.lng[point] as number,
    rows.lat[point] as number,
    here.lng,
    here.lat,
  );
}

const centre = earthColumns(1);
