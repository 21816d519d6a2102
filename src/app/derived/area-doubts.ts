import type { ProjectView } from "../../../workers/protocol.ts";
import type { AreaDoubts } from "../../core/analysis/area-doubts.ts";
import type { Metric } from "../../core/standards/rule.ts";
import type { Doubts } from "../../ui/areas/area-facts.ts";
import { rowName } from "./row-name.ts";

/** What is in doubt of one metric, by name, each zone and facility once: of one 片区, or of all of them. */
export function doubtsOf(
  found: readonly AreaDoubts[],
  { zones, facilities }: Pick<ProjectView, "zones" | "facilities">,
  metric: Metric,
  area?: number,
): Doubts {
  const of = found.filter((each) => each.metric === metric && (area === undefined || each.area === area));
  const seen = new Set<string>();
  const each = of.flatMap((one) =>
    one.facilities.flatMap(({ facility: id, why, more }) => {
      if (seen.has(id)) return [];
      seen.add(id);
      const name = rowName(facilities, facilities.ids.indexOf(id));
      return { id, name, why, ...(more !== undefined && { more }) };
    }),
  );
  return {
    zones: of.flatMap((one) =>
      one.zones.map(({ zone: id, least, most }) => ({
        ...{ id, least, most },
        name: rowName(zones, zones.ids.indexOf(id)),
      })),
    ),
    facilities: each.sort((a, b) => (b.more ?? Infinity) - (a.more ?? Infinity) || 0),
  };
}
