import type { Desk } from "../../../workers/client.ts";
import type { Source } from "../../../workers/protocol.ts";
import { issue } from "../../core/base/issue.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import { askPlace, type FilePlace, writePlace } from "../../platform/browser/file-places.ts";
import { saveFile } from "../../platform/browser/files.ts";
import { choicesInForce } from "../derived/chosen-pack.ts";
import { lastPatch, useDocument } from "../state/document.ts";
import { beginFrom } from "../state/journal.ts";
import { claimFile, usePen } from "../state/lock.ts";
import { placeOfProject, standsAt } from "../state/place.ts";
import { keep } from "../state/recent.ts";
import { analyse } from "./analyse.ts";
import { run } from "./run.ts";

/**
 * Saves the project: into the file it stands in, else, or if `elsewhere`, where the person says, else by download.
 * Whether it was saved. A page that may not change the project does not write over its file.
 */
export async function saveProject(desk: Desk, elsewhere = false): Promise<boolean> {
  const { choices, view, done, source } = useDocument.getState();
  const title = titleOf(source);
  const own = elsewhere || usePen.getState().held !== "mine" ? undefined : placeOfProject();
  // Asked before the work, while the browser still takes it for an answer to a press.
  const place = own ?? (await askPlace(`${view?.name || title}.quan`, KIND));
  if (place === "closed") return false;
  const parameters = choicesInForce(choices, view, shippedStandards());
  const written = await run(desk, "saving", "write", { file: "project", parameters, title });
  if (written.state !== "done") return false;
  const bytes = written.output.bytes as Uint8Array<ArrayBuffer>;
  if (place === undefined) saveFile(written.output.name, bytes);
  else if (!(await stands(place, bytes))) return false;
  const file = { name: place?.name ?? written.output.name, bytes: bytes.slice() };
  useDocument.setState({ saved: { after: lastPatch(done), choices } });
  if (place && usePen.getState().held === "mine") claimFile(place.name);
  beginFrom(file, { done, choices });
  void keep(file);
  // What was changed while the file was written is worked out now.
  if (useDocument.getState().stale) await analyse(desk);
  return true;
}

/** By the first file it was made from. */
export function titleOf(source: Source | undefined): string {
  const [first] = source?.kind === "files" ? source.files : [];
  return first?.name.replace(/\.[^.]*$/, "") || "project";
}

const KIND = { description: "老小圈", accept: { "application/x-quan": [".quan"] } };

async function stands(place: FilePlace, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    await writePlace(place, bytes);
    standsAt(place);
    return true;
  } catch (error) {
    const full = error instanceof DOMException && error.name === "QuotaExceededError";
    const issues = [issue(full ? "save.full" : "save.not-written", "error", { file: place.name })];
    useDocument.setState({
      problem: { during: "saving", issues, message: undefined, cancelled: false, lost: false },
    });
    return false;
  }
}
