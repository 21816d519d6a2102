import { type Issue, issue } from "../../base/issue.ts";
import type { Degrees } from "../../base/units.ts";
import type { Polygon } from "../../geo/lng-lat.ts";
import { placeIssue } from "../check-project.ts";
import { isFarFrom } from "../far-from-zone.ts";
import { overlappingZones } from "../overlapping-zones.ts";
import type { Project } from "../project.ts";
import type { ResidentialZone } from "../residential-zone.ts";
import { outsideOf } from "../study-area.ts";

/**
 * What is doubtful about where a zone lies now, and was not before: zones that it shares ground with, a place outside
 * the project's area, rooms built for it that lie far from it. `before`: absent of a new zone.
 */
export function placeRemarks(
  project: Project,
  before: ResidentialZone | undefined,
  after: ResidentialZone,
): readonly Issue[] {
  const known = before === undefined ? [] : remarksOn(project, before);
  const told = new Set(known.map(keyOf));
  return remarksOn(project, after).filter((remark) => !told.has(keyOf(remark)));
}

function remarksOn(project: Project, zone: ResidentialZone): readonly Issue[] {
  const { id, shape } = zone;
  const box = shape && boxOf(shape);
  const others = box
    ? project.zones.filter((other) => other.id !== id && other.shape && boxesMeet(box, boxOf(other.shape)))
    : [];
  const overlaps = overlappingZones([zone, ...others]).filter(
    ({ zone: inner, other }) => inner === id || other === id,
  );
  const nameOf = (of: string) => [zone, ...others].find((each) => each.id === of)?.name ?? of;
  const far = project.facilities.filter((facility) => facility.zone === id && isFarFrom(facility.at, zone));
  return [
    ...overlaps.map(({ zone: inner, other, share }) => {
      const facts = { inner: nameOf(inner), outer: nameOf(other), percent: Math.round(share * 100) };
      return issue("edit.zones-overlap", "warning", facts, { id });
    }),
    ...[placeIssue(zone), outsideOf(project)(zone)].filter((told) => told !== undefined),
    ...(far.length > 0
      ? [issue("edit.rooms-far", "warning", { count: far.length, facilities: firstOf(far) }, { id })]
      : []),
  ];
}

/** The first few of rows by name, and a mark that there are more. */
export function firstOf(rows: readonly { readonly id: string; readonly name?: string }[]): readonly string[] {
  const names = rows.slice(0, MOST_NAMED).map(({ id, name }) => name ?? id);
  return rows.length > MOST_NAMED ? [...names, "…"] : names;
}

const MOST_NAMED = 4;

function keyOf({ code, facts }: Issue): string {
  return "inner" in facts ? `${code} ${facts.inner} ${facts.outer}` : code;
}

interface Box {
  readonly west: Degrees;
  readonly south: Degrees;
  readonly east: Degrees;
  readonly north: Degrees;
}

function boxesMeet(a: Box, b: Box): boolean {
  return a.west < b.east && b.west < a.east && a.south < b.north && b.south < a.north;
}

function boxOf(shape: readonly Polygon[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer] of shape) {
    for (const { lng, lat } of outer) {
      [west, east] = [Math.min(west, lng), Math.max(east, lng)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    }
  }
  return { west, south, east, north };
}
