import type { MetricColumns } from "../analysis/results.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";

/** A zone, and what it lacks on the side where that is known: m² or slots. */
export interface LackingZone extends Pick<ResidentialZone, "id" | "name"> {
  readonly missing: number;
}

/** Zones of one side of a change, and what was found of them for one metric, by row; absent where nothing asks for it. */
export interface LackSide {
  readonly zones: readonly Pick<ResidentialZone, "id" | "name">[];
  readonly columns: Pick<MetricColumns, "missing"> | undefined;
}

/** Zones of both sides of which one side knows what they lack, and the other does not; in the order of the side that knows. */
export function knownAlone(known: LackSide, unknown: LackSide): readonly LackingZone[] {
  const isUnknown = (_: unknown, row: number) => Number.isNaN(unknown.columns?.missing[row] ?? Number.NaN);
  const among = new Set(unknown.zones.filter(isUnknown).map(({ id }) => id));
  return known.zones.flatMap(({ id, name }, row) => {
    const missing = known.columns?.missing[row] ?? Number.NaN;
    if (Number.isNaN(missing) || !among.has(id)) return [];
    return [{ id, ...(name !== undefined && { name }), missing }];
  });
}

/** What zones lack together: m² or slots. */
export function lackOf(zones: readonly Pick<LackingZone, "missing">[]): number {
  return zones.reduce((sum, { missing }) => sum + missing, 0);
}
