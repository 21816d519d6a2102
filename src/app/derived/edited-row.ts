import type { ProjectView } from "../../../workers/protocol.ts";
import { rowName } from "./row-name.ts";
import { same } from "./shared-columns.ts";

/** The one row that is different of the data, as far as it is shown, and what became of it. */
export interface EditedRow {
  readonly name: string;
  readonly how: "added" | "removed" | "closed" | "reopened" | "edited";
}

/** `undefined` where nothing that is shown is different, or more than one row of zones and facilities. */
export function editedRow(before: ProjectView, after: ProjectView): EditedRow | undefined {
  if (!same([after.units, after.customPacks], [before.units, before.customPacks])) return undefined;
  const facilities = differing(before.facilities, after.facilities);
  const zones = differing(before.zones, after.zones);
  const [facility, zone] = [facilities[0], zones[0]];
  if (facilities.length + zones.length !== 1) return undefined;
  if (zone !== undefined) return rowOf(before.zones, after.zones, zone);
  const row = facility === undefined ? undefined : rowOf(before.facilities, after.facilities, facility);
  if (row === undefined || facility === undefined || row.how !== "edited") return row;
  const [was, is] = [before, after].map((view) => {
    const { ids, statuses } = view.facilities;
    return statuses[ids.indexOf(facility)] === "closed";
  });
  return was === is ? row : { ...row, how: is ? "closed" : "reopened" };
}

type Table = ProjectView["facilities"] | ProjectView["zones"];

/** Ids of the rows that are in one of the two alone, or in both and not the same; two of them at most. */
function differing(before: Table, after: Table): readonly string[] {
  if (before === after) return [];
  const rowsBefore = new Map(before.ids.map((id, row) => [id, row]));
  const rowsAfter = new Map(after.ids.map((id, row) => [id, row]));
  const found: string[] = [];
  for (const id of new Set([...before.ids, ...after.ids])) {
    const [was, is] = [rowsBefore.get(id), rowsAfter.get(id)];
    if (was === undefined || is === undefined || !sameRow(before, was, after, is)) found.push(id);
    if (found.length > 1) break;
  }
  return found;
}

/** Columns of one value for each row; outlines are not edited. */
function sameRow(before: Table, was: number, after: Table, is: number): boolean {
  const values = (table: Table, row: number) =>
    Object.values(table).map((column: ArrayLike<unknown>) => column[row]);
  return same(values(before, was), values(after, is));
}

function rowOf(before: Table, after: Table, id: string): EditedRow {
  const [was, is] = [before.ids.indexOf(id), after.ids.indexOf(id)];
  if (was < 0) return { name: rowName(after, is), how: "added" };
  return { name: rowName(before, was), how: is < 0 ? "removed" : "edited" };
}
