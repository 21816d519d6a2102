import { canonical } from "../core/base/digest.ts";
import { type Issue, type IssueCode, issue } from "../core/base/issue.ts";
import { done, type Outcome, refused } from "../core/base/outcome.ts";
import type { Drive, Work } from "../core/base/work.ts";
import { checkProject, type ProjectFinding } from "../core/model/check-project.ts";
import { EMPTY_PROJECT, type Project } from "../core/model/project.ts";
import { carriedChanges } from "../core/network/carried-changes.ts";
import type { StreetMap } from "../core/network/street-map.ts";
import { packById } from "../core/standards/standards.ts";
import {
  areStreets,
  type BroughtStreets,
  bringStreets,
  isOfStreets,
  streetsLeftOut,
} from "./bring-streets.ts";
import { toDegreesFrom } from "./crs/coordinate-system.ts";
import { datumNamed, nameOfSystem } from "./crs/declared.ts";
import { type Draft, emptyDraft, type RowRole } from "./draft.ts";
import { together } from "./formats/together.ts";
import type { FileReport, ImportChoices, ImportReport, SourceFile } from "./import-report.ts";
import { joined, zonesAfter } from "./join-project.ts";
import { keepUnsaid } from "./keep-unsaid.ts";
import { nameAsKnown } from "./known-rows.ts";
import { linkedFacilities } from "./link-zones.ts";
import { nameRows } from "./names-as-ids.ts";
import { isOsmPbf } from "./network/is-osm-pbf.ts";
import { openTables } from "./open-tables.ts";
import { placeBrought } from "./place-brought.ts";
import { readRows } from "./read-rows.ts";
import { readingsOf, reportName } from "./reading.ts";
import { rolesAmong } from "./role-of.ts";
import { type RowAccount, reportOf } from "./row-account.ts";
import type { SourceTable } from "./source-row.ts";
import { shippedStandards } from "./standards/shipped.ts";
import { tellDatum } from "./tell-datum.ts";
import { tellEstimated } from "./tell-estimated.ts";
import { tellLacking } from "./tell-lacking.ts";
import { isInvented } from "./to-model/parcel-facility.ts";
import { placingFrom } from "./to-model/placing.ts";

export interface Imported {
  readonly project: Project;
  readonly report: ImportReport;
}

/**
 * A project from files of rows. A file that cannot be read as a whole, and a row or value that cannot be used, are told
 * in the report, and the others are used; refused if there are none, or a choice is impossible. The project is the same
 * for every order of rows and files, and whatever the files are called, unless by the street that their rows lie in.
 *
 * `drive` runs the long work. `open`: the project that the rows are taken into. Links between the tables are made over
 * the whole.
 */
export async function importProject(
  files: readonly SourceFile[],
  choices: ImportChoices,
  drive: Drive,
  open?: Project,
): Promise<Outcome<Imported>> {
  const { packs } = shippedStandards();
  if (choices.pack !== undefined && packById(shippedStandards(), choices.pack) === undefined) {
    const known = packs.map(({ id }) => id);
    return refused(issue("import.unknown-pack", "error", { pack: choices.pack, known }));
  }
  const draft = emptyDraft(choices);
  const read: (RowAccount | FileReport)[] = [];
  const streets: BroughtStreets = { maps: [], reports: [] };
  for (const [i, { file, roles, like }] of inRoles(together(files)).entries()) {
    if (like !== undefined) {
      read.push(notRead(file, [issue("file.twice", "note", { other: like }, { file: file.name })]));
      continue;
    }
    if (areStreets(file, draft)) {
      read.push(...(await bringStreets(file, draft, streets, drive, { beside: false })));
      continue;
    }
    if (isOsmPbf(file)) {
      read.push(streetsLeftOut(file));
      continue;
    }
    const shareOf = (share: number) => (i + share) / files.length;
    read.push(...(await accountsOf(file, roles, draft, streets, shareOf, drive)));
  }
  const map =
    streets.maps.length === 0
      ? undefined
      : (await import("./network/joined-maps.ts")).joinedMaps(streets.maps);
  const apart = map || open?.streets ? (await import("./network/streets-apart.ts")).streetsApart : () => [];
  return drive(settled(read, draft, choices, open, { ...streets, ...(map && { map }), apart }));
}

interface JoinedStreets extends BroughtStreets {
  /** All that were brought. */
  readonly map?: StreetMap;
  /** What is told of streets and places that do not lie together. */
  readonly apart: (project: Project) => readonly Issue[];
}

/** Makes a project of all rows that were read, and tells what is doubtful of them as a whole. */
function* settled(
  read: readonly (RowAccount | FileReport)[],
  draft: Draft,
  choices: ImportChoices,
  open: Project | undefined,
  { map, reports: ofStreets, apart }: JoinedStreets,
): Work<Outcome<Imported>> {
  yield { part: "check", share: 0 };
  nameRows(
    draft,
    read.flatMap((each) => ("fates" in each ? [each] : [])),
  );
  const renumbered = nameAsKnown(draft, open);
  for (const table of [draft.facilities, draft.zones, draft.sites, draft.units]) table.settle();
  leaveInvented(draft, open);
  speakOfKnown(draft, renumbered);
  linkBrought(draft, zonesAfter(open, draft, choices));
  // Before rows without coordinates are put where something known is, which says nothing of their own.
  tellDatum(draft, open);
  keepUnsaid(draft, choices, open);
  tellLacking(draft);
  tellEstimated(draft);
  placeBrought(draft, choices, open);
  const rows = joined(open ?? EMPTY_PROJECT, draft, choices);
  const { project, lost } = withStreets(rows, map);
  const findings = tellFindings(project, draft, open);
  const known = new Set(open && !map ? open.streets && apart(open).map(({ code }) => code) : []);
  const doubts = [...apart(project).filter(({ code }) => !known.has(code)), ...lost];
  const last = ofStreets.at(-1);
  const issues = last ? findings : [...findings, ...doubts];
  yield { part: "check", share: 1 };
  const reports = (mostAlike?: number) =>
    read.map((each) => {
      if ("fates" in each) return reportOf(each, mostAlike);
      if (each !== last) return each;
      const told = doubts.map((doubt) => ({ ...doubt, at: { file: each.file } }));
      return { ...each, issues: [...each.issues, ...told] };
    });
  const report = {
    files: reports(),
    ...(open && { into: { issues } }),
  };
  if (report.files.some(({ used, repaired }) => used + repaired > 0)) return done({ project, report });
  const reasons = reports(MOST_ALIKE_REASONS).flatMap((file) => file.issues);
  if (report.files.every(({ unreadable }) => unreadable)) return refused(...reasons);
  return refused(issue("import.nothing-used", "error", {}), ...reasons);
}

/** With other streets, and those changes of the ones before that can be made of them; the others are told. */
function withStreets(
  project: Project,
  map: StreetMap | undefined,
): { readonly project: Project; readonly lost: readonly Issue[] } {
  if (!map) return { project, lost: [] };
  const { streets, streetChanges, ...others } = project;
  if (!streets || !streetChanges) return { project: { ...others, streets: map }, lost: [] };
  const { kept, lost } = carriedChanges(streets, map, streetChanges);
  const named = lost.flatMap((change) =>
    change.kind === "added" ? [] : [change.name ?? String(change.way + 1)],
  );
  return {
    project: { ...others, streets: map, ...(kept.length > 0 && { streetChanges: kept }) },
    lost:
      lost.length === 0
        ? []
        : [
            issue("network.changes-lost", "warning", {
              count: lost.length,
              named: [...new Set(named)].slice(0, MOST_NAMED),
            }),
          ],
  };
}

/** Streets that are named in one sentence. */
const MOST_NAMED = 10;

/**
 * What became of each sheet or layer of a file. Of several, each is what its columns tell, whatever the file was given
 * as. One beside others that nobody can tell what it is, such as how to fill in a form, or that lacks a column it needs,
 * is left out and said so; alone it is a file that cannot be read.
 */
async function accountsOf(
  file: SourceFile,
  roles: ReadonlySet<RowRole>,
  draft: Draft,
  streets: BroughtStreets,
  shareOf: (share: number) => number,
  drive: Drive,
): Promise<readonly (RowAccount | FileReport)[]> {
  const opened = await openTables(file, readingsOf(file.name, draft.byFile));
  if (!opened.ok) return [{ ...notRead(file, opened.issues), unreadable: true }];
  const of = opened.value.length;
  const others = opened.value.filter(
    (table) => !isOfStreets(table, reportName(file.name, table, of), roles, draft),
  );
  const lines =
    others.length < of ? await bringStreets(file, draft, streets, drive, { beside: others.length > 0 }) : [];
  if (others.length === 0) return lines;
  const rows = await rowAccountsOf(file, { ...opened, value: others }, of, roles, draft, shareOf, drive);
  return [...rows, ...lines];
}

/** The same of the tables that are none of streets; `of`: how many tables the file has. */
async function rowAccountsOf(
  file: SourceFile,
  tables: { readonly value: readonly SourceTable[]; readonly issues: readonly Issue[] },
  of: number,
  roles: ReadonlySet<RowRole>,
  draft: Draft,
  shareOf: (share: number) => number,
  drive: Drive,
): Promise<readonly (RowAccount | FileReport)[]> {
  const accounts: Outcome<RowAccount>[] = [];
  const among = rolesAmong(tables.value, roles);
  for (const [at, table] of tables.value.entries()) {
    const name = reportName(file.name, table, of);
    const said = draft.byFile[name]?.role;
    const role = said === undefined || said === "none" || said === "streets" ? undefined : said;
    const asked = role === undefined ? among[at] : new Set([role]);
    if (said === "none") accounts.push(refused(issue("file.left-out", "note", {}, { file: name })));
    else if (asked === undefined) {
      accounts.push(refused(issue("file.role-unknown", "error", { columns: [] }, { file: name })));
    } else {
      accounts.push(await accountOf(table, name, asked, draft, (share) => shareOf((at + share) / of), drive));
    }
  }
  const others = accounts.some(({ ok }) => ok);
  const remarks = tables.issues.length > 0 ? [notRead(file, tables.issues)] : [];
  const told = accounts.map((account, at) => {
    if (account.ok) return account.value;
    const { part = "" } = tables.value[at] ?? {};
    const named = { ...file, name: reportName(file.name, { part }, of) };
    if (account.issues.some(({ code }) => code === "file.left-out")) return notRead(named, account.issues);
    const isBeside = others && of > 1;
    if (isBeside && account.issues.every(({ code }) => code === "file.column-missing"))
      return notRead(
        named,
        account.issues.map((each) => ({ ...each, severity: "warning" })),
      );
    if (!isBeside || !account.issues.every(({ code }) => TELLS_NOTHING.has(code)))
      return { ...notRead(named, account.issues), unreadable: true };
    return notRead(named, [issue("file.part-unread", "note", { part }, { file: file.name })]);
  });
  return [...remarks, ...told];
}

const TELLS_NOTHING: ReadonlySet<IssueCode> = new Set([
  "file.role-unknown",
  "file.no-features",
  "file.empty",
] as const);

/** What became of the rows of a table. Refused where its coordinates are in a system that nobody can turn into degrees. */
async function accountOf(
  table: SourceTable,
  file: string,
  roles: ReadonlySet<RowRole>,
  draft: Draft,
  shareOf: (share: number) => number,
  drive: Drive,
): Promise<Outcome<RowAccount>> {
  const said = draft.byFile[file];
  const own = said?.crs ?? table.crs;
  const crs = own ?? draft.crs;
  const datum = crs === undefined ? undefined : datumNamed(crs);
  const isConverted = crs !== undefined && datum === undefined;
  const toDegrees = isConverted ? await toDegreesFrom(crs) : undefined;
  if (isConverted && toDegrees === undefined) {
    return refused(issue("file.other-crs", "error", { crs: nameOfSystem(crs) }, { file }));
  }
  const placing = placingFrom({
    // What a file declares itself goes before what is said of all.
    datum: said?.datum ?? datum ?? (own === undefined ? draft.datum : undefined),
    degrees: toDegrees,
    isSwapped: said?.swapped,
  });
  const stated = { ...table, ...(crs !== undefined && { crs }) };
  return drive(readRows(stated, file, roles, draft, placing, shareOf));
}

/** Of each file: a refusal is read by a person. */
const MOST_ALIKE_REASONS = 5;

function notRead({ name }: SourceFile, issues: readonly Issue[]): FileReport {
  return { file: name, in: 0, used: 0, repaired: 0, rejected: 0, issues };
}

interface InRoles {
  readonly file: SourceFile;
  readonly roles: Set<RowRole>;
  /** The file that has the same content, and was read before. */
  readonly like?: string;
}

/**
 * A file given in two roles, such as a layer of parcels for zones and for facilities, is read once for both. One that
 * is given again to no other end is not read again.
 */
function inRoles(files: readonly SourceFile[]): readonly InRoles[] {
  const found: InRoles[] = [];
  for (const file of files) {
    const role = file.role === "project" || file.role === "streets" ? undefined : file.role;
    const isGivenStreets = (one: SourceFile) => one.role === "streets";
    const same = found.find(
      (each) =>
        each.like === undefined &&
        isGivenStreets(each.file) === isGivenStreets(file) &&
        sameBytes(each.file.bytes, file.bytes),
    );
    if (same && role !== undefined && !same.roles.has(role)) same.roles.add(role);
    else {
      const roles = new Set(role === undefined ? [] : [role]);
      found.push({ file, roles, ...(same && file.bytes.length > 0 && { like: same.file.name }) });
    }
  }
  return found;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && a.every((byte, i) => byte === b[i]));
}

/** Invented facilities are none beside real ones. */
function leaveInvented({ facilities }: Draft, open: Project | undefined): void {
  const isReal = (facility: Project["facilities"][number]) => !isInvented(facility);
  if (!facilities.rows().some(isReal) && !open?.facilities.some(isReal)) return;
  for (const { value, account, row } of facilities.taken()) {
    if (isReal(value)) continue;
    account.fates.set(row, "rejected");
    account.issues.add(issue("row.invented", "note", {}, { file: account.file, row }));
  }
  facilities.keep(({ value }) => isReal(value));
}

/** Facilities that name zones by ids that these state, but do not keep in the project, name them by those they have there. */
function speakOfKnown({ facilities }: Draft, renumbered: ReadonlyMap<string, string>): void {
  if (renumbered.size === 0) return;
  const known = (zone: string) => renumbered.get(zone) ?? zone;
  for (const { id, zone, pooling } of facilities.rows()) {
    const taken = facilities.get(id);
    const named = [zone, ...(pooling?.zones ?? [])];
    if (taken === undefined || !named.some((each) => each !== undefined && renumbered.has(each))) continue;
    facilities.replace(id, {
      ...taken.value,
      ...(zone !== undefined && { zone: known(zone) }),
      ...(pooling && { pooling: { ...pooling, zones: pooling.zones.map(known) } }),
    });
  }
}

/** Links the facilities that were brought to the zones of the whole. */
function linkBrought({ facilities }: Draft, zones: Project["zones"]): void {
  for (const [id, linked] of linkedFacilities(facilities.rows(), zones)) {
    const taken = facilities.get(id);
    if (taken === undefined) continue;
    const { account, row, value } = taken;
    facilities.replace(id, linked);
    account.fates.set(row, "repaired");
    const place = { file: account.file, row, column: account.headings.get("zone") ?? "zone", id };
    const facts = { before: value.zone ?? "", after: linked.zone ?? "" };
    account.issues.add(issue("value.repaired", "repaired", facts, place));
  }
}

/** Files each finding under the row it speaks of; those of rows that were there before, and are new, are given back. */
function tellFindings(project: Project, draft: Draft, open: Project | undefined): readonly Issue[] {
  const before = new Set(open ? checkProject(open).map(wordsOf) : []);
  const others: Issue[] = [];
  for (const found of checkProject(project)) {
    const { table, finding } = found;
    const taken = table === "streets" ? undefined : draft[table].get(finding.at.id ?? "");
    if (taken) {
      const { account, row } = taken;
      account.issues.add({ ...finding, at: { file: account.file, row, ...finding.at } });
    } else if (!before.has(wordsOf(found))) others.push(finding);
  }
  return others;
}

function wordsOf({ table, finding }: ProjectFinding): string {
  return canonical([table, finding.code, finding.facts, finding.at.id ?? ""]);
}
