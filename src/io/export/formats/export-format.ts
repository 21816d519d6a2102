import type { Drive } from "../../../core/base/work.ts";
import type { AboutLine } from "../about.ts";
import type { ExportWords } from "../export-words.ts";
import type { ExportDatum, ExportTable, TableName } from "../tables/export-table.ts";

/** A kind of file that tables are written to. Its writer is fetched when the first one is written. */
export interface ExportFormat {
  /** Of its files, without the dot. */
  readonly extension: string;
  /** Whether all tables stand in one file; else each is a file of its own. */
  readonly together: boolean;
  /** Of one file; more would take more memory than a page has, and other programs would not open it. Absent: any. */
  readonly mostCells?: number;
  /** The bytes of a file; of one table where they do not stand together. `drive` runs the long part. */
  readonly write: (
    tables: readonly ExportTable[],
    how: Written,
    drive: Drive,
  ) => Promise<Uint8Array<ArrayBuffer>>;
}

/** How tables are to be written. */
export interface Written {
  readonly datum: ExportDatum;
  readonly encoding: Encoding;
  /** Tables that are cut into one sheet for each 街道. */
  readonly byStreet: ReadonlySet<TableName>;
  readonly words: ExportWords;
  /** What the files are of, for those that have a place to say it. */
  readonly about: readonly AboutLine[];
}

export const ENCODINGS = ["utf-8", "gb18030"] as const;
export type Encoding = (typeof ENCODINGS)[number];
