import type { ZoneId } from "../../base/ids.ts";
import { type Issue, issue } from "../../base/issue.ts";
import { indexOfId } from "../../base/order.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import type { Degrees, Metres } from "../../base/units.ts";
import type { LngLat, Polygon } from "../../geo/lng-lat.ts";
import { areaOf, pointInside } from "../../geo/ring.ts";
import { metresFromZone } from "../far-from-zone.ts";
import type { Patch } from "../patch.ts";
import type { Project } from "../project.ts";
import type { ResidentialZone } from "../residential-zone.ts";
import { soundOutline } from "./sound-outline.ts";
import { withMembers } from "./with-members.ts";
import { placeRemarks } from "./zone-remarks.ts";

/** Where a zone lies: its outline; or a point alone, or nowhere that is known, which takes an outline away. */
export type ZonePlace = { readonly shape: readonly Polygon[] } | { readonly at: LngLat | undefined };

/** Gives a zone an outline or a point, or another one. Refused where it lies there already, or cannot. */
export function placeZone(
  project: Project,
  { id, place }: { readonly id: ZoneId; readonly place: ZonePlace },
): Outcome<Patch> {
  const before = project.zones[indexOfId(project.zones, id)];
  if (before === undefined) return refused(issue("edit.unknown-zone", "error", { id }, { id }));
  const placed = placedZone(before, place);
  if (!placed.ok) return placed;
  const after = placed.value;
  if (after === before) return refused(issue("edit.nothing-changed", "error", { id }, { id }));
  return done({ zones: [{ before, after }] }, [...placed.issues, ...placeRemarks(project, before, after)]);
}

/**
 * The zone at its new place; the same one if it lies there already. Its point is one inside its outline. A zone that is
 * moved as it is takes its entrances and buildings along; of one that gets another outline those stay that are its own
 * still, and households that were estimated from its ground are estimated anew: both are told.
 */
export function placedZone(before: ResidentialZone, place: ZonePlace): Outcome<ResidentialZone> {
  const { id } = before;
  if ("shape" in place) {
    const sound = soundOutline(place.shape, id);
    if (!sound.ok) return sound;
    return withOutline(before, sound.value);
  }
  const { at } = place;
  if (at && !(Math.abs(at.lng) <= 180 && Math.abs(at.lat) <= 90))
    return refused(issue("edit.no-place", "error", { lng: String(at.lng), lat: String(at.lat) }, { id }));
  const shift = before.at && at && before.shape === undefined ? shiftOf([before.at], [at]) : undefined;
  return done(
    withMembers<ResidentialZone>(before, {
      shape: undefined,
      at: at && { lng: at.lng, lat: at.lat },
      ...(shift && movedAlong(before, shift)),
    }),
  );
}

function withOutline(before: ResidentialZone, shape: readonly Polygon[]): Outcome<ResidentialZone> {
  const shift = before.shape && shiftOf(before.shape.flat(2), shape.flat(2));
  const at = pointInside(shape);
  if (shift) return done(withMembers<ResidentialZone>(before, { shape, at, ...movedAlong(before, shift) }));
  const { entrances, left } = keptEntrances(before, shape);
  const buildings = before.buildings?.filter((building) => isOwn(building, shape));
  const households = householdsOn(before, shape);
  const after = withMembers<ResidentialZone>(before, {
    ...{ shape, at, households, entrances },
    buildings: buildings && buildings.length > 0 ? buildings : undefined,
  });
  const remarks: Issue[] = [];
  const { id } = before;
  if (left > 0) remarks.push(issue("edit.entrances-left-out", "warning", { entrances: left }, { id }));
  if (households !== undefined && households !== before.households)
    remarks.push(
      issue(
        "edit.households-estimated-anew",
        "warning",
        { before: before.households ?? 0, after: households },
        { id },
      ),
    );
  return done(after, remarks);
}

function keptEntrances({ entrances }: ResidentialZone, shape: readonly Polygon[]) {
  const kept = entrances?.filter((entrance) => isOwn(entrance, shape)) ?? [];
  return {
    entrances: kept.length > 0 ? kept : undefined,
    left: (entrances?.length ?? 0) - kept.length,
  };
}

/** Entrances stand on the street before the zone, and outlines are drawn by hand. */
const OWN_METRES: Metres = 50;

function isOwn(place: LngLat, shape: readonly Polygon[]): boolean {
  return (metresFromZone(place, { shape }) ?? 0) <= OWN_METRES;
}

/** Estimated households go with the ground that they were estimated from. */
function householdsOn(before: ResidentialZone, shape: readonly Polygon[]): number | undefined {
  const { households, householdsBasis } = before;
  if (householdsBasis !== "estimated" || households === undefined || before.shape === undefined)
    return households;
  return Math.max(1, Math.round((households * areaOf(shape)) / areaOf(before.shape)));
}

interface Shift {
  readonly east: Degrees;
  readonly north: Degrees;
}

/** How far all of the places lie from where they were, if that is the same for each and not nothing. */
export function shiftOf(before: readonly LngLat[], after: readonly LngLat[]): Shift | undefined {
  const [from, to] = [before[0], after[0]];
  if (from === undefined || to === undefined || before.length !== after.length) return undefined;
  const shift = { east: to.lng - from.lng, north: to.lat - from.lat };
  if (Math.abs(shift.east) <= HAIR && Math.abs(shift.north) <= HAIR) return undefined;
  const isSame = before.every(({ lng, lat }, i) => {
    const place = after[i] as LngLat;
    return Math.abs(place.lng - lng - shift.east) <= HAIR && Math.abs(place.lat - lat - shift.north) <= HAIR;
  });
  return isSame ? shift : undefined;
}

/** About a centimetre. */
const HAIR: Degrees = 1e-7;

function movedAlong(
  { entrances, buildings }: ResidentialZone,
  { east, north }: Shift,
): Pick<ResidentialZone, "entrances" | "buildings"> {
  const moved = ({ lng, lat }: LngLat): LngLat => ({
    lng: Number((lng + east).toFixed(9)),
    lat: Number((lat + north).toFixed(9)),
  });
  return {
    ...(entrances && { entrances: entrances.map(moved) }),
    ...(buildings && { buildings: buildings.map(moved) }),
  };
}
