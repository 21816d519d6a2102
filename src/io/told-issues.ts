import { type Issue, type IssueCode, issue } from "../core/base/issue.ts";

/** What is told of the rows of a file: of many alike the first, and how many more there are. */
export interface ToldIssues {
  add(told: Issue): void;
  /** In the order they came, and behind them an issue for each kind that has more than are listed. */
  listed(): readonly Issue[];
}

/** Of one code, severity and column; a million would take more memory than the rows they speak of. */
export const MOST_ALIKE = 1000;

export function toldIssues(file: string, first: readonly Issue[] = []): ToldIssues {
  const issues: Issue[] = [];
  const kinds = new Map<string, Alike>();
  const told: ToldIssues = {
    add(each) {
      const key = `${each.code} ${each.severity} ${each.at.column ?? ""}`;
      const kind = kinds.get(key);
      if (kind !== undefined) kind.count += 1;
      else kinds.set(key, { code: each.code, first: each, count: 1 });
      if ((kind?.count ?? 1) <= MOST_ALIKE) issues.push(each);
    },
    listed: () => [...issues, ...[...kinds.values()].flatMap((kind) => moreOf(kind, file))],
  };
  for (const each of first) told.add(each);
  return told;
}

interface Alike {
  readonly code: IssueCode;
  readonly first: Issue;
  count: number;
}

function moreOf({ code, first: { severity, at }, count }: Alike, file: string): readonly Issue[] {
  if (count <= MOST_ALIKE) return [];
  const facts = { code, row: at.row ?? 0, listed: MOST_ALIKE, more: count - MOST_ALIKE };
  const place = { file, ...(at.column !== undefined && { column: at.column }) };
  return [issue("file.more-alike", severity, facts, place)];
}
