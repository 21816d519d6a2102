import { digestOf } from "../base/digest.ts";
import type { RuleId } from "../base/ids.ts";
import { issue } from "../base/issue.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Clause, Text } from "./clause.ts";
import type { PopulationBase, Rule, TargetByYear } from "./rule.ts";

/**
 * What a form can change of a rule. A member left out stays; `null` takes an optional one away. A threshold of `null`
 * says that the document gives no number; a number entered where there was none makes a ratio, or a floor if the rule
 * has no base. A new threshold takes the yearly targets away, which would otherwise decide in its stead, unless the same
 * change states them anew.
 */
export interface RuleChange {
  readonly title?: Text;
  readonly severity?: Rule["severity"];
  readonly estateStatus?: "new" | "existing" | null;
  readonly conflictGroup?: string | null;
  readonly approximate?: boolean;
  readonly note?: Text | null;
  readonly clauses?: readonly Clause[];
  readonly threshold?: number | null;
  readonly base?: PopulationBase;
  readonly per?: number;
  readonly targetByYear?: TargetByYear | null;
}

/** The rule after the change. Refused where the type of rule has no such member. */
export function changedRule(rule: Rule, change: RuleChange): Outcome<Rule> {
  const { threshold, ...rest } = change;
  const shaped = threshold === undefined ? done(rule) : withThreshold(rule, threshold);
  if (!shaped.ok) return shaped;
  const members: Record<string, unknown> = { ...shaped.value };
  if (threshold !== undefined) delete members.targetByYear;
  for (const [member, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    const owners = OWNERS[member as keyof typeof OWNERS];
    if (owners !== undefined && !owners.includes(shaped.value.type)) return notOfType(rule, member);
    if (value === null) delete members[member];
    else members[member] = value;
  }
  return done(members as unknown as Rule);
}

/** Ids of the rules that say something else than those of the same id among the originals, or are in none of them. */
export function alteredRules(rules: readonly Rule[], originals: readonly Rule[]): ReadonlySet<RuleId> {
  const before = new Map(originals.map((rule) => [rule.id, digestOf(rule)]));
  return new Set(rules.filter((rule) => before.get(rule.id) !== digestOf(rule)).map(({ id }) => id));
}

/** Rule types that have the member; the others are members of every rule. */
const OWNERS: Partial<Record<keyof RuleChange, readonly Rule["type"][]>> = {
  base: ["ratio_min", "not_specified"],
  per: ["ratio_min", "not_specified"],
  targetByYear: ["ratio_min", "floor", "presence", "count_min", "share_min", "reach"],
};

function withThreshold(rule: Rule, threshold: number | null): Outcome<Rule> {
  if (threshold === null) return withoutNumber(rule);
  if (rule.type !== "not_specified") return done({ ...rule, threshold });
  const { base, per } = rule;
  return done(
    base !== undefined && per !== undefined
      ? { ...rule, type: "ratio_min", threshold, base, per }
      : { ...without(rule, "base", "per"), type: "floor", threshold },
  );
}

function withoutNumber(rule: Rule): Outcome<Rule> {
  switch (rule.type) {
    case "not_specified":
      return done(rule);
    case "ratio_min":
      return done({ ...without(rule, "threshold", "targetByYear"), type: "not_specified" });
    case "floor":
      return done({
        ...without(rule, "threshold", "targetByYear", "kinds", "andSlots"),
        type: "not_specified",
      });
    case "process":
      return done(without(rule, "threshold"));
    case "max":
    case "presence":
    case "count_min":
    case "share_min":
    case "reach":
      return notOfType(rule, "threshold: null");
  }
}

function without<Row extends object, Key extends keyof Row>(row: Row, ...members: Key[]): Omit<Row, Key> {
  const rest = { ...row };
  for (const member of members) delete rest[member];
  return rest;
}

function notOfType(rule: Rule, member: string): Outcome<never> {
  return refused(
    issue(
      "pack.member-not-of-type",
      "error",
      { rule: rule.id, member, type: rule.type },
      { id: rule.id, column: member },
    ),
  );
}
