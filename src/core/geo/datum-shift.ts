import type { Datum, LngLat } from "./lng-lat.ts";

/**
 * Between the datums of Chinese maps. GCJ-02 moves a WGS84 point by up to some 700 m inside China and not at all
 * outside; BD-09 moves that on by a further turn. The formulas are the publicly known ones; the way back has none, so it
 * is searched for until the way there leads to the point within 1e-9°.
 */
export function shifted<To extends Datum>(point: LngLat<Datum>, from: Datum, to: To): LngLat<To> {
  const { lng, lat } = point;
  if (from === to) return { lng, lat } as LngLat<To>;
  const gcj = from === "wgs84" ? toGcj(point) : from === "gcj02" ? point : backward(point, toBd);
  if (to === "gcj02") return { lng: gcj.lng, lat: gcj.lat } as LngLat<To>;
  const end = to === "wgs84" ? backward(gcj, toGcj) : toBd(gcj);
  return { lng: end.lng, lat: end.lat } as LngLat<To>;
}

interface Pair {
  readonly lng: number;
  readonly lat: number;
}

type Forward = (point: Pair) => Pair;

/** The point that `way` leads to `target`. At the edge of China, where the shift begins, it may be the target itself. */
function backward(target: Pair, way: Forward): Pair {
  let guess = target;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const reached = way(guess);
    const [lng, lat] = [reached.lng - target.lng, reached.lat - target.lat];
    if (Math.abs(lng) < CLOSE && Math.abs(lat) < CLOSE) return guess;
    guess = { lng: guess.lng - lng, lat: guess.lat - lat };
  }
  return target;
}

const CLOSE = 1e-11;
const MOST_ROUNDS = 60;

function toGcj(point: Pair): Pair {
  const { lng, lat } = point;
  if (lng < 72.004 || lng > 137.8347 || lat < 0.8293 || lat > 55.8271) return point;
  const [x, y] = [lng - 105, lat - 35];
  const root = Math.sqrt(Math.abs(x));
  const waves = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    waves +
    ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3 +
    ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3;
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    waves +
    ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3 +
    ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3;
  const radians = (lat * Math.PI) / 180;
  const flat = 1 - ECCENTRICITY2 * Math.sin(radians) ** 2;
  return {
    lng: lng + (east * 180) / ((RADIUS / Math.sqrt(flat)) * Math.cos(radians) * Math.PI),
    lat: lat + (north * 180) / (((RADIUS * (1 - ECCENTRICITY2)) / (flat * Math.sqrt(flat))) * Math.PI),
  };
}

function toBd({ lng, lat }: Pair): Pair {
  const radius = Math.sqrt(lng * lng + lat * lat) + 0.00002 * Math.sin(lat * BD_TURN);
  const angle = Math.atan2(lat, lng) + 0.000003 * Math.cos(lng * BD_TURN);
  return { lng: radius * Math.cos(angle) + 0.0065, lat: radius * Math.sin(angle) + 0.006 };
}

/** Krassowsky's ellipsoid, which the shift is defined on. */
const RADIUS = 6378245;
const ECCENTRICITY2 = 0.006693421622965943;
const BD_TURN = (Math.PI * 3000) / 180;
