import { diceOf } from "../../src/core/base/random.ts";
import { finish } from "../../src/core/base/work.ts";
import type { Places } from "../../src/core/spatial/places.ts";
import type { Origins } from "../../src/core/spatial/reach-table.ts";
import { demoPoints } from "../../src/io/demo/shipped.ts";

/** Zones as points and facilities, spread like the demo towns. */
export function pointsOf(size: "city" | "province" | "nation"): { origins: Origins; facilities: Places } {
  const { zones, facilities } = finish(demoPoints(size, 1));
  return { origins: asOrigins(zones), facilities };
}

/** 20,000 zones × 3,000 facilities in a square of 14 km, spread evenly: some 45 facilities within 1 km of a zone. */
export function denseCity(): { origins: Origins; facilities: Places } {
  const dice = diceOf(1, "dense city");
  const spread = (count: number): Places => ({
    lng: Float64Array.from({ length: count }, () => dice.between(117, 117.152)),
    lat: Float64Array.from({ length: count }, () => dice.between(34, 34.126)),
  });
  return { origins: asOrigins(spread(20_000)), facilities: spread(3_000) };
}

export function asOrigins({ lng, lat }: Places): Origins {
  return {
    starts: Uint32Array.from({ length: lng.length + 1 }, (_, row) => row),
    lng,
    lat,
    kinds: Array.from(lng, () => "point" as const),
  };
}

/** The first `count` rows of both, in the same proportion. */
export function firstRows({ origins, facilities }: { origins: Origins; facilities: Places }, count: number) {
  const share = count / origins.lng.length;
  const cut = Math.max(1, Math.round(facilities.lng.length * share));
  return {
    origins: asOrigins({ lng: origins.lng.slice(0, count), lat: origins.lat.slice(0, count) }),
    facilities: { lng: facilities.lng.slice(0, cut), lat: facilities.lat.slice(0, cut) },
  };
}
