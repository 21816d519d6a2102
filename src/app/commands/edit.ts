import type { Desk } from "../../../workers/client.ts";
import type { Edit } from "../../../workers/protocol.ts";
import { type ParameterChange, parametersApart } from "../../core/analysis/parameters.ts";
import type { FacilityId } from "../../core/base/ids.ts";
import type { Issue } from "../../core/base/issue.ts";
import type { Patch } from "../../core/model/patch.ts";
import { opposite } from "../derived/opposite.ts";
import { sameRows, sharingColumns } from "../derived/shared-columns.ts";
import { type Deed, useDocument } from "../state/document.ts";
import { mayChange, refuseChange } from "../state/lock.ts";
import { analyse, changed, compareFromHere } from "./analyse.ts";
import { run } from "./run.ts";

export async function moveFacility(desk: Desk, id: FacilityId, lng: number, lat: number): Promise<void> {
  await makeEdit(desk, { kind: "move-facility", id, to: { lng, lat } });
}

/** Whether an edit was made, and what forbade it. */
export interface MadeEdit {
  readonly made: boolean;
  readonly issues: readonly Issue[];
}

/**
 * Makes an edit that can be taken back, sets parameters with it if asked to, and works out what follows from both.
 */
export async function makeEdit(desk: Desk, change: Edit, choose: ParameterChange = {}): Promise<MadeEdit> {
  const patch = await edit(desk, change);
  const issues = patch ? [] : (useDocument.getState().problem?.issues ?? []);
  if (patch) {
    useDocument.setState(({ done, choices: before }) => {
      const after = changed(before, choose);
      const set = parametersApart(before, after).length > 0 && { choices: { before, after } };
      return { choices: after, done: [...done, { patch, ...set }], undone: [] };
    });
  }
  // An edit that was refused may have stopped a calculation that was under way.
  if (patch || useDocument.getState().stale) await analyse(desk);
  return { made: patch !== undefined, issues };
}

/** Takes back what was done last. */
export async function undo(desk: Desk): Promise<void> {
  const last = useDocument.getState().done.at(-1);
  if (!last || !(await carriedOut(desk, opposite(last), true))) return;
  useDocument.setState(({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, last] }));
  await analyse(desk);
}

/** Does again what was taken back last. */
export async function redo(desk: Desk): Promise<void> {
  const last = useDocument.getState().undone.at(-1);
  if (!last || !(await carriedOut(desk, last, false))) return;
  useDocument.setState(({ done, undone }) => ({ done: [...done, last], undone: undone.slice(0, -1) }));
  await analyse(desk);
}

async function carriedOut(desk: Desk, { patch, choices }: Deed, takenBack: boolean): Promise<boolean> {
  if (patch && !(await edit(desk, { kind: "apply", patch }, takenBack))) return false;
  if (!patch) compareFromHere(takenBack);
  if (choices) useDocument.setState({ choices: choices.after, stale: true });
  return true;
}

async function edit(desk: Desk, change: Edit, takenBack = false): Promise<Patch | undefined> {
  if (!(await mayChange())) {
    refuseChange();
    return undefined;
  }
  const { busy } = useDocument.getState();
  if (busy && busy.with !== "analysing") return undefined;
  busy?.cancel();
  const edited = await run(desk, "editing", "edit", change);
  if (edited.state !== "done") return undefined;
  compareFromHere(takenBack);
  useDocument.setState(({ view: before, results }) => {
    const view = sharingColumns(edited.output.view, before);
    return { view, stale: true, results: before && sameRows(view, before) ? results : undefined };
  });
  return edited.output.patch;
}
