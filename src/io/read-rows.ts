import { issue } from "../core/base/issue.ts";
import { done, type Outcome, refused } from "../core/base/outcome.ts";
import type { Work } from "../core/base/work.ts";
import { type Field, isOtherUnit, isSecondName, largerUnits, qualifiedField } from "./columns.ts";
import type { Draft, RowRole } from "./draft.ts";
import { type Fate, Fates } from "./fates.ts";
import { fileRemarks, losesItsPlace } from "./file-remarks.ts";
import type { Gathered } from "./gathered.ts";
import { areParcels, isKnownByName, missingIn, roleOfTable } from "./role-of.ts";
import type { RowAccount } from "./row-account.ts";
import type { SourceRow, SourceTable } from "./source-row.ts";
import { streetOfName } from "./street-of-name.ts";
import { toParcelFacility } from "./to-model/parcel-facility.ts";
import type { Placing } from "./to-model/placing.ts";
import { plainWord } from "./to-model/read-value.ts";
import { type RowReader, rowReader } from "./to-model/row-reader.ts";
import { toFacility } from "./to-model/to-facility.ts";
import { toSite } from "./to-model/to-site.ts";
import { toUnit } from "./to-model/to-unit.ts";
import { toZone } from "./to-model/to-zone.ts";
import { landUses } from "./to-model/words.ts";
import { toldIssues } from "./told-issues.ts";

/**
 * Reads the rows of a file into the draft, in the roles it was given or else in the one its columns tell. Refused where
 * nobody can tell what the rows are, or a column is missing without which none can be used. `shareOf` says how much is
 * done of all files at a share of this one.
 */
export function* readRows(
  table: SourceTable,
  file: string,
  asked: ReadonlySet<RowRole>,
  draft: Draft,
  placing: Placing,
  shareOf: (share: number) => number,
): Work<Outcome<RowAccount>> {
  const isParcels = areParcels(table);
  const guessed = asked.size === 0 ? roleOfTable(table) : undefined;
  const roles = guessed === undefined ? asked : new Set(isParcels ? PARCEL_ROLES : [guessed]);
  const role = isParcels && roles.has("zones") ? "zones" : [...roles][0];
  if (table.part === undefined && hasNothing(table))
    return refused(issue("file.no-features", "error", {}, { file }));
  if (role === undefined) {
    if (table.drawn === "lines") return refused(issue("file.lines", "error", {}, { file }));
    const columns = [...table.headings.values(), ...table.unknownHeadings].slice(0, 20);
    return refused(issue("file.role-unknown", "error", { columns }, { file }));
  }
  const identity = isKnownByName(table.headings, role) ? "name" : "id";
  const [missing] = isParcels ? [] : missingIn(table, role);
  if (missing !== undefined) {
    const facts = { column: missing, role, columns: [...table.headings.values(), ...table.unknownHeadings] };
    return refused(issue("file.column-missing", "error", facts, { file, row: 1, column: missing }));
  }
  const street = role === "units" || isParcels ? undefined : streetOfName(table, file);
  const headings =
    street === undefined ? table.headings : new Map<Field, string>([...table.headings, ["street", "street"]]);
  const account: RowAccount = {
    ...{ file, role, isParcels, identity, placing, headings },
    fates: new Fates(),
    issues: toldIssues(file, table.issues),
    placesLost: 0,
    placesSwapped: 0,
    unknownKinds: new Map(),
  };
  if (street !== undefined) account.issues.add(issue("file.street-from-name", "note", { street }, { file }));
  const scaled = new Set<Field>();
  const { headerRow = 0 } = table.sample;
  const belowNames = headerRow === 0 ? undefined : headerRow + 1;
  for (const { rows, broken, share, refusal } of table.blocks) {
    if (refusal) {
      for (const table of [draft.facilities, draft.zones, draft.sites, draft.units])
        table.keep((taken) => taken.account !== account);
      return refused(refusal);
    }
    for (const mistake of broken) {
      account.fates.set(mistake.at.row ?? 0, "rejected");
      account.issues.add(mistake);
    }
    const unread = [...table.unknownHeadings].flatMap((heading) => qualifiedField(heading) ?? []);
    const larger = largerUnits(table.headings);
    const unreadable = unread.filter((field) => !table.headings.has(field));
    let unusable: readonly Field[] = [...unreadable, ...scaled];
    for (const whole of rows) {
      const parts = whole.row === belowNames ? fieldsInParts(whole) : NO_FIELDS;
      const units = parts.length > 0 ? NO_FIELDS : fieldsOfOtherUnits(whole, table.headings);
      const isName = parts.length + units.length > 0;
      if (isName) {
        for (const field of [...parts, ...units]) scaled.add(field);
        unusable = [...unreadable, ...scaled];
      }
      const known = identity === "name" ? withNameAsId(whole) : whole;
      const placed = street === undefined ? known : withStreet(known, street);
      const row = scaled.size === 0 ? placed : withoutFields(placed, scaled);
      const reader = rowReader(row, file, table.headings, unusable, larger);
      const named = (fields: readonly Field[]) =>
        fields.map((field) => `${table.headings.get(field)} ${whole.values.get(field)}`);
      if (parts.length > 0) reader.note("row.second-names", "error", { columns: named(parts) });
      if (units.length > 0) reader.note("row.other-units", "error", { columns: named(units) });
      const asRole = isParcels ? parcelRole(row, roles) : role;
      const isTaken = !isName && takeRow(reader, asRole, isParcels, draft, placing, account);
      const isChanged = scaled.size > 0 && [...scaled].some((field) => whole.values.has(field));
      account.fates.set(row.row, isTaken ? fateOf(reader, isChanged) : "rejected");
      if (reader.issues.length > 0) tellIssues(reader, account, isTaken);
    }
    yield { part: "read", share: shareOf(share) };
  }
  for (const each of fileRemarks(table, account, draft)) account.issues.add(each);
  return done(account);
}

/** Of a row that was taken. */
function fateOf({ issues }: RowReader, isChanged: boolean): Fate {
  const isRepaired = issues.some(({ severity }) => severity === "repaired" || severity === "warning");
  return isRepaired || isChanged ? "repaired" : "used";
}

function tellIssues(reader: RowReader, account: RowAccount, isTaken: boolean): void {
  const { issues } = reader;
  if (isTaken && losesItsPlace(issues, account.headings)) account.placesLost += 1;
  if (isTaken && issues.some(({ code }) => code === "place.swapped")) account.placesSwapped += 1;
  for (const each of issues) {
    account.issues.add(each);
    if (each.code === "row.kind-unknown") countWord(account.unknownKinds, reader.text("kind"));
  }
}

function countWord(words: Map<string, number>, word: string | undefined): void {
  if (word !== undefined) words.set(word, (words.get(word) ?? 0) + 1);
}

/** Whether a layer without any column has no features either; one that has some tells more by what it lacks. */
function hasNothing({ drawn, headings, unknownHeadings, blocks }: SourceTable): boolean {
  if (drawn === undefined || headings.size + unknownHeadings.size > 0) return false;
  for (const { rows, broken, refusal } of blocks) {
    if (refusal !== undefined || rows.length + broken.length > 0) return false;
  }
  return true;
}

/** What is made of a layer of parcels where nobody asks for one of them. */
const PARCEL_ROLES: readonly RowRole[] = ["zones", "facilities"];

/** Of a layer of parcels read in both roles, homes are zones and the rest is where facilities can be. */
function parcelRole(row: SourceRow, roles: ReadonlySet<RowRole>): RowRole {
  const [only] = roles;
  if (roles.size === 1 && only !== undefined) return only;
  return landUses.get(plainWord(String(row.values.get("land_use") ?? ""))) === "residential"
    ? "zones"
    : "facilities";
}

/** Columns that a second line of names, which is no row of its own, divides into parts. */
function fieldsInParts({ values }: SourceRow): readonly Field[] {
  if (values.has("id") || values.has("name")) return NO_FIELDS;
  return [...values].flatMap(([field, cell]) =>
    typeof cell === "string" && isSecondName(field, cell) ? [field] : [],
  );
}

/** Columns to which a line of units, which is no row of its own, gives another unit than theirs. */
function fieldsOfOtherUnits({ values }: SourceRow, headings: ReadonlyMap<Field, string>): readonly Field[] {
  if (values.has("id") || values.has("name")) return NO_FIELDS;
  return [...values].flatMap(([field, cell]) =>
    typeof cell === "string" && isOtherUnit(headings.get(field) ?? field, cell) ? [field] : [],
  );
}

const NO_FIELDS: readonly Field[] = [];

function withoutFields(row: SourceRow, fields: ReadonlySet<Field>): SourceRow {
  return { ...row, values: new Map([...row.values].filter(([field]) => !fields.has(field))) };
}

function withNameAsId(row: SourceRow): SourceRow {
  const name = row.values.get("name");
  return name === undefined ? row : { ...row, values: new Map([["id", name], ...row.values]) };
}

function withStreet(row: SourceRow, street: string): SourceRow {
  return { ...row, values: new Map([...row.values, ["street", street]]) };
}

/** What tells that a row is no row of its own: one that adds up the others, or the column names once more. */
function strayWord(reader: RowReader, headings: ReadonlyMap<Field, string>): string | undefined {
  const stated = reader.text("id");
  const id = stated ?? reader.text("name");
  if (id === undefined) return undefined;
  return saysSum(id) ||
    SIGNATURE.test(id) ||
    (id === stated && id === (headings.get("id") ?? headings.get("name")))
    ? id
    : undefined;
}

/** Most ids begin as none of the words do, and are not looked up among them. */
function saysSum(id: string): boolean {
  const first = id.charCodeAt(0);
  return (first > 0x7f || FIRST_LETTERS.has(first)) && SUMS.has(plainWord(id));
}

const SUMS: ReadonlySet<string> = new Set([
  "合计",
  "总计",
  "小计",
  "共计",
  "总和",
  "汇总",
  "total",
  "subtotal",
]);
/** Who filled the sheet in, below its rows. */
const SIGNATURE =
  /^(?:填表|填报|制表|审核|复核|经办|负责|联系)人\s*[：:]|^(?:注|备注|说明|填表说明|填报单位|填表日期)\s*[：:]/;
const FIRST_LETTERS: ReadonlySet<number> = new Set([..."tTsS"].map((letter) => letter.charCodeAt(0)));

/** Reads a row into its table; whether it could be. */
function takeRow(
  reader: RowReader,
  role: RowRole,
  isParcels: boolean,
  draft: Draft,
  placing: Placing,
  account: RowAccount,
): boolean {
  const stray = strayWord(reader, account.headings);
  if (stray !== undefined) {
    reader.note("row.stray", "error", { word: stray }, "id");
    return false;
  }
  if (account.identity === "name" && reader.text("id") === undefined) {
    reader.note("row.name-missing", "error", {}, "name");
    return false;
  }
  const { row } = reader.row;
  switch (role) {
    case "facilities": {
      const value = isParcels ? toParcelFacility(reader, placing) : toFacility(reader, placing, draft.kinds);
      return isTaken(draft.facilities, value, account, row);
    }
    case "zones":
      return isTaken(draft.zones, toZone(reader, placing, draft.estimate), account, row);
    case "sites":
      return isTaken(draft.sites, toSite(reader, placing), account, row);
    case "units":
      return isTaken(draft.units, toUnit(reader, placing), account, row);
  }
}

function isTaken<Row extends { readonly id: string }>(
  table: Gathered<Row>,
  value: Row | undefined,
  account: RowAccount,
  row: number,
): boolean {
  if (value !== undefined) table.take({ value, account, row });
  return value !== undefined;
}
