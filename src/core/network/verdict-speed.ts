import { type Exact, exact, plus, ZERO } from "../base/decimal.ts";
import { invariant } from "../base/invariant.ts";
import type { Metres } from "../base/units.ts";
import { nearestDecides, type Origins } from "../spatial/reach-table.ts";
import { sumOfParts } from "./sum-of-parts.ts";

/** Fifteen minutes, in seconds. */
export const WALK_SECONDS = 900;

/** The slowest and the fastest whose walks are asked about, in metres a second. */
export const SLOWEST_WALK = 0.7;
export const FASTEST_WALK = 1.3;

/** Equivalent metres that somebody of a speed walks in fifteen minutes: 1,170 for the fastest. */
export function metresAt(speed: number): Metres {
  return speed * WALK_SECONDS;
}

/**
 * The speed, in metres a second, that so many equivalent metres ask for; `undefined` for what nobody reaches. For
 * showing, and to be rounded up: what decides are the metres, against `metresAt` of a speed.
 */
export function speedFor(metres: Metres): number | undefined {
  return Number.isFinite(metres) ? metres / WALK_SECONDS : undefined;
}

/** Every origin as a point zone of its own: the nearest of each is then that of any way to reach. */
export function originsApart({ lng, lat, ahead }: Origins): Origins {
  const starts = Uint32Array.from({ length: lng.length + 1 }, (_, origin) => origin);
  return { starts, lng, lat, ...(ahead && { ahead }), kinds: Array.from(lng, () => "point" as const) };
}

/**
 * By zone, the equivalent metres that somebody must be able to walk: for some part of the zone to be covered, and for all
 * of it. They differ where a zone has several places; where the nearest decides, as of entrances, the part is the whole.
 * Infinity where the fastest do not reach it; NaN for a zone without a place.
 */
export interface VerdictMetres {
  readonly part: Float64Array;
  readonly whole: Float64Array;
}

/**
 * `nearest`: by origin, metres to the nearest facility, along the network or along straight lines; those beyond the
 * `fastest` may be told or be Infinity, which is the same. A zone is covered wholly by a limit of up to `fastest` if
 * and only if its `whole` is not above it.
 */
export function verdictMetres(
  origins: Origins,
  nearest: Float64Array,
  fastest: Metres = metresAt(FASTEST_WALK),
): VerdictMetres {
  invariant(nearest.length === origins.lng.length, "every origin has its metres");
  const part = new Float64Array(origins.kinds.length).fill(Number.NaN);
  const whole = part.slice();
  for (let zone = 0; zone < part.length; zone++) {
    const walks = walksOf(origins, nearest, zone);
    if (walks.length === 0) continue;
    const [least, most] = [Math.min(...walks), Math.max(...walks)];
    part[zone] = least <= fastest ? least : Infinity;
    whole[zone] = most <= fastest ? most : Infinity;
  }
  return { part, whole };
}

/** People whose coverage is the same for everybody between two speeds. */
export interface StablePeople {
  /** Covered for the slowest already, and not even for the fastest. */
  readonly covered: Exact;
  readonly uncovered: Exact;
  /** People of all zones that were counted: `covered`, `uncovered`, and those between. */
  readonly total: Exact;
  /** Zones with a place that state no number, and zones without a place: both are left out. */
  readonly withoutNumber: number;
  readonly withoutPlace: number;
}

/**
 * `people`: by zone, NaN where it states none. Each place of a zone stands for as many of its people as any other, as in
 * coverage. Sums are exact.
 */
export function stablePeople(
  origins: Origins,
  nearest: Float64Array,
  people: Float64Array,
  slowest: Metres = metresAt(SLOWEST_WALK),
  fastest: Metres = metresAt(FASTEST_WALK),
): StablePeople {
  invariant(slowest <= fastest, "the slowest is not faster than the fastest");
  const [covered, uncovered] = [sumOfParts(), sumOfParts()];
  let total = ZERO;
  let withoutNumber = 0;
  let withoutPlace = 0;
  for (let zone = 0; zone < people.length; zone++) {
    const walks = walksOf(origins, nearest, zone);
    const count = people[zone] as number;
    if (walks.length === 0) withoutPlace++;
    else if (Number.isNaN(count)) withoutNumber++;
    else {
      total = plus(total, exact(count));
      covered.add(count, walks.filter((metres) => metres <= slowest).length, walks.length);
      uncovered.add(count, walks.filter((metres) => !(metres <= fastest)).length, walks.length);
    }
  }
  return { covered: covered.sum(), uncovered: uncovered.sum(), total, withoutNumber, withoutPlace };
}

/** The walks of the places that a zone counts: its origins, or the shortest where the nearest decides. */
function walksOf({ starts, kinds }: Origins, nearest: Float64Array, zone: number): Float64Array {
  const walks = nearest.subarray(starts[zone], starts[zone + 1]);
  return nearestDecides(kinds[zone]) && walks.length > 0 ? Float64Array.of(Math.min(...walks)) : walks;
}
