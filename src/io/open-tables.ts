import { issue } from "../core/base/issue.ts";
import { type Outcome, refused } from "../core/base/outcome.ts";
import { bundle } from "./formats/bundle.ts";
import { flatgeobuf } from "./formats/flatgeobuf.ts";
import type { Format } from "./formats/format.ts";
import { geopackage } from "./formats/geopackage.ts";
import { geoparquet } from "./formats/geoparquet.ts";
import { kml } from "./formats/kml.ts";
import { shapefile } from "./formats/shapefile.ts";
import { textTables } from "./formats/text-tables.ts";
import { unread } from "./formats/unread.ts";
import { workbook } from "./formats/workbook.ts";
import type { SourceFile } from "./import-report.ts";
import { MOST_BYTES, tooLarge } from "./most-bytes.ts";
import { AS_IT_LOOKS, type Readings } from "./reading.ts";
import type { SourceTable } from "./source-row.ts";

/** Every kind of file that rows are read from; the first that recognises a file opens it. */
const FORMATS: readonly Format[] = [
  ...[workbook, shapefile, kml, geopackage, geoparquet, flatgeobuf],
  ...[bundle(openTables), unread, textTables],
];

/** The tables in a file, as its format tells them; never none. */
export async function openTables(
  file: SourceFile,
  readings: Readings = AS_IT_LOOKS,
): Promise<Outcome<readonly SourceTable[]>> {
  const { name, bytes } = file;
  if (bytes.length === 0) return refused(issue("file.empty", "error", {}, { file: name }));
  if (bytes.length > MOST_BYTES) return refused(tooLarge(name));
  const format = FORMATS.find(({ recognises }) => recognises(file)) ?? textTables;
  const tables = await format.open(file, readings);
  if (tables.ok && tables.value.length === 0) {
    return refused(issue("file.empty", "error", {}, { file: name }));
  }
  return tables;
}
