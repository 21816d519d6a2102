import type { Desk } from "../../../workers/client.ts";
import { setAddressMember } from "../../platform/browser/address.ts";
import type { Entry } from "../../platform/browser/journal.ts";
import { opposite } from "../derived/opposite.ts";
import { type Deed, useDocument } from "../state/document.ts";
import {
  adopt,
  type Origin,
  readLeft,
  readLeftJournal,
  useKeeping,
  withoutJournal,
} from "../state/journal.ts";
import type { Step } from "../state/journal-steps.ts";
import { analyse } from "./analyse.ts";
import { applied, load, OWN } from "./load.ts";

/**
 * Opens what a page that is gone has left unsaved, with every edit that was kept, and goes on from there; whether it could
 * be. What is torn, and what cannot be done again, is left out with all that came after it, and said.
 */
export async function goOn(desk: Desk, id: string): Promise<boolean> {
  const read = await readLeftJournal(id);
  if (!read) {
    await readLeft();
    return false;
  }
  const { source, more } = read.base;
  const { choices, kept } = more as Origin;
  const opened = await withoutJournal(async () => {
    if ((await load(desk, source)) !== "done") return false;
    useDocument.setState({ choices, saved: kept ? { after: undefined, choices } : undefined });
    let redone = 0;
    while (redone < read.entries.length && (await doneAgain(desk, read.entries[redone]))) redone += 1;
    // Those that could not be done again are as good as torn.
    adopt(id, { ...read, entries: read.entries.slice(0, redone) });
    useKeeping.setState({ lost: read.names.length - redone });
    return true;
  });
  if (!opened) return false;
  setAddressMember("city", source.kind === "demo" ? source.city : OWN);
  await analyse(desk);
  return true;
}

/** One step of a journal; whether it could be done. */
async function doneAgain(desk: Desk, entry: Entry | undefined): Promise<boolean> {
  const step = entry?.what as Step | undefined;
  const { done, undone } = useDocument.getState();
  switch (step?.kind) {
    case "do":
      return makes(desk, step.deed, { done: [...done, step.deed], undone: [] });
    case "take-in":
      // What was done and what it changed is set where files are taken in.
      return entry?.source !== undefined && (await load(desk, entry.source)) === "done";
    case "undo": {
      const last = done.at(-1);
      if (last === undefined) return false;
      return makes(desk, opposite(last), { done: done.slice(0, -1), undone: [...undone, last] });
    }
    case "redo": {
      const last = undone.at(-1);
      if (last === undefined) return false;
      return makes(desk, last, { done: [...done, last], undone: undone.slice(0, -1) });
    }
    case "take-back":
      return makes(desk, step.deed, { done, undone });
    case undefined:
      return false;
  }
}

async function makes(
  desk: Desk,
  { patch, choices }: Deed,
  after: { readonly done: readonly Deed[]; readonly undone: readonly Deed[] },
): Promise<boolean> {
  if (patch && !(await applied(desk, patch))) return false;
  useDocument.setState({ ...after, ...(choices && { choices: choices.after }) });
  return true;
}
