import type { UnitJudgement } from "../analysis/results.ts";
import { ADMIN_LEVELS, type AdminLevel } from "../model/admin-unit.ts";
import { liesIn } from "../standards/admin-code.ts";
import type { JudgeSettings } from "../standards/judge-estate.ts";
import { judgeUnit, unitRules } from "../standards/judge-unit.ts";
import type { Rule } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import { type Territory, type TerritoryUnit, tierOf } from "./territory.ts";
import { factsOfAll, factsOfUnit, unitsLacking } from "./unit-facts.ts";
import { type Holdings, holdingsOf, type UnitQuestion } from "./unit-holdings.ts";

/** Units against the targets of the year. */
export interface UnitStage {
  readonly packs: UnitQuestion["packs"];
  /** By unit row; absent where nothing is asked of the unit. */
  readonly single: readonly (UnitJudgement | undefined)[];
  /** All that were judged: each unit by itself, then all communities (villages) of a pack's place together. */
  readonly judged: readonly UnitJudgement[];
}

/** The stage before, of the same units and settings. */
export interface EarlierUnits {
  readonly stage: UnitStage;
  /** By unit row: 1 where a facility came, went or is another. */
  readonly dirty: Uint8Array;
}

export function judgeUnits(question: UnitQuestion, earlier?: EarlierUnits): UnitStage {
  const { territory, packs, parameters } = question;
  const settings: JudgeSettings = {
    conflict: parameters.conflict,
    ...(parameters.year !== undefined && { year: parameters.year }),
    ...(parameters.countStatuses && { scenario: true }),
  };
  const held = holdingsOf(question);
  const asks = askedOfOne(settings.year);
  const single = territory.units.map((unit, row) => {
    const pack = packs[row];
    if (pack === undefined || !asks(pack, unit.level)) return undefined;
    if (earlier?.dirty[row] === 0 && earlier.stage.packs[row] === pack) return earlier.stage.single[row];
    const judgement = judgeUnit(pack, unit.level, factsOfUnit(question, held, pack, row), settings);
    if (judgement.lines.length === 0) return undefined;
    return { level: unit.level, unit: unit.unit, name: unit.name, judgement };
  });
  const together = packsInOrder(packs).flatMap((pack) =>
    (["community", "village"] as const).flatMap((level) =>
      allTogether(question, held, pack, level, settings),
    ),
  );
  return { packs, single, judged: [...single.filter((each) => each !== undefined), ...together] };
}

/** All units of a level that a pack holds for, by the share of them that should have something. */
function allTogether(
  question: UnitQuestion,
  held: Holdings,
  pack: RulePack,
  level: AdminLevel,
  settings: JudgeSettings,
): UnitJudgement[] {
  const { territory } = question;
  const units: number[] = [];
  territory.units.forEach((unit, row) => {
    if (unit.level === level && question.packs[row] === pack) units.push(row);
  });
  if (units.length === 0) return [];
  const judgement = judgeUnit(pack, level, factsOfAll(question, held, pack, units), settings);
  if (judgement.lines.length === 0) return [];
  const lacking = Object.fromEntries(
    judgement.lines.map(({ rule: id }) => {
      const rule = pack.rules.find((each) => each.id === id);
      const kinds = rule?.type === "share_min" ? rule.kinds : undefined;
      const rows = kinds === undefined ? [] : unitsLacking(question, held, pack, kinds, units);
      return [id, rows.map((row) => (territory.units[row] as TerritoryUnit).unit)];
    }),
  );
  const { unit, name } = placeOf(pack, territory);
  return [{ level, unit, name, judgement, lacking }];
}

/** Whether a pack asks anything of a unit by itself, and not only of a share of all units of its level. */
function askedOfOne(year: number | undefined): (pack: RulePack, level: AdminLevel) => boolean {
  const known = new Map<RulePack, ReadonlySet<AdminLevel>>();
  const levelsOf = (pack: RulePack) =>
    new Set(
      ADMIN_LEVELS.filter((level) => unitRules(pack, level, year).some(({ rule }) => ofOne(rule, level))),
    );
  return (pack, level) => {
    const levels = known.get(pack) ?? levelsOf(pack);
    known.set(pack, levels);
    return levels.has(level);
  };
}

function ofOne(rule: Rule, level: AdminLevel): boolean {
  const ofShare = rule.type === "share_min" && rule.metric === "share_units_with";
  return rule.level === level && !(ofShare && (level === "community" || level === "village"));
}

function packsInOrder(packs: UnitQuestion["packs"]): readonly RulePack[] {
  return [...new Set(packs)].filter((pack) => pack !== undefined);
}

function placeOf(pack: RulePack, territory: Territory): Pick<TerritoryUnit, "unit" | "name"> {
  const code: string = pack.adminCodes[0] ?? pack.id;
  const place = territory.units.find(
    ({ unit, level }) => tierOf(level) > tierOf("street") && liesIn(unit, code) && liesIn(code, unit),
  );
  return place ?? { unit: code, name: pack.city.zh };
}
