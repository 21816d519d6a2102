import { exact, plus, toNumber, ZERO } from "../base/decimal.ts";
import type { FacilityId, ZoneId } from "../base/ids.ts";
import { type Issue, issue } from "../base/issue.ts";
import { byCodeUnit } from "../base/order.ts";
import { type CountedOnce, namesOf } from "../model/duplicates.ts";
import type { Facility } from "../model/facility.ts";
import type { Project } from "../model/project.ts";
import { exceedBuilding } from "../supply/capacity.ts";
import { filedTwice } from "./filed-twice.ts";

/**
 * Rooms that are claimed twice, at the facility: by zones, where the row, the agreement on it, a phase of a zone, and
 * rows taken for the same place name zones that do not share it; by programmes, where functional areas add up to
 * more than the building; and by either, where the register has them twice and both rows count.
 */
export function doubleClaims(
  project: Pick<Project, "facilities" | "zones" | "duplicateDecisions">,
  duplicates: CountedOnce,
): readonly Issue[] {
  const { facilities, zones } = project;
  const phased = zonesByPhasedFacility(zones);
  const twin = new Map(duplicates.groups.flatMap((group) => group.map((row) => [row, group] as const)));
  const filed = new Map(filedTwice(project, duplicates).map((rows) => [rows[0], rows]));
  const issues: Issue[] = [];
  for (const [row, facility] of facilities.entries()) {
    const { id, name = id, areas, totalArea = 0 } = facility;
    const claimants = claimantsOf(claimingRows(facilities, row, twin.get(row)), phased);
    if (claimants.length > 0) {
      issues.push(issue("analysis.claimed-twice", "warning", { name, zones: claimants }, { id }));
    }
    if (exceedBuilding(facility)) {
      const sum = toNumber(areas.map(({ area }) => exact(area)).reduce(plus, ZERO));
      issues.push(issue("analysis.areas-claimed-twice", "warning", { name, sum, total: totalArea }, { id }));
    }
    const rows = filed.get(row);
    if (rows !== undefined) {
      const ids = rows.map((each) => facilities[each]?.id).join(", ");
      const names = namesOf(facilities, rows);
      issues.push(issue("analysis.filed-twice", "warning", { ids, name: names }, { id }));
    }
  }
  return issues;
}

/** Rows whose claims are looked at together at a row: itself, or all of its group at the first of them. */
function claimingRows(
  facilities: readonly Facility[],
  row: number,
  group: readonly number[] | undefined,
): readonly Facility[] {
  if (group === undefined) return [facilities[row] as Facility];
  return group[0] === row ? group.map((each) => facilities[each] as Facility) : [];
}

type Phased = ReadonlyMap<FacilityId, ReadonlySet<ZoneId>>;

/** Remembered by the table's value, so that a facility that changes looks at no phase again. */
const remembered = new WeakMap<Project["zones"], Phased>();

/** By facility that a phase names: the zones of such phases. */
function zonesByPhasedFacility(zones: Project["zones"]): Phased {
  const known = remembered.get(zones);
  if (known !== undefined) return known;
  const phased = new Map<FacilityId, Set<ZoneId>>();
  for (const { id, phases = NO_PHASES } of zones) {
    for (const { facilities } of phases) {
      for (const facility of facilities) phased.set(facility, (phased.get(facility) ?? new Set()).add(id));
    }
  }
  remembered.set(zones, phased);
  return phased;
}

const NO_PHASES: NonNullable<Project["zones"][number]["phases"]> = [];

/** All zones that claim rooms taken for one, where one of them claims what another does not share with it. */
function claimantsOf(rows: readonly Facility[], phased: Phased): readonly ZoneId[] {
  if (rows.length < 2 && rows.every((row) => isClaimedOnce(row, phased))) return [];
  const claims = rows.flatMap(({ id, zone, pooling }): (readonly ZoneId[])[] => [
    ...(zone === undefined ? [] : [[zone]]),
    ...(pooling === undefined || pooling.zones.length === 0 ? [] : [pooling.zones]),
    ...[...(phased.get(id) ?? [])].map((each) => [each]),
  ]);
  const all = [...new Set(claims.flat())].sort(byCodeUnit);
  const shares = rows.flatMap(({ pooling }) => (pooling === undefined ? [] : [new Set(pooling.zones)]));
  const agreed =
    all.length < 2 || (shares.length > 0 && shares.every((of) => all.every((zone) => of.has(zone))));
  return agreed ? [] : all;
}

/** Whether the row, the agreement on it and a phase are no two that name zones. */
function isClaimedOnce({ id, zone, pooling }: Facility, phased: Phased): boolean {
  const named = (zone === undefined ? 0 : 1) + (pooling === undefined || pooling.zones.length === 0 ? 0 : 1);
  return named + (phased.get(id)?.size ?? 0) < 2;
}
