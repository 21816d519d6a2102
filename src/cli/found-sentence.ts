import type { Pipeline } from "../core/analysis/pipeline.ts";
import { ZONE_FLAGS } from "../core/analysis/results.ts";
import { standardSums } from "../core/city/standard-sums.ts";
import { inventedIn } from "../io/to-model/parcel-facility.ts";

/**
 * What an analysis found, in one line: what is missing of each metric, of how many zones nothing can be said, and how
 * much of it is estimated, borrowed or invented.
 */
export function foundSentence(pipeline: Pipeline): string {
  const sums = standardSums(pipeline);
  const metrics = [...new Set(sums.map(({ metric }) => metric))];
  const parts = metrics.map((metric) => {
    const of = (column: "zonesKnown" | "zonesShort" | "zonesWithoutData" | "zonesUnspecified") =>
      sums.reduce((total, sum) => total + (sum.metric === metric ? sum[column] : 0), 0);
    const inAll = pipeline.results.headline.missing.find((each) => each.metric === metric);
    const { amount = 0, perhaps = 0 } = inAll ?? {};
    const [without, silent] = [of("zonesWithoutData"), of("zonesUnspecified")];
    const said = [
      ...(of("zonesKnown") > 0
        ? [
            `${amount} missing${perhaps > 0 ? ` (up to ${perhaps} of it in doubt)` : ""} in ${of("zonesShort")} of ${of("zonesKnown")} zones`,
          ]
        : ["nothing can be said"]),
      ...(without > 0 ? [counted(without, "zone lacks data", "zones lack data")] : []),
      ...(silent > 0 ? [counted(silent, "zone has no standard", "zones have no standard")] : []),
    ];
    return `${metric}: ${said.join(", ")}`;
  });
  const found = parts.length === 0 ? "No standard asks anything of them" : parts.join("; ");
  const doubts = doubtsOf(pipeline).map((doubt) => ` ${doubt}.`);
  return `${counted(pipeline.results.headline.zones, "zone", "zones")}. ${found}.${doubts.join("")}`;
}

/** With the words that the page and the files label them by. */
function doubtsOf({ project, results: { headline, zones } }: Pipeline): readonly string[] {
  const borrowed = zones.flags.reduce((sum, flag) => sum + ((flag & ZONE_FLAGS.borrowed) === 0 ? 0 : 1), 0);
  const of: readonly (readonly [number, string, string, string])[] = [
    [headline.estimated, "verdict rests", "verdicts rest", "on estimates (估算)"],
    [borrowed, "zone is", "zones are", "judged by a borrowed standard (借用标准)"],
    [inventedIn(project), "facility is", "facilities are", "demonstration data (演示数据)"],
  ];
  return of.flatMap(([count, one, several, what]) =>
    count === 0 ? [] : [`${counted(count, one, several)} ${what}`],
  );
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
