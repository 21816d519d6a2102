import type { Work } from "../../../core/base/work.ts";
import { gb18030 } from "../../text/gb18030.ts";
import { csvBlocks } from "../csv.ts";
import type { ExportTable } from "../tables/export-table.ts";
import { joinedBytes } from "./bytes.ts";
import type { Encoding, ExportFormat } from "./export-format.ts";

/** CSV: UTF-8 with a byte order mark, by which office programs know it, or GB18030. */
export const csvFile: ExportFormat = {
  extension: "csv",
  together: false,
  write: ([table], { encoding }, drive) => drive(written(table, encoding)),
};

function* written(table: ExportTable | undefined, encoding: Encoding): Work<Uint8Array<ArrayBuffer>> {
  if (table === undefined) return new Uint8Array();
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = encoding === "utf-8" ? [encoder.encode("\uFEFF")] : [];
  let rows = 0;
  const counted = function* () {
    for (const { cells } of table.rows()) {
      rows += 1;
      yield cells;
    }
  };
  for (const block of csvBlocks(
    table.columns.map(({ heading }) => heading),
    counted(),
  )) {
    pieces.push(encoding === "utf-8" ? encoder.encode(block) : gb18030(block));
    yield { part: "write", share: rows / Math.max(1, table.length) };
  }
  return joinedBytes(pieces);
}
