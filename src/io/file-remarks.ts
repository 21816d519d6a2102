import { type Issue, issue } from "../core/base/issue.ts";
import type { Draft } from "./draft.ts";
import type { RowAccount } from "./row-account.ts";
import type { SourceTable } from "./source-row.ts";

/** What there is to know about a file as a whole. */
export function fileRemarks(
  table: SourceTable,
  account: RowAccount,
  { datum, estimate, zones, facilities }: Draft,
  isParcels: boolean,
): Issue[] {
  const at = { file: account.file };
  const remarks: Issue[] = [];
  if (account.fates.size === 0) remarks.push(issue("file.no-rows", "warning", {}, at));
  if (isParcels) {
    const counts = {
      zones: zones.takenFrom(account).length,
      facilities: facilities.takenFrom(account).length,
    };
    remarks.push(issue("file.parcels", "note", counts, at));
  }
  if (table.unknownHeadings.size > 0) {
    remarks.push(issue("file.columns-unread", "note", { columns: [...table.unknownHeadings] }, at));
  }
  if (account.role === "facilities" && !isParcels && !table.headings.has("status")) {
    remarks.push(issue("file.no-statuses", "warning", {}, at));
  }
  const isPlaced = table.drawn !== undefined || table.headings.has("lon");
  if (!isPlaced) remarks.push(issue("file.no-places", "warning", {}, at));
  else if (datum === undefined) remarks.push(issue("file.datum-assumed", "note", {}, at));
  else if (datum !== "wgs84") {
    remarks.push(issue("file.datum-shifted", "note", { datum }, at));
  }
  const estimated = zones.takenFrom(account).filter(({ householdsBasis }) => householdsBasis === "estimated");
  if (estimate && estimated.length > 0) {
    remarks.push(issue("file.households-estimated", "note", { zones: estimated.length, ...estimate }, at));
  }
  return remarks;
}
