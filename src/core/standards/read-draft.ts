import type { PackId } from "../base/ids.ts";
import { type Issue, issue } from "../base/issue.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import { readDecimal } from "../base/read-decimal.ts";
import { CUSTOM_PREFIX } from "./check-pack.ts";
import type { PolicyDocument, Text } from "./clause.ts";
import { readCounting } from "./counting-draft.ts";
import { checked, FIRST_VERSION, nextVersion } from "./custom-pack.ts";
import {
  type DocumentDraft,
  dropsTargets,
  type PackDraft,
  type RuleDraft,
  ruleDraft,
  sameTargets,
} from "./pack-draft.ts";
import type { Rule, TargetByYear } from "./rule.ts";
import { changedRule, type RuleChange } from "./rule-change.ts";
import type { CircleDefaults, CoefficientBand, ProfileId, RulePack } from "./rule-pack.ts";

/**
 * The pack that a form says. Refused with an issue for each field that is wrong: `at.column` is the field (`title`,
 * `custom.enteredBy`, `documents[0].issued`), of a rule with its id in `at.id` (`threshold`, `clauses[0].document`).
 * `taken` are the ids of other packs.
 */
export function readDraft(draft: PackDraft, taken: readonly PackId[]): Outcome<RulePack> {
  const issues: Issue[] = [];
  const read = draft.rules.filter(({ on }) => on).map((rule) => readRule(rule, issues));
  const documents = draft.documents.flatMap(documentOf);
  const { base, start, title, city, validTo } = draft;
  const { validTo: _validTo, ...rest } = base;
  const pack: RulePack = {
    ...rest,
    id: `${CUSTOM_PREFIX}${draft.id.trim()}`,
    title: start === "template" && title.zh.trim() === "" ? titleFor(city) : title,
    city,
    version: start === "edit" ? nextVersion(base.version) : FIRST_VERSION,
    status: "custom",
    adminCodes: draft.adminCodes
      .normalize("NFKC")
      .split(/[\s,、;]+/)
      .filter((code) => code !== ""),
    documents,
    ...(validTo.trim() !== "" && { validTo: validTo.trim() }),
    populationCoefficient: bandOf(draft, issues),
    conflictPolicy: draft.conflictPolicy,
    circle: circleOf(draft, read, issues),
    countedKinds: readCounting(draft.counting, base.countedKinds),
    rules: grouped(read, draft.origin),
    custom: customOf(draft),
  };
  const all = [...idIssues(draft, pack.id, taken), ...issues, ...placed(checked(pack).issues, pack, draft)];
  const [first, ...more] = oncePerField(all);
  return first === undefined ? done(pack) : refused(first, ...more);
}

/** What a pack is called that nobody named. */
function titleFor(city: Text): Text {
  return { zh: `${city.zh}“一老一小”标准`, en: `${city.en}: standards for the elderly and the young` };
}

function customOf({ start, base, enteredBy, checkedBy, date }: PackDraft): NonNullable<RulePack["custom"]> {
  const copiedFrom = start === "copy" ? base.id : start === "edit" ? base.custom?.copiedFrom : undefined;
  const person = { enteredBy: enteredBy.trim(), date: date.trim() };
  const who = checkedBy.trim() === "" ? person : { ...person, checkedBy: checkedBy.trim() };
  return { ...(copiedFrom !== undefined && { copiedFrom }), ...who };
}

/** Letters, digits, `.`, `_` and `-`; an id is never changed once the pack is saved. */
function idIssues({ id, start }: PackDraft, full: PackId, taken: readonly PackId[]): Issue[] {
  if (start === "edit") return [];
  const at = { column: "id" };
  if (id.trim() === "") return [issue("pack.member-missing", "error", { path: "id" }, at)];
  if (!/^[\p{L}\p{N}._-]+$/u.test(id.trim())) {
    return [issue("pack.wrong-form", "error", { path: "id", expected: "xuzhou-2026" }, at)];
  }
  return taken.includes(full) ? [issue("pack.duplicate", "error", { path: "id", id: full }, at)] : [];
}

/** A document that nothing is said of is none. */
function documentOf({ key, title, number, issued, status, note }: DocumentDraft): PolicyDocument[] {
  const said = [title.zh, number, issued].some((text) => text.trim() !== "");
  return said
    ? [
        {
          ...{ key, title, status },
          ...(number.trim() !== "" && { number: number.trim() }),
          ...(issued.trim() !== "" && { issued: issued.trim() }),
          ...(note !== undefined && { note }),
        },
      ]
    : [];
}

/** An end that was changed no longer has the source that the original states. */
function bandOf({ base, low, high, enteredBy }: PackDraft, issues: Issue[]): CoefficientBand {
  const before = base.populationCoefficient;
  const source = { zh: `${enteredBy}录入`, en: `Entered by ${enteredBy}` };
  const end = (name: "low" | "high", text: string) =>
    numberIn(text, { column: `populationCoefficient.${name}` }, issues) ?? before[name];
  const [from, to] = [end("low", low), end("high", high)];
  return {
    low: from,
    high: to,
    lowSource: from === before.low ? before.lowSource : source,
    highSource: to === before.high ? before.highSource : source,
  };
}

/** The circle follows the rules it is stated in, as long as they are on. */
function circleOf(
  { base, origin, circle: draft }: PackDraft,
  rules: readonly Rule[],
  issues: Issue[],
): CircleDefaults {
  const { elderlyRule: elderly, childcareRule: childcare, ...circle } = base.circle;
  const elderlyRule = origin?.circle.elderlyRule ?? elderly;
  const childcareRule = origin?.circle.childcareRule ?? childcare;
  const { limits } = circle;
  const typed = (text: string, member: string, before: number) =>
    numberIn(text, { column: `circle.${member}` }, issues) ?? before;
  const limit = (profile: ProfileId) => typed(draft.limits[profile], `limits.${profile}`, limits[profile]);
  const stands = (id: string | undefined): id is string => rules.some((rule) => rule.id === id);
  return {
    ...circle,
    minutes: typed(draft.minutes, "minutes", circle.minutes),
    limits: {
      elderly: limit("elderly"),
      carer_with_infant: limit("carer_with_infant"),
      adult: limit("adult"),
    },
    detour: typed(draft.detour, "detour", circle.detour),
    ...(stands(elderlyRule) && { elderlyRule }),
    ...(stands(childcareRule) && { childcareRule }),
  };
}

/** Rules that contradict each other stay together; one that is left alone contradicts nothing. */
function grouped(rules: readonly Rule[], origin: RulePack | undefined): Rule[] {
  const groupOf = (rule: Rule) =>
    rule.conflictGroup ?? origin?.rules.find(({ id }) => id === rule.id)?.conflictGroup;
  const groups = rules.map(groupOf);
  return rules.map((rule, row) => {
    const group = groups[row];
    const { conflictGroup: _group, ...alone } = rule;
    const shared = group !== undefined && groups.filter((other) => other === group).length > 1;
    return (shared ? { ...alone, conflictGroup: group } : alone) as Rule;
  });
}

/** The rule as the form has it; as it was, with issues, where that cannot be. */
function readRule(draft: RuleDraft, issues: Issue[]): Rule {
  const before = ruleDraft(draft.rule, true);
  const { id } = draft.rule;
  const typed = draft.threshold.trim() !== before.threshold;
  const threshold = typed
    ? numberIn(draft.threshold, { id, column: "threshold" }, issues, "absent")
    : undefined;
  if (threshold === undefined && typed) return draft.rule;
  const per =
    draft.per.trim() === before.per ? undefined : numberIn(draft.per, { id, column: "per" }, issues);
  const targets = dropsTargets(draft) ? [] : draft.targets;
  const restated =
    threshold !== null &&
    (!sameTargets(targets, before.targets) || (threshold !== undefined && targets.length > 0));
  const change: RuleChange = {
    ...(draft.title !== before.title && { title: draft.title }),
    ...(draft.severity !== before.severity && { severity: draft.severity }),
    ...(draft.holdsFor !== before.holdsFor && {
      estateStatus: draft.holdsFor === "all" ? null : draft.holdsFor,
    }),
    ...(draft.clauses !== before.clauses && { clauses: draft.clauses }),
    ...(threshold !== undefined && { threshold }),
    ...(draft.base !== undefined && draft.base !== before.base && { base: draft.base }),
    ...(per !== undefined && { per }),
    ...(restated && { targetByYear: targets.length === 0 ? null : targetsOf(id, draft, issues) }),
  };
  const changed = changedRule(draft.rule, change);
  if (changed.ok) return changed.value;
  issues.push(...changed.issues.map((wrong) => ({ ...wrong, at: { id, column: "threshold" } })));
  return draft.rule;
}

function targetsOf(id: string, { targets }: RuleDraft, issues: Issue[]): TargetByYear {
  const stated: Record<string, number | null> = {};
  targets.forEach(({ year, value }, row) => {
    const at = { id, column: `targets[${row}]` };
    if (!/^\d{4}$/.test(year.trim())) {
      issues.push(issue("pack.wrong-form", "error", { path: at.column, expected: "2030" }, at));
    } else if (Object.hasOwn(stated, year.trim())) {
      issues.push(issue("pack.duplicate", "error", { path: at.column, id: year.trim() }, at));
    } else stated[year.trim()] = numberIn(value, at, issues, "absent") ?? null;
  });
  return stated;
}

interface Field {
  readonly column: string;
  readonly id?: string;
}

/**
 * The number of a field. `undefined`, with an issue, where there is none; an empty field is `null` where that says that
 * the document has none.
 */
function numberIn(text: string, at: Field, issues: Issue[], empty: "absent"): number | null | undefined;
function numberIn(text: string, at: Field, issues: Issue[]): number | undefined;
function numberIn(text: string, at: Field, issues: Issue[], empty?: "absent"): number | null | undefined {
  const read = readDecimal(text);
  switch (read.state) {
    case "number":
      return read.value;
    case "empty":
      if (empty === "absent") return null;
      issues.push(issue("pack.member-missing", "error", { path: at.column }, at));
      return undefined;
    case "no-number":
      issues.push(issue("draft.no-number", "error", { value: text.trim() }, at));
      return undefined;
    case "too-long":
      issues.push(issue("draft.too-many-digits", "error", { value: text.trim() }, at));
      return undefined;
  }
}

/** Issues of the pack at the fields of the form they come from. */
function placed(issues: readonly Issue[], pack: RulePack, draft: PackDraft): Issue[] {
  return issues.map((found): Issue => {
    const column = (found.at.column ?? "").replace(/\.(?:zh|en)$/, "");
    const [, row, member = ""] = /^rules\[(\d+)\]\.(.*)$/.exec(column) ?? [];
    if (row !== undefined) {
      return { ...found, at: { id: pack.rules[Number(row)]?.id ?? "", column: fieldOfRule(member) } };
    }
    const [, of, more = ""] = /^documents\[(\d+)\](.*)$/.exec(column) ?? [];
    if (of !== undefined) {
      const key = pack.documents[Number(of)]?.key;
      return {
        ...found,
        at: { column: `documents[${draft.documents.findIndex((one) => one.key === key)}]${more}` },
      };
    }
    return { ...found, at: { column: column.replace(/^adminCodes.*/, "adminCodes") } };
  });
}

function fieldOfRule(member: string): string {
  return member.startsWith("targetByYear") ? "targets" : member;
}

/** A field that is empty is not also of the wrong form. */
function oncePerField(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ at }) => {
    const key = `${at.id ?? ""} ${at.column ?? ""}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
