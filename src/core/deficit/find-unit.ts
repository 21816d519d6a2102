import { issue } from "../base/issue.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import { liesInside } from "../geo/ring.ts";
import { ADMIN_LEVELS, type AdminUnit } from "../model/admin-unit.ts";
import type { Facility } from "../model/facility.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import { isOfficialCode, liesIn, meaningful } from "../standards/admin-code.ts";
import type { FindUnit } from "./territory.ts";
import { unitTree } from "./unit-tree.ts";

/**
 * Finds the smallest unit that a row lies in: by its code, else by the names of its community, street or district, else
 * by the polygon that holds its point. Below what the code tells, names and polygons tell more. Of units with one name,
 * the one under the row's district or street; a name that stays open finds nothing. A name or a polygon of another place
 * than the code, and a point outside the unit that is named, are said.
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
  const { holding, upwards } = unitTree(units);
  const byName = new Map<string, AdminUnit[]>();
  for (const unit of units) {
    const namesakes = byName.get(unit.name);
    if (namesakes === undefined) byName.set(unit.name, [unit]);
    else namesakes.push(unit);
  }
  const drawn = units
    .filter(({ shape }) => shape !== undefined)
    .sort((a, b) => ADMIN_LEVELS.indexOf(a.level) - ADMIN_LEVELS.indexOf(b.level));

  /** The unit that the names tell, among those that fit; and one of these names that does not. */
  function named(row: ResidentialZone | Facility, fits: (unit: AdminUnit) => boolean): Named {
    const district = "district" in row ? row.district : undefined;
    let stranger: AdminUnit | undefined;
    for (const [name, ...over] of [
      [row.community, row.street, district],
      [row.street, district],
      [district],
    ]) {
      if (name === undefined) continue;
      const found = (byName.get(name) ?? []).filter((unit) => over.every((each) => liesUnder(unit, each)));
      const fitting = found.filter(fits);
      if (fitting.length === 0) stranger ??= found[0];
      if (fitting.length === 1) return { unit: fitting[0], stranger };
    }
    return { unit: undefined, stranger };
  }

  function liesUnder(unit: AdminUnit, name: string | undefined): boolean {
    return name === undefined || !byName.has(name) || upwards(unit).some((each) => each.name === name);
  }

  /** Whether a unit and the code can both be of one row: one of the two lies in the other. */
  function agrees(unit: AdminUnit, code: string, coded: AdminUnit | undefined): boolean {
    const path = upwards(unit);
    const joined = coded === undefined || path.includes(coded) || upwards(coded).includes(unit);
    if (!joined || !isOfficialCode(code) || (coded && isSameCode(coded.id, code))) return joined;
    return path.every(({ id }) => !isOfficialCode(id) || liesIn(id, code) || liesIn(code, id));
  }

  /** The smallest unit whose polygon holds the point, among those that fit. */
  function drawnAround(at: LngLat | undefined, fits: (unit: AdminUnit) => boolean): AdminUnit | undefined {
    return at && drawn.find((unit) => liesInside(at, unit.shape ?? []) && fits(unit));
  }

  return (row) => {
    const { id, at, adminCode: code } = row;
    const coded = code === undefined ? undefined : holding(code);
    const isExact = coded !== undefined && code !== undefined && isSameCode(coded.id, code);
    const fits = (each: AdminUnit) => code === undefined || agrees(each, code, coded);
    const { unit: name, stranger } = named(row, fits);
    const finer = name ?? (isExact ? undefined : drawnAround(at, fits));
    // A code of a larger unit leaves room for the name to say more.
    const isBelow = finer !== undefined && (coded === undefined || upwards(finer).includes(coded));
    const unit = isBelow ? finer : (coded ?? finer);
    const located = unit === undefined ? {} : { unit };
    if (stranger !== undefined && code !== undefined) {
      const facts = { code: isExact ? coded.name : code, name: stranger.name };
      return { ...located, conflict: issue("unit.code-and-name", "warning", facts, { id }) };
    }
    const isElsewhere = finer === undefined && !isExact && drawnAround(at, () => true) !== undefined;
    if (isElsewhere || (at && unit?.shape && !liesInside(at, unit.shape))) {
      const facts = { name: isElsewhere ? (code ?? "") : (unit?.name ?? "") };
      return { ...located, conflict: issue("unit.outside", "warning", facts, { id }) };
    }
    return located;
  };
}

interface Named {
  readonly unit: AdminUnit | undefined;
  readonly stranger: AdminUnit | undefined;
}

function isSameCode(a: string, b: string): boolean {
  return a === b || (isOfficialCode(a) && isOfficialCode(b) && meaningful(a) === meaningful(b));
}
