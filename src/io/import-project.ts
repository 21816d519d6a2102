import { type Issue, issue } from "../core/base/issue.ts";
import { done, type Outcome, refused } from "../core/base/outcome.ts";
import type { Work } from "../core/base/work.ts";
import type { AdminUnit } from "../core/model/admin-unit.ts";
import { checkProject } from "../core/model/check-project.ts";
import type { Facility } from "../core/model/facility.ts";
import { EMPTY_PROJECT, type Project } from "../core/model/project.ts";
import type { ResidentialZone } from "../core/model/residential-zone.ts";
import type { CandidateSite } from "../core/model/site.ts";
import { packById } from "../core/standards/standards.ts";
import type { FileRole, ImportChoices, ImportReport, SourceFile } from "./import-report.ts";
import { linkZones } from "./link-zones.ts";
import { openTable } from "./open-table.ts";
import { NEEDED, roleOf } from "./role-of.ts";
import { type Gathered, gathered, type RowAccount, reportOf } from "./row-account.ts";
import type { SourceRow, SourceTable } from "./source-row.ts";
import { shippedStandards } from "./standards/shipped.ts";
import { toParcelFacility } from "./to-model/parcel-facility.ts";
import { plainWord } from "./to-model/read-value.ts";
import { type RowReader, rowReader } from "./to-model/row-reader.ts";
import { toFacility } from "./to-model/to-facility.ts";
import { toSite } from "./to-model/to-site.ts";
import { toUnit } from "./to-model/to-unit.ts";
import { type ToWgs84, toWgs84From } from "./to-model/to-wgs84.ts";
import { type HouseholdEstimate, toZone } from "./to-model/to-zone.ts";
import { landUses } from "./to-model/words.ts";

export interface Imported {
  readonly project: Project;
  readonly report: ImportReport;
}

/**
 * A project from files of rows. Refused if a file cannot be read as a whole, a choice is impossible, or no row of any
 * file can be used; a row or value that cannot be used is told in the report, and the others are. The project is the
 * same for every order of rows and files, and whatever the files are called.
 */
export function* importProject(
  files: readonly SourceFile[],
  choices: ImportChoices,
): Work<Outcome<Imported>> {
  const { packs } = shippedStandards();
  if (choices.pack !== undefined && packById(shippedStandards(), choices.pack) === undefined) {
    const known = packs.map(({ id }) => id);
    return refused(issue("import.unknown-pack", "error", { pack: choices.pack, known }));
  }
  const draft: Draft = {
    facilities: gathered(),
    zones: gathered(),
    sites: gathered(),
    units: gathered(),
    choices,
    toWgs84: toWgs84From(choices.datum ?? "wgs84"),
  };
  const accounts: RowAccount[] = [];
  for (const [i, { file, roles }] of inRoles(files).entries()) {
    const opened = openTable(file);
    if (!opened.ok) return opened;
    const table = opened.value;
    const read = yield* readRows(table, file, roles, draft, (share) => (i + share) / files.length);
    if (!read.ok) return read;
    accounts.push(read.value);
  }
  yield { part: "check", share: 0 };
  linkZones(draft.facilities, draft.zones);
  const project = projectOf(draft);
  tellFindings(project, draft);
  yield { part: "check", share: 1 };
  const report = { files: accounts.map(reportOf) };
  const taken = report.files.reduce((sum, file) => sum + file.used + file.repaired, 0);
  if (taken > 0) return done({ project, report });
  return refused(issue("import.nothing-used", "error", {}), ...report.files.flatMap(({ issues }) => issues));
}

interface Draft {
  readonly facilities: Gathered<Facility>;
  readonly zones: Gathered<ResidentialZone>;
  readonly sites: Gathered<CandidateSite>;
  readonly units: Gathered<AdminUnit>;
  readonly choices: ImportChoices;
  readonly toWgs84: ToWgs84;
}

type RowRole = Exclude<FileRole, "project">;

/** A file given in two roles, such as a layer of parcels for zones and for facilities, is read once for both. */
function inRoles(
  files: readonly SourceFile[],
): { readonly file: SourceFile; readonly roles: Set<RowRole> }[] {
  const found: { readonly file: SourceFile; readonly roles: Set<RowRole> }[] = [];
  for (const file of files) {
    const roles = file.role === undefined || file.role === "project" ? [] : [file.role];
    const same = found.find((each) => each.file.name === file.name && sameBytes(each.file.bytes, file.bytes));
    if (same) for (const role of roles) same.roles.add(role);
    else found.push({ file, roles: new Set(roles) });
  }
  return found;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && a.every((byte, i) => byte === b[i]));
}

function* readRows(
  table: SourceTable,
  { name: file }: SourceFile,
  asked: ReadonlySet<RowRole>,
  draft: Draft,
  shareOf: (share: number) => number,
): Work<Outcome<RowAccount>> {
  const isParcels = table.headings.has("land_use") && !table.headings.has("households");
  const guessed = asked.size === 0 ? roleOf(table.headings.keys(), table.drawn === "areas") : undefined;
  const roles = guessed === undefined ? asked : new Set(isParcels ? PARCEL_ROLES : [guessed]);
  const role = isParcels && roles.has("zones") ? "zones" : [...roles][0];
  if (role === undefined) {
    const columns = [...table.headings.values(), ...table.unknownHeadings].slice(0, 20);
    return refused(issue("file.role-unknown", "error", { columns }, { file }));
  }
  const missing = isParcels ? undefined : NEEDED[role].find((field) => !table.headings.has(field));
  if (missing !== undefined) {
    const facts = { column: missing, role, columns: [...table.headings.values(), ...table.unknownHeadings] };
    return refused(issue("file.column-missing", "error", facts, { file, row: 1, column: missing }));
  }
  const account: RowAccount = {
    ...{ file, role, headings: table.headings },
    fates: new Map(),
    issues: [...table.issues],
  };
  for (const { rows, broken, share, refusal } of table.blocks) {
    if (refusal) return refused(refusal);
    for (const mistake of broken) {
      account.fates.set(mistake.at.row ?? 0, "rejected");
      account.issues.push(mistake);
    }
    for (const row of rows) {
      const reader = rowReader(row, file, table.headings);
      const taken = takeRow(reader, isParcels ? parcelRole(row, roles) : role, isParcels, draft, account);
      const changed = reader.issues.some(({ severity }) => severity === "repaired" || severity === "warning");
      account.fates.set(row.row, taken === undefined ? "rejected" : changed ? "repaired" : "used");
      account.issues.push(...reader.issues);
      taken?.();
    }
    yield { part: "read", share: shareOf(share) };
  }
  account.issues.push(...remarksOn(table, account, draft, isParcels));
  return done(account);
}

const PARCEL_ROLES: readonly RowRole[] = ["zones", "facilities"];

/** Of a layer of parcels read in both roles, homes are zones and the rest is where facilities can be. */
function parcelRole(row: SourceRow, roles: ReadonlySet<RowRole>): RowRole {
  const [only] = roles;
  if (roles.size === 1 && only !== undefined) return only;
  return landUses.get(plainWord(String(row.values.get("land_use") ?? ""))) === "residential"
    ? "zones"
    : "facilities";
}

/** Reads a row; `undefined` if it is refused, else what puts it into its table. */
function takeRow(
  reader: RowReader,
  role: RowRole,
  isParcels: boolean,
  draft: Draft,
  account: RowAccount,
): (() => void) | undefined {
  const { toWgs84, choices } = draft;
  const into = <Row extends { readonly id: string }>(table: Gathered<Row>, value: Row | undefined) =>
    value && (() => table.take({ value, account, row: reader.row.row }));
  switch (role) {
    case "facilities":
      return into(draft.facilities, (isParcels ? toParcelFacility : toFacility)(reader, toWgs84));
    case "zones":
      return into(draft.zones, toZone(reader, toWgs84, estimateOf(choices)));
    case "sites":
      return into(draft.sites, toSite(reader, toWgs84));
    case "units":
      return into(draft.units, toUnit(reader, toWgs84));
  }
}

function estimateOf({ assumeFar, m2PerHousehold }: ImportChoices): HouseholdEstimate | undefined {
  return assumeFar === undefined
    ? undefined
    : { far: assumeFar, m2PerHousehold: m2PerHousehold ?? M2_PER_HOUSEHOLD };
}

/** Usual floor area of a household, m². */
const M2_PER_HOUSEHOLD = 105;

/** What there is to know about a file as a whole. */
function remarksOn(
  table: SourceTable,
  account: RowAccount,
  { choices, zones, facilities }: Draft,
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
  else if (choices.datum === undefined) remarks.push(issue("file.datum-assumed", "note", {}, at));
  else if (choices.datum !== "wgs84") {
    remarks.push(issue("file.datum-shifted", "note", { datum: choices.datum }, at));
  }
  const estimate = estimateOf(choices);
  const estimated = zones.takenFrom(account).filter(({ householdsBasis }) => householdsBasis === "estimated");
  if (estimate && estimated.length > 0) {
    remarks.push(issue("file.households-estimated", "note", { zones: estimated.length, ...estimate }, at));
  }
  return remarks;
}

function projectOf({ facilities, zones, sites, units, choices }: Draft): Project {
  const rows = facilities.rows();
  const asOf = rows.reduce<string | undefined>(
    (latest, { date }) => (date !== undefined && (latest === undefined || date > latest) ? date : latest),
    undefined,
  );
  return {
    ...EMPTY_PROJECT,
    facilities: rows,
    zones: zones.rows(),
    sites: sites.rows(),
    units: units.rows(),
    ...(choices.pack !== undefined && { pack: choices.pack }),
    ...(asOf !== undefined && { asOf }),
  };
}

/** Files each finding under the row it speaks of. */
function tellFindings(project: Project, draft: Draft): void {
  for (const { table, finding } of checkProject(project)) {
    const taken = draft[table].get(finding.at.id ?? "");
    if (taken === undefined) continue;
    const { account, row } = taken;
    account.issues.push({ ...finding, at: { file: account.file, row, ...finding.at } });
  }
}
