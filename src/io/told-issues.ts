import { type Issue, type IssueCode, issue } from "../core/base/issue.ts";

/** What is told of the rows of a file: of many alike the first, and how many more there are. */
export interface ToldIssues {
  add(told: Issue): void;
  /**
   * In the order they came, at most so many alike, and behind them an issue for each kind that has more than are listed.
   */
  listed(mostAlike?: number): readonly Issue[];
}

/** Of one code, severity and column; a million would take more memory than the rows they speak of. */
export const MOST_ALIKE = 1000;

export function toldIssues(file: string, first: readonly Issue[] = []): ToldIssues {
  const issues: { readonly each: Issue; readonly place: number }[] = [];
  const kinds = new Map<string, Alike>();
  const told: ToldIssues = {
    add(each) {
      const key = `${each.code} ${each.severity} ${each.at.column ?? ""}`;
      const kind = kinds.get(key) ?? { code: each.code, first: each, count: 0 };
      kinds.set(key, kind);
      kind.count += 1;
      if (kind.count <= MOST_ALIKE) issues.push({ each, place: kind.count });
    },
    listed: (mostAlike = MOST_ALIKE) => [
      ...issues.flatMap(({ each, place }) => (place <= mostAlike ? [each] : [])),
      ...[...kinds.values()].flatMap((kind) => moreOf(kind, mostAlike, file)),
    ],
  };
  for (const each of first) told.add(each);
  return told;
}

interface Alike {
  readonly code: IssueCode;
  readonly first: Issue;
  count: number;
}

function moreOf(
  { code, first: { severity, at }, count }: Alike,
  listed: number,
  file: string,
): readonly Issue[] {
  if (count <= listed) return [];
  const facts = { code, row: at.row ?? 0, listed, more: count - listed };
  const place = { file, ...(at.column !== undefined && { column: at.column }) };
  return [issue("file.more-alike", severity, facts, place)];
}
