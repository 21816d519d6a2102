import type { Degrees, Metres } from "../base/units.ts";
import { type EarthColumns, toEarth } from "../geo/earth.ts";
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
  const { x, y, z, n, lng: lngs, lat: lats } = rows;
  const { sure2, most2, limit, reach } = walk;
  const runs = runsOf(rows);
  const points = new Uint32Array(x.length + 1);
  const chords2 = new Float64Array(x.length + 1);
  const centre: EarthColumns = {
    x: new Float64Array(1),
    y: new Float64Array(1),
    z: new Float64Array(1),
    n: new Float64Array(1),
  };
  let lngHere = 0;
  let latHere = 0;
  let xHere = 0;
  let yHere = 0;
  let zHere = 0;
  let nHere = 0;

  /** Stands at a place; returns the number of runs that hold what is near it. */
  function standAt(lng: Degrees, lat: Degrees): number {
    toEarth(lng, lat, centre, 0);
    xHere = centre.x[0] as number;
    yHere = centre.y[0] as number;
    zHere = centre.z[0] as number;
    nHere = centre.n[0] as number;
    lngHere = lng;
    latHere = lat;
    return runsWithin(rows, lng, lat, reach, runs);
  }

  function around(lng: Degrees, lat: Degrees): number {
    const pairs = standAt(lng, lat);
    let count = 0;
    for (let pair = 0; pair < pairs; pair++) {
      count = along(runs[2 * pair] as number, runs[2 * pair + 1] as number, count);
    }
    return count;
  }

  function countAround(lng: Degrees, lat: Degrees, counts: Int32Array): void {
    const pairs = standAt(lng, lat);
    for (let pair = 0; pair < pairs; pair++) {
      countAlong(runs[2 * pair] as number, runs[2 * pair + 1] as number, counts);
    }
  }

  function countAlong(from: number, to: number, counts: Int32Array): void {
    const [xOwn, yOwn, zOwn] = [xHere, yHere, zHere];
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
    for (let k = from; k < to && unsure > 0; k++) {
      const chord2 = chord2To(k);
      if (chord2 <= sure2 || chord2 > most2) continue;
      unsure--;
      if (metresTo(k, chord2) <= limit) counts[k] = (counts[k] as number) + 1;
    }
  }

  function chord2To(k: number): number {
    const dx = (x[k] as number) - xHere;
    const dy = (y[k] as number) - yHere;
    const dz = (z[k] as number) - zHere;
    return dx * dx + dy * dy + dz * dz;
  }

  /**
   * Adds the points of a run that are within to the `count` found before. Every point is written and only counted if
   * it is near enough, which costs less than asking first; the few that chords cannot decide are asked afterwards.
   */
  function along(from: number, to: number, count: number): number {
    const [xOwn, yOwn, zOwn] = [xHere, yHere, zHere];
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
    return next === sure ? next : decided(count, next);
  }

  /** Drops what the metres rule out of the points found from `from` to `to − 1`; returns where they end now. */
  function decided(from: number, to: number): number {
    let next = from;
    for (let i = from; i < to; i++) {
      const point = points[i] as number;
      const chord2 = chords2[i] as number;
      if (chord2 > sure2 && metresTo(point, chord2) > limit) continue;
      points[next] = point;
      chords2[next++] = chord2;
    }
    return next;
  }

  function metresTo(point: number, chord2: number): Metres {
    return walkMetres(
      walk,
      chord2,
      (z[point] as number) - zHere,
      (n[point] as number) + nHere,
      lngs[point] as number,
      lats[point] as number,
      lngHere,
      latHere,
    );
  }

  return { points, chords2, around, countAround, metresTo };
}
