import type { MeasureDone, MovedSite, PlannedPlace } from "../../../workers/plan-tasks.ts";
import type { ProjectView } from "../../../workers/protocol.ts";
import type { LngLat } from "../../core/geo/lng-lat.ts";
import type { Subject } from "../../core/model/facility-kind.ts";
import { type Place, placeKey } from "../../core/plan/measure.ts";
import { isMovable } from "../../core/plan/movable.ts";
import type { PlanMark } from "../../map/columns.ts";

export interface PlacedMark {
  readonly place: Place;
  readonly mark: Pick<PlanMark, "lng" | "lat" | "subject" | "number" | "isMovable" | "isUnusable">;
}

type Rooms = Pick<MeasureDone, "elderly" | "childcare" | "slots">;

/**
 * Where something could be done, and what a plan does where, with its number in the list: sites by whom the rooms are for,
 * facilities and zones by their numbers alone, for they are marked already. A site that is tried elsewhere stands there; what
 * is to be built can be. `sites`, of the document, come last where nothing is known that could be done,
 * as unusable once all of them were surveyed.
 */
export function planMarks(
  places: readonly Pick<PlannedPlace, "place" | "at" | "measures">[],
  measures: readonly (Pick<MeasureDone, "kind" | "place" | "at"> & Rooms)[],
  moved: readonly MovedSite[],
  sites: Pick<ProjectView["sites"], "ids" | "lng" | "lat">,
  isSurveyed: boolean,
): readonly PlacedMark[] {
  const numberOf = new Map(measures.map(({ place }, at) => [placeKey(place), at]));
  const elsewhere = new Map(moved.map(({ site, to }) => [placeKey({ site }), to]));
  const known = new Set(places.map(({ place }) => placeKey(place)));
  const all = [
    ...places.map(({ place, at, measures }) => ({ place, at, rooms: measures as readonly Rooms[] })),
    ...measures
      .filter(({ place }) => !known.has(placeKey(place)))
      .map((each) => ({ place: each.place, at: each.at, rooms: [each] as readonly Rooms[] })),
  ];
  const marks = all.flatMap(({ place, at, rooms }): PlacedMark[] => {
    const key = placeKey(place);
    const row = numberOf.get(key);
    const done = row === undefined ? undefined : measures[row];
    const stands: LngLat | undefined = elsewhere.get(key) ?? done?.at ?? at;
    const isSite = "site" in place;
    if (stands === undefined || (!isSite && done === undefined)) return [];
    return [
      {
        place,
        mark: {
          ...{ lng: stands.lng, lat: stands.lat, isMovable: done !== undefined && isMovable(done) },
          ...(isSite && { subject: subjectOf(done ? [done] : rooms) }),
          ...(row !== undefined && { number: row + 1 }),
        },
      },
    ];
  });
  const marked = new Set(all.map(({ place }) => placeKey(place)));
  const others = sites.ids.flatMap((site, row): PlacedMark[] => {
    if (marked.has(placeKey({ site }))) return [];
    const at = { lng: sites.lng[row] ?? Number.NaN, lat: sites.lat[row] ?? Number.NaN };
    const mark = { ...at, subject: "community", isMovable: false, isUnusable: isSurveyed } as const;
    return [{ place: { site }, mark }];
  });
  return [...marks, ...others];
}

function subjectOf(rooms: readonly Rooms[]): Subject {
  const elderly = rooms.some(({ elderly }) => elderly > 0);
  const childcare = rooms.some(({ childcare, slots }) => childcare > 0 || slots > 0);
  return elderly && childcare ? "community" : elderly ? "elderly" : "childcare";
}
