import type { Answer, Desk } from "../../../workers/client.ts";
import type {
  DemoCityId,
  FileReport,
  FilesSource,
  ImportChoices,
  ImportReport,
  Opened,
  Source,
} from "../../../workers/protocol.ts";
import { issue } from "../../core/base/issue.ts";
import type { Patch } from "../../core/model/patch.ts";
import { DEMO_SEED } from "../../io/demo/shipped.ts";
import { MOST_BYTES, tooLarge } from "../../io/most-bytes.ts";
import { addressMember, setAddressMember } from "../../platform/browser/address.ts";
import { askFiles, type FilePlace, filesAt } from "../../platform/browser/file-places.ts";
import { chooseFiles, type ReadFile, readFiles, type UnreadFile } from "../../platform/browser/files.ts";
import { recentFile } from "../../platform/browser/recent-projects.ts";
import { tiersOf } from "../derived/facts.ts";
import { sharingColumns } from "../derived/shared-columns.ts";
import { isUnsaved, useDocument } from "../state/document.ts";
import { type Brought, useImporting } from "../state/importing.ts";
import { withoutJournal } from "../state/journal.ts";
import { mayChange, refuseChange } from "../state/lock.ts";
import { useMerging } from "../state/merging.ts";
import { standsAt } from "../state/place.ts";
import { keep, readRecent } from "../state/recent.ts";
import { lookAnew, useSession } from "../state/session.ts";
import { analyse, compareFromHere } from "./analyse.ts";
import { leave } from "./leave.ts";
import { showImport } from "./preview.ts";
import { run } from "./run.ts";

/** What a project or table file may be called. */
export const ACCEPTED =
  ".quan,.csv,.tsv,.txt,.xlsx,.xlsm,.xls,.et,.ods,.geojson,.geojsonl,.json,.zip,.shp,.dbf,.prj,.cpg,.shx,.kml,.kmz,.gpkg,.parquet,.fgb";

/** In the address, in place of a demo city: the user's own data, or none. */
export const OWN = "own";

/** Opens a demo city; `?size=city` in the address asks for its metropolis of 20,000 zones. */
export async function openCity(desk: Desk, city: DemoCityId): Promise<void> {
  const size = addressMember("size") === "city" ? "city" : "town";
  incoming = undefined;
  const answer = await load(desk, { kind: "demo", city, size, seed: DEMO_SEED });
  if (answer !== "done") return resume(desk);
  setAddressMember("city", city);
  await analyse(desk);
}

export async function openChosenFiles(desk: Desk, options: ImportChoices): Promise<void> {
  const places = await askFiles();
  const files = places ? await filesAt(places) : await chooseFiles(ACCEPTED);
  if (files.length > 0) openFiles(desk, files, options, places?.[0]);
}

/**
 * Takes files in: into the open document, or, in place of a demo city, as a new one; whether a project file is to take
 * the place of an open project or to be merged with it is asked. Files that come while others are still being read are
 * read together with them. `place`: where the first of them stands, to save a project there again.
 */
export function openFiles(
  desk: Desk,
  files: readonly File[],
  options: ImportChoices,
  place?: FilePlace,
): void {
  const takeIn = () => void taken(desk, files, options, place);
  const [file, another] = files;
  if (whereInto() === "new") leave(takeIn);
  else if (file && !another && isProjectFile(file))
    useMerging.setState({ arrived: { file, open: () => leave(takeIn) } });
  else if (files.some(isProjectFile)) leave(takeIn);
  else void mayChange().then((may) => (may ? takeIn() : refuseChange()));
}

/** Opens a project that was opened or saved here before; one that the browser has dropped meanwhile leaves the list. */
export async function openRecent(desk: Desk, name: string): Promise<void> {
  const bytes = await recentFile(name);
  if (bytes) leave(() => void taken(desk, [new File([bytes], name)], {}));
  else await readRecent();
}

async function taken(
  desk: Desk,
  files: readonly File[],
  options: ImportChoices,
  place?: FilePlace,
): Promise<void> {
  const all = together(incoming, readFiles(files, mayBeRead));
  incoming = all;
  const found = await all;
  if (incoming !== all) return;
  const read = found.filter((file): file is ReadFile => "bytes" in file);
  const unopened = found.flatMap((file) => ("bytes" in file ? [] : [unopenedFile(file)]));
  const brought = { files: read, unopened, place, choices: options };
  if (read.length > 0 && !read.some(isProjectFile)) return showImport(desk, brought);
  await takeIn(desk, brought);
}

/** Takes in what was brought, as is said of it; rows for the open document are looked at once more before. */
export async function takeIn(desk: Desk, brought: Brought): Promise<void> {
  const { files: read, unopened, place, choices: options } = brought;
  const all = incoming;
  useImporting.setState({ importing: undefined, rehearsal: undefined });
  if (whereInto() === "open" && !read.some(isProjectFile)) return rehearse(desk, brought);
  const answer = await load(desk, { kind: "files", files: read, options, into: whereInto() });
  if (incoming !== all) return;
  incoming = undefined;
  if (answer === "cancelled") return resume(desk);
  tell(unopened);
  useSession.setState({ reportShown: true });
  if (answer !== "done") return resume(desk);
  setAddressMember("city", OWN);
  const [only, another] = read;
  // A damaged file never takes the place of the last sound one of its name, and is not written over.
  if (only && !another && isProjectFile(only) && !isUnsaved(useDocument.getState())) {
    void keep(only);
    if (place) standsAt(place);
  }
  await analyse(desk);
  lookAtZonesAlone();
}

/** Finds out what taking files into the open document would make of it. */
async function rehearse(desk: Desk, brought: Brought): Promise<void> {
  const all = incoming;
  const source = { kind: "files", files: brought.files, options: brought.choices, into: "open" } as const;
  useDocument.getState().busy?.cancel();
  useDocument.setState({ asked: source });
  const answer = await run(desk, "opening", "rehearse", ownFiles(source));
  if (incoming !== all) return;
  const { unopened } = brought;
  if (answer.state === "done") {
    const report = withUnopened(answer.output.report, unopened);
    useSession.setState({ reportShown: false });
    useImporting.setState({ rehearsal: { ...brought, ...answer.output, report } });
  } else {
    incoming = undefined;
    if (answer.state !== "cancelled") {
      tell(unopened);
      useSession.setState({ reportShown: true });
    }
  }
  await resume(desk);
}

/** Finds it out anew, where the same files are read in another way. */
export function rehearseAgain(desk: Desk, choices: ImportChoices): void {
  const { rehearsal } = useImporting.getState();
  if (rehearsal) void takeIn(desk, { ...rehearsal, choices });
}

/** Makes the open document what was rehearsed, as one edit. */
export async function commitImport(desk: Desk): Promise<void> {
  const { rehearsal } = useImporting.getState();
  if (!rehearsal) return;
  if (!(await mayChange())) return refuseChange();
  const answer = await run(desk, "opening", "commit", undefined);
  if (answer.state === "cancelled") return resume(desk);
  leaveImport();
  if (answer.state !== "done") return resume(desk);
  putInto({ ...answer.output, report: rehearsal.report });
  await analyse(desk);
  lookAtZonesAlone();
}

/** Leaves what was brought, and the document as it is. */
export function leaveImport(): void {
  incoming = undefined;
  useImporting.setState({ importing: undefined, rehearsal: undefined });
}

/** Data that name no 街道 are looked at zone by zone. */
function lookAtZonesAlone(): void {
  const { results } = useDocument.getState();
  const { tab } = useSession.getState();
  if (tab === "units" && results && tiersOf(results).length === 0) useSession.setState({ tab: "zones" });
}

/** Says that there is no such demo city. */
export function refuseCity(city: string): void {
  const issues = [issue("demo.unknown-city", "error", { city: city.slice(0, LONGEST_CITY) })];
  const problem = { during: "opening", message: undefined, cancelled: false, lost: false } as const;
  useDocument.setState({ problem: { ...problem, issues } });
}

const LONGEST_CITY = 40;

/** The page without a project. */
export function closeProject(): void {
  incoming = undefined;
  useDocument.getState().busy?.cancel();
  setAddressMember("city", OWN);
  lookAnew();
  useDocument.setState({
    ...{ source: undefined, view: undefined, report: undefined, results: undefined, busy: undefined },
    ...{ problem: undefined, stale: false, done: [], undone: [], earlier: undefined, saved: undefined },
  });
}

/**
 * Takes the files in that were last asked for once more, read in another way: anew, where the document is nothing but
 * them, so that their rows are not held against themselves.
 */
export async function openAgain(desk: Desk, options: ImportChoices): Promise<void> {
  const { asked, source, done } = useDocument.getState();
  if (asked?.kind !== "files") return;
  const isAlone = done.length === 0 && source?.kind === "files" && source.files === asked.files;
  const into = isAlone ? "new" : whereInto();
  if (into === "open" && !asked.files.some(isProjectFile))
    return rehearse(desk, { files: asked.files, unopened: [], place: undefined, choices: options });
  const answer = await load(desk, { ...asked, options, into });
  await (answer === "done" ? analyse(desk) : resume(desk));
}

/** Opens what was open before the worker was lost, with the edits made since. */
export async function reopen(desk: Desk): Promise<void> {
  const { source, done, undone, choices, saved } = useDocument.getState();
  if (!source) return;
  await withoutJournal(async () => {
    if ((await load(desk, source)) !== "done") return;
    for (const { patch } of done) if (patch && !(await applied(desk, patch))) break;
    // Also where the worker was lost once more: what is to be done again is not forgotten.
    useDocument.setState({ done, undone, choices, saved });
  });
  await analyse(desk);
}

/** Makes a change of the open document that was made before; whether it could be. */
export async function applied(desk: Desk, patch: Patch): Promise<boolean> {
  const edited = await run(desk, "editing", "edit", { kind: "apply", patch });
  if (edited.state !== "done") return false;
  useDocument.setState(({ view }) => ({ view: sharingColumns(edited.output.view, view) }));
  return true;
}

/** Files that were brought and are not in the document yet. */
let incoming: Promise<readonly Found[]> | undefined;

type Found = ReadFile | UnreadFile;

async function together(
  before: Promise<readonly Found[]> | undefined,
  files: Promise<readonly Found[]>,
): Promise<readonly Found[]> {
  return [...((await before) ?? []), ...(await files)];
}

/** Invented data and real data do not mix: a demo city makes room as a whole. */
function whereInto(): "open" | "new" {
  const { view } = useDocument.getState();
  return view && view.origin !== "demo" ? "open" : "new";
}

/** Adds files that could not even be opened to what is told of the others. */
function tell(unopened: readonly FileReport[]): void {
  useDocument.setState(({ report, problem }) =>
    problem
      ? { problem: { ...problem, issues: [...problem.issues, ...unopened.flatMap(({ issues }) => issues)] } }
      : { report: report && withUnopened(report, unopened) },
  );
}

function withUnopened(report: ImportReport, unopened: readonly FileReport[]): ImportReport {
  return { ...report, files: [...report.files, ...unopened] };
}

/** Larger tables are refused before they take the memory of the page. */
function mayBeRead(file: File): boolean {
  return isProjectFile(file) || file.size <= MOST_BYTES;
}

function unopenedFile({ name: file, size }: UnreadFile): FileReport {
  const isLarge = size > MOST_BYTES;
  const why = isLarge ? tooLarge(file) : issue("file.unopened", "error", {}, { file });
  return { file, in: 0, used: 0, repaired: 0, rejected: 0, unreadable: true, issues: [why] };
}

/** Replaces or changes the document, or leaves everything as it was and says why. */
export async function load(desk: Desk, source: Source): Promise<Answer<unknown>["state"]> {
  const before = useDocument.getState();
  before.busy?.cancel();
  useDocument.setState({ asked: source });
  const opened = await run(desk, "opening", "open", own(source));
  if (opened.state !== "done") return opened.state;
  const { view, report, patch } = opened.output;
  if (patch) {
    putInto(opened.output);
    return "done";
  }
  lookAnew();
  const { year: _year, pack: _pack, ...others } = before.choices;
  const choices = view.parameters ?? others;
  useDocument.setState({
    ...{ source: asNew(source), view, report, choices, results: undefined, stale: true },
    ...{ done: [], undone: [], earlier: undefined, importEdit: undefined },
    saved: isKept(source) && isWhole(report) ? { after: undefined, choices } : undefined,
    replacedDemo: !isKept(source) && before.view?.origin === "demo",
  });
  return "done";
}

/** Notes an import into the open document, as an edit of it. */
function putInto({ view, report, patch }: Opened): void {
  if (!patch) return;
  useSession.setState({ selection: undefined, hovered: {} });
  compareFromHere();
  useDocument.setState(({ view: old, done }) => ({
    ...{ view: sharingColumns(view, old), report, results: undefined, stale: true },
    ...{ done: [...done, { patch, files: report.files.map(({ file }) => file) }], undone: [] },
    ...{ replacedDemo: false, importEdit: patch },
  }));
}

/** Goes on with the results that an import which came to nothing has interrupted. */
async function resume(desk: Desk): Promise<void> {
  const { stale, problem } = useDocument.getState();
  if (stale && !problem?.lost) await analyse(desk, problem);
}

/** A demo city and a project file can be opened again, and are the same then. */
function isKept(source: Source): boolean {
  return source.kind === "demo" || (source.files.length === 1 && isProjectFile(source.files[0]));
}

/** A project file of which nothing is missing. */
function isWhole({ files }: ImportReport): boolean {
  return files.every(({ issues }) => issues.every(({ severity }) => severity !== "error"));
}

function isProjectFile(file: { readonly name: string } | undefined): boolean {
  return file?.name.toLowerCase().endsWith(".quan") === true;
}

/** Opened once more, it takes nothing else into account. */
function asNew(source: Source): Source {
  return source.kind === "files" ? { ...source, into: "new" } : source;
}

/** Bytes are moved to the worker; the page keeps its own to open them again. */
function own(source: Source): Source {
  return source.kind === "demo" ? source : ownFiles(source);
}

function ownFiles(source: FilesSource): FilesSource {
  return { ...source, files: source.files.map((file) => ({ ...file, bytes: file.bytes.slice() })) };
}
