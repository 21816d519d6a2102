import type { PolygonColumns, ProjectView } from "../../../workers/protocol.ts";
import { rowName } from "./row-name.ts";
import { same } from "./shared-columns.ts";

/** The one row that is different of the data, as far as it is shown, and what became of it. */
export interface EditedRow {
  readonly name: string;
  readonly table: "zones" | "facilities" | "sites";
  readonly how: "added" | "removed" | "closed" | "reopened" | "edited" | "outlined";
}

/** `undefined` where nothing that is shown is different, or more than one row of zones, facilities and sites. */
export function editedRow(before: ProjectView, after: ProjectView): EditedRow | undefined {
  if (!same([after.units, after.customPacks], [before.units, before.customPacks])) return undefined;
  const facilities = differing(before.facilities, after.facilities);
  const zones = differing(before.zones, after.zones);
  const sites = differing(before.sites, after.sites);
  const [facility, zone, site] = [facilities[0], zones[0], sites[0]];
  if (facilities.length + zones.length + sites.length !== 1) return undefined;
  if (zone !== undefined) return zoneOf(before.zones, after.zones, zone);
  if (site !== undefined) return { ...rowOf(before.sites, after.sites, site), table: "sites" };
  const row =
    facility === undefined
      ? undefined
      : { ...rowOf(before.facilities, after.facilities, facility), table: "facilities" as const };
  if (row === undefined || facility === undefined || row.how !== "edited") return row;
  const [was, is] = [before, after].map((view) => {
    const { ids, statuses } = view.facilities;
    return statuses[ids.indexOf(facility)] === "closed";
  });
  return was === is ? row : { ...row, how: is ? "closed" : "reopened" };
}

type Table = ProjectView["facilities"] | ProjectView["zones"] | ProjectView["sites"];

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

function sameRow(before: Table, was: number, after: Table, is: number): boolean {
  return sameValues(before, was, after, is, []) && sameOutline(before, was, after, is);
}

/** Of columns of one value for each row, but for some. */
function sameValues(before: Table, was: number, after: Table, is: number, but: readonly string[]): boolean {
  const values = (table: Table, row: number) =>
    Object.entries(table).map(([name, column]) =>
      but.includes(name) ? undefined : (column as ArrayLike<unknown>)[row],
    );
  return same(values(before, was), values(after, is));
}

function sameOutline(before: Table, was: number, after: Table, is: number): boolean {
  if (!("shapes" in before) || !("shapes" in after)) return true;
  return same(outlineParts(before.shapes, was), outlineParts(after.shapes, is));
}

/** Where the rings of an outline begin, counted in it, and all its positions. */
function outlineParts({ rowStarts, polygonStarts, ringStarts, positions }: PolygonColumns, row: number) {
  const [first = 0, last = 0] = [rowStarts[row], rowStarts[row + 1]];
  const rings = polygonStarts.subarray(first, last + 1);
  const [firstRing = 0, lastRing = 0] = [rings[0], rings.at(-1)];
  const starts = ringStarts.subarray(firstRing, lastRing + 1);
  const [from = 0, to = 0] = [starts[0], starts.at(-1)];
  return [
    rings.map((ring) => ring - firstRing),
    starts.map((start) => start - from),
    positions.subarray(2 * from, 2 * to),
  ];
}

/** A place or an outline alone that is another is told as that. */
function zoneOf(before: Zones, after: Zones, id: string): EditedRow {
  const row = { ...rowOf(before, after, id), table: "zones" as const };
  const [was, is] = [before.ids.indexOf(id), after.ids.indexOf(id)];
  const isPlaced = row.how === "edited" && sameValues(before, was, after, is, PLACE);
  return isPlaced ? { ...row, how: "outlined" } : row;
}

const PLACE = ["lng", "lat"];

type Zones = ProjectView["zones"];

function rowOf(before: Table, after: Table, id: string): Omit<EditedRow, "table"> {
  const [was, is] = [before.ids.indexOf(id), after.ids.indexOf(id)];
  if (was < 0) return { name: rowName(after, is), how: "added" };
  return { name: rowName(before, was), how: is < 0 ? "removed" : "edited" };
}
