import { type Issue, type IssueCode, issue } from "../core/base/issue.ts";
import { byCodeUnit } from "../core/base/order.ts";
import { largerUnits, qualifiedField } from "./columns.ts";
import { nameOfSystem } from "./crs/declared.ts";
import type { Draft } from "./draft.ts";
import type { Gathered } from "./gathered.ts";
import type { RowAccount } from "./row-account.ts";
import type { SourceTable } from "./source-row.ts";

/** More words are no kinds, but another column. */
const MOST_KINDS = 100;

/** What there is to know about a file as a whole. */
export function fileRemarks(table: SourceTable, account: RowAccount, { zones, facilities }: Draft): Issue[] {
  const at = { file: account.file };
  const { datum, isDeclared } = account.placing;
  const remarks: Issue[] = [];
  if (account.fates.count().in === 0) remarks.push(issue("file.no-rows", "warning", {}, at));
  if (account.isParcels) {
    const counts = { zones: rowsOf(account, zones).length, facilities: rowsOf(account, facilities).length };
    remarks.push(issue("file.parcels", "note", counts, at));
  }
  if (account.identity === "name") remarks.push(issue("file.ids-from-names", "note", {}, at));
  if (table.unknownHeadings.size > 0) {
    remarks.push(issue("file.columns-unread", "note", { columns: [...table.unknownHeadings] }, at));
  }
  const kinds = [...account.unknownKinds].sort(([a, of], [b, over]) => over - of || byCodeUnit(a, b));
  if (kinds.length > 0) {
    const told = kinds.slice(0, MOST_KINDS);
    const facts = { kinds: told.map(([word]) => word), rows: told.map(([, rows]) => rows) };
    remarks.push(issue("file.kinds-unknown", "warning", facts, at));
  }
  const qualified = [...table.unknownHeadings].filter((heading) => qualifiedField(heading) !== undefined);
  if (qualified.length > 0) {
    remarks.push(issue("file.columns-qualified", "warning", { columns: qualified }, at));
  }
  const converted = [...largerUnits(table.headings).keys()].map(
    (field) => table.headings.get(field) ?? field,
  );
  if (converted.length > 0) {
    remarks.push(issue("file.columns-converted", "note", { columns: converted }, at));
  }
  const isPlaced = table.drawn !== undefined || table.headings.has("lon") || table.headings.has("lonlat");
  if (!isPlaced) remarks.push(issue("file.no-places", "warning", {}, at));
  else if (table.crs !== undefined)
    remarks.push(issue("file.crs", "note", { crs: nameOfSystem(table.crs) }, at));
  else if (!isDeclared) remarks.push(issue("file.datum-assumed", "note", {}, at));
  if (isPlaced && datum !== "wgs84") {
    remarks.push(issue("file.datum-shifted", "note", { datum }, at));
  }
  const rows = account.placesLost;
  if (rows > 0) remarks.push(issue("file.places-lost", "warning", { rows }, at));
  return remarks;
}

function rowsOf<Row extends { readonly id: string }>(account: RowAccount, table: Gathered<Row>): Row[] {
  return table.taken().flatMap((taken) => (taken.account === account ? [taken.value] : []));
}

/** Whether the issues of a row say that its coordinates or its outline could not be used. */
export function losesItsPlace(issues: readonly Issue[], headings: RowAccount["headings"]): boolean {
  const degrees = new Set([headings.get("lon"), headings.get("lat"), headings.get("lonlat")]);
  return issues.some(
    ({ code, severity, at: { column } }) =>
      PLACE_LOST.has(code) ||
      (severity === "warning" && code.startsWith("value.") && column !== undefined && degrees.has(column)),
  );
}

const PLACE_LOST: ReadonlySet<IssueCode> = new Set([
  ...(["place.half", "place.swapped", "place.no-degrees", "place.no-number", "place.zero"] as const),
  ...(["place.ambiguous", "place.other-axis", "place.degrees-already"] as const),
  ...(["shape.other", "shape.too-few", "shape.crossing", "shape.hole-outside"] as const),
]);
