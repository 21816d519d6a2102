import type { PackId, RuleId } from "../base/ids.ts";
import { issue } from "../base/issue.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Day } from "../base/units.ts";
import { CUSTOM_PREFIX, checkPack } from "./check-pack.ts";
import type { Text } from "./clause.ts";
import { changedRule, type RuleChange } from "./rule-change.ts";
import type { RulePack } from "./rule-pack.ts";

/** Who stands for a pack of the user's own. */
export interface Responsible {
  readonly enteredBy: string;
  /** Absent: nobody yet. */
  readonly checkedBy?: string;
  readonly date: Day;
}

/**
 * A copy of a pack that can be edited. Its id begins with `custom:`; its version starts at 1.0.0 and rises with every
 * change. The documents and their status stay those of the original.
 */
export function copyPack(
  pack: RulePack,
  as: Responsible & { readonly id: PackId; readonly title?: Text },
): Outcome<RulePack> {
  const { id, title = pack.title } = as;
  return checked({
    ...pack,
    id,
    title,
    version: FIRST_VERSION,
    status: "custom",
    custom: { copiedFrom: pack.id, ...responsible(as) },
  });
}

/** Who stands for a pack, and nothing else of what was said with it. */
export function responsible({ enteredBy, checkedBy, date }: Responsible): Responsible {
  return { enteredBy, ...(checkedBy !== undefined && { checkedBy }), date };
}

/** The pack with one rule changed. */
export function changeRule(pack: RulePack, id: RuleId, change: RuleChange): Outcome<RulePack> {
  const rule = pack.rules.find((candidate) => candidate.id === id);
  if (rule === undefined) return unknownRule(pack, id);
  const changed = changedRule(rule, change);
  if (!changed.ok) return changed;
  return edited(pack, {
    rules: pack.rules.map((candidate) => (candidate === rule ? changed.value : candidate)),
  });
}

export const FIRST_VERSION = "1.0.0";

/** The pack if nothing is wrong with it; only packs of the user's own are let through. */
export function checked(pack: RulePack): Outcome<RulePack> {
  const [first, ...more] = pack.id.startsWith(CUSTOM_PREFIX)
    ? checkPack(pack)
    : [issue("pack.custom-id", "error", { id: pack.id }, { column: "id" })];
  return first === undefined ? done(pack) : refused(first, ...more);
}

function edited(pack: RulePack, change: Partial<RulePack>): Outcome<RulePack> {
  if (pack.custom === undefined) {
    return refused(issue("pack.not-custom", "error", { pack: pack.id }, { id: pack.id }));
  }
  return checked({ ...pack, ...change, version: nextVersion(pack.version) });
}

/** The version after one change. */
export function nextVersion(version: string): string {
  const [major = "1", minor = "0", change = "0"] = version.split(".");
  return `${major}.${minor}.${Number(change) + 1}`;
}

function unknownRule(pack: RulePack, rule: RuleId): Outcome<never> {
  return refused(issue("pack.rule-missing", "error", { pack: pack.id, rule }, { id: rule }));
}
