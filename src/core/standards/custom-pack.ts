import type { PackId, RuleId } from "../base/ids.ts";
import { issue } from "../base/issue.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Day } from "../base/units.ts";
import { CUSTOM_PREFIX, checkPack } from "./check-pack.ts";
import type { Text } from "./clause.ts";
import type { Metric, Rule } from "./rule.ts";
import { changedRule, type RuleChange } from "./rule-change.ts";
import type { CountedFor, CountedStatuses, RulePack } from "./rule-pack.ts";

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

/** The pack with one more rule, last. */
export function addRule(pack: RulePack, rule: Rule): Outcome<RulePack> {
  return edited(pack, { rules: [...pack.rules, rule] });
}

/** The pack without a rule. A conflict group must keep two members or lose both. */
export function removeRule(pack: RulePack, id: RuleId): Outcome<RulePack> {
  const rules = pack.rules.filter((rule) => rule.id !== id);
  return rules.length === pack.rules.length ? unknownRule(pack, id) : edited(pack, { rules });
}

/** The pack with another answer to which kinds count toward a metric. Lists left out stay as they are. */
export function changeCounted(
  pack: RulePack,
  metric: Metric,
  change: Partial<CountedFor>,
): Outcome<RulePack> {
  const { countedKinds } = pack;
  const before = countedKinds.byMetric[metric] ?? NOTHING_COUNTED;
  const byMetric = { ...countedKinds.byMetric, [metric]: { ...before, ...change } };
  return edited(pack, { countedKinds: { ...countedKinds, byMetric } });
}

/** The pack with another answer to which statuses count. */
export function changeCountedStatuses(pack: RulePack, change: Partial<CountedStatuses>): Outcome<RulePack> {
  const { countedKinds } = pack;
  return edited(pack, {
    countedKinds: { ...countedKinds, statuses: { ...countedKinds.statuses, ...change } },
  });
}

/** The pack with other settings of its own: title, place, coefficient band, circle, conflict policy, validity. */
export function changeSettings(
  pack: RulePack,
  change: Partial<
    Pick<
      RulePack,
      "title" | "city" | "adminCodes" | "validTo" | "conflictPolicy" | "populationCoefficient" | "circle"
    >
  >,
): Outcome<RulePack> {
  return edited(pack, change);
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

const NOTHING_COUNTED: CountedFor = { counted: [], secondReading: [], never: [], registered: [] };
