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
  /** Walking metres from the last place to a point of the rows. */
  metresTo(point: number, chord2: number): Metres;
}

export function ballOver(rows: LatitudeRows, walk: Walk): Ball {
  const { x, y, z, n, lng: lngs, lat: lats } = rows;
  const { sure2, most2, limit, reach } = walk;
  const runs = runsOf(rows);
  const points = new Uint32Array(x.length);
  const chords2 = new Float64Array(x.length);
  const centre: EarthColumns = {
    x: new Float64Array(1),
    y: new Float64Array(1),
    z: new Float64Array(1),
    n: new Float64Array(1),
  };
  let lngHere = 0;
  let latHere = 0;
  let zHere = 0;
  let nHere = 0;

  function around(lng: Degrees, lat: Degrees): number {
    toEarth(lng, lat, centre, 0);
    const xHere = centre.x[0] as number;
    const yHere = centre.y[0] as number;
    zHere = centre.z[0] as number;
    nHere = centre.n[0] as number;
    lngHere = lng;
    latHere = lat;
    const pairs = runsWithin(rows, lng, lat, reach, runs);
    let count = 0;
    for (let pair = 0; pair < pairs; pair++) {
      const to = runs[2 * pair + 1] as number;
      for (let k = runs[2 * pair] as number; k < to; k++) {
        const dx = (x[k] as number) - xHere;
        const dy = (y[k] as number) - yHere;
        const dz = (z[k] as number) - zHere;
        const chord2 = dx * dx + dy * dy + dz * dz;
        if (chord2 > most2 || (chord2 > sure2 && metresTo(k, chord2) > limit)) continue;
        points[count] = k;
        chords2[count++] = chord2;
      }
    }
    return count;
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

  return { points, chords2, around, metresTo };
}
