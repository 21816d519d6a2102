import { type Issue, issue } from "../../core/base/issue.ts";
import { jsonLosses } from "../text/json-losses.ts";
import { writtenPath } from "./written-path.ts";

/** What the parser of JSON would drop without a word, in a text that it can read. */
export function lostByParsing(text: string): Issue[] {
  return jsonLosses(text).map(({ what, path: steps, written }) => {
    const path = writtenPath(steps);
    const at = { column: path };
    return what === "member-twice"
      ? issue("case.member-twice", "error", { path }, at)
      : issue("case.number-too-long", "error", { path, digits: written }, at);
  });
}
