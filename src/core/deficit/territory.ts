import type { Issue } from "../base/issue.ts";
import { byCodeUnit } from "../base/order.ts";
import { NO_ROW, type RowMap } from "../base/row-map.ts";
import { ADMIN_LEVELS, type AdminLevel, type AdminUnit } from "../model/admin-unit.ts";
import type { Facility } from "../model/facility.ts";
import type { Project } from "../model/project.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import { type UnitTree, unitTree } from "./unit-tree.ts";

/** Which units zones and facilities lie in, tier by tier: community or village, street or town, district, city. */
export interface Territory {
  /** Ordered by level, then by `unit`. */
  readonly units: readonly TerritoryUnit[];
  /** By tier: unit row of each zone, −1 where it is in none. */
  readonly zoneUnits: readonly Int32Array[];
  readonly facilityUnits: readonly Int32Array[];
  /** By tier: unit row of the unit above, −1 where there is none. By unit row. */
  readonly unitUnits: readonly Int32Array[];
  /** Unit row by tier and unit. */
  readonly unitRows: ReadonlyMap<string, number>;
  /** Where each row lies, as found. */
  readonly zonePaths: readonly Path[];
  readonly facilityPaths: readonly Path[];
  /** What speaks against a row's place, by row. */
  readonly zoneConflicts: readonly (Issue | undefined)[];
  readonly facilityConflicts: readonly (Issue | undefined)[];
}

/** A unit of the document, or one that rows name without the document having a table of units. */
export interface TerritoryUnit {
  readonly level: AdminLevel;
  /** Code; or, where there is none, the names from the district down. */
  readonly unit: string;
  readonly name: string;
  readonly admin?: AdminUnit;
}

/** From the smallest tier to the largest. */
export type Path = readonly (TerritoryUnit | undefined)[];

export const TIERS = 4;
/** 社区 and villages; 街道 and 镇. */
export const COMMUNITY_TIER = 0;
export const STREET_TIER = 1;
const DISTRICT_TIER = 2;

/** The tier of a level: 0 community or village, 1 street or town, 2 district, 3 city. */
export function tierOf(level: AdminLevel): number {
  return level === "community" || level === "village"
    ? 0
    : level === "street" || level === "town"
      ? 1
      : level === "district"
        ? 2
        : 3;
}

/** The smallest unit of the document that a row lies in, and what of the row speaks against it. */
export interface Located {
  readonly unit?: AdminUnit;
  readonly conflict?: Issue;
}
export type FindUnit = (row: ResidentialZone | Facility) => Located;

export interface EarlierTerritory {
  readonly territory: Territory;
  readonly zones: RowMap;
  readonly facilities: RowMap;
}

/** Cost: one look-up per row; with an earlier territory of the same units, one per row that changed. */
export function territoryOf(project: Project, find: FindUnit, earlier?: EarlierTerritory): Territory {
  const climb = climberOf(project.units);
  const lies = (row: ResidentialZone | Facility) => {
    const { unit, conflict } = find(row);
    return { path: namedPath(row, climb(unit)), conflict };
  };
  const before = earlier?.territory;
  const ofZones = pathsOf(project.zones, lies, earlier?.zones, before?.zonePaths, before?.zoneConflicts);
  const ofFacilities = pathsOf(
    project.facilities,
    lies,
    earlier?.facilities,
    before?.facilityPaths,
    before?.facilityConflicts,
  );
  const { paths: zonePaths, conflicts: zoneConflicts } = ofZones;
  const { paths: facilityPaths, conflicts: facilityConflicts } = ofFacilities;
  const rowsLie = { zonePaths, zoneConflicts, facilityPaths, facilityConflicts };
  const zonesStay =
    earlier !== undefined &&
    earlier.zones.aligned &&
    earlier.zones.came.every((row) => samePath(zonePaths[row], earlier.territory.zonePaths[row]));
  if (zonesStay) {
    const { units, zoneUnits, unitUnits, unitRows } = earlier.territory;
    const facilityUnits = columnsOf(facilityPaths, unitRows, earlier);
    return { units, zoneUnits, facilityUnits, unitUnits, unitRows, ...rowsLie };
  }
  const chains = new Map<string, { readonly unit: TerritoryUnit; readonly path: Path }>();
  const note = (path: Path) => {
    for (let tier = 0; tier < TIERS; tier++) {
      const unit = path[tier];
      if (unit === undefined || chains.has(keyOf(unit))) continue;
      chains.set(keyOf(unit), { unit, path: path.map((above, at) => (at > tier ? above : undefined)) });
    }
  };
  for (const unit of project.units) note(climb(unit));
  for (const path of zonePaths) note(path);
  const ordered = [...chains.values()].sort((a, b) => inOrder(a.unit, b.unit));
  const units = ordered.map(({ unit }) => unit);
  const unitRows = new Map(units.map((unit, row) => [keyOf(unit), row]));
  return {
    units,
    unitRows,
    zoneUnits: columnsOf(zonePaths, unitRows),
    facilityUnits: columnsOf(facilityPaths, unitRows),
    unitUnits: columnsOf(
      ordered.map(({ path }) => path),
      unitRows,
    ),
    ...rowsLie,
  };
}

/** The name of the district of a street or town, by its `unit`; `undefined` where nobody names one. */
export function districtOf(
  { units, unitRows, unitUnits }: Pick<Territory, "units" | "unitRows" | "unitUnits">,
  street: string,
): string | undefined {
  const row = unitRows.get(`${STREET_TIER} ${street}`);
  return row === undefined ? undefined : units[unitUnits[DISTRICT_TIER]?.[row] ?? -1]?.name;
}

function pathsOf<Row>(
  rows: readonly Row[],
  lies: (row: Row) => { readonly path: Path; readonly conflict: Issue | undefined },
  map: RowMap | undefined,
  paths: readonly Path[] | undefined,
  conflicts: readonly (Issue | undefined)[] | undefined,
) {
  if (paths && conflicts && map?.aligned && map.came.length === 0) return { paths, conflicts };
  const found = { paths: new Array<Path>(rows.length), conflicts: new Array<Issue | undefined>(rows.length) };
  rows.forEach((row, at) => {
    const was = map === undefined || map.changed[at] === 1 ? NO_ROW : (map.before[at] as number);
    const known = paths?.[was];
    const { path, conflict } = known === undefined ? lies(row) : { path: known, conflict: conflicts?.[was] };
    found.paths[at] = path;
    found.conflicts[at] = conflict;
  });
  return found;
}

/** The path from a unit upwards. A parent of a tier that is not above ends it. */
function climberOf(units: readonly AdminUnit[]): (unit: AdminUnit | undefined) => Path {
  let tree: UnitTree | undefined;
  const known = new Map<string, Path>();
  const nowhere: Path = new Array<undefined>(TIERS).fill(undefined);
  return (unit) => {
    if (unit === undefined) return nowhere;
    const found = known.get(unit.id);
    if (found !== undefined) return found;
    const path = [...nowhere];
    let tier = -1;
    tree ??= unitTree(units);
    for (const above of tree.upwards(unit)) {
      if (tierOf(above.level) <= tier) break;
      tier = tierOf(above.level);
      path[tier] = { level: above.level, unit: above.id, name: above.name, admin: above };
    }
    known.set(unit.id, path);
    return path;
  };
}

/** Fills the tiers that the table of units leaves open by the names and the code of the row. */
function namedPath(row: ResidentialZone | Facility, path: Path): Path {
  const district = "district" in row ? row.district : undefined;
  const code = row.adminCode !== undefined && /^\d{6,12}$/.test(row.adminCode) ? row.adminCode : undefined;
  const filled = [...path];
  if (filled[3] === undefined && code !== undefined) {
    filled[3] = { level: "city", unit: `${code.slice(0, 4)}00`, name: `${code.slice(0, 4)}00` };
  }
  if (filled[2] === undefined) {
    const unit = code !== undefined && code.slice(4, 6) !== "00" ? code.slice(0, 6) : district;
    if (unit !== undefined) filled[2] = { level: "district", unit, name: district ?? unit };
  }
  if (filled[1] === undefined && row.street !== undefined) {
    filled[1] = { level: "street", unit: below(filled[2], row.street), name: row.street };
  }
  if (filled[0] === undefined && row.community !== undefined) {
    filled[0] = {
      level: "community",
      unit: below(filled[1] ?? filled[2], row.community),
      name: row.community,
    };
  }
  return filled;
}

function below(above: TerritoryUnit | undefined, name: string): string {
  return above === undefined ? name : `${above.unit}/${name}`;
}

/** Unit rows of each path, by tier; those of facilities that stayed are taken over. */
function columnsOf(
  paths: readonly Path[],
  unitRows: ReadonlyMap<string, number>,
  earlier?: EarlierTerritory,
): readonly Int32Array[] {
  return Array.from({ length: TIERS }, (_, tier) => {
    const before = earlier?.territory.facilityUnits[tier];
    return Int32Array.from(paths, (path, row) => {
      const stayed = earlier && before && earlier.facilities.changed[row] === 0;
      if (stayed) return before[earlier.facilities.before[row] as number] as number;
      const unit = path[tier];
      return unit === undefined ? -1 : (unitRows.get(keyOf(unit)) ?? -1);
    });
  });
}

function keyOf(unit: TerritoryUnit): string {
  return `${tierOf(unit.level)} ${unit.unit}`;
}

function samePath(a: Path | undefined, b: Path | undefined): boolean {
  return a?.every((unit, tier) => unit?.unit === b?.[tier]?.unit && unit?.name === b?.[tier]?.name) ?? false;
}

function inOrder(a: TerritoryUnit, b: TerritoryUnit): number {
  return ADMIN_LEVELS.indexOf(a.level) - ADMIN_LEVELS.indexOf(b.level) || byCodeUnit(a.unit, b.unit);
}
