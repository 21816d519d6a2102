import { builtOffers, type Pipeline } from "../analysis/pipeline.ts";
import { tierOf } from "../deficit/territory.ts";
import { type Holdings, holdingsOf, type UnitQuestion } from "../deficit/unit-holdings.ts";
import type { AdminLevel } from "../model/admin-unit.ts";
import { ADMIN_LEVELS } from "../model/admin-unit.ts";
import type { Rule } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";

/** What the units of an analysis are judged on, to be asked once more. */
export interface AskedUnits {
  readonly question: UnitQuestion;
  readonly held: Holdings;
}

export function askedUnits(pipeline: Pipeline): AskedUnits {
  const { project, parameters, territory, packs, supply, units, duplicates } = pipeline;
  const question: UnitQuestion = {
    ...{ project, parameters, territory: territory.value, packs: units.value.packs },
    offersOf: builtOffers(packs.value, supply.value),
    duplicates,
  };
  return { question, held: holdingsOf(question) };
}

/** The level of units that a rule speaks of; `undefined` for rules of estates, facilities, circles and procedures. */
export function unitLevelOf({ level }: Rule): AdminLevel | undefined {
  return ADMIN_LEVELS.find((each) => each === level);
}

/** Rows of the units of a level that a pack holds for. */
export function unitsAt({ question }: AskedUnits, pack: RulePack, level: AdminLevel): readonly number[] {
  const rows: number[] = [];
  question.territory.units.forEach((unit, row) => {
    if (unit.level === level && question.packs[row] === pack) rows.push(row);
  });
  return rows;
}

/** Rows of the units whose share a rule speaks of: those of its own level, or all communities and villages below it. */
export function unitsShared(asked: AskedUnits, pack: RulePack, level: AdminLevel): readonly number[] {
  if (tierOf(level) === 0) return unitsAt(asked, pack, level);
  return [...unitsAt(asked, pack, "community"), ...unitsAt(asked, pack, "village")].sort((a, b) => a - b);
}
