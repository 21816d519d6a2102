import { issue } from "../core/base/issue.ts";
import { normalisedName } from "../core/model/duplicates.ts";
import type { Draft } from "./draft.ts";
import type { Taken } from "./gathered.ts";
import type { RowAccount } from "./row-account.ts";

/**
 * Gives rows that are known by their names ids that tell them apart, once all rows are taken and before they are settled:
 * the name, and of rows that share one their district, street and community too, and of those that share these as well
 * their address. What still has one id is one row or disputed. The same for every order of rows and files.
 *
 * Known by their names are rows of files without a column of ids; and those of files whose ids only count them (序号), where
 * different rows have the same number, as those of a file, or of a part of one, for each street.
 */
export function nameRows(draft: Draft, accounts: readonly RowAccount[]): void {
  if (!accounts.some((account) => account.identity === "name" || countsRows(account))) return;
  for (const table of [draft.facilities, draft.zones, draft.sites, draft.units]) {
    const counted = countedAlike(table.taken());
    for (const account of counted) {
      account.identity = "name";
      account.issues.add(issue("file.ids-from-numbers", "note", {}, { file: account.file }));
    }
    if (!table.taken().some(({ account }) => account.identity === "name")) continue;
    table.renamed(({ value, account }) => (counted.has(account) ? (nameOf(value) ?? value.id) : value.id));
    for (const words of [UNITS, ADDRESS]) table.renamed(apart(table.taken(), words));
  }
}

type Named = Taken<{ readonly id: string }>;

/** Files whose ids are numbers of lines, and the same for rows of different names. */
function countedAlike(rows: readonly Named[]): ReadonlySet<RowAccount> {
  const first = new Map<string, Named>();
  const found = new Set<RowAccount>();
  for (const taken of rows) {
    if (!countsRows(taken.account)) continue;
    const other = first.get(taken.value.id);
    if (other === undefined) first.set(taken.value.id, taken);
    else if (keyOf(other) !== keyOf(taken)) found.add(other.account).add(taken.account);
  }
  return found;
}

function countsRows({ headings }: RowAccount): boolean {
  return headings.get("id") === "序号" && headings.has("name");
}

function keyOf({ value }: Named): string {
  return normalisedName(nameOf(value) ?? "");
}

/** The id of a row with what tells it from others of the same id. */
function apart(rows: readonly Named[], words: readonly string[]): (taken: Named) => string {
  const many = new Map<string, number>();
  for (const { value } of rows) many.set(value.id, (many.get(value.id) ?? 0) + 1);
  return ({ value, account }) => {
    if (account.identity !== "name" || many.get(value.id) === 1) return value.id;
    const said = words.flatMap((word) => textOf(value, word) ?? []);
    return said.length === 0 ? value.id : `${value.id}（${said.join("，")}）`;
  };
}

const UNITS = ["district", "street", "community"];
const ADDRESS = ["address"];

function nameOf(value: object): string | undefined {
  return textOf(value, "name");
}

function textOf(value: object, member: string): string | undefined {
  const text = (value as Readonly<Record<string, unknown>>)[member];
  return typeof text === "string" ? text : undefined;
}
