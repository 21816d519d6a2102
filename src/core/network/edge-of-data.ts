import type { Degrees, Metres } from "../base/units.ts";
import { hasPlace, type Places } from "../spatial/places.ts";
import type { Origins } from "../spatial/reach-table.ts";
import { ASIDE, type Extent } from "./extent.ts";
import { footFinder } from "./join-foot.ts";
import { straightMetres } from "./join-straight.ts";

/**
 * By zone, 1 where the answer may hang on what lies beyond the extent: some part of it is not known to be covered, and a
 * place that its walks start from is nearer to the border than the limit, in straight metres, or beyond it. `covered`:
 * the part of each zone within the limit of a facility; NaN where it is not known.
 */
export function zonesAtEdge(
  extent: Extent,
  origins: Origins,
  covered: Float64Array,
  limit: Metres,
): Uint8Array {
  const isNear = nearBorder(extent, limit);
  const { starts, lng, lat } = origins;
  return Uint8Array.from(covered, (part, zone) => {
    if (part === 1) return 0;
    for (let origin = starts[zone] as number; origin < (starts[zone + 1] as number); origin++) {
      if (isNear(lng[origin] as number, lat[origin] as number)) return 1;
    }
    return 0;
  });
}

/** Zones and facilities, by row, that share what there is. */
export interface Component {
  readonly zones: Uint32Array;
  readonly facilities: Uint32Array;
}

/**
 * Whether zones and facilities that are allocated together come nearer to the border of the extent than the limit: then
 * they may be tied to others that nobody brought.
 */
export function isAtEdge(
  extent: Extent,
  origins: Origins,
  facilities: Places,
  component: Component,
  limit: Metres,
): boolean {
  const isNear = nearBorder(extent, limit);
  const someZone = component.zones.some((zone) => {
    for (
      let origin = origins.starts[zone] as number;
      origin < (origins.starts[zone + 1] as number);
      origin++
    ) {
      if (isNear(origins.lng[origin] as number, origins.lat[origin] as number)) return true;
    }
    return false;
  });
  return (
    someZone ||
    component.facilities.some(
      (row) =>
        hasPlace(facilities, row) && isNear(facilities.lng[row] as number, facilities.lat[row] as number),
    )
  );
}

/** Whether a place is nearer to the border than the limit, or beyond it. */
function nearBorder(
  { sides, boxes, contains }: Extent,
  limit: Metres,
): (lng: Degrees, lat: Degrees) => boolean {
  const foot = footFinder();
  return (lng, lat) => {
    foot.stand(lng, lat);
    const [width, height] = [foot.halfWidth(limit), foot.halfHeight(limit)];
    let isNear = false;
    boxes.search(lng - width, lat - height, lng + width, lat + height, (side) => {
      if (isNear) return false;
      const [aLng, aLat, bLng, bLat] = sides.subarray(4 * side, 4 * side + 4) as unknown as Side;
      foot.find(aLng, aLat, bLng, bLat);
      isNear = straightMetres(lng, lat, foot.lng, foot.lat) < limit;
      return false;
    });
    return isNear || isOutside(lng, lat);
  };

  /** And in no gap between outlines of neighbours: those are no border either. */
  function isOutside(lng: Degrees, lat: Degrees): boolean {
    const [width, height] = [foot.halfWidth(ASIDE), foot.halfHeight(ASIDE)];
    const around = [
      { lng, lat },
      { lng: lng - width, lat },
      { lng: lng + width, lat },
      { lng, lat: lat - height },
      { lng, lat: lat + height },
    ];
    return !around.some(contains);
  }
}

type Side = readonly [aLng: Degrees, aLat: Degrees, bLng: Degrees, bLat: Degrees];
