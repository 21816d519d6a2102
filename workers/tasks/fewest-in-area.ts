import { fewestShort } from "../../src/core/allocation/fewest-short.ts";
import type { Pipeline } from "../../src/core/analysis/pipeline.ts";
import { indexOfId } from "../../src/core/base/order.ts";
import type { AllocationTasks, FewestInArea } from "../allocation-tasks.ts";
import { shortagesOf } from "./shortages.ts";

/** The fewest zones that are short in the 片区 of a zone, whatever the assignment; `undefined` where it stands in none. */
export function fewestInArea(
  pipeline: Pipeline,
  { metric, zone }: AllocationTasks["fewest"]["input"],
): FewestInArea | undefined {
  const found = shortagesOf(pipeline).find(({ findings }) => findings.metric === metric);
  if (found === undefined) return undefined;
  const { problem, certificates, shortage } = found;
  const at = problem.zones.indexOf(indexOfId(pipeline.project.zones, zone));
  const area = shortage.maximal[shortage.certificateOf[at] ?? -1];
  if (area === undefined) return undefined;
  const inside = new Set(area.zones);
  const [fewest] = fewestShort(
    problem,
    certificates.filter(({ zones: [first] }) => first !== undefined && inside.has(first)),
  );
  return fewest && { zones: fewest.zones, attained: fewest.attained };
}
