import type { ProjectView } from "../../../workers/protocol.ts";
import { subjectOfMetric } from "../../core/analysis/zone-columns.ts";
import type { LngLat } from "../../core/geo/lng-lat.ts";
import type { Metric } from "../../core/standards/rule.ts";
import type { Service } from "../../map/columns.ts";

/** So much of a metric that a facility gives a zone; rows. */
export interface Given {
  readonly zone: number;
  readonly facility: number;
  readonly metric: Metric;
  readonly amount: number;
}

/**
 * Lines between those with places, as wide as what is given is beside the most of its metric: m² are not held against
 * slots. One line for each two, the widest.
 */
export function serviceLines(
  { zones, facilities }: Pick<ProjectView, "zones" | "facilities">,
  given: readonly Given[],
): readonly Service[] {
  const most = new Map<Metric, number>();
  for (const { metric, amount } of given) most.set(metric, Math.max(most.get(metric) ?? 0, amount));
  const lines = new Map<string, Service>();
  for (const { zone, facility, metric, amount } of given) {
    const [from, to] = [placeOf(zones, zone), placeOf(facilities, facility)];
    if (from === undefined || to === undefined || !(amount > 0)) continue;
    const width = THINNEST + (WIDEST - THINNEST) * (amount / (most.get(metric) as number));
    const key = `${zone} ${facility}`;
    if (width > (lines.get(key)?.width ?? 0))
      lines.set(key, { zone: from, facility: to, subject: subjectOfMetric(metric), width });
  }
  return [...lines.values()].sort((a, b) => b.width - a.width);
}

function placeOf(
  of: { readonly lng: Float64Array; readonly lat: Float64Array },
  row: number,
): LngLat | undefined {
  const [lng, lat] = [of.lng[row] ?? Number.NaN, of.lat[row] ?? Number.NaN];
  return Number.isNaN(lng) || Number.isNaN(lat) ? undefined : { lng, lat };
}

/** Pixels. */
const THINNEST = 1;
const WIDEST = 5;
