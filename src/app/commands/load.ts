import type { Answer, Desk } from "../../../workers/client.ts";
import type { FilesSource, ImportReport, Opened, Source } from "../../../workers/protocol.ts";
import type { Patch } from "../../core/model/patch.ts";
import { sharingColumns } from "../derived/shared-columns.ts";
import { useDocument } from "../state/document.ts";
import { withoutJournal } from "../state/journal.ts";
import { lookAnew, useSession } from "../state/session.ts";
import { analyse, compareFromHere } from "./analyse.ts";
import { run } from "./run.ts";

/** In the address, in place of a demo city: the user's own data, or none. */
export const OWN = "own";

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

/** Makes a change of the open document that was made before; whether it could be. */
export async function applied(desk: Desk, patch: Patch): Promise<boolean> {
  const edited = await run(desk, "editing", "edit", { kind: "apply", patch });
  if (edited.state !== "done") return false;
  useDocument.setState(({ view }) => ({ view: sharingColumns(edited.output.view, view) }));
  return true;
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

/** Notes an import into the open document, as an edit of it. */
export function putInto({ view, report, patch }: Opened): void {
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
export async function resume(desk: Desk): Promise<void> {
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

export function isProjectFile(file: { readonly name: string } | undefined): boolean {
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

export function ownFiles(source: FilesSource): FilesSource {
  return { ...source, files: source.files.map((file) => ({ ...file, bytes: file.bytes.slice() })) };
}
