import { type Issue, type IssueCode, issue } from "../../core/base/issue.ts";
import { refused } from "../../core/base/outcome.ts";
import type { SourceFile } from "../import-report.ts";
import { entriesOf, isZip } from "./archive.ts";
import { type Format, isCalled, startsWith } from "./format.ts";

/** Files of known kinds that nothing can be read from, each with a sentence what to do instead. */
export const unread: Format = {
  recognises: (file) => whyUnread(file) !== undefined,
  open: async (file) => refused(...[whyUnread(file)].flat().filter((why) => why !== undefined)),
};

function whyUnread(file: SourceFile): Issue | readonly Issue[] | undefined {
  const at = { file: file.name };
  const marked = MARKS.find(({ marks }) => marks.some((mark) => startsWith(file, mark)));
  if (marked) return issue(marked.code, "error", {}, at);
  if (isMapInfo(file)) return issue("file.mapinfo", "error", {}, at);
  if (isMarkup(file)) return issue("file.markup", "error", {}, at);
  if (!isZip(file)) return isCalled(file, "dxf") ? issue("file.cad", "error", {}, at) : undefined;
  const entries = entriesOf(file);
  if (!entries.ok) return entries.issues;
  const paths = entries.value.map(({ path }) => path);
  if (paths.some((path) => /\.gdb\//i.test(path))) return issue("file.geodatabase", "error", {}, at);
  if (paths.some((path) => /\.(?:tab|mif)$/i.test(path))) return issue("file.mapinfo", "error", {}, at);
  if (paths.some((path) => /^(?:word|ppt)\//.test(path))) return issue("file.no-text", "error", {}, at);
  return issue("file.nothing-in-zip", "error", { files: paths.slice(0, 10) }, at);
}

/** The head of a MapInfo table, or a file for exchange; tables of text are called .tab too. */
function isMapInfo(file: SourceFile): boolean {
  if (!isCalled(file, "tab", "mif")) return false;
  return /^\s*(?:!table|version\s+\d)/i.test(new TextDecoder().decode(file.bytes.subarray(0, 100)));
}

/** A web page, alone or with its pictures, or a document of XML: offices' systems call such tables .xls. */
function isMarkup({ bytes }: SourceFile): boolean {
  const start = new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-8").decode(bytes.subarray(0, 200));
  return /^\s*(?:<[?!a-z]|MIME-Version:)/i.test(start);
}

type PlainCode = "file.no-text" | "file.cad" | "file.other-archive";

const MARKS: readonly {
  readonly code: PlainCode & IssueCode;
  readonly marks: readonly (readonly number[])[];
}[] = [
  {
    code: "file.no-text",
    // PDF, PNG, JPEG
    marks: [
      [0x25, 0x50, 0x44, 0x46, 0x2d],
      [0x89, 0x50, 0x4e, 0x47],
      [0xff, 0xd8, 0xff],
    ],
  },
  // DWG: AC10…
  { code: "file.cad", marks: [[0x41, 0x43, 0x31, 0x30]] },
  {
    code: "file.other-archive",
    // RAR, 7z
    marks: [
      [0x52, 0x61, 0x72, 0x21],
      [0x37, 0x7a, 0xbc, 0xaf],
    ],
  },
];
