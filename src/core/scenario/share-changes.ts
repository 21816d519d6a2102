import type { MetricColumns } from "../analysis/results.ts";
import { byCodeUnit } from "../base/order.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { BeforeAfter } from "./compare.ts";

/** Zones, and what was found of them for one metric, in one order. */
export interface ServedZones {
  readonly zones: readonly Pick<ResidentialZone, "id" | "name">[];
  readonly columns: Pick<MetricColumns, "required" | "provided">;
}

/** What a change does to those around it: zones by what they are served of what they need, of one metric. */
export interface ShareChanges {
  /** Zones that need as much as before and get less of it, who loses most first; of equals by id. */
  readonly losing: readonly ServedChange[];
  /** The same of those who get more, who gains most first. */
  readonly gaining: readonly ServedChange[];
  /** Zones that came or went, that need another amount than before, or of which it came to be known or unknown; by id. */
  readonly otherwise: readonly ServedChange[];
}

/** m² or slots; NaN where nothing is known or asked, and on the side where the zone is not. */
export interface ServedChange {
  readonly zone: string;
  readonly name?: string;
  readonly need: BeforeAfter;
  /** Of the need, and so at most that. */
  readonly served: BeforeAfter;
}

/** Zones that lose or gain alike. */
export interface ServedGroup {
  readonly zones: number;
  /** m² or slots, not negative: what they lose or gain together. */
  readonly amount: number;
  /** The first of them. */
  readonly first: readonly ServedChange[];
}

export function shareChanges(before: ServedZones, after: ServedZones): ShareChanges {
  const [losing, gaining, otherwise]: ServedChange[][] = [[], [], []];
  for (const { zone, was, is } of zonesOfBoth(before.zones, after.zones)) {
    const [from, to] = [servedIn(before, was), servedIn(after, is)];
    const need = { before: from.need, after: to.need };
    const served = { before: from.served, after: to.served };
    if (Object.is(from.need, to.need) && Object.is(from.served, to.served)) continue;
    const { id, name } = zone;
    const change = { zone: id, ...(name !== undefined && { name }), need, served };
    const known = from.need === to.need && !Number.isNaN(from.served) && !Number.isNaN(to.served);
    (known ? (to.served < from.served ? losing : gaining) : otherwise)?.push(change);
  }
  return {
    losing: losing?.sort(byGain) ?? [],
    gaining: gaining?.sort(byGain) ?? [],
    otherwise: otherwise ?? [],
  };
}

/** So many zones of a group as are `listed`, and what all of them come to. */
export function servedGroup(changes: readonly ServedChange[], listed: number): ServedGroup {
  const sum = changes.reduce((total, change) => total + gainOf(change), 0);
  // What adding up leaves beyond a millionth is no amount.
  return {
    zones: changes.length,
    amount: Math.abs(Math.round(sum * 1e6)) / 1e6,
    first: changes.slice(0, listed),
  };
}

/** Who loses or gains most first; of equals by id. */
function byGain(a: ServedChange, b: ServedChange): number {
  return Math.abs(gainOf(b)) - Math.abs(gainOf(a)) || byCodeUnit(a.zone, b.zone);
}

/** What a zone is served more than before; below 0 where it is less. */
export function gainOf({ served }: ServedChange): number {
  return served.after - served.before;
}

interface ZoneOfBoth {
  readonly zone: ServedZones["zones"][number];
  readonly was: number | undefined;
  readonly is: number | undefined;
}

/** Zones of either side with their rows, by id: both sides are ordered so. */
function* zonesOfBoth(before: ServedZones["zones"], after: ServedZones["zones"]): Generator<ZoneOfBoth> {
  let [was, is] = [0, 0];
  while (was < before.length || is < after.length) {
    const [old, now] = [before[was], after[is]];
    const order = old === undefined ? 1 : now === undefined ? -1 : byCodeUnit(old.id, now.id);
    yield {
      zone: (order < 0 ? old : now) as ServedZones["zones"][number],
      was: order <= 0 ? was++ : undefined,
      is: order >= 0 ? is++ : undefined,
    };
  }
}

function servedIn({ columns: { required, provided } }: ServedZones, row: number | undefined) {
  const need = (row === undefined ? undefined : required[row]) ?? Number.NaN;
  const served = (row === undefined ? undefined : provided[row]) ?? Number.NaN;
  return { need, served: Math.min(need, served) };
}
