import type { Issue } from "../core/base/issue.ts";
import type { Datum } from "../core/geo/lng-lat.ts";

/** A file as the user gave it. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the rows are; absent: guessed from the columns. */
  readonly role?: FileRole;
  /** Files that are no tables themselves and belong to it, as the attributes of a Shapefile do to its outlines. */
  readonly beside?: readonly SourceFile[];
}

export type FileRole = "facilities" | "zones" | "sites" | "units" | "project";

/** What the user says about the files; all of it is printed with the result. */
export interface ImportChoices {
  /** Of all coordinates; absent: taken as WGS84 and said so. */
  readonly datum?: Datum;
  /** The reference system of files that declare none, such as `EPSG:4547`; absent: degrees. */
  readonly crs?: string;
  readonly pack?: string;
  /** Floor area ratio and m² per household, to estimate the households of parcels that state none. */
  readonly assumeFar?: number;
  readonly m2PerHousehold?: number;
}

/** in = used + repaired + rejected, for every file. */
export interface ImportReport {
  readonly files: readonly FileReport[];
  /** What became of the open project, if the rows were taken into it. */
  readonly into?: {
    readonly tables: readonly TableChange[];
    /** What is doubtful of its other rows since then. */
    readonly issues: readonly Issue[];
  };
}

/** Rows of a table of the open project. brought: the rows of the files are in place of those before. */
export interface TableChange {
  readonly table: "facilities" | "zones" | "sites" | "units";
  readonly before: number;
  readonly after: number;
  readonly brought: boolean;
}

export interface FileReport {
  readonly file: string;
  readonly role?: FileRole;
  readonly in: number;
  /** Taken as they stand. */
  readonly used: number;
  /** Taken with a value changed or left unknown, each with an issue; of very many alike the first are listed. */
  readonly repaired: number;
  /** Not taken, likewise. */
  readonly rejected: number;
  /** The file could not be read as a whole; its issues say why. */
  readonly unreadable?: boolean;
  readonly issues: readonly Issue[];
}
