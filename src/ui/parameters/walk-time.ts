import type { Metres } from "../../core/base/units.ts";

/** What may be set as a limit, in metres, and as a speed, in metres per second. */
export const LIMIT_BOUNDS = { from: 50, to: 5000 } as const;
export const SPEED_BOUNDS = { from: 0.3, to: 2 } as const;

/** Metres walked in so many minutes, whole and within bounds. */
export function limitAt(speed: number, minutes: number): Metres {
  return Math.min(LIMIT_BOUNDS.to, Math.max(LIMIT_BOUNDS.from, Math.round(speed * 60 * minutes)));
}

/** How fast one walks who needs so many minutes for the limit, in metres per second. */
export function speedAt(limit: Metres, minutes: number): number {
  return limit / (60 * minutes);
}
