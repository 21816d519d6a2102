import { byCodeUnit, indexOfId } from "../base/order.ts";
import { sameContent } from "../base/same-content.ts";
import type { Facility } from "../model/facility.ts";
import { isCareSubject, subjectOfKind } from "../model/facility-kind.ts";
import type { Project } from "../model/project.ts";
import { type Measure, type Measures, type Place, placeKey, type Refusal } from "./measure.ts";

/** A measure of a plan as it was found, and of a plan over years the year in which it begins to serve. */
export interface PlannedMeasure {
  readonly measure: Measure;
  readonly year?: number;
}

/** A measure of a plan, and what becomes of it in a project that was changed since the plan was made. */
export interface RebasedMeasure {
  readonly was: PlannedMeasure;
  readonly fate: Fate;
}

export type Fate =
  /** What it stands on is as it was: the same place, rooms, eligibility, cost and years. */
  | { readonly is: "carried"; readonly now: PlannedMeasure }
  /** The rooms are there as it would leave them. */
  | { readonly is: "done" }
  | Conflict;

/** Why a measure does not stand any more; `now`: the same done to what there is, where that can be done. */
export type Conflict =
  /** Its facility, site or zone is in the project no longer. */
  | { readonly is: "gone" }
  /** Its rooms are there already, and otherwise than planned. */
  | { readonly is: "used"; readonly rooms: readonly Facility[] }
  | { readonly is: "refused"; readonly refusals: readonly Refusal[] }
  /** The place is there, and nothing of the kind is to be done at it. */
  | { readonly is: "not-offered" }
  /** It could begin no sooner than in this year, which is after the last of the plan. */
  | { readonly is: "too-late"; readonly earliest: number }
  | { readonly is: "otherwise"; readonly now: PlannedMeasure; readonly parts: readonly ChangedPart[] };

/** What of a measure is otherwise; `rest`: of its rooms anything else that rules look at. */
export const CHANGED_PARTS = [
  "kind",
  "rooms",
  "at",
  "cost",
  "yearly",
  "years",
  "conditions",
  "rest",
] as const;
export type ChangedPart = (typeof CHANGED_PARTS)[number];

/** What is done about a conflict: the measure is left out, or done to what there is now. */
export type ConflictChoice = "out" | "as-now";

/** What can be done about a conflict. Where it is one thing only, that is done and nobody is asked. */
export function choicesAbout({ is }: Pick<Conflict, "is">): readonly ConflictChoice[] {
  return is === "otherwise" ? ["out", "as-now"] : ["out"];
}

/** A project as it is, with what can be done in it, in any order. */
export interface PresentMeasures extends Measures {
  readonly project: Pick<Project, "facilities" | "sites" | "zones">;
}

export function isConflict(fate: Fate): fate is Conflict {
  return fate.is !== "carried" && fate.is !== "done";
}

/**
 * Each measure of a plan, in the order of the plan, with what becomes of it in the project as it is. Names, sources and dates of
 * rows change nothing. `lastYear`: of a plan over years.
 */
export function rebasePlan(
  planned: readonly PlannedMeasure[],
  present: PresentMeasures,
  lastYear?: number,
): readonly RebasedMeasure[] {
  return planned.map((was) => ({ was, fate: fateOf(was, present, lastYear) }));
}

/**
 * What of a rebased plan is to be done, in the order of the plan: what is carried over, and what was chosen to be done as it
 * now is. A conflict that nobody has decided is not in it.
 *
 * @param choices by id of the measure as it was planned
 */
export function decidedMeasures(
  rebased: readonly RebasedMeasure[],
  choices: ReadonlyMap<string, ConflictChoice>,
): readonly PlannedMeasure[] {
  return rebased.flatMap(({ was, fate }) => {
    if (fate.is === "carried") return [fate.now];
    return fate.is === "otherwise" && choices.get(was.measure.id) === "as-now" ? [fate.now] : [];
  });
}

function fateOf(was: PlannedMeasure, present: PresentMeasures, lastYear: number | undefined): Fate {
  const { measure } = was;
  const { project, measures, refused } = present;
  const there = measure.leaves.map(({ id }) => project.facilities[indexOfId(project.facilities, id)]);
  if (measure.leaves.every((room, at) => there[at] && sameContent(ruled(room), ruled(there[at]))))
    return { is: "done" };
  const isNew = !("facility" in measure.place) && measure.runs === undefined;
  const built = there.flatMap((row) => (row && (isNew || row.status === "built") ? [row] : []));
  // What is there under the id of a room that is still to come would be written over.
  if (isNew && built.length > 0) return { is: "used", rooms: built };
  const key = placeKey(measure.place);
  const now = nearestTo(
    measure,
    measures.filter(({ place }) => placeKey(place) === key),
  );
  if (now) return standing(was, now, lastYear);
  if (!isThere(measure.place, project)) return { is: "gone" };
  const refusals = refused.filter((each) => placeKey(each.place) === key && concerns(each, measure));
  if (refusals.length > 0) return { is: "refused", refusals };
  return "facility" in measure.place && built.length > 0
    ? { is: "used", rooms: built }
    : { is: "not-offered" };
}

function standing(was: PlannedMeasure, now: Measure, lastYear: number | undefined): Fate {
  const { measure, year } = was;
  const { earliest } = now;
  const begins = year === undefined ? undefined : Math.max(year, earliest ?? year);
  const next = { measure: now, ...(begins !== undefined && { year: begins }) };
  const parts = partsApart(measure, now);
  if (parts.length === 0 && begins === year) return { is: "carried", now: next };
  if (begins !== undefined && lastYear !== undefined && begins > lastYear)
    return { is: "too-late", earliest: begins };
  return { is: "otherwise", now: next, parts };
}

/** The measure itself, or of those that leave the same rooms at its place that which is most like it. */
function nearestTo(was: Measure, here: readonly Measure[]): Measure | undefined {
  const itself = here.find(({ id }) => id === was.id);
  if (itself) return itself;
  const wanted = sizeOf(was);
  const rank = (each: Measure) => {
    const size = sizeOf(each);
    return [each.kind === was.kind ? 0 : 1, size > wanted ? 1 : 0, Math.abs(size - wanted)];
  };
  const like = here.filter((each) => sameContent(idsOf(each), idsOf(was)));
  const [nearest] = like
    .map((each) => ({ each, by: rank(each) }))
    .sort((a, b) => byNumbers(a.by, b.by) || byCodeUnit(a.each.id, b.each.id));
  return nearest?.each;
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, i) => one !== b[i]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}

function idsOf({ leaves }: Measure): readonly string[] {
  return leaves.map(({ id }) => id).sort(byCodeUnit);
}

function sizeOf({ leaves }: Measure): number {
  return leaves.reduce((sum, room) => sum + room.areas.reduce((all, { area }) => all + area, 0), 0);
}

function partsApart(was: Measure, now: Measure): readonly ChangedPart[] {
  const roomsOf = (of: (room: Facility) => unknown) =>
    !sameContent(byId(was.leaves).map(of), byId(now.leaves).map(of));
  const isApart: Readonly<Record<ChangedPart, boolean>> = {
    kind: was.kind !== now.kind,
    rooms: roomsOf(sizesOf),
    at: roomsOf(({ at }) => at),
    cost: !sameContent(was.cost, now.cost),
    yearly: !sameContent(was.yearly, now.yearly),
    years: was.earliest !== now.earliest || was.lifetime !== now.lifetime,
    conditions: !sameContent([...was.conditions].sort(byCodeUnit), [...now.conditions].sort(byCodeUnit)),
    rest: roomsOf(restOf),
  };
  return CHANGED_PARTS.filter((part) => isApart[part]);
}

function byId(rooms: readonly Facility[]): readonly Facility[] {
  return [...rooms].sort((a, b) => byCodeUnit(a.id, b.id));
}

function sizesOf({ areas, slots, beds, nursingBeds }: Facility) {
  return { areas, slots, beds, nursingBeds };
}

function restOf(room: Facility) {
  const { areas: _areas, slots: _slots, beds: _beds, nursingBeds: _nursing, at: _at, ...rest } = ruled(room);
  return rest;
}

/** A room by what rules and allocations look at: not by what it is called, and who says so since when. */
function ruled(room: Facility): Omit<Facility, (typeof SAID)[number]> {
  const kept: Partial<Facility> = { ...room };
  for (const name of SAID) delete (kept as Partial<Record<keyof Facility, unknown>>)[name];
  return kept as Facility;
}

const SAID = ["name", "address", "phone", "hours", "source", "date", "checked"] as const;

function isThere(place: Place, { facilities, sites, zones }: PresentMeasures["project"]): boolean {
  if ("facility" in place) return indexOfId(facilities, place.facility) >= 0;
  if ("site" in place) return indexOfId(sites, place.site) >= 0;
  return indexOfId(zones, place.zone) >= 0;
}

/** Whether a refusal is of the measure's own subjects. */
function concerns({ subject }: Refusal, { leaves }: Measure): boolean {
  if (subject === undefined) return true;
  return leaves.some(({ kind }) => {
    const its = subjectOfKind(kind);
    return isCareSubject(its) && its === subject;
  });
}
