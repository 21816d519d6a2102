import { isDay } from "../base/day.ts";
import { type Issue, issue } from "../base/issue.ts";
import { isOfficialCode } from "./admin-code.ts";
import type { Clause } from "./clause.ts";
import type { KindChoice, Rule } from "./rule.ts";
import type { CoefficientBand, CountedKinds, Overlay, RulePack } from "./rule-pack.ts";

/** Prefix of the id of a pack that a user may edit. */
export const CUSTOM_PREFIX = "custom:";

/**
 * What is wrong with a pack of the right shape: its numbers, and what its parts say of each other. Every issue is an
 * error and names the path of the part; no issue means that the judge may use the pack.
 */
export function checkPack(pack: RulePack): readonly Issue[] {
  return [
    ...checkTexts(pack, ""),
    ...checkId(pack),
    ...(pack.validTo === undefined ? [] : checkDay(pack.validTo, "validTo")),
    ...pack.adminCodes.flatMap((code, i) =>
      isOfficialCode(code)
        ? []
        : [wrong("pack.wrong-form", { path: `adminCodes[${i}]`, expected: "2, 4, 6, 9 / 12 digits" })],
    ),
    ...checkBand(pack.populationCoefficient, "populationCoefficient"),
    ...checkCircle(pack),
    ...checkCounted(pack.countedKinds),
    ...checkRules(pack),
  ];
}

/** What is wrong with an overlay: as for a pack. */
export function checkOverlay(overlay: Overlay): readonly Issue[] {
  return [...checkTexts(overlay, ""), ...checkRules(overlay)];
}

function checkId(pack: RulePack): Issue[] {
  const custom = pack.id.startsWith(CUSTOM_PREFIX) && pack.id.length > CUSTOM_PREFIX.length;
  if (custom !== (pack.custom !== undefined) || custom !== (pack.status === "custom")) {
    return [wrong("pack.custom-id", { id: pack.id })];
  }
  return pack.custom === undefined ? [] : checkDay(pack.custom.date, "custom.date");
}

function checkDay(day: string, path: string): Issue[] {
  return isDay(day) ? [] : [wrong("pack.wrong-form", { path, expected: "2025-12-31" })];
}

function checkBand(band: CoefficientBand, path: string): Issue[] {
  return [
    ...tooLow(band.low, 0, "above", `${path}.low`),
    ...(band.low > band.high ? [wrong("pack.band-reversed", { path, low: band.low, high: band.high })] : []),
  ];
}

function checkCircle({ circle, rules }: RulePack): Issue[] {
  const reachRules = new Set<string>(rules.filter((rule) => rule.type === "reach").map((rule) => rule.id));
  const { minutes, limits, detour, detourRange } = circle;
  return [
    ...tooLow(minutes, 0, "above", "circle.minutes"),
    ...Object.entries(limits).flatMap(([id, metres]) => tooLow(metres, 0, "above", `circle.limits.${id}`)),
    ...tooLow(detour, 1, "from", "circle.detour"),
    ...(detourRange === undefined ? [] : tooLow(detourRange.low, 1, "from", "circle.detourRange.low")),
    ...(detourRange !== undefined && detourRange.low > detourRange.high
      ? [wrong("pack.band-reversed", { path: "circle.detourRange", ...detourRange })]
      : []),
    ...(["elderlyRule", "childcareRule"] as const).flatMap((member) => {
      const id = circle[member];
      return id === undefined ? [] : dangling(id, reachRules, `circle.${member}`);
    }),
  ];
}

/** A kind counts, counts under the second reading, or never counts: one of the three. */
function checkCounted({ byMetric, statuses }: CountedKinds): Issue[] {
  return [
    ...Object.entries(byMetric).flatMap(([metric, { counted, secondReading, never }]) =>
      twice([...counted, ...secondReading, ...never], `countedKinds.byMetric.${metric}`, "pack.kind-twice"),
    ),
    ...twice(
      [...statuses.counted, ...statuses.planReviewAlso, ...statuses.never],
      "countedKinds.statuses",
      "pack.kind-twice",
    ),
  ];
}

function checkRules({
  rules,
  documents,
  ambiguities,
}: Pick<RulePack, "rules" | "documents" | "ambiguities">) {
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

/** Every text says something: a title, a name or a reason left blank is missing. */
function checkTexts(value: unknown, path: string): Issue[] {
  if (typeof value === "string") return value.trim() === "" ? [wrong("pack.member-missing", { path })] : [];
  if (typeof value !== "object" || value === null) return [];
  const step = Array.isArray(value) ? (key: string) => `[${key}]` : (key: string) => `${path && "."}${key}`;
  return Object.entries(value).flatMap(([key, member]) => checkTexts(member, path + step(key)));
}

function twice(ids: readonly string[], path: string, code: "pack.duplicate" | "pack.kind-twice"): Issue[] {
  const repeated = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
  return [...repeated].map((id) => wrong(code, { path, id }));
}

function dangling(id: string, known: ReadonlySet<string>, path: string): Issue[] {
  return known.has(id) ? [] : [wrong("pack.dangling", { path, id })];
}

/** `from`: the bound itself is allowed. `above`: it is not. NaN and infinities are too low for anything. */
function tooLow(value: number, least: number, bound: "from" | "above", path: string): Issue[] {
  const fits = Number.isFinite(value) && (bound === "from" ? value >= least : value > least);
  const sign = bound === "from" ? "≥" : ">";
  return fits ? [] : [wrong("pack.number-too-low", { path, value, least: `${sign} ${least}` })];
}

type PathIssue =
  | "pack.wrong-form"
  | "pack.member-missing"
  | "pack.custom-id"
  | "pack.band-reversed"
  | "pack.duplicate"
  | "pack.kind-twice"
  | "pack.dangling"
  | "pack.lonely-group"
  | "pack.number-too-low";

function wrong<Code extends PathIssue>(code: Code, facts: Parameters<typeof issue<Code>>[2]): Issue {
  const path = "path" in facts ? facts.path : "id";
  return issue(code, "error", facts, { column: path });
}
