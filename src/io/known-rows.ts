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
 * Gives rows the ids of the rows of the open project that they are about, once all rows are taken and before they are
 * settled: rows that are known by their names, and rows whose ids the open project does not have, as where it was made
 * of a register without ids or this one was numbered anew. Of the same name, each the only one that it can be, with
 * nothing that speaks against it. The same for every order of rows and files.
 *
 * Gives back the ids that zones state, with those that they have in the project, for rows that speak of them.
 */
export function nameAsKnown(draft: Draft, open: Project | undefined): ReadonlyMap<string, string> {
  if (open === undefined) return new Map();
  nameTable(draft.facilities, open.facilities);
  nameTable(draft.sites, open.sites);
  return nameTable(draft.zones, open.zones);
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
/** Likewise where two ids speak against one row; geocoders put one address up to this far apart. */
const APART_BY_IDS: Metres = 200;

/** Gives back the ids that rows stated, with those they have now. */
function nameTable<Of extends Row>(table: Gathered<Of>, before: readonly Of[]): ReadonlyMap<string, string> {
  const taken = table.taken();
  const knownIds = new Set(before.map(({ id }) => id));
  const seeking = taken.filter(
    ({ value, account }) => account.identity === "name" || !knownIds.has(value.id),
  );
  const numbered = new Map<string, string>();
  if (seeking.length === 0 || before.length === 0) return numbered;
  const byName = grouped(before, ({ name = "" }) => normalisedName(name) || undefined);
  const byId = grouped(taken, ({ value, account }) => (account.identity === "id" ? value.id : undefined));
  const claims = grouped(seeking, ({ value, account }) => {
    const ofItsName = byName.get(normalisedName(value.name ?? "")) ?? [];
    const [known, another] = ofItsName.filter((one) =>
      account.identity === "name" ? mayBe(value, one) : !byId.has(one.id) && mayBeRenumbered(value, one),
    );
    return another === undefined ? known?.id : undefined;
  });
  const ids = new Map<Of, string>();
  const told = { named: new Map<RowAccount, number>(), numbered: new Map<RowAccount, number>() };
  for (const [id, rows] of claims) {
    const [first] = rows;
    if (first === undefined || byId.has(id) || first.value.id === id) continue;
    const isNamed = first.account.identity === "name";
    // Rows that state one id are one row, and all of them have to fit.
    const alike = isNamed ? 1 : byId.get(first.value.id)?.length;
    if (rows.length !== alike || rows.some(({ value }) => value.id !== first.value.id)) continue;
    if (!isNamed) numbered.set(first.value.id, id);
    for (const { value, account } of rows) {
      ids.set(value, id);
      const counts = isNamed ? told.named : told.numbered;
      counts.set(account, (counts.get(account) ?? 0) + 1);
    }
  }
  if (ids.size === 0) return numbered;
  table.renamed(({ value }) => ids.get(value) ?? value.id);
  for (const [account, rows] of told.named)
    account.issues.add(issue("file.ids-as-known", "note", { rows }, { file: account.file }));
  for (const [account, rows] of told.numbered)
    account.issues.add(issue("file.numbered-as-known", "note", { rows }, { file: account.file }));
  return numbered;
}

/** Whether nothing speaks against two rows of one name being one: kind, unit or place. */
function mayBe(row: Row, known: Row, apart: Metres = APART): boolean {
  if (row.at && known.at && geodesicMetres(row.at, known.at) > apart) return false;
  return TELLING.every((member) => {
    const [a, b] = [row[member], known[member]];
    return a === undefined || b === undefined || a === b;
  });
}

/**
 * Whether a row with an id that is not known may be one of the same name. Where that has an id of its own too, and not one
 * made of its name, the two ids speak against it, and its place or community has to speak for it.
 */
function mayBeRenumbered(row: Row, known: Row): boolean {
  if (!mayBe(row, known, APART_BY_IDS)) return false;
  const { id, name = "" } = known;
  if (id === name || id.startsWith(`${name}（`)) return true;
  return (
    (row.at && known.at) !== undefined || (row.community !== undefined && row.community === known.community)
  );
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
