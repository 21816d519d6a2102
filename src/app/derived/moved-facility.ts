import type { ProjectView } from "../../../workers/protocol.ts";
import type { Metres } from "../../core/base/units.ts";
import { geodesicBetween } from "../../core/geo/geodesic.ts";
import { rowName } from "./row-name.ts";
import { same } from "./shared-columns.ts";

/** Which facility stands elsewhere and how far, where that is all that is different of the data; NaN from or to no place. */
export function movedFacility(
  before: ProjectView,
  after: ProjectView,
): { readonly name: string; readonly metres: Metres } | undefined {
  const { zones, units, customPacks } = after;
  if (!same([zones, units, customPacks], [before.zones, before.units, before.customPacks])) return undefined;
  const [{ lng: lngBefore, lat: latBefore, ...were }, { lng, lat, ...are }] = [
    before.facilities,
    after.facilities,
  ];
  if (!same(were, are)) return undefined;
  const moved = [...lng.keys()].filter(
    (row) => !(Object.is(lng[row], lngBefore[row]) && Object.is(lat[row], latBefore[row])),
  );
  const [row] = moved;
  if (row === undefined || moved.length > 1) return undefined;
  const of = (column: Float64Array) => column[row] ?? Number.NaN;
  return {
    name: rowName(after.facilities, row),
    metres: geodesicBetween(of(lngBefore), of(latBefore), of(lng), of(lat)),
  };
}
