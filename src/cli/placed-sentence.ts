import type { Issue } from "../core/base/issue.ts";
import { sentenceFor } from "../i18n/catalogue.ts";
import { type Host, UsageError } from "./command.ts";

/** `zones.csv, row 3, column 户数: …` */
export function placedSentence(issue: Issue): string {
  const { file, row, column } = issue.at;
  const place = [
    file,
    row === undefined ? undefined : `row ${row}`,
    column === undefined ? undefined : `column ${column}`,
  ].filter((part) => part !== undefined);
  return `${place.length > 0 ? `${place.join(", ")}: ` : ""}${sentenceFor(issue, "en")}`;
}

/** Says every reason but the first, which is the refusal's own sentence. */
export function refusalBy([first, ...reasons]: readonly Issue[], host: Host): UsageError {
  for (const each of reasons) host.say(placedSentence(each));
  return new UsageError(first === undefined ? "" : placedSentence(first));
}
