import { issue } from "../core/base/issue.ts";
import { type Outcome, refused } from "../core/base/outcome.ts";
import { afterSpace } from "./geojson/json-spans.ts";
import { readFeatures } from "./geojson/read-features.ts";
import type { SourceFile } from "./import-report.ts";
import type { SourceTable } from "./source-row.ts";
import { decodeText } from "./text/decode-text.ts";
import { readTable } from "./text/read-table.ts";

/** Larger files of rows are refused before they are read. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** The rows of a CSV or GeoJSON file; which of the two it is, its first character tells. */
export function openTable({ name, bytes }: SourceFile): Outcome<SourceTable> {
  if (bytes.length === 0) return refused(issue("file.empty", "error", {}, { file: name }));
  if (bytes.length > MOST_BYTES) {
    const limit = `${MOST_BYTES / 1024 / 1024} MB`;
    return refused(issue("file.too-large", "error", { limit }, { file: name }));
  }
  if (OFFICE_MARKS.some((mark) => mark.every((byte, i) => bytes[i] === byte))) {
    return refused(issue("file.spreadsheet", "error", {}, { file: name }));
  }
  if (PDF_MARK.every((byte, i) => bytes[i] === byte)) {
    return refused(issue("file.no-text", "error", {}, { file: name }));
  }
  const text = decodeText(bytes, name);
  if (!text.ok) return text;
  const first = text.value[afterSpace(text.value, 0)];
  return (first === "{" || first === "[" ? readFeatures : readTable)(text.value, name);
}

/** How a workbook begins: xlsx is a zip, xls a compound file. */
const OFFICE_MARKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

const PDF_MARK = [0x25, 0x50, 0x44, 0x46, 0x2d];
