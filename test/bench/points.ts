import { finish } from "../../src/core/base/work.ts";
import type { Places } from "../../src/core/spatial/places.ts";
import type { Origins } from "../../src/core/spatial/reach-table.ts";
import { demoPoints } from "../../src/io/demo/shipped.ts";

/** Zones as points and facilities, spread like the demo towns. */
export function pointsOf(size: "city" | "province" | "nation"): { origins: Origins; facilities: Places } {
  const { zones, facilities } = finish(demoPoints(size, 1));
  return { origins: asOrigins(zones), facilities };
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
