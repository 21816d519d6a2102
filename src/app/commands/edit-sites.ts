import type { Desk } from "../../../workers/client.ts";
import type { SiteField, Typed } from "../../../workers/protocol.ts";
import type { SiteId } from "../../core/base/ids.ts";
import { useSession } from "../state/session.ts";
import { type MadeEdit, makeEdit, makeTyped } from "./edit.ts";

/** Takes in a candidate site as it was typed; what forbids it is told by the form. `onMade`: once it is in the document. */
export function addSite(desk: Desk, typed: Typed<SiteField | "id">, onMade: () => void): Promise<MadeEdit> {
  return makeTyped(desk, { kind: "add-site", typed }, onMade);
}

/** Says otherwise what was typed of a candidate site; what forbids it is told by the form. */
export function changeSite(
  desk: Desk,
  id: SiteId,
  typed: Typed<SiteField>,
  onMade: () => void,
): Promise<MadeEdit> {
  return makeTyped(desk, { kind: "change-site", id, typed }, onMade);
}

/** What is shown of it is closed, though a plan may still name it. */
export async function deleteSite(desk: Desk, id: SiteId): Promise<void> {
  await makeEdit(desk, { kind: "delete-site", id }, {}, () => useSession.setState({ selection: undefined }));
}
