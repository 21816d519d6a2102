import type { Degrees, Metres } from "../base/units.ts";
import { EARTH_WIDTH, earthOf, toEarth } from "../geo/earth.ts";
import { type LatitudeRows, roomForSpans, spansWithin } from "./latitude-rows.ts";
import { type Walk, walkMetres } from "./walk.ts";

/**
 * Which points of some latitude rows a walk from one place after another ends at: runs of points that follow each
 * other, most of them short at the edge of the ball and one long one through each row.
 */
export interface Ball {
  /** Pairs from, to (one past the last): those of the last place, as many entries as it returned. */
  readonly runs: Uint32Array;
  /** Finds the points within the walk of a place; returns how many entries of `runs` tell them. */
  around(lng: Degrees, lat: Degrees): number;
  /** Squared chord from the last place to a point of the rows. */
  chord2To(point: number): number;
  /** Walking metres from the last place to a point of the rows. */
  metresTo(point: number, chord2: number): Metres;
}

export function ballOver(rows: LatitudeRows, walk: Walk): Ball {
  const here: Here = {
    rows,
    walk,
    runs: new Uint32Array(2 * rows.ids.length + 2 * rows.axis.length + 2),
    lng: 0,
    lat: 0,
    x: 0,
    y: 0,
    z: 0,
    curve: 0,
  };
  const spans = roomForSpans(rows);

  return {
    runs: here.runs,
    around(lng, lat) {
      standAt(here, lng, lat);
      const length = spansWithin(rows, lng, lat, walk, spans);
      let end = 0;
      for (let i = 0; i < length; i += 4) {
        const [inner, beyond] = [spans[i + 1] as number, spans[i + 2] as number];
        end = addEdge(here, spans[i] as number, inner, end);
        if (inner < beyond) end = addRun(here, inner, beyond, end);
        end = addEdge(here, beyond, spans[i + 3] as number, end);
      }
      return end;
    },
    chord2To: (point) => chord2To(here, point),
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
  readonly runs: Uint32Array;
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
  here.x = centre[0] as number;
  here.y = centre[1] as number;
  here.z = centre[2] as number;
  here.curve = centre[3] as number;
}

function addRun({ runs }: Here, from: number, to: number, end: number): number {
  runs[end] = from;
  runs[end + 1] = to;
  return end + 2;
}

/**
 * Adds the points of a span that are within, each as a run of its own. Every one is written and only kept if it is near
 * enough, which costs less than asking first; the few that chords cannot decide are asked afterwards.
 */
function addEdge(here: Here, from: number, to: number, end: number): number {
  const { runs, x, y, z } = here;
  const { earth } = here.rows;
  const { sure2, most2 } = here.walk;
  let next = end;
  let sure = end;
  for (let point = from, at = EARTH_WIDTH * from; point < to; point++, at += EARTH_WIDTH) {
    const dx = (earth[at] as number) - x;
    const dy = (earth[at + 1] as number) - y;
    const dz = (earth[at + 2] as number) - z;
    const chord2 = dx * dx + dy * dy + dz * dz;
    runs[next] = point;
    runs[next + 1] = point + 1;
    next += 2 * +(chord2 <= most2);
    sure += 2 * +(chord2 <= sure2);
  }
  return next === sure ? next : decided(here, end, next);
}

/** Drops the points that their metres rule out; returns where the runs end now. */
function decided(here: Here, start: number, end: number): number {
  const { runs, walk } = here;
  let next = start;
  for (let i = start; i < end; i += 2) {
    const point = runs[i] as number;
    const chord2 = chord2To(here, point);
    if (chord2 > walk.sure2 && metresTo(here, point, chord2) > walk.limit) continue;
    next = addRun(here, point, point + 1, next);
  }
  return next;
}

function chord2To({ rows: { earth }, x, y, z }: Here, point: number): number {
  const at = EARTH_WIDTH * point;
  const dx = (earth[at] as number) - x;
  const dy = (earth[at + 1] as number) - y;
  const dz = (earth[at + 2] as number) - z;
  return dx * dx + dy * dy + dz * dz;
}

function metresTo(here: Here, point: number, chord2: number): Metres {
  const { lng, lat, earth } = here.rows;
  const at = EARTH_WIDTH * point;
  return walkMetres(
    here.walk,
    chord2,
    (earth[at + 2] as number) - here.z,
    (earth[at + 3] as number) + here.curve,
    lng[point] as number,
    lat[point] as number,
    here.lng,
    here.lat,
  );
}

const centre = earthOf(1);
