import { canonical } from "../base/digest.ts";
import type { Patch, RowChange } from "./patch.ts";
import type { Project } from "./project.ts";

export const PATCHED_TABLES = ["zones", "facilities", "sites", "units"] as const;
export type PatchedTable = (typeof PATCHED_TABLES)[number];

/** What a patch makes of one table: after = added + changed + same, before = gone + changed + same. */
export interface TableAccount {
  readonly table: PatchedTable;
  readonly added: readonly NamedRow[];
  readonly changed: readonly NamedRow[];
  readonly gone: readonly NamedRow[];
  readonly same: number;
  /** In how many of the changed rows a member is another, by its name; the most frequent first. */
  readonly members: readonly { readonly member: string; readonly rows: number }[];
}

export interface NamedRow {
  readonly id: string;
  readonly name?: string;
}

/** What a patch makes of the streets: how many ways there were and are; absent where they stay, or there are none. */
export interface StreetsAccount {
  readonly before?: number;
  readonly after?: number;
}

export function streetsAccount({ streets }: Patch): StreetsAccount | undefined {
  if (!streets) return undefined;
  const { before, after } = streets;
  return { ...(before && { before: before.ways }), ...(after && { after: after.ways }) };
}

/** The account of every table of a document that has rows, or has some after a patch made from it. */
export function patchAccount(project: Project, patch: Patch): readonly TableAccount[] {
  return PATCHED_TABLES.flatMap((table) => {
    const changes: readonly RowChange<NamedRow>[] = patch[table] ?? [];
    const account = { table, ...accountOf(changes, project[table].length) };
    return account.added.length + project[table].length > 0 ? [account] : [];
  });
}

function accountOf(changes: readonly RowChange<NamedRow>[], before: number): Omit<TableAccount, "table"> {
  const rows = { added: [] as NamedRow[], changed: [] as NamedRow[], gone: [] as NamedRow[] };
  const members = new Map<string, number>();
  for (const { before: was, after: is } of changes) {
    const [row, became] = is ? ([is, was ? "changed" : "added"] as const) : ([was, "gone"] as const);
    if (row) rows[became].push(named(row));
    if (was && is) for (const member of apart(was, is)) members.set(member, (members.get(member) ?? 0) + 1);
  }
  return {
    ...rows,
    same: before - rows.changed.length - rows.gone.length,
    members: [...members].map(([member, count]) => ({ member, rows: count })).sort((a, b) => b.rows - a.rows),
  };
}

function named({ id, name }: NamedRow): NamedRow {
  return name === undefined ? { id } : { id, name };
}

/** Names of the members that are not the same of two rows. */
function apart(was: NamedRow, is: NamedRow): readonly string[] {
  const [a, b] = [was, is].map((row) => new Map<string, unknown>(Object.entries(row)));
  const names = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]);
  return [...names].filter((name) => canonical(a?.get(name)) !== canonical(b?.get(name)));
}
