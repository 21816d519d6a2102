import type { Field } from "./columns.ts";

/** How one table is to be read, where the user says otherwise than what it looks like. All of it is optional. */
export interface Reading {
  /** Of a text; else by its bytes. */
  readonly encoding?: TextEncodingName;
  /** Between the cells of a text; else the one that makes most columns we know. */
  readonly delimiter?: Delimiter;
  /** The row that names the columns, the first being 1, or 0 if none does; else the one among the first with most that we know. */
  readonly headerRow?: number;
  /** What columns hold, by heading; `null`: not read. Of any other, its heading tells. */
  readonly columns?: Matching;
}

export const ENCODINGS = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;
export type TextEncodingName = (typeof ENCODINGS)[number];

export const DELIMITERS = [",", "\t", ";"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export type Matching = Readonly<Record<string, Field | null>>;

/** The reading of a sheet or layer of a file, or of a file that is one table. */
export type Readings = (part?: string) => Reading;

/** As it looks. */
export const AS_IT_LOOKS: Readings = () => ({});

/** The first rows of a table as they stand in the file, for a person to see what is in its columns. */
export interface Sample {
  readonly headings: readonly string[];
  readonly lines: readonly (readonly string[])[];
  /** Which row each of the lines is, as the user counts. */
  readonly rows: readonly number[];
  /** Absent where nothing but the data names the columns. */
  readonly headerRow?: number;
  /** How its text was read. */
  readonly text?: { readonly encoding: TextEncodingName; readonly delimiter: Delimiter };
}

/** Rows of a sample. */
export const SAMPLE_ROWS = 8;

/** What a table is called in the report of its file, and in what the user says of it; `of`: so many are in the file. */
export function reportName(file: string, { part }: { readonly part?: string }, of: number): string {
  return part === undefined || of === 1 ? file : `${file} · ${part}`;
}

/** What is said of the tables of a file: of each by its own name, or else by that of the file. */
export function readingsOf(file: string, said: Readonly<Record<string, Reading>>): Readings {
  return (part) => (part === undefined ? undefined : said[reportName(file, { part }, 2)]) ?? said[file] ?? {};
}
