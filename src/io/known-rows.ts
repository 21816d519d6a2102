import { issue } from "../core/base/issue.ts";
import type { Metres } from "../core/base/units.ts";
import { geodesicMetres } from "../core/geo/geodesic.ts";
import type { LngLat } from "../core/geo/lng-lat.ts";
import { normalisedName } from "../core/model/duplicates.ts";
import type { Project } from "../core/model/project.ts";
import type { Draft } from "./draft.ts";
import type { Gathered } from "./gathered.ts";
import type { RowAccount } from "./row-account.ts";

/**
 * Gives rows that are known by their names the ids of the rows of the open project that they are about, once all rows are
 * taken and before they are settled: of the same name, each the only one that it can be, with nothing that speaks against
 * it. The same for every order of rows and files.
 */
export function nameAsKnown(draft: Draft, open: Project | undefined): void {
  if (open === undefined) return;
  nameTable(draft.facilities, open.facilities);
  nameTable(draft.zones, open.zones);
  nameTable(draft.sites, open.sites);
}

interface Row {
  readonly id: string;
  readonly name?: string;
  readonly at?: LngLat;
  readonly kind?: string;
  readonly district?: string;
  readonly street?: string;
  readonly community?: string;
}

/** Rows of one name that stand farther apart are two. */
const APART: Metres = 500;

function nameTable<Of extends Row>(table: Gathered<Of>, before: readonly Of[]): void {
  const taken = table.taken();
  const named = taken.filter(({ account }) => account.identity === "name");
  if (named.length === 0) return;
  const byName = grouped(before, ({ name = "" }) => normalisedName(name) || undefined);
  const stated = new Set(
    taken.flatMap(({ value, account }) => (account.identity === "id" ? [value.id] : [])),
  );
  const claims = grouped(named, ({ value }) => {
    const [known, another] = (byName.get(normalisedName(value.name ?? "")) ?? []).filter((one) =>
      mayBe(value, one),
    );
    return another === undefined ? known?.id : undefined;
  });
  const ids = new Map<Of, string>();
  const told = new Map<RowAccount, number>();
  for (const [id, rows] of claims) {
    const [row, another] = rows;
    if (row === undefined || another !== undefined || stated.has(id) || row.value.id === id) continue;
    ids.set(row.value, id);
    told.set(row.account, (told.get(row.account) ?? 0) + 1);
  }
  if (ids.size === 0) return;
  table.renamed(({ value }) => ids.get(value) ?? value.id);
  for (const [account, rows] of told)
    account.issues.add(issue("file.ids-as-known", "note", { rows }, { file: account.file }));
}

/** Whether nothing speaks against two rows of one name being one: kind, unit or place. */
function mayBe(row: Row, known: Row): boolean {
  if (row.at && known.at && geodesicMetres(row.at, known.at) > APART) return false;
  return TELLING.every((member) => {
    const [a, b] = [row[member], known[member]];
    return a === undefined || b === undefined || a === b;
  });
}

const TELLING = ["kind", "district", "street", "community"] as const;

/** Items by a key; without those that have none. */
function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
