import type { Desk } from "../../../workers/client.ts";
import type { LngLat } from "../../core/geo/lng-lat.ts";
import { ROWS, select } from "../state/session.ts";

/** Chooses the row that a place of a plan is of, as `placeKey` has it, and stays with the plans. */
export function choosePlace(key: string, onMap = false, entered = false): void {
  const at = key.indexOf(" ");
  const kind = ROWS.find((row) => row === key.slice(0, at));
  if (kind) select({ kind, id: key.slice(at + 1), ...(onMap && { onMap }) }, entered, "plans");
}

/** Tries a site elsewhere that was dragged there. */
export function moveMarked(desk: Desk, key: string, to: LngLat): void {
  if (!key.startsWith(SITE)) return;
  void trials().then(({ tryElsewhere }) => tryElsewhere(desk, key.slice(SITE.length), to));
}

/** Follows a site that is being dragged; absent: it is given up, and the site stays where it was. */
export function holdMarked(
  desk: Desk,
  mark: { readonly key: string; readonly to: LngLat } | undefined,
): void {
  if (mark && !mark.key.startsWith(SITE)) return;
  void trials().then(({ holdSite, dropSite }) =>
    mark ? holdSite(desk, mark.key.slice(SITE.length), mark.to) : dropSite(),
  );
}

/** Loaded with the first plan. */
function trials() {
  return import("./plan-trial.ts");
}

const SITE = "site ";
