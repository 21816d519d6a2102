import type { FacilityId, ZoneId } from "../core/base/ids.ts";
import type { Issue } from "../core/base/issue.ts";
import type { Datum, LngLat } from "../core/geo/lng-lat.ts";
import type { FacilityKind } from "../core/model/facility-kind.ts";
import type { DatumFinding } from "./datum-finding.ts";
import type { KnownTable, Unplaced } from "./place-candidates.ts";
import type { Reading } from "./reading.ts";

/** A file as the user gave it. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the rows are; absent: guessed from the columns. */
  readonly role?: FileRole;
  /** Files that are no tables themselves and belong to it, as the attributes of a Shapefile do to its outlines. */
  readonly beside?: readonly SourceFile[];
}

export type FileRole = "facilities" | "zones" | "sites" | "units" | "streets" | "project";

/** What the user says about the files; all of it is printed with the result. */
export interface ImportChoices {
  /** Of files that declare no system; absent: taken as WGS84 and said so. */
  readonly datum?: Datum;
  /** The reference system of files that declare none, such as `EPSG:4547`; absent: degrees. */
  readonly crs?: string;
  readonly pack?: string;
  /** Floor area ratio and m² per household, to estimate the households of parcels that state none. */
  readonly assumeFar?: number;
  readonly m2PerHousehold?: number;
  /** Which kind a word of a column of kinds stands for, where it is none of those we know. */
  readonly kinds?: Readonly<Record<string, FacilityKind>>;
  /** Of single files, by the name that their report has (`register.xlsx · 东街道` of one sheet); before what is said of all. */
  readonly byFile?: Readonly<Record<string, FileChoices>>;
  /** Where rows are that state no coordinates, by id; of any other it says nothing. */
  readonly places?: {
    readonly facilities?: Readonly<Record<FacilityId, PlaceChoice>>;
    readonly zones?: Readonly<Record<ZoneId, PlaceChoice>>;
  };
  /** What becomes of the other rows of the tables of the open project that rows are brought for; absent: they go. */
  readonly others?: "go" | "stay";
  /** Rows without coordinates stand where the one known place of their name is, if nothing else was chosen for them. */
  readonly matchPlaces?: boolean;
}

/** What the user says about one file, sheet or layer. */
export interface FileChoices extends Reading {
  /** What its rows are; `none`: it is not read. */
  readonly role?: Exclude<FileRole, "project"> | "none";
  readonly datum?: Datum;
  /** Goes before the system that the file declares itself. */
  readonly crs?: string;
  /** Its longitudes stand where latitudes should, and the other way round. */
  readonly swapped?: boolean;
}

/** Where a known place is, a point by hand, or nowhere: then the row counts in its community only. */
export type PlaceChoice =
  | { readonly table: KnownTable; readonly id: string }
  | { readonly at: LngLat }
  | "community-only";

/** in = used + repaired + rejected, for every file. */
export interface ImportReport {
  readonly files: readonly FileReport[];
  /** What became of the open project, if the rows were taken into it. */
  readonly into?: {
    /** What is doubtful of its other rows since then. */
    readonly issues: readonly Issue[];
  };
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
  /** What its places say of their datum; absent where there is nothing to hold them against. */
  readonly datum?: DatumFinding;
  /** Rows whose degrees look exchanged, and are left without a place: `FileChoices.swapped` would read them. */
  readonly swapped?: number;
  /** Rows without a place and where they may be, by id; `MOST_ALIKE` of them at most. */
  readonly unplaced?: readonly Unplaced[];
  readonly issues: readonly Issue[];
}
