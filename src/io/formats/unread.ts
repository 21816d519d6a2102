import { type Issue, issue } from "../../core/base/issue.ts";
import { refused } from "../../core/base/outcome.ts";
import type { SourceFile } from "../import-report.ts";
import { type Format, startsWith } from "./format.ts";

/** Files of known kinds that nothing can be read from, each with a sentence what to do instead. */
export const unread: Format = {
  recognises: (file) => whyUnread(file) !== undefined,
  open: async (file) => refused(...[whyUnread(file)].filter((why) => why !== undefined)),
};

function whyUnread(file: SourceFile): Issue | undefined {
  const at = { file: file.name };
  if (OFFICE_MARKS.some((mark) => startsWith(file, mark))) return issue("file.spreadsheet", "error", {}, at);
  if (startsWith(file, PDF_MARK)) return issue("file.no-text", "error", {}, at);
  return undefined;
}

/** How a workbook begins: xlsx is a zip, xls a compound file. */
const OFFICE_MARKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
const PDF_MARK = [0x25, 0x50, 0x44, 0x46, 0x2d];
