import type { Issue } from "../../core/base/issue.ts";
import type { Datum } from "../../core/geo/lng-lat.ts";

/** What rows can be. */
export const ROLES = ["zones", "facilities", "units", "sites", "streets"] as const;
export type TableRole = (typeof ROLES)[number];

export const ENCODINGS = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;
export const DELIMITERS = [",", "\t", ";"] as const;

/** A table before it is imported: its first rows and how they would be read. */
export interface TableShown {
  readonly name: string;
  /** Absent where its columns do not tell. */
  readonly told: TableRole | undefined;
  readonly parcels: boolean;
  readonly headings: readonly string[];
  readonly lines: readonly (readonly string[])[];
  /** What becomes of cells of these lines that are not read as they stand. */
  readonly remarks: readonly { readonly line: number; readonly column: number; readonly issue: Issue }[];
  /** Absent where no line of it names the columns. */
  readonly headerRow?: number;
  readonly text?: {
    readonly encoding: (typeof ENCODINGS)[number];
    readonly delimiter: (typeof DELIMITERS)[number];
  };
  /** What each column is read as; absent: not read. */
  readonly columns: readonly (string | undefined)[];
  /** What a column that is not read seems to be. */
  readonly guesses: readonly (string | undefined)[];
  readonly missing: readonly string[];
  readonly crs?: string;
  /** Columns were matched as they were the last time. */
  readonly remembered: boolean;
  /** What is said of it by the user. */
  readonly said: TableSaid;
}

export interface TableSaid {
  readonly role?: TableRole | "none";
  readonly encoding?: (typeof ENCODINGS)[number];
  readonly delimiter?: (typeof DELIMITERS)[number];
  readonly headerRow?: number;
  readonly datum?: Datum;
  /** By heading; `null`: not read. */
  readonly columns?: Readonly<Record<string, string | null>>;
}

/** A file of which nothing can be shown, and why. */
export interface FileUnshown {
  readonly file: string;
  readonly issues: readonly Issue[];
}

/** Nothing of it is wanted, or it is complete. */
export function isReady(table: TableShown): boolean {
  if (table.said.role === "none") return true;
  const known = table.said.role ?? table.told;
  return known !== undefined && table.missing.length === 0;
}
