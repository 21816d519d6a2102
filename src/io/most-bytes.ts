import { type Issue, issue } from "../core/base/issue.ts";

/** Larger files of rows are refused before they are read. */
export const MOST_BYTES = 256 * 1024 * 1024;

export function tooLarge(file: string): Issue {
  return issue("file.too-large", "error", { limit: `${MOST_BYTES / 1024 / 1024} MB` }, { file });
}
