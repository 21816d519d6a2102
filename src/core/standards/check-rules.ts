import type { Issue } from "../base/issue.ts";
import type { Clause } from "./clause.ts";
import { checkDay, dangling, tooLow, twice, wrong } from "./pack-issue.ts";
import type { KindChoice, Rule } from "./rule.ts";
import type { RulePack } from "./rule-pack.ts";

/** What is wrong with the rules, and with what they refer to. */
export function checkRules({
  rules,
  documents,
  ambiguities,
}: Pick<RulePack, "rules" | "documents" | "ambiguities">): Issue[] {
  const documentKeys = new Set([...documents.map((document) => document.key), "EXT"]);
  const ambiguityIds = new Set(ambiguities.map((ambiguity) => ambiguity.id));
  return [
    ...documents.flatMap(({ issued }, d) =>
      issued === undefined ? [] : checkDay(issued, `documents[${d}].issued`),
    ),
    ...twice(
      documents.map((document) => document.key),
      "documents",
      "pack.duplicate",
    ),
    ...twice(
      ambiguities.map((ambiguity) => ambiguity.id),
      "ambiguities",
      "pack.duplicate",
    ),
    ...twice(
      rules.map((rule) => rule.id),
      "rules",
      "pack.duplicate",
    ),
    ...rules.flatMap((rule, i) => [
      ...checkNumbers(rule, `rules[${i}]`),
      ...checkChoice(rule, `rules[${i}]`),
      ...rule.clauses.flatMap((clause, c) => checkClause(clause, documentKeys, `rules[${i}].clauses[${c}]`)),
      ...rule.ambiguities.flatMap((id, a) => dangling(id, ambiguityIds, `rules[${i}].ambiguities[${a}]`)),
      ...checkGroup(rule, rules, `rules[${i}].conflictGroup`),
    ]),
  ];
}

function checkClause({ document, line, url }: Clause, documents: ReadonlySet<string>, path: string): Issue[] {
  return [
    ...dangling(document, documents, `${path}.document`),
    ...(line === undefined || (Number.isSafeInteger(line) && line > 0)
      ? []
      : [wrong("pack.wrong-form", { path: `${path}.line`, expected: "1, 2, 3 …" })]),
    ...(url === undefined || /^https?:\/\/\S+$/.test(url)
      ? []
      : [wrong("pack.wrong-form", { path: `${path}.url`, expected: "https://…" })]),
  ];
}

function checkNumbers(rule: Rule, path: string): Issue[] {
  return [
    ...("threshold" in rule && rule.threshold !== undefined
      ? tooLow(rule.threshold, 0, "from", `${path}.threshold`)
      : []),
    ...("per" in rule && rule.per !== undefined ? tooLow(rule.per, 0, "above", `${path}.per`) : []),
    ...("andSlots" in rule && rule.andSlots !== undefined
      ? tooLow(rule.andSlots, 0, "from", `${path}.andSlots`)
      : []),
    ...("relaxed" in rule && rule.relaxed !== undefined
      ? tooLow(rule.relaxed.threshold, rule.threshold, "from", `${path}.relaxed.threshold`)
      : []),
    ...(rule.grantedFrom === undefined ? [] : checkDay(rule.grantedFrom, `${path}.grantedFrom`)),
    ...(rule.deadline === undefined ? [] : tooLow(rule.deadline.years, 0, "above", `${path}.deadline.years`)),
    ...("targetByYear" in rule && rule.targetByYear !== undefined
      ? Object.entries(rule.targetByYear).flatMap(([year, value]) => [
          ...(/^\d{4}$/.test(year)
            ? []
            : [wrong("pack.wrong-form", { path: `${path}.targetByYear.${year}`, expected: "2025" })]),
          ...(value === null ? [] : tooLow(value, 0, "from", `${path}.targetByYear.${year}`)),
        ])
      : []),
  ];
}

/** Kinds to choose from, and units to have them: an empty list would be met by nothing, or by everything. */
function checkChoice(rule: Rule, path: string): Issue[] {
  if (!("kinds" in rule) || rule.kinds === undefined) return [];
  const lists = isChoice(rule.kinds) ? [rule.kinds.allOf, ...rule.kinds.allOf] : [rule.kinds];
  return lists.some((list) => list.length === 0)
    ? [wrong("pack.wrong-form", { path: `${path}.kinds`, expected: "[…]" })]
    : [];
}

function isChoice(kinds: KindChoice | readonly string[]): kinds is KindChoice {
  return "allOf" in kinds;
}

function checkGroup(rule: Rule, rules: readonly Rule[], path: string): Issue[] {
  const group = rule.conflictGroup;
  if (group === undefined) return [];
  const others = rules.filter((other) => other !== rule && other.conflictGroup === group);
  return others.length === 0 ? [wrong("pack.lonely-group", { path, group })] : [];
}
