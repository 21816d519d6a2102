import { canonical } from "../base/digest.ts";
import { byCodeUnit } from "../base/order.ts";
import { packStreets } from "../network/packed-streets.ts";
import { sameStreets } from "../network/streets-digest.ts";
import { settingsOf } from "./apply-patch.ts";
import type { Patch, RowChange } from "./patch.ts";
import type { Project } from "./project.ts";

/**
 * What makes the second document of the first: applied to it, it gives the rows, streets and settings of the second. Origin and
 * backdrop are no part of a patch. Cost: linear in the rows; those that kept their identity are not looked into.
 */
export function patchBetween(before: Project, after: Project): Patch {
  const facilities = changes(before.facilities, after.facilities);
  const zones = changes(before.zones, after.zones);
  const units = changes(before.units, after.units);
  const sites = changes(before.sites, after.sites);
  const streets = streetsChange(before, after);
  const settings = changeOf(settingsOf(before), settingsOf(after));
  return {
    ...(facilities.length > 0 && { facilities }),
    ...(zones.length > 0 && { zones }),
    ...(units.length > 0 && { units }),
    ...(sites.length > 0 && { sites }),
    ...(streets && { streets }),
    ...(settings && { settings }),
  };
}

function streetsChange({ streets: was }: Project, { streets: is }: Project): Patch["streets"] {
  if (sameStreets(was, is)) return undefined;
  return { ...(was && { before: packStreets(was) }), ...(is && { after: packStreets(is) }) };
}

/** Both lists are ordered by id, and so are their changes. */
function changes<Row extends { readonly id: string }>(
  before: readonly Row[],
  after: readonly Row[],
): RowChange<Row>[] {
  const found: RowChange<Row>[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [old, fresh] = [before[i], after[j]];
    if (old === undefined && fresh === undefined) return found;
    const order = old === undefined ? 1 : fresh === undefined ? -1 : byCodeUnit(old.id, fresh.id);
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
    const change = changeOf(order <= 0 ? old : undefined, order >= 0 ? fresh : undefined);
    if (change) found.push(change);
  }
}

function changeOf<Row>(before: Row | undefined, after: Row | undefined): RowChange<Row> | undefined {
  if (before === after || canonical(before) === canonical(after)) return undefined;
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
