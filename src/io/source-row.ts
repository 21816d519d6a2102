import type { Issue } from "../core/base/issue.ts";
import type { Share } from "../core/base/units.ts";
import type { Field } from "./columns.ts";
import type { Sample } from "./reading.ts";

/** One row of a file before it is anything: values under the columns we know, and where it stands. */
export interface SourceRow {
  /** As the user counts: the header of a table is row 1, the first feature of a collection is row 1. */
  readonly row: number;
  /** Without those that are empty. */
  readonly values: RowValues;
  /** As the file has it, unchecked. Absent in tables; null where a feature states none. */
  readonly geometry?: GeoJSON.Geometry | null;
  /** All that a feature says, as it says it, under every heading. Absent in tables. */
  readonly properties?: GeoJSON.GeoJsonProperties;
}

/** As a map has them; of a line of a table each is looked up in its cells. */
export interface RowValues extends Iterable<readonly [Field, SourceValue]> {
  get(field: Field): SourceValue | undefined;
  has(field: Field): boolean;
}

export type SourceValue = string | number | boolean;

/** The rows of one file, block by block, so that a large file never stands in memory as rows. */
export interface SourceTable {
  /** The sheet or layer; absent where a file is one table. */
  readonly part?: string;
  /** Columns that we know, as the file names them. Grows while a collection of features is read. */
  readonly headings: ReadonlyMap<Field, string>;
  /** Headings that are none of ours; their values are not read. Grows likewise. */
  readonly unknownHeadings: ReadonlySet<string>;
  /** The reference system of its coordinates, as the file declares it: a code or a description. */
  readonly crs?: string;
  /** As what the first rows are drawn: some as areas, or all as lines; absent in tables, which draw nothing. */
  readonly drawn?: "areas" | "lines" | "otherwise";
  /** What it looks like. */
  readonly sample: Sample;
  /** Remarks on the file as a whole. */
  readonly issues: readonly Issue[];
  /** Read once, in order. */
  readonly blocks: Iterable<SourceBlock>;
}

export interface SourceBlock {
  readonly rows: readonly SourceRow[];
  /** Rows whose text could not be read at all, with the reason. */
  readonly broken: readonly Issue[];
  /** Of the file, with this block. */
  readonly share: Share;
  /** What makes the file unreadable from here on: then none of it is used. */
  readonly refusal?: Issue;
}
