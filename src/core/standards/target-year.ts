import type { Year } from "../base/units.ts";
import type { LineNote } from "./judgement.ts";
import type { TargetByYear } from "./rule.ts";

/** The number a rule is compared with in a year. */
export interface Target {
  readonly threshold: number;
  /** `unreadable-target-cell` where the document's cell cannot be read and the rule's own number stands in. */
  readonly note?: Extract<LineNote, "unreadable-target-cell">;
}

/**
 * The last target stated at or before the year; without a year, the latest. `undefined` before the first stated year:
 * then nothing is asked yet.
 */
export function targetOf(
  rule: { readonly threshold: number; readonly targetByYear?: TargetByYear },
  year: Year | undefined,
): Target | undefined {
  const stated = yearsStated(rule.targetByYear);
  if (stated.length === 0) return { threshold: rule.threshold };
  const last = year === undefined ? stated.at(-1) : stated.findLast((known) => known <= year);
  if (last === undefined) return undefined;
  const target = rule.targetByYear?.[last] ?? null;
  return target === null
    ? { threshold: rule.threshold, note: "unreadable-target-cell" }
    : { threshold: target };
}

/** Years that a target is stated for, ascending. */
export function yearsStated(targets: TargetByYear | undefined): readonly Year[] {
  return Object.keys(targets ?? {})
    .map(Number)
    .sort((a, b) => a - b);
}
