import type { ProjectView } from "../../../workers/protocol.ts";

/**
 * The new view, with every table that did not change replaced by the old one of equal content. A view that comes from
 * a worker is new in every part; whoever draws a part looks at its identity to know whether to draw again.
 */
export function sharingColumns(next: ProjectView, before: ProjectView | undefined): ProjectView {
  if (!before) return next;
  return {
    ...next,
    zones: same(next.zones, before.zones) ? before.zones : next.zones,
    facilities: same(next.facilities, before.facilities) ? before.facilities : next.facilities,
    sites: same(next.sites, before.sites) ? before.sites : next.sites,
    units: same(next.units, before.units) ? before.units : next.units,
    backdrop: same(next.backdrop, before.backdrop) ? before.backdrop : next.backdrop,
  };
}

/** Whether results by row of one view are results by row of the other. */
export function sameRows(a: ProjectView, b: ProjectView): boolean {
  return same(a.zones.ids, b.zones.ids) && same(a.facilities.ids, b.facilities.ids);
}

/** Equal content. NaN equals NaN; typed arrays, arrays and plain objects are compared member by member. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (ArrayBuffer.isView(a) || Array.isArray(a)) {
    const [x, y] = [a as ArrayLike<unknown>, b as ArrayLike<unknown>];
    if (x.length !== y.length) return false;
    for (let i = 0; i < x.length; i++) if (!same(x[i], y[i])) return false;
    return true;
  }
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(x);
  return names.length === Object.keys(y).length && names.every((name) => same(x[name], y[name]));
}
