import type { Desk } from "../../../workers/client.ts";
import type { Edit } from "../../../workers/edit.ts";
import type {
  Edited,
  FacilityField,
  PlaceField,
  Typed,
  TypedRows,
  ZoneField,
} from "../../../workers/protocol.ts";
import { type ParameterChange, parametersApart } from "../../core/analysis/parameters.ts";
import type { FacilityId, ZoneId } from "../../core/base/ids.ts";
import type { Issue } from "../../core/base/issue.ts";
import type { LngLat } from "../../core/geo/lng-lat.ts";
import { opposite } from "../derived/opposite.ts";
import { sameRows, sharingColumns } from "../derived/shared-columns.ts";
import { statusBefore } from "../derived/status-before.ts";
import { type Deed, useDocument } from "../state/document.ts";
import { mayChange, refuseChange } from "../state/lock.ts";
import { useSession } from "../state/session.ts";
import { analyse, changed, compareFromHere } from "./analyse.ts";
import { run } from "./run.ts";

export async function moveFacility(desk: Desk, id: FacilityId, to: LngLat): Promise<void> {
  await makeEdit(desk, { kind: "move-facility", id, to });
}

/** Takes in a facility as it was typed; what forbids it is told by the form. `onMade`: once it is in the document. */
export function addFacility(
  desk: Desk,
  typed: Typed<FacilityField | "id">,
  onMade: () => void,
): Promise<MadeEdit> {
  return makeTyped(desk, { kind: "add-facility", typed }, onMade);
}

/** Says otherwise what was typed of a facility; what forbids it is told by the form. */
export function changeFacility(
  desk: Desk,
  id: FacilityId,
  typed: Typed<FacilityField>,
  onMade: () => void,
): Promise<MadeEdit> {
  return makeTyped(desk, { kind: "change-facility", id, typed }, onMade);
}

/** Says otherwise what was typed of a zone; what forbids it is told by the form. */
export function changeZone(
  desk: Desk,
  id: ZoneId,
  typed: Typed<ZoneField | PlaceField>,
  onMade: () => void,
): Promise<MadeEdit> {
  return makeTyped(desk, { kind: "change-zone", id, typed }, onMade);
}

/**
 * Makes rows say what was typed, as one edit; cells that cannot be so forbid all others, or only themselves. Settles
 * once the edit is made or refused, before anything is worked out; what forbids it is told by the table.
 */
export function changeRows(desk: Desk, rows: TypedRows, refused: "all" | "alone"): Promise<MadeEdit> {
  return new Promise((settle) => {
    const change: Edit = { kind: "change-rows", refused, ...rows };
    const onMade = () => settle({ made: true, issues: [] });
    void makeEdit(desk, change, {}, onMade, (issues) => {
      // Once the table is gone, the page tells.
      if (issues.length > 0 && useSession.getState().grid) useDocument.setState({ problem: undefined });
      settle({ made: false, issues });
    });
  });
}

export async function closeFacility(desk: Desk, id: FacilityId): Promise<void> {
  await makeEdit(desk, { kind: "close-facility", id });
}

/** Brings it back to what it was before it was closed, where what was done tells. */
export async function reopenFacility(desk: Desk, id: FacilityId): Promise<void> {
  await makeEdit(desk, reopening(id));
}

export function reopening(id: FacilityId): Edit {
  const status = statusBefore(useDocument.getState().done, id);
  return { kind: "reopen-facility", id, ...(status !== undefined && { status }) };
}

export async function deleteFacility(desk: Desk, id: FacilityId): Promise<void> {
  await makeEdit(desk, { kind: "delete-facility", id });
}

/** Says whether two rows are one facility. */
export async function ruleDuplicate(
  desk: Desk,
  facilities: readonly [FacilityId, FacilityId],
  same: boolean,
): Promise<void> {
  await makeEdit(desk, { kind: "rule-duplicate", facilities, same });
}

/** That another page has the project open is told by the page, as of every edit; the rest by the form. */
export async function makeTyped(desk: Desk, change: Edit, onMade: () => void): Promise<MadeEdit> {
  const { made, issues } = await makeEdit(desk, change, {}, onMade);
  const byForm = issues.filter(({ code }) => code !== "edit.open-elsewhere");
  if (byForm.length > 0) useDocument.setState({ problem: undefined });
  return { made, issues: byForm };
}

/** Whether an edit was made, and what forbade it. */
export interface MadeEdit {
  readonly made: boolean;
  readonly issues: readonly Issue[];
}

/**
 * Makes an edit that can be taken back, sets parameters with it if asked to, and works out what follows from both.
 * `onMade` or `onRefused` is called before that is worked out. `told`: what the history calls it.
 */
export async function makeEdit(
  desk: Desk,
  change: Edit,
  choose: ParameterChange = {},
  onMade = () => {},
  onRefused: (issues: readonly Issue[]) => void = () => {},
  told: Pick<Deed, "plan"> = {},
): Promise<MadeEdit> {
  const edited = await edit(desk, change);
  const issues = edited ? [] : (useDocument.getState().problem?.issues ?? []);
  if (edited) {
    const { patch, issues: remarks } = edited;
    useDocument.setState(({ done, choices: before }) => {
      const after = changed(before, choose);
      const set = parametersApart(before, after).length > 0 && { choices: { before, after } };
      const deed = { patch, ...(remarks.length > 0 && { remarks }), ...set, ...told };
      return { choices: after, done: [...done, deed], undone: [] };
    });
    onMade();
  } else onRefused(issues);
  // An edit that was refused may have stopped a calculation that was under way.
  if (edited || useDocument.getState().stale) await analyse(desk);
  return { made: edited !== undefined, issues };
}

/** Takes back what was done last. `onSettled` is called before anything is worked out, with whether it was. */
export async function undo(desk: Desk, onSettled: (made: boolean) => void = () => {}): Promise<void> {
  const made = await takenBack(desk);
  onSettled(made);
  if (made) await analyse(desk);
}

/** Does again what was taken back last. `onSettled` is called before anything is worked out, with whether it was. */
export async function redo(desk: Desk, onSettled: (made: boolean) => void = () => {}): Promise<void> {
  const made = await doneAgain(desk);
  onSettled(made);
  if (made) await analyse(desk);
}

/**
 * Takes back or does again one deed after another until so many are done, and works out what follows from all of them
 * once. Stops where one cannot be made, which is told.
 */
export async function goTo(desk: Desk, count: number): Promise<void> {
  const done = () => useDocument.getState().done.length;
  while (done() > count && (await takenBack(desk)));
  while (done() < count && (await doneAgain(desk)));
  const { stale, problem } = useDocument.getState();
  if (stale) await analyse(desk, done() === count ? undefined : problem);
}

/** Whether the last deed was taken back; results are old then. */
async function takenBack(desk: Desk): Promise<boolean> {
  const last = useDocument.getState().done.at(-1);
  if (!last || !(await carriedOut(desk, opposite(last), true))) return false;
  useDocument.setState(({ done, undone }) => ({ done: done.slice(0, -1), undone: [...undone, last] }));
  return true;
}

/** Whether the deed that was taken back last was done again; results are old then. */
async function doneAgain(desk: Desk): Promise<boolean> {
  const last = useDocument.getState().undone.at(-1);
  if (!last || !(await carriedOut(desk, last, false))) return false;
  useDocument.setState(({ done, undone }) => ({ done: [...done, last], undone: undone.slice(0, -1) }));
  return true;
}

async function carriedOut(desk: Desk, { patch, choices }: Deed, takenBack: boolean): Promise<boolean> {
  if (patch && !(await edit(desk, { kind: "apply", patch }, takenBack))) return false;
  if (!patch) compareFromHere(takenBack);
  if (choices) useDocument.setState({ choices: choices.after, stale: true });
  return true;
}

async function edit(
  desk: Desk,
  change: Edit,
  takenBack = false,
): Promise<Pick<Edited, "patch" | "issues"> | undefined> {
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
  return edited.output;
}
