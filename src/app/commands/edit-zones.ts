import type { Desk } from "../../../workers/client.ts";
import type { NewZoneField, PlaceField, Typed } from "../../../workers/protocol.ts";
import type { ZoneId } from "../../core/base/ids.ts";
import type { Issue } from "../../core/base/issue.ts";
import type { LngLat, Polygon } from "../../core/geo/lng-lat.ts";
import { pick } from "../state/session.ts";
import { type MadeEdit, makeEdit, makeTyped } from "./edit.ts";

/** Takes in a zone as it was typed; what forbids it is told by the form. `onMade`: once it is in the document. */
export function addZone(
  desk: Desk,
  typed: Typed<NewZoneField | PlaceField>,
  onMade: () => void,
): Promise<MadeEdit> {
  return makeTyped(desk, { kind: "add-zone", typed }, onMade);
}

export async function outlineZone(desk: Desk, id: ZoneId, shape: readonly Polygon[]): Promise<void> {
  await makeEdit(desk, { kind: "place-zone", id, place: { shape } });
}

/** Gives a zone a point; one without an outline. */
export async function pointZone(desk: Desk, id: ZoneId, at: LngLat): Promise<void> {
  await makeEdit(desk, { kind: "place-zone", id, place: { at } });
}

export async function deleteZone(desk: Desk, id: ZoneId): Promise<void> {
  await makeEdit(desk, { kind: "delete-zone", id }, {}, () => pick([id], false));
}

/** What deleting a zone would leave without one; nothing where nobody can tell. */
export async function lossesOf(desk: Desk, id: ZoneId): Promise<readonly Issue[]> {
  const weighed = await desk.call("weigh", { kind: "delete-zone", id });
  return weighed.state === "done" ? weighed.output : [];
}
