import type { PackId } from "../base/ids.ts";
import type { Year } from "../base/units.ts";
import type { TerritoryUnit } from "../deficit/territory.ts";
import type { Project } from "../model/project.ts";
import { estateRules, speaksOf } from "../standards/judge-estate.ts";
import { unitRules } from "../standards/judge-unit.ts";
import type { Rule } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import { inForce, selectRules } from "../standards/select-rules.ts";
import { yearsStated } from "../standards/target-year.ts";
import type { Parameters } from "./parameters.ts";
import type { ZonePacks } from "./zone-packs.ts";

/** Rules of a pack in use that ask nothing yet in the year judged, and the first year that any of them states. */
export interface RulesToCome {
  readonly pack: PackId;
  readonly year: Year;
  readonly rules: number;
  readonly first: Year;
}

/**
 * By pack in use: what zones, units and circles of the document would be judged by, were the year not before the first
 * target. Rules that speak of none of them are left out, and so are packs without any.
 */
export function rulesToCome(
  project: Project,
  packs: ZonePacks,
  units: readonly TerritoryUnit[],
  unitPacks: readonly (RulePack | undefined)[],
  { year, coverageTarget }: Pick<Parameters, "year" | "coverageTarget">,
): readonly RulesToCome[] {
  if (year === undefined) return [];
  const isToCome = (rule: Rule) => inForce(rule, year) === undefined;
  return packs.packs.flatMap(({ id, pack }, row): RulesToCome[] => {
    const levels = new Set(units.flatMap(({ level }, unit) => (unitPacks[unit] === pack ? [level] : [])));
    const ofZones = rulesOf(estateRules(pack, undefined)).filter(
      (rule) =>
        isToCome(rule) && project.zones.some((zone, i) => packs.of[i] === row && speaksOf(rule, zone)),
    );
    const ofUnits = [...levels].flatMap((level) => rulesOf(unitRules(pack, level, undefined)));
    const ofCircles = coverageTarget === undefined ? [] : rulesOf(selectRules(pack, "circle", undefined));
    const rules = new Set([...ofZones, ...[...ofUnits, ...ofCircles].filter(isToCome)]);
    if (rules.size === 0) return [];
    const years = [...rules].flatMap((rule) =>
      "targetByYear" in rule ? yearsStated(rule.targetByYear) : [],
    );
    return [{ pack: id, year, rules: rules.size, first: Math.min(...years) }];
  });
}

function rulesOf(selected: readonly { readonly rule: Rule }[]): readonly Rule[] {
  return selected.map(({ rule }) => rule);
}
