import type { LngLat, Polygon } from "../../../core/geo/lng-lat.ts";
import type { Cell } from "../csv.ts";

/** What can be taken out of the product: rows of the project, then what was worked out of them. */
export const TABLE_NAMES = ["zones", "facilities", "units", "sites", "rollup", "deficits"] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** A table on its way out. Its rows can be gone through again and again, in the order of their ids. */
export interface ExportTable {
  readonly name: TableName;
  readonly columns: readonly ExportColumn[];
  readonly rows: () => Iterable<ExportRow>;
  readonly length: number;
}

export interface ExportColumn {
  readonly heading: string;
  readonly format: CellFormat;
}

/**
 * How the values of a column are shown; text may stand in any of them, where somebody could not read a value. `amount`:
 * square metres or money; `mixed`: of several units; `degrees` are for files that have no geometry of their own.
 */
export type CellFormat =
  | "text"
  | "long"
  | "count"
  | "amount"
  | "money"
  | "mixed"
  | "share"
  | "year"
  | "degrees";

export interface ExportRow {
  /** By column. */
  readonly cells: readonly Cell[];
  readonly place?: ExportPlace;
  /** The 街道 that it lies in, by its name. */
  readonly street?: string;
}

/** Where a row lies, in the datum that was asked for. Rings are not closed, as in the project. */
export type ExportPlace =
  | { readonly kind: "point"; readonly at: LngLat<ExportDatum> }
  | { readonly kind: "area"; readonly shape: readonly Polygon[] };

export const EXPORT_DATUMS = ["wgs84", "gcj02"] as const;
export type ExportDatum = (typeof EXPORT_DATUMS)[number];

/** How a datum is written in names of files and columns. CGCS2000 is WGS84 within a decimetre. */
export const DATUM_NAMES: Readonly<Record<ExportDatum, string>> = { wgs84: "WGS84", gcj02: "GCJ-02" };
