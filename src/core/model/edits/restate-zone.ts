import type { ZoneId } from "../../base/ids.ts";
import { done, type Outcome } from "../../base/outcome.ts";
import { applyPatch } from "../apply-patch.ts";
import type { Patch, RowChange } from "../patch.ts";
import type { Project } from "../project.ts";
import type { ResidentialZone } from "../residential-zone.ts";
import { changeZone, type ZoneChange } from "./change-zone.ts";
import { placeZone, type ZonePlace } from "./place-zone.ts";

/** Says otherwise what a zone is and where it lies, in one edit. Refused where nothing would be different, or it cannot be. */
export function restateZone(
  project: Project,
  {
    id,
    change,
    place,
  }: { readonly id: ZoneId; readonly change: ZoneChange; readonly place?: ZonePlace | undefined },
): Outcome<Patch> {
  if (place === undefined) return changeZone(project, { id, change });
  const changed = changeZone(project, { id, change });
  if (isIdle(changed)) return placeZone(project, { id, place });
  if (!changed.ok) return changed;
  const between = applyPatch(project, changed.value);
  if (!between.ok) return between;
  const placed = placeZone(between.value, { id, place });
  if (isIdle(placed)) return changed;
  if (!placed.ok) return placed;
  const { before } = onlyRow(changed.value);
  const { after } = onlyRow(placed.value);
  return done({ zones: [{ ...(before && { before }), ...(after && { after }) }] }, placed.issues);
}

function onlyRow({ zones }: Patch): RowChange<ResidentialZone> {
  return zones?.[0] ?? {};
}

function isIdle({ ok, issues }: Outcome<Patch>): boolean {
  return !ok && issues.every(({ code }) => code === "edit.nothing-changed");
}
