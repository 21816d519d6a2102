import type { AdminCode } from "../base/ids.ts";

/** Digits of a code down to province, prefecture, county, street and community. */
const LEVEL_LENGTHS = [2, 4, 6, 9, 12];

/** Whether this is an official code: digits down to one of the five levels. */
export function isOfficialCode(code: AdminCode): boolean {
  return /^\d+$/.test(code) && LEVEL_LENGTHS.includes(code.length);
}

/**
 * Whether `code` lies in the place of `place`, itself included. Levels that are all zeros say nothing: 320300 is the
 * whole of 3203. A code that is not official lies only in itself.
 */
export function liesIn(code: AdminCode, place: AdminCode): boolean {
  if (!isOfficialCode(code) || !isOfficialCode(place)) return code !== "" && code === place;
  return meaningful(code).startsWith(meaningful(place));
}

/** The code without the levels at its end that are all zeros; at least the province. */
export function meaningful(code: AdminCode): AdminCode {
  let length = code.length;
  for (const shorter of [9, 6, 4, 2]) {
    if (shorter >= length) continue;
    if (/[^0]/.test(code.slice(shorter, length))) break;
    length = shorter;
  }
  return code.slice(0, length);
}
