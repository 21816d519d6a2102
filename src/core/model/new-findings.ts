import { canonical } from "../base/digest.ts";
import type { Issue } from "../base/issue.ts";
import { checkProject, type ProjectFinding } from "./check-project.ts";
import type { Project } from "./project.ts";

/** What is doubtful of rows of a document since it became another one. */
export function newFindings(before: Project, after: Project): readonly Issue[] {
  if (before === after) return [];
  const known = new Set(checkProject(before).map(wordsOf));
  return checkProject(after).flatMap((found) => (known.has(wordsOf(found)) ? [] : [found.finding]));
}

function wordsOf({ table, finding: { code, facts, at } }: ProjectFinding): string {
  return canonical([table, code, facts, at.id ?? ""]);
}
