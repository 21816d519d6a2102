import { latticeNoise } from "../base/random.ts";

/** A point of the plan, in metres. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export function point(x: number, y: number): Point {
  return { x, y };
}

export function along(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

export function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}

export function mean(points: readonly Point[]): Point {
  return {
    x: points.reduce((sum, p) => sum + p.x, 0) / points.length,
    y: points.reduce((sum, p) => sum + p.y, 0) / points.length,
  };
}

/**
 * Cosine and sine of a part of a full turn. By arithmetic alone, since engines may differ in the last digit of
 * `Math.cos`; right within 1e-9.
 */
export function turned(part: number): Point {
  const whole = part - Math.floor(part);
  const quarter = Math.floor(whole * 4);
  const angle = (whole * 4 - quarter) * HALF_PI;
  const [c, s] = [series(angle, 1, 1), angle * series(angle, 1, 2)];
  return [point(c, s), point(-s, c), point(-c, -s), point(s, -c)][quarter] as Point;
}

export function rotate(p: Point, by: Point): Point {
  return { x: p.x * by.x - p.y * by.y, y: p.x * by.y + p.y * by.x };
}

/** Smooth noise from −1 to 1 with features of `wavelength`. */
export function noise(seed: number, p: Point, wavelength: number): number {
  const [x, y] = [p.x / wavelength, p.y / wavelength];
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [eased(x - i), eased(y - j)];
  const low = mixed(latticeNoise(seed, i, j), latticeNoise(seed, i + 1, j), u);
  const high = mixed(latticeNoise(seed, i, j + 1), latticeNoise(seed, i + 1, j + 1), u);
  return mixed(low, high, v) * 2 - 1;
}

export function mixed(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

const HALF_PI = 1.5707963267948966;

function eased(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

/** Σ (−1)ⁿ angle²ⁿ ÷ (first)(first + 1)…, from `first`: cosine for 1, sine ÷ angle for 2. */
function series(angle: number, start: number, first: number): number {
  let term = start;
  let sum = start;
  for (let n = first; n < first + 24; n += 2) {
    term *= -(angle * angle) / (n * (n + 1));
    sum += term;
  }
  return sum;
}
