import { type Issue, issue } from "../base/issue.ts";
import { indexOfId } from "../base/order.ts";
import { inChina } from "../geo/china.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import { faultsOf } from "../network/changed-streets.ts";
import { streetsFault } from "../network/streets-fault.ts";
import { isOfficialCode } from "../standards/admin-code.ts";
import { duplicatesAmong, namesOf } from "./duplicates.ts";
import type { Facility } from "./facility.ts";
import { isFarFrom, metresFromZone } from "./far-from-zone.ts";
import { overlappingZones } from "./overlapping-zones.ts";
import type { Project } from "./project.ts";
import { atOdds, type ResidentialZone } from "./residential-zone.ts";
import { outsideOf } from "./study-area.ts";
import { namesakesAmong } from "./zones-by-name.ts";
import { zonesTwice } from "./zones-twice.ts";

/** What is doubtful about rows that can each be read, or about the streets. Nothing is changed; `finding.at.id` is the row's. */
export interface ProjectFinding {
  readonly table: "facilities" | "zones" | "streets";
  readonly finding: Issue;
}

/** Rows against each other and against what is possible. Zones first, then facilities, then the streets. */
export function checkProject(project: Project): readonly ProjectFinding[] {
  const outside = outsideOf(project);
  const zones = [
    ...project.zones.flatMap((zone) => [...checkZone(zone), ...listOf(outside(zone))]),
    ...checkHouseholds(project.zones),
    ...checkOverlaps(project.zones),
    ...checkTwins(project.zones),
  ];
  const facilities: Issue[] = [];
  const namesakes = namesakesAmong(project.zones);
  for (const facility of project.facilities) {
    const place = placeIssue(facility) ?? outside(facility);
    if (place !== undefined) facilities.push(place);
    const owner = checkOwner(facility, project.zones, namesakes);
    if (owner !== undefined) facilities.push(owner);
  }
  for (const each of checkDuplicates(project)) facilities.push(each);
  return [
    ...zones.map((finding) => ({ table: "zones" as const, finding })),
    ...facilities.map((finding) => ({ table: "facilities" as const, finding })),
    ...checkStreets(project).map((finding) => ({ table: "streets" as const, finding })),
  ];
}

function checkZone(zone: ResidentialZone): Issue[] {
  const { id, households, residents, elderly60 = 0, under3 = 0, adminCode } = zone;
  const issues = listOf(placeIssue(zone));
  if (households === 0 || residents === 0) issues.push(issue("project.nobody", "warning", {}, { id }));
  if (residents !== undefined && elderly60 + under3 > residents) {
    issues.push(issue("project.more-than-residents", "warning", { residents, elderly60, under3 }, { id }));
  }
  const odds = atOdds(zone);
  if (odds !== undefined && residents !== undefined && households !== undefined) {
    issues.push(issue(`project.${odds}`, "warning", { residents, households }, { id }));
  }
  if (households !== undefined && households > MOST_HOUSEHOLDS) {
    issues.push(issue("project.vast-households", "warning", { households }, { id }));
  }
  if (residents !== undefined && residents > MOST_RESIDENTS) {
    issues.push(issue("project.vast-residents", "warning", { residents }, { id }));
  }
  if (adminCode !== undefined && !isOfficialCode(adminCode)) {
    issues.push(issue("project.code-unofficial", "warning", { code: adminCode }, { id }));
  }
  return issues;
}

/** Of one zone, beyond any that is built. */
const MOST_HOUSEHOLDS = 100_000;
const MOST_RESIDENTS = 300_000;

/** Told once for all zones, at the first. */
function checkHouseholds(zones: readonly ResidentialZone[]): Issue[] {
  const without = zones.filter(
    ({ households, residents }) => households === undefined && residents === undefined,
  );
  const [first] = without;
  if (first === undefined) return [];
  return [
    issue("project.people-unknown", "warning", { zones: without.length, first: first.id }, { id: first.id }),
  ];
}

function checkOverlaps(zones: readonly ResidentialZone[]): Issue[] {
  return overlappingZones(zones).map(({ zone, other, share }) =>
    issue("project.zones-overlap", "warning", { other, percent: Math.round(share * 100) }, { id: zone }),
  );
}

function checkTwins(zones: readonly ResidentialZone[]): Issue[] {
  return zonesTwice(zones).map(({ zone, other, metres }) =>
    issue("project.zone-maybe-twice", "warning", { other, metres: Math.round(metres) }, { id: zone }),
  );
}

function checkStreets({ streets, streetChanges }: Project): Issue[] {
  const fault = streets && streetsFault(streets);
  if (fault) return [issue("project.streets-wrong", "error", { ...fault })];
  return streets && streetChanges ? [...faultsOf(streets, streetChanges)] : [];
}

/** A place abroad is doubtful. */
export function placeIssue({ id, at }: { readonly id: string; readonly at?: LngLat }): Issue | undefined {
  if (at === undefined || inChina(at)) return undefined;
  return issue("project.abroad", "warning", { lon: String(at.lng), lat: String(at.lat) }, { id });
}

function listOf(told: Issue | undefined): Issue[] {
  return told === undefined ? [] : [told];
}

function unknownOwner(id: string, zone: string, namesakes: readonly ResidentialZone[]): Issue {
  if (namesakes.length < 2) return issue("project.unknown-zone", "warning", { zone }, { id });
  const zones = namesakes
    .slice(0, MOST_NAMESAKES)
    .map((each) => (each.street === undefined ? each.id : `${each.street} ${each.id}`));
  return issue("project.ambiguous-zone", "warning", { zone, count: namesakes.length, zones }, { id });
}

/** More are not read by anybody. */
const MOST_NAMESAKES = 10;

function checkOwner(
  { id, zone, at }: Facility,
  zones: readonly ResidentialZone[],
  namesakes: ReturnType<typeof namesakesAmong>,
): Issue | undefined {
  if (zone === undefined) return undefined;
  const owner = zones[indexOfId(zones, zone)];
  if (owner === undefined) return unknownOwner(id, zone, namesakes(zone));
  if (at === undefined || !isFarFrom(at, owner)) return undefined;
  const metres = Math.round(metresFromZone(at, owner) ?? 0);
  return issue("project.far-from-zone", "warning", { zone, metres }, { id });
}

/** Each group is told at its first row, and of two rows that may be one the later. */
function checkDuplicates({ facilities, duplicateDecisions }: Project): Issue[] {
  const { groups, near } = duplicatesAmong(facilities, duplicateDecisions);
  const idOf = (row: number | undefined) => facilities[row ?? -1]?.id ?? "";
  return [
    ...groups.map((group) => {
      const ids = group.map(idOf).join(", ");
      const name = namesOf(facilities, group);
      return issue("project.counted-once", "warning", { ids, name }, { id: idOf(group[0]) });
    }),
    ...near.map(({ rows: [a, b], metres }) => {
      const facts = { other: idOf(a), metres: Math.round(metres) };
      return issue("project.maybe-twice", "warning", facts, { id: idOf(b) });
    }),
  ];
}
