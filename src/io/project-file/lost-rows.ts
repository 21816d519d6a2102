import { type Issue, type IssueCode, issue } from "../../core/base/issue.ts";
import type { IssueFacts } from "../../core/base/issue-facts.ts";
import { type BlockRows, blockStarts, linesOf, type ProjectHeader } from "./project-header.ts";

/** What the blocks held that were not read, one issue for those that follow each other. */
export function lostBlocks(
  { blocks = [] }: ProjectHeader,
  read: ReadonlySet<number>,
  file: string,
): readonly Issue[] {
  const starts = blockStarts(blocks);
  const issues: Issue[] = [];
  for (let at = 0; at < blocks.length; at++) {
    if (read.has(at + 1)) continue;
    const from = at;
    while (at + 1 < blocks.length && !read.has(at + 2)) at += 1;
    issues.push(lost(blocks.slice(from, at + 1), starts[from] ?? 0, file));
  }
  return issues;
}

/** A stream that breaks off behind so many lines, the header included. */
export function lostRest({ lines }: ProjectHeader, read: number, file: string): Issue {
  return issue("project.cut-off", "error", { last: read, lines: lines + 1 - read }, { file });
}

/** How many rows of a file were not taken, by what was said of it. */
export function rowsMissing(issues: readonly Issue[]): number {
  return issues.reduce((sum, { code, facts }) => sum + (MISSING[code]?.(facts as never) ?? 0), 0);
}

const MISSING: { readonly [Code in IssueCode]?: (facts: IssueFacts[Code]) => number } = {
  "project.rows-lost": ({ from, to }) => to + 1 - from,
  "project.cut-off": ({ lines }) => lines,
  "project.line-wrong": () => 1,
  "project.more-wrong": ({ lines }) => lines,
  "project.id-disputed": () => 2,
};

function lost(blocks: readonly BlockRows[], from: number, file: string): Issue {
  const rows = blocks.reduce((sum, block) => sum + linesOf(block), 0);
  const count = (word: string) => blocks.reduce((sum, block) => sum + (block[word] ?? 0), 0);
  const [zones, facilities] = [count("zone"), count("facility")];
  const facts = { from, to: from + rows - 1, zones, facilities, others: rows - zones - facilities };
  return issue("project.rows-lost", "error", facts, { file, row: from });
}
