import type { Desk } from "../../../workers/client.ts";
import type { DemoCityId, ImportChoices, Source, SourceFile } from "../../../workers/protocol.ts";
import { DEMO_SEED } from "../../io/demo/shipped.ts";
import { addressMember, setAddressMember } from "../../platform/browser/address.ts";
import { chooseFiles, readFiles } from "../../platform/browser/files.ts";
import { sharingColumns } from "../derived/shared-columns.ts";
import { useDocument } from "../state/document.ts";
import { useSession } from "../state/session.ts";
import { analyse } from "./analyse.ts";
import { run } from "./run.ts";

/** What a project or table file may be called. */
export const ACCEPTED = ".csv,.txt,.geojson,.json,.quan";

/** Opens a demo city; `?size=city` in the address asks for its metropolis of 20,000 zones. */
export async function openCity(desk: Desk, city: DemoCityId): Promise<void> {
  const size = addressMember("size") === "city" ? "city" : "town";
  if (await open(desk, { kind: "demo", city, size, seed: DEMO_SEED })) setAddressMember("city", city);
}

export async function openChosenFiles(desk: Desk, options: ImportChoices): Promise<void> {
  const files = await chooseFiles(ACCEPTED);
  if (files.length > 0) await openFiles(desk, files, options);
}

export async function openFiles(desk: Desk, files: readonly File[], options: ImportChoices): Promise<void> {
  const read: readonly SourceFile[] = await readFiles(files);
  const opened = await open(desk, { kind: "files", files: read, options });
  if (opened) setAddressMember("city", "own");
  useSession.setState({ reportShown: true });
}

/** The page without a project. */
export function closeProject(): void {
  useDocument.getState().busy?.cancel();
  setAddressMember("city", "own");
  useSession.setState({ selection: undefined, hovered: {} });
  useDocument.setState({
    ...{ source: undefined, view: undefined, report: undefined, results: undefined, busy: undefined },
    ...{ problem: undefined, stale: false, done: [], undone: [] },
  });
}

/** Opens the files that were last asked for once more, read in another way. */
export async function openAgain(desk: Desk, options: ImportChoices): Promise<void> {
  const { asked } = useDocument.getState();
  if (asked?.kind === "files") await open(desk, { ...asked, options });
}

/** Opens what was open before the worker was lost, with the edits made since. */
export async function reopen(desk: Desk): Promise<void> {
  const { source, done, undone } = useDocument.getState();
  if (!source) return;
  if (!(await load(desk, source))) return;
  for (const patch of done) {
    const edited = await run(desk, "editing", "edit", { kind: "apply", patch });
    if (edited.state !== "done") return;
    useDocument.setState(({ view }) => ({ view: sharingColumns(edited.output.view, view) }));
  }
  useDocument.setState({ done, undone });
  await analyse(desk);
}

async function open(desk: Desk, source: Source): Promise<boolean> {
  const before = useDocument.getState();
  before.busy?.cancel();
  useDocument.setState({ asked: source });
  if (!(await load(desk, source))) return false;
  const { year: _year, pack: _pack, ...parameters } = before.parameters;
  useDocument.setState({ parameters });
  await analyse(desk);
  return true;
}

/** Replaces the document, or leaves everything as it was and says why. */
async function load(desk: Desk, source: Source): Promise<boolean> {
  const opened = await run(desk, "opening", "open", own(source));
  if (opened.state !== "done") return false;
  const { view, report } = opened.output;
  useSession.setState({ selection: undefined, hovered: {} });
  useDocument.setState({ source, view, report, results: undefined, stale: true, done: [], undone: [] });
  return true;
}

/** Bytes are moved to the worker; the page keeps its own to open them again. */
function own(source: Source): Source {
  if (source.kind === "demo") return source;
  return { ...source, files: source.files.map((file) => ({ ...file, bytes: file.bytes.slice() })) };
}
