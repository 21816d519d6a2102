import { visit } from "jsonc-parser";
import { type Issue, issue } from "../../core/base/issue.ts";
import { readDecimal } from "../../core/base/read-decimal.ts";
import { writtenPath } from "./written-path.ts";

/**
 * What the parser of JSON would drop without a word, in a text that it can read: the first of two members of one name,
 * and digits beyond those that a number keeps.
 */
export function lostByParsing(text: string): Issue[] {
  const issues: Issue[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (name, _offset, _length, _line, _character, parent) => {
      const path = writtenPath([...parent(), name]);
      if (open.at(-1)?.has(name))
        issues.push(issue("case.member-twice", "error", { path }, { column: path }));
      open.at(-1)?.add(name);
    },
    onLiteralValue: (value, offset, length, _line, _character, place) => {
      const digits = text.slice(offset, offset + length);
      if (typeof value !== "number" || readDecimal(digits).state !== "too-long") return;
      const path = writtenPath(place());
      issues.push(issue("case.number-too-long", "error", { path, digits }, { column: path }));
    },
  });
  return issues;
}
