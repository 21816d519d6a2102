import { byCodeUnit, sortedById } from "../base/order.ts";
import { type Conflict, type MergedTable, mergeRow, type Side, type Take } from "./merge-rows.ts";
import { EMPTY_PROJECT, type Project } from "./project.ts";

export type { Conflict, MergedTable, Side, Take };

/** What came of two projects that were made of one. */
export interface Merge {
  /** Absent while there are conflicts that nobody has decided. */
  readonly project?: Project;
  /** What both changed, each in its own way; by table and id. Listed also where `take` decides them. */
  readonly conflicts: readonly Conflict[];
}

/**
 * Both offices' changes of a common base, row by row and field by field: what only one of them changed is as it says,
 * what both changed alike is so, what they changed differently is a conflict, decided by `take` alone. A row that one
 * removed and the other changed is one too: no row is lost unseen. Fields that say something only together are one.
 */
export function mergeProjects(base: Project, a: Project, b: Project, take?: Take): Merge {
  const conflicts: Conflict[] = [];
  let undecided = 0;
  const merge = <Row extends object>(
    table: MergedTable,
    rowsOf: (project: Project) => readonly Row[],
    idOf: (row: Row) => string,
  ): readonly Row[] => {
    const [inBase, inA, inB] = [base, a, b].map((project) => byId(rowsOf(project), idOf));
    const ids = new Set([...(inBase?.keys() ?? []), ...(inA?.keys() ?? []), ...(inB?.keys() ?? [])]);
    return [...ids].sort(byCodeUnit).flatMap((id) => {
      const sides = { base: inBase?.get(id), a: inA?.get(id), b: inB?.get(id) };
      const merged = mergeRow(table, id, sides, take);
      conflicts.push(...merged.conflicts);
      undecided += merged.undecided;
      return merged.row ? [merged.row] : [];
    });
  };
  const [facts] = merge(
    "project",
    (project) => [factsOf(project)],
    () => "",
  );
  const [parameters] = merge(
    "parameters",
    (project) => (project.parameters ? [project.parameters] : []),
    () => "",
  );
  const project: Project = {
    ...EMPTY_PROJECT,
    ...facts,
    facilities: sortedById(
      merge(
        "facilities",
        (one) => one.facilities,
        (row) => row.id,
      ),
    ),
    zones: sortedById(
      merge(
        "zones",
        (one) => one.zones,
        (row) => row.id,
      ),
    ),
    units: sortedById(
      merge(
        "units",
        (one) => one.units,
        (row) => row.id,
      ),
    ),
    sites: sortedById(
      merge(
        "sites",
        (one) => one.sites,
        (row) => row.id,
      ),
    ),
    customPacks: sortedById(
      merge(
        "customPacks",
        (one) => one.customPacks,
        (row) => row.id,
      ),
    ),
    duplicateDecisions: merge(
      "duplicateDecisions",
      (one) => one.duplicateDecisions,
      (row) => [...row.facilities].sort(byCodeUnit).join(" "),
    ),
    ...(parameters && { parameters }),
  };
  return { ...(undecided === 0 && { project }), conflicts };
}

function factsOf({ name, origin, pack, asOf, backdrop, streets, streetChanges }: Project) {
  return {
    ...{ name, origin, backdrop },
    ...(pack !== undefined && { pack }),
    ...(asOf !== undefined && { asOf }),
    ...(streets && { streets }),
    ...(streetChanges && { streetChanges }),
  };
}

function byId<Row>(rows: readonly Row[], idOf: (row: Row) => string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [idOf(row), row]));
}
