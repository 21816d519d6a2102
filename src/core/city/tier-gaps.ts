import type { Pipeline } from "../analysis/pipeline.ts";
import type { TerritoryUnit } from "../deficit/territory.ts";
import { unitsLacking } from "../deficit/unit-facts.ts";
import { ADMIN_LEVELS } from "../model/admin-unit.ts";
import type { Rule, ShareRule } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import { inForce } from "../standards/select-rules.ts";
import type { TierGap } from "./city-facts.ts";
import { type AskedUnits, askedUnits, unitLevelOf, unitsAt, unitsShared } from "./unit-question.ts";

/**
 * Units that lack the facility of their tier: one entry for each level and choice of kinds that the packs in use ask
 * for in the year, however many clauses ask it; from the largest level to the smallest. None where the document has no
 * facilities.
 */
export function tierGaps(pipeline: Pipeline): TierGap[] {
  if (pipeline.project.facilities.length === 0) return [];
  const asked = askedUnits(pipeline);
  const gaps = new Map<string, TierGap>();
  for (const { pack } of pipeline.packs.value.packs) {
    for (const rule of pack.rules) {
      if (inForce(rule, pipeline.parameters.year) === undefined) continue;
      const found = gapOf(pipeline, asked, pack, rule);
      if (found === undefined) continue;
      const key = JSON.stringify([pack.id, found.level, "kinds" in rule && rule.kinds]);
      const known = gaps.get(key);
      gaps.set(key, known ? { ...known, rules: [...known.rules, rule.id].sort() } : found);
    }
  }
  const place = ({ level }: TierGap) => -ADMIN_LEVELS.indexOf(level);
  return [...gaps.values()].sort((a, b) => place(a) - place(b));
}

/** A rule that asks a share of units to have something of its kinds. */
export function isShareOfUnits(
  rule: Rule,
): rule is ShareRule & { readonly kinds: NonNullable<ShareRule["kinds"]> } {
  return rule.type === "share_min" && rule.metric === "share_units_with" && rule.kinds !== undefined;
}

function gapOf(pipeline: Pipeline, asked: AskedUnits, pack: RulePack, rule: Rule): TierGap | undefined {
  const units = asked.question.territory.units;
  const gap = (rows: readonly number[], lacking: readonly number[]): TierGap | undefined => {
    const first = units[rows[0] ?? -1];
    if (first === undefined) return undefined;
    return {
      ...{ rules: [rule.id], title: rule.title, level: first.level, all: rows.length },
      lacking: lacking.map((row) => {
        const { unit, name } = units[row] as TerritoryUnit;
        return { unit, name };
      }),
    };
  };
  const level = unitLevelOf(rule);
  if (level === undefined) return undefined;
  if (rule.type === "presence") {
    const { single } = pipeline.units.value;
    const lineOf = (row: number) => single[row]?.judgement.lines.find((line) => line.rule === rule.id);
    const judged = unitsAt(asked, pack, level).filter((row) => lineOf(row) !== undefined);
    return gap(
      judged,
      judged.filter((row) => lineOf(row)?.verdict === "fail"),
    );
  }
  if (!isShareOfUnits(rule)) return undefined;
  const rows = unitsShared(asked, pack, level);
  return gap(rows, unitsLacking(asked.question, asked.held, pack, rule.kinds, rows));
}
