import type { Pipeline } from "../core/analysis/pipeline.ts";
import { standardSums } from "../core/city/standard-sums.ts";

/** What an analysis found, in one line: what is missing of each metric, and of how many zones nothing can be said. */
export function foundSentence(pipeline: Pipeline): string {
  const sums = standardSums(pipeline);
  const metrics = [...new Set(sums.map(({ metric }) => metric))];
  const parts = metrics.map((metric) => {
    const of = (column: "zonesKnown" | "zonesShort" | "zonesWithoutData" | "zonesUnspecified") =>
      sums.reduce((total, sum) => total + (sum.metric === metric ? sum[column] : 0), 0);
    const amount = pipeline.results.headline.missing.find((each) => each.metric === metric)?.amount ?? 0;
    const [without, silent] = [of("zonesWithoutData"), of("zonesUnspecified")];
    const said = [
      ...(of("zonesKnown") > 0
        ? [`${amount} missing in ${of("zonesShort")} of ${of("zonesKnown")} zones`]
        : ["nothing can be said"]),
      ...(without > 0 ? [counted(without, "zone lacks data", "zones lack data")] : []),
      ...(silent > 0 ? [counted(silent, "zone has no standard", "zones have no standard")] : []),
    ];
    return `${metric}: ${said.join(", ")}`;
  });
  const found = parts.length === 0 ? "No standard asks anything of them" : parts.join("; ");
  return `${counted(pipeline.results.headline.zones, "zone", "zones")}. ${found}.`;
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
