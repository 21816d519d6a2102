import { indexOfId } from "../core/base/order.ts";
import type { Project } from "../core/model/project.ts";
import type { Draft } from "./draft.ts";
import type { Gathered } from "./gathered.ts";
import type { ImportChoices } from "./import-report.ts";
import { columnsOf } from "./member-columns.ts";

/**
 * Where rows update those of the open project, a row says what its file has columns of, or draws; of all else it is as it
 * was there. An empty cell of a column says that nothing is known. Estimated households fill in where none are known.
 */
export function keepUnsaid(draft: Draft, choices: ImportChoices, open: Project | undefined): void {
  if (open === undefined || choices.others !== "stay") return;
  keepIn(draft.facilities, open.facilities);
  keepIn(draft.zones, open.zones);
  keepIn(draft.sites, open.sites);
  keepIn(draft.units, open.units);
}

function keepIn<Row extends { readonly id: string }>(table: Gathered<Row>, before: readonly Row[]): void {
  for (const { value, account } of table.taken()) {
    const old = before[indexOfId(before, value.id)];
    if (old === undefined) continue;
    const isSaid = (member: string) => columnsOf(member).some((column) => account.headings.has(column));
    table.replace(value.id, updated(old, value, isSaid));
  }
}

/** `isSaid`: of a member or of a cell that nobody could read, by its name. */
function updated<Row extends { readonly id: string }>(
  old: Row,
  row: Row,
  isSaid: (member: string) => boolean,
): Row {
  const isOf = (member: string) =>
    isSaid(member) ||
    (DRAWN.has(member) && member in row) ||
    (ESTIMATED.has(member) && isEstimated(row) && (isEstimated(old) || !("households" in old)));
  const members = [
    ...Object.entries(old).filter(([member]) => !isOf(member)),
    ...Object.entries(row).filter(([member]) => isOf(member)),
  ].filter(([member]) => member !== UNREAD);
  const read = unreadOf(row).filter((cell) => !(cell in old && columnsOf(cell).length === 0));
  const unread = [...unreadOf(old).filter((cell) => !isSaid(cell) && !read.includes(cell)), ...read];
  return { ...Object.fromEntries(members), ...(unread.length > 0 && { unread }) } as unknown as Row;
}

/** Households that nobody counted stand for those that nobody knows, or estimated before. */
const ESTIMATED: ReadonlySet<string> = new Set(["households", "householdsBasis"]);

function isEstimated(row: object): boolean {
  return "householdsBasis" in row && row.householdsBasis === "estimated";
}

const DRAWN: ReadonlySet<string> = new Set(["at", "shape"]);
const UNREAD = "unread";

function unreadOf(row: { readonly unread?: readonly string[] } | object): readonly string[] {
  return (UNREAD in row && row.unread) || [];
}
