import type { PackedStreets } from "../network/packed-streets.ts";
import type { AdminUnit } from "./admin-unit.ts";
import type { Facility } from "./facility.ts";
import type { Project } from "./project.ts";
import type { ResidentialZone } from "./residential-zone.ts";
import type { CandidateSite } from "./site.ts";

/** One row before and after: added (no before), removed (no after) or changed. */
export interface RowChange<Row> {
  readonly before?: Row;
  readonly after?: Row;
}

/**
 * A change of the document as rows before and after, ordered by id in each table. Undo, journal, scenarios and compare
 * are four uses of this one type.
 */
export interface Patch {
  readonly facilities?: readonly RowChange<Facility>[];
  readonly zones?: readonly RowChange<ResidentialZone>[];
  readonly units?: readonly RowChange<AdminUnit>[];
  readonly sites?: readonly RowChange<CandidateSite>[];
  /** All streets at once, packed: a patch is of plain values. */
  readonly streets?: RowChange<PackedStreets>;
  /** Everything else that is not a table of rows. */
  readonly settings?: RowChange<ProjectSettings>;
}

export type ProjectSettings = Pick<
  Project,
  "name" | "pack" | "customPacks" | "duplicateDecisions" | "asOf" | "streetChanges"
>;
