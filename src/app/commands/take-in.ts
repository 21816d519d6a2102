import type { Desk } from "../../../workers/client.ts";
import type { FileReport, ImportChoices, ImportReport } from "../../../workers/protocol.ts";
import { issue } from "../../core/base/issue.ts";
import { MOST_BYTES, tooLarge } from "../../io/most-bytes.ts";
import { setAddressMember } from "../../platform/browser/address.ts";
import type { FilePlace } from "../../platform/browser/file-places.ts";
import { type ReadFile, readFiles, type UnreadFile } from "../../platform/browser/files.ts";
import { tiersOf } from "../derived/facts.ts";
import { isUnsaved, useDocument } from "../state/document.ts";
import { type Brought, useImporting } from "../state/importing.ts";
import { mayChange, refuseChange } from "../state/lock.ts";
import { useMerging } from "../state/merging.ts";
import { standsAt } from "../state/place.ts";
import { keep } from "../state/recent.ts";
import { useSession } from "../state/session.ts";
import { analyse } from "./analyse.ts";
import { leave } from "./leave.ts";
import { isProjectFile, load, OWN, ownFiles, putInto, resume } from "./load.ts";
import { showImport } from "./preview.ts";
import { run } from "./run.ts";

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
  else if (file && !another && isProjectFile(file)) {
    // What is asked now stands alone, and not over the report of what came before.
    useSession.setState({ reportShown: false });
    useMerging.setState({ arrived: { file, open: () => leave(takeIn) } });
  } else if (files.some(isProjectFile)) leave(takeIn);
  else void mayChange().then((may) => (may ? takeIn() : refuseChange()));
}

/** As `openFiles`, where nothing stands in the way any more. */
export async function taken(
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

/** Data that name no 街道 are looked at zone by zone. */
function lookAtZonesAlone(): void {
  const { results } = useDocument.getState();
  const { tab } = useSession.getState();
  if (tab === "units" && results && tiersOf(results).length === 0) useSession.setState({ tab: "zones" });
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
