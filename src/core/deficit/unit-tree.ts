import type { AdminCode } from "../base/ids.ts";
import type { AdminUnit } from "../model/admin-unit.ts";
import { isOfficialCode, meaningful } from "../standards/admin-code.ts";

/** The units of a table by their codes, and what each lies in. */
export interface UnitTree {
  /** The unit of a code, or else the smallest one that an official code lies in by its first digits. */
  holding(code: AdminCode): AdminUnit | undefined;
  /** The unit itself, then those that it lies in, upwards. A parent that is missing or goes round in a ring ends it. */
  upwards(unit: AdminUnit): readonly AdminUnit[];
}

/** Remembered by the table's value, since most analyses are of the same units. */
const remembered = new WeakMap<readonly AdminUnit[], UnitTree>();

/** Where a unit states no parent, the first digits of its official code tell it. */
export function unitTree(units: readonly AdminUnit[]): UnitTree {
  const tree = remembered.get(units) ?? treeOf(units);
  remembered.set(units, tree);
  return tree;
}

function treeOf(units: readonly AdminUnit[]): UnitTree {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byDigits = new Map<string, AdminUnit>();
  for (const unit of units) {
    if (isOfficialCode(unit.id) && !byDigits.has(meaningful(unit.id)))
      byDigits.set(meaningful(unit.id), unit);
  }

  function holding(code: AdminCode): AdminUnit | undefined {
    const same = byId.get(code);
    if (same !== undefined || !isOfficialCode(code)) return same;
    return byDigits.get(meaningful(code)) ?? around(code);
  }

  function around(code: AdminCode): AdminUnit | undefined {
    const digits = meaningful(code);
    for (const length of [9, 6, 4, 2]) {
      const unit = length < digits.length ? byDigits.get(digits.slice(0, length)) : undefined;
      if (unit !== undefined) return unit;
    }
    return undefined;
  }

  function above({ id, parent }: AdminUnit): AdminUnit | undefined {
    if (parent === undefined) return isOfficialCode(id) ? around(id) : undefined;
    return byId.get(parent) ?? (isOfficialCode(parent) ? byDigits.get(meaningful(parent)) : undefined);
  }

  function upwards(unit: AdminUnit): readonly AdminUnit[] {
    const path: AdminUnit[] = [];
    for (let at: AdminUnit | undefined = unit; at !== undefined && !path.includes(at); at = above(at)) {
      path.push(at);
    }
    return path;
  }

  return { holding, upwards };
}
