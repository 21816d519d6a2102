import type { Field } from "./columns.ts";
import type { DatumFinding } from "./datum-finding.ts";
import type { Fates } from "./fates.ts";
import type { FileReport, FileRole } from "./import-report.ts";
import type { Unplaced } from "./place-candidates.ts";
import type { Placing } from "./to-model/placing.ts";
import type { ToldIssues } from "./told-issues.ts";

/** What became of the rows of one file. Every row that came in is used, repaired or rejected, and stays counted once. */
export interface RowAccount {
  readonly file: string;
  readonly role: FileRole;
  /** A map of parcels by their use, which is no register of anything. */
  readonly isParcels: boolean;
  /** Columns as the file names them. */
  readonly headings: ReadonlyMap<Field, string>;
  readonly fates: Fates;
  readonly issues: ToldIssues;
  /** What tells its rows apart: their ids, or their names where it has none. */
  identity: "id" | "name";
  /** How its coordinates were read. */
  readonly placing: Placing;
  /** Rows that were taken, but not with the coordinates or the outline that they state. */
  placesLost: number;
  /** Those of them whose degrees look exchanged. */
  placesSwapped: number;
  /** Rows by the words of their kind that are none we know. */
  readonly unknownKinds: Map<string, number>;
  /** What is found once all files are read. */
  datum?: DatumFinding;
  unplaced?: Unplaced[];
}

/** Issues of the file as a whole first, then row by row; at most so many alike. */
export function reportOf(account: RowAccount, mostAlike?: number): FileReport {
  const { file, role, fates, issues, placesSwapped: swapped, datum, unplaced } = account;
  const ordered = issues.listed(mostAlike).toSorted((a, b) => (a.at.row ?? 0) - (b.at.row ?? 0));
  return {
    ...{ file, role, ...fates.count() },
    ...(datum && { datum }),
    ...(swapped > 0 && { swapped }),
    ...(unplaced && unplaced.length > 0 && { unplaced }),
    issues: ordered,
  };
}
