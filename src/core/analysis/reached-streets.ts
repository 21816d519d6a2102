import type { FacilityId } from "../base/ids.ts";
import { issue } from "../base/issue.ts";
import { indexOfId } from "../base/order.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Metres } from "../base/units.ts";
import { finish } from "../base/work.ts";
import type { LngLat, Polygon } from "../geo/lng-lat.ts";
import { subjectOfKind } from "../model/facility-kind.ts";
import { type Isochrone, isochroneOf } from "../network/isochrone.ts";
import { isochroneArea } from "../network/isochrone-area.ts";
import { joinAll, joinedAt } from "../network/join.ts";
import { facilityPlaces } from "../spatial/places.ts";
import { limitOf } from "./parameters.ts";
import type { Pipeline } from "./pipeline.ts";

/** From where people walk to a facility along the streets. */
export interface ReachedStreets {
  readonly limit: Metres;
  /** Exact: parts of streets. */
  readonly streets: Isochrone;
  /** Around them, as illustration. */
  readonly area: readonly Polygon[];
}

/**
 * By the profile that decides for the subject of its kind. `undefined` where walks are straight lines, and for a facility
 * without a place or without a street within the cap. Refused if there is no such facility.
 */
export function reachedStreets(
  { project, parameters, reach }: Pipeline,
  id: FacilityId,
): Outcome<ReachedStreets | undefined> {
  const facility = project.facilities[indexOfId(project.facilities, id)];
  if (facility === undefined) return refused(issue("edit.unknown-facility", "error", { id }, { id }));
  const subject = subjectOfKind(facility.kind) === "childcare" ? "childcare" : "elderly";
  const walk = reach.value.walks?.[parameters.decides[subject]];
  if (walk === undefined || facility.at === undefined) return done(undefined);
  const at: LngLat = facility.at;
  const { graph } = walk.network;
  const joined = joinedAt(finish(joinAll(graph, facilityPlaces([facility]), walk.limits.cap)), 0);
  if (joined === undefined) return done(undefined);
  const limit = limitOf(parameters, subject);
  const streets = isochroneOf(graph, joined, limit);
  return done({ limit, streets, area: isochroneArea(streets, at) });
}
