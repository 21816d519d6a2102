import type { Degrees, Metres } from "../base/units.ts";
import { EARTH_WIDTH, earthOf, toEarth } from "../geo/earth.ts";
import { type LatitudeRows, roomForSpans, spansWithin } from "./latitude-rows.ts";
import { type Walk, walkMetres } from "./walk.ts";

/**
 * Which points of some latitude rows a walk from one place after another ends at: runs of points that follow each
 * other, most of them short at the edge of the ball and one long one through each row. What is done with it are functions
 * of the module and not of each ball: what the engine has learnt about their loops outlives the ball.
 */
export interface Ball {
  readonly rows: LatitudeRows;
  readonly walk: Walk;
  /** Pairs from, to (one past the last): those of the last place, as many entries as `around` returned. */
  readonly runs: Uint32Array;
  readonly spans: Uint32Array;
  /** Where it stands. */
  lng: Degrees;
  lat: Degrees;
  x: Metres;
  y: Metres;
  z: Metres;
  /** Half of how much the ground curves there, per metre. */
  curve: number;
}

export function ballOver(rows: LatitudeRows, walk: Walk): Ball {
  return {
    ...{ rows, walk, spans: roomForSpans(rows) },
    runs: new Uint32Array(2 * rows.ids.length + 2 * rows.axis.length + 2),
    ...{ lng: 0, lat: 0, x: 0, y: 0, z: 0, curve: 0 },
  };
}

/** Finds the points within the walk of a place; returns how many entries of `runs` tell them. */
export function around(ball: Ball, lng: Degrees, lat: Degrees): number {
  standAt(ball, lng, lat);
  const { spans } = ball;
  const length = spansWithin(ball.rows, lng, lat, ball.walk, spans);
  let end = 0;
  for (let i = 0; i < length; i += 4) {
    const inner = spans[i + 1] as number;
    const beyond = spans[i + 2] as number;
    end = addEdge(ball, spans[i] as number, inner, end);
    if (inner < beyond) end = addRun(ball, inner, beyond, end);
    end = addEdge(ball, beyond, spans[i + 3] as number, end);
  }
  return end;
}

/** Squared chord from where the ball stands to a point of the rows. */
export function chord2To({ rows: { earth }, x, y, z }: Ball, point: number): number {
  const at = EARTH_WIDTH * point;
  const dx = (earth[at] as number) - x;
  const dy = (earth[at + 1] as number) - y;
  const dz = (earth[at + 2] as number) - z;
  return dx * dx + dy * dy + dz * dz;
}

/** Walking metres from where the ball stands to a point of the rows. */
export function metresTo(ball: Ball, point: number, chord2: number): Metres {
  const { lng, lat, earth } = ball.rows;
  const at = EARTH_WIDTH * point;
  return walkMetres(
    ball.walk,
    chord2,
    (earth[at + 2] as number) - ball.z,
    (earth[at + 3] as number) + ball.curve,
    lng[point] as number,
    lat[point] as number,
    ball.lng,
    ball.lat,
  );
}

function standAt(ball: Ball, lng: Degrees, lat: Degrees): void {
  toEarth(lng, lat, centre, 0);
  ball.lng = lng;
  ball.lat = lat;
  ball.x = centre[0] as number;
  ball.y = centre[1] as number;
  ball.z = centre[2] as number;
  ball.curve = centre[3] as number;
}

function addRun({ runs }: Ball, from: number, to: number, end: number): number {
  runs[end] = from;
  runs[end + 1] = to;
  return end + 2;
}

/**
 * Adds the points of a span that are within, each as a run of its own. Every one is written and only kept if it is near
 * enough, which costs less than asking first; the few that chords cannot decide are asked afterwards.
 */
function addEdge(ball: Ball, from: number, to: number, end: number): number {
  const { runs, x, y, z } = ball;
  const { earth } = ball.rows;
  const { sure2, most2 } = ball.walk;
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
  return next === sure ? next : decided(ball, end, next);
}

/** Drops the points that their metres rule out; returns where the runs end now. */
function decided(ball: Ball, start: number, end: number): number {
  const { runs, walk } = ball;
  let next = start;
  for (let i = start; i < end; i += 2) {
    const point = runs[i] as number;
    const chord2 = chord2To(ball, point);
    if (chord2 > walk.sure2 && metresTo(ball, point, chord2) > walk.limit) continue;
    next = addRun(ball, point, point + 1, next);
  }
  return next;
}

const centre = earthOf(1);
