import type { Desk } from "../../../workers/client.ts";
import type { SourceFile } from "../../../workers/protocol.ts";
import { issue } from "../../core/base/issue.ts";
import type { Side } from "../../core/model/merge-projects.ts";
import { askFiles, filesAt } from "../../platform/browser/file-places.ts";
import { chooseFiles, type ReadFile, readFiles } from "../../platform/browser/files.ts";
import { sharingColumns } from "../derived/shared-columns.ts";
import { useDocument } from "../state/document.ts";
import { mayChange, refuseChange } from "../state/lock.ts";
import { type Merging, useMerging } from "../state/merging.ts";
import { useSession } from "../state/session.ts";
import { analyse, compareFromHere } from "./analyse.ts";
import { run } from "./run.ts";

/** Asks for the file of another office, and compares it with the open project. */
export async function chooseMerge(desk: Desk): Promise<void> {
  const file = await chosenFile();
  if (file) await beginMerge(desk, file);
}

/** Compares the project of another office with the open one; nothing is changed. */
export async function beginMerge(desk: Desk, file: File): Promise<void> {
  if (!(await mayChange())) return refuseChange();
  const theirs = await read(file);
  if (!theirs) return refuse({ name: file.name, bytes: new Uint8Array() });
  await compare(desk, theirs, undefined);
}

/** Asks for the version that both were made of, and compares once more. */
export async function chooseBase(desk: Desk): Promise<void> {
  const file = await chosenFile();
  const { merging } = useMerging.getState();
  const base = file && (await read(file));
  if (base && merging) await compare(desk, merging.theirs, base);
}

export async function leaveBase(desk: Desk): Promise<void> {
  const { merging } = useMerging.getState();
  if (merging) await compare(desk, merging.theirs, undefined);
}

/** Takes one side in these conflicts. */
export function takeSide(rows: readonly number[], side: Side): void {
  change(({ sides }) => ({ sides: new Map([...sides, ...rows.map((row) => [row, side] as const)]) }));
}

/** Works out what would come of all that was chosen. */
export async function decide(desk: Desk): Promise<void> {
  const { merging } = useMerging.getState();
  if (!merging) return;
  const theirs = [...merging.sides].flatMap(([row, side]) => (side === "b" ? [row] : []));
  const answer = await run(desk, "opening", "decide", { theirs });
  if (answer.state === "done") change(() => ({ decided: answer.output }));
  else if (answer.state === "refused") change(() => ({ refused: answer.issues, shown: undefined }));
  told();
  await goOn(desk);
}

export function chooseAgain(): void {
  change(() => ({ decided: undefined }));
}

/** Makes the open document what was shown, as one edit. */
export async function commitMerge(desk: Desk): Promise<void> {
  const { merging } = useMerging.getState();
  if (!merging?.decided) return;
  if (!(await mayChange())) return refuseChange();
  const answer = await run(desk, "opening", "commit", undefined);
  leaveMerge();
  if (answer.state !== "done") return goOn(desk);
  const { view, patch } = answer.output;
  if (!patch) return goOn(desk);
  useSession.setState({ selection: undefined, hovered: {} });
  compareFromHere();
  useDocument.setState(({ view: before, done }) => ({
    ...{ view: sharingColumns(view, before), results: undefined, stale: true },
    ...{ done: [...done, { patch, merged: merging.theirs.name }], undone: [] },
  }));
  await analyse(desk);
}

/** Leaves what was brought, and the document as it is. */
export function leaveMerge(): void {
  useMerging.setState({ merging: undefined });
}

async function compare(desk: Desk, theirs: ReadFile, base: ReadFile | undefined): Promise<void> {
  const asked: Merging = {
    ...{ theirs, base, shown: undefined, refused: undefined },
    ...{ sides: new Map(), decided: undefined },
  };
  useMerging.setState({ merging: asked });
  useDocument.getState().busy?.cancel();
  const files = { theirs: own(theirs), ...(base && { base: own(base) }) };
  const answer = await run(desk, "opening", "merge", files);
  if (useMerging.getState().merging !== asked) return;
  if (answer.state === "done") change(() => ({ shown: answer.output }));
  else if (answer.state === "refused") change(() => ({ refused: answer.issues }));
  else leaveMerge();
  told();
  // Where nothing is to be chosen, all of it is looked at at once.
  if (answer.state === "done" && answer.output.conflicts.length === 0) await decide(desk);
  else await goOn(desk);
}

/** Says that the browser could not even open the file. */
function refuse(theirs: ReadFile): void {
  const refused = [issue("file.unopened", "error", {}, { file: theirs.name })];
  const nothing = { base: undefined, shown: undefined, sides: new Map(), decided: undefined };
  useMerging.setState({ merging: { ...nothing, theirs, refused } });
}

/** What is told in the dialog is not told on the page as well. */
function told(): void {
  const { problem } = useDocument.getState();
  if (problem && problem.issues.length > 0) useDocument.setState({ problem: undefined });
}

/** Goes on with the results that the comparison has interrupted. */
async function goOn(desk: Desk): Promise<void> {
  const { stale, problem } = useDocument.getState();
  if (stale && !problem?.lost) await analyse(desk, problem);
}

async function chosenFile(): Promise<File | undefined> {
  const places = await askFiles();
  const [file] = places ? await filesAt(places) : await chooseFiles(".quan");
  return file;
}

async function read(file: File): Promise<ReadFile | undefined> {
  const [found] = await readFiles([file]);
  return found && "bytes" in found ? found : undefined;
}

/** Bytes are moved to the worker; the page keeps its own to compare them again. */
function own({ name, bytes }: ReadFile): SourceFile {
  return { name, bytes: bytes.slice() };
}

function change(to: (merging: Merging) => Partial<Merging>): void {
  useMerging.setState(({ merging }) => ({ merging: merging && { ...merging, ...to(merging) } }));
}
