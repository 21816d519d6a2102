import { issue } from "../base/issue.ts";
import { liesInside } from "../geo/ring.ts";
import { ADMIN_LEVELS, type AdminUnit } from "../model/admin-unit.ts";
import type { Facility } from "../model/facility.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { FindUnit, Located } from "./territory.ts";

/**
 * Finds the smallest unit that a row lies in: by its code, else by the names of its community or street, else by the
 * polygon that holds its point. Of units with one name, the one under the row's district or street; a name that stays
 * open finds nothing. A code and a name of different units, and a point outside the unit that is named, are said.
 */
export function unitFinder(units: readonly AdminUnit[]): FindUnit {
  return (row) => {
    const finder = remembered.get(units) ?? finderOver(units);
    remembered.set(units, finder);
    return finder(row);
  };
}

/** By the table's value, so that the next analysis of the same units need not look through them again. */
const remembered = new WeakMap<readonly AdminUnit[], FindUnit>();

function finderOver(units: readonly AdminUnit[]): FindUnit {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byName = new Map<string, AdminUnit[]>();
  for (const unit of units) {
    const namesakes = byName.get(unit.name);
    if (namesakes === undefined) byName.set(unit.name, [unit]);
    else namesakes.push(unit);
  }
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
    const { at, adminCode } = row;
    const coded = adminCode === undefined ? undefined : byId.get(adminCode);
    const name = named(row);
    if (coded === undefined && name === undefined) {
      const around = at && drawn.find(({ shape }) => shape !== undefined && liesInside(at, shape));
      return around === undefined ? NOWHERE : { unit: around };
    }
    // A code of a larger unit leaves room for the name to say more.
    const finer = coded !== undefined && name !== undefined && deeper(name, coded, byId);
    const unit = (finer ? name : (coded ?? name)) as AdminUnit;
    if (coded !== undefined && name !== undefined && !finer && !deeper(coded, name, byId)) {
      return {
        unit,
        conflict: issue(
          "unit.code-and-name",
          "warning",
          { code: coded.name, name: name.name },
          { id: row.id },
        ),
      };
    }
    if (at && unit.shape && !liesInside(at, unit.shape)) {
      return { unit, conflict: issue("unit.outside", "warning", { name: unit.name }, { id: row.id }) };
    }
    return { unit };
  };
}

const NOWHERE: Located = {};

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
