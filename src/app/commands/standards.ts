import type { Desk } from "../../../workers/client.ts";
import type { PackId } from "../../core/base/ids.ts";
import type { RulePack } from "../../core/standards/rule-pack.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import { chosenPack } from "../derived/chosen-pack.ts";
import { useDocument } from "../state/document.ts";
import { setParameters } from "./analyse.ts";
import { type MadeEdit, makeEdit } from "./edit.ts";

/** Judges all zones by a pack; without one, each by its own or that of its place. */
export function choosePack(desk: Desk, pack: PackId | undefined): void {
  setParameters(desk, { pack });
}

/** Keeps standards of the user's own in the document, and judges all zones by them if asked to. */
export function keepPack(desk: Desk, pack: RulePack, use: boolean): Promise<MadeEdit> {
  return makeEdit(desk, { kind: "keep-pack", pack }, use ? { pack: pack.id } : {});
}

/** Takes them out of the document; what forbids it is told by whoever asked, not by the page. */
export async function removePack(desk: Desk, id: PackId): Promise<MadeEdit> {
  const { choices, view } = useDocument.getState();
  const chosen = chosenPack(choices, view, shippedStandards());
  const removal = { kind: "remove-pack", id, ...(chosen !== undefined && { chosen }) } as const;
  const removed = await makeEdit(desk, removal);
  useDocument.setState({ problem: undefined });
  return removed;
}
