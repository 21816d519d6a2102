import type { IssueFacts } from "./issue-facts.ts";

/**
 * Something that the user's data or choice makes wrong or worth knowing: never thrown, always shown with its place and
 * its mend. The catalogue turns code and facts into a sentence; facts are data and are shown as text only.
 */
export type Issue = { [Code in IssueCode]: IssueOf<Code> }[IssueCode];

export interface IssueOf<Code extends IssueCode> {
  readonly code: Code;
  readonly severity: Severity;
  readonly facts: IssueFacts[Code];
  readonly at: Place;
}

export type IssueCode = keyof IssueFacts;

/** error: the row or request was refused. repaired: a value was changed, visibly. warning: kept as it is. note: to know. */
export type Severity = "error" | "repaired" | "warning" | "note";

/** Where it is. Rows are counted as the user sees them: the header is row 1 of a table, features start at 1. */
export interface Place {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly id?: string;
}

export function issue<Code extends IssueCode>(
  code: Code,
  severity: Severity,
  facts: IssueFacts[Code],
  at: Place = {},
): Issue {
  return { code, severity, facts, at } as Issue;
}
