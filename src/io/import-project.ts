import { issue } from "../core/base/issue.ts";
import { done, type Outcome, refused } from "../core/base/outcome.ts";
import type { Work } from "../core/base/work.ts";
import { checkProject } from "../core/model/check-project.ts";
import { EMPTY_PROJECT, type Project } from "../core/model/project.ts";
import { packById } from "../core/standards/standards.ts";
import { type Draft, emptyDraft, type RowRole } from "./draft.ts";
import type { ImportChoices, ImportReport, SourceFile } from "./import-report.ts";
import { linkZones } from "./link-zones.ts";
import { openTable } from "./open-table.ts";
import { readRows } from "./read-rows.ts";
import { type RowAccount, reportOf } from "./row-account.ts";
import { shippedStandards } from "./standards/shipped.ts";

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
  const draft = emptyDraft(choices);
  const accounts: RowAccount[] = [];
  for (const [i, { file, roles }] of inRoles(files).entries()) {
    const opened = openTable(file);
    if (!opened.ok) return opened;
    const table = opened.value;
    const read = yield* readRows(table, file.name, roles, draft, (share) => (i + share) / files.length);
    if (!read.ok) return read;
    accounts.push(read.value);
  }
  yield { part: "check", share: 0 };
  for (const table of [draft.facilities, draft.zones, draft.sites, draft.units]) table.settle();
  linkZones(draft.facilities, draft.zones);
  const project = projectOf(draft, choices);
  tellFindings(project, draft);
  yield { part: "check", share: 1 };
  const report = { files: accounts.map(reportOf) };
  const taken = report.files.reduce((sum, file) => sum + file.used + file.repaired, 0);
  if (taken > 0) return done({ project, report });
  const reasons = report.files.flatMap(({ issues }) => issues).slice(0, MOST_REASONS);
  return refused(issue("import.nothing-used", "error", {}), ...reasons);
}

/** A refusal is read by a person. */
const MOST_REASONS = 100;

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

function projectOf({ facilities, zones, sites, units }: Draft, { pack }: ImportChoices): Project {
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
    ...(pack !== undefined && { pack }),
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
