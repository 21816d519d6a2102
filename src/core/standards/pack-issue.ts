import { isDay } from "../base/day.ts";
import { type Issue, issue } from "../base/issue.ts";

/** An error at its path in the pack. */
export function wrong<Code extends PathIssue>(code: Code, facts: Parameters<typeof issue<Code>>[2]): Issue {
  const path = "path" in facts ? facts.path : "id";
  return issue(code, "error", facts, { column: path });
}

/** The ids that occur more than once. */
export function twice(
  ids: readonly string[],
  path: string,
  code: "pack.duplicate" | "pack.kind-twice",
): Issue[] {
  const repeated = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
  return [...repeated].map((id) => wrong(code, { path, id }));
}

/** An id that nothing known has. */
export function dangling(id: string, known: ReadonlySet<string>, path: string): Issue[] {
  return known.has(id) ? [] : [wrong("pack.dangling", { path, id })];
}

/** `from`: the bound itself is allowed. `above`: it is not. NaN and infinities are too low for anything. */
export function tooLow(value: number, least: number, bound: "from" | "above", path: string): Issue[] {
  const fits = Number.isFinite(value) && (bound === "from" ? value >= least : value > least);
  const sign = bound === "from" ? "≥" : ">";
  return fits ? [] : [wrong("pack.number-too-low", { path, value, least: `${sign} ${least}` })];
}

/** A day that the calendar does not have. */
export function checkDay(day: string, path: string): Issue[] {
  return isDay(day) ? [] : [wrong("pack.wrong-form", { path, expected: "2025-12-31" })];
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
