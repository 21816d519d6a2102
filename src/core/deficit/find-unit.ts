import { type Issue, issue } from "../base/issue.ts";
import { liesInside } from "../geo/ring.ts";
import { ADMIN_LEVELS, type AdminUnit } from "../model/admin-unit.ts";
import type { Facility } from "../model/facility.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { FindUnit } from "./territory.ts";

/**
 * Finds the smallest unit that a row lies in: by its code, else by the names of its community or street, else by the
 * polygon that holds its point. Of units with one name, the one under the row's district or street; a name that stays
 * open finds nothing.
 */
export function unitFinder(units: readonly AdminUnit[]): FindUnit {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byName = new Map<string, AdminUnit[]>();
  for (const unit of units) byName.set(unit.name, [...(byName.get(unit.name) ?? []), unit]);
  const drawn = units
    .filter(({ shape }) => shape !== undefined)
    .sort((a, b) => ADMIN_LEVELS.indexOf(a.level) - ADMIN_LEVELS.indexOf(b.level));

  function named(row: ResidentialZone | Facility): AdminUnit | undefined {
    const above = [row.street, "district" in row ? row.district : undefined];
    for (const [name, ...over] of [[row.community, ...above], above]) {
      if (name === undefined) continue;
      const found = (byName.get(name) ?? []).filter((unit) => over.every((each) => liesUnder(unit, each)));
      if (found.length === 1) return found[0];
    }
    return undefined;
  }

  function liesUnder(unit: AdminUnit, name: string | undefined): boolean {
    if (name === undefined || !byName.has(name)) return true;
    const seen = new Set<AdminUnit>();
    for (let at: AdminUnit | undefined = unit; at !== undefined && !seen.has(at); ) {
      if (at.name === name) return true;
      seen.add(at);
      at = at.parent === undefined ? undefined : byId.get(at.parent);
    }
    return false;
  }

  return (row) => {
    const coded = row.adminCode === undefined ? undefined : byId.get(row.adminCode);
    const name = named(row);
    // A code of a larger unit leaves room for the name to say more.
    if (coded !== undefined && (name === undefined || !deeper(name, coded, byId))) return coded;
    if (name !== undefined) return name;
    const { at } = row;
    return at && drawn.find(({ shape }) => shape !== undefined && liesInside(at, shape));
  };
}

/** Rows whose code and names speak of different units, or whose point lies outside the unit they name. */
export function unitConflicts(
  units: readonly AdminUnit[],
  rows: readonly (ResidentialZone | Facility)[],
): readonly Issue[] {
  const find = unitFinder(units);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return rows.flatMap((row) => {
    const unit = find(row);
    if (unit === undefined) return [];
    const byNames = find({ ...withoutCode(row) });
    if (row.adminCode !== undefined && byNames && unrelated(unit, byNames, byId)) {
      return [
        issue("unit.code-and-name", "warning", { code: unit.name, name: byNames.name }, { id: row.id }),
      ];
    }
    if (row.at && unit.shape && !liesInside(row.at, unit.shape)) {
      return [issue("unit.outside", "warning", { name: unit.name }, { id: row.id })];
    }
    return [];
  });
}

function withoutCode(row: ResidentialZone | Facility): ResidentialZone | Facility {
  const { adminCode: _code, at: _at, ...rest } = row;
  return rest as ResidentialZone | Facility;
}

function unrelated(a: AdminUnit, b: AdminUnit, byId: ReadonlyMap<string, AdminUnit>): boolean {
  return a !== b && !deeper(a, b, byId) && !deeper(b, a, byId);
}

/** Whether `unit` lies in `above`, at any depth. */
function deeper(unit: AdminUnit, above: AdminUnit, byId: ReadonlyMap<string, AdminUnit>): boolean {
  const seen = new Set<AdminUnit>();
  for (let at: AdminUnit | undefined = unit; at !== undefined && !seen.has(at); ) {
    if (at === above) return true;
    seen.add(at);
    at = at.parent === undefined ? undefined : byId.get(at.parent);
  }
  return false;
}
