import type { MetricColumns } from "../analysis/results.ts";
import type { ServedZones } from "./share-changes.ts";

/**
 * What zones need and are served, of one metric: by the fair allocation where it is over the zone, else by what the rule
 * of the zone compares. `given`: what the allocation found of a row; `undefined` where it is not over it.
 */
export function servedZones(
  zones: ServedZones["zones"],
  asked: Pick<MetricColumns, "required" | "provided"> | undefined,
  given?: (row: number) => { readonly need: number; readonly served: number } | undefined,
): ServedZones {
  const nothing = () => new Float64Array(zones.length).fill(Number.NaN);
  const required = asked?.required.slice() ?? nothing();
  const provided = asked?.provided.slice() ?? nothing();
  if (given) {
    for (let row = 0; row < zones.length; row++) {
      const found = given(row);
      if (found === undefined) continue;
      required[row] = found.need;
      provided[row] = found.served;
    }
  }
  return { zones, columns: { required, provided } };
}
