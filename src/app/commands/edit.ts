import type { Desk } from "../../../workers/client.ts";
import type { Edit } from "../../../workers/protocol.ts";
import type { FacilityId } from "../../core/base/ids.ts";
import { inverse } from "../../core/model/inverse.ts";
import type { Patch } from "../../core/model/patch.ts";
import { sharingColumns } from "../derived/shared-columns.ts";
import { useDocument } from "../state/document.ts";
import { analyse } from "./analyse.ts";
import { run } from "./run.ts";

export async function moveFacility(desk: Desk, id: FacilityId, lng: number, lat: number): Promise<void> {
  const patch = await edit(desk, { kind: "move-facility", id, to: { lng, lat } });
  if (patch) useDocument.setState(({ done }) => ({ done: [...done, patch], undone: [] }));
  await analyse(desk);
}

/** Takes the last edit back. */
export async function undo(desk: Desk): Promise<void> {
  const last = useDocument.getState().done.at(-1);
  if (!last || !(await edit(desk, { kind: "apply", patch: inverse(last) }))) return;
  useDocument.setState(({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, last] }));
  await analyse(desk);
}

/** Makes the edit again that was taken back last. */
export async function redo(desk: Desk): Promise<void> {
  const last = useDocument.getState().undone.at(-1);
  if (!last || !(await edit(desk, { kind: "apply", patch: last }))) return;
  useDocument.setState(({ done, undone }) => ({ done: [...done, last], undone: undone.slice(0, -1) }));
  await analyse(desk);
}

async function edit(desk: Desk, change: Edit): Promise<Patch | undefined> {
  const { busy } = useDocument.getState();
  if (busy && busy.with !== "analysing") return undefined;
  busy?.cancel();
  const edited = await run(desk, "editing", "edit", change);
  if (edited.state !== "done") return undefined;
  useDocument.setState(({ view }) => ({ view: sharingColumns(edited.output.view, view), stale: true }));
  return edited.output.patch;
}
