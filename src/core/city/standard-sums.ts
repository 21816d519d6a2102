import type { Pipeline } from "../analysis/pipeline.ts";
import type { MetricColumns } from "../analysis/results.ts";
import type { Judgement } from "../standards/judgement.ts";
import type { Metric, Rule } from "../standards/rule.ts";
import type { StandardSum } from "./city-facts.ts";

/**
 * Sums of the zones by status and metric, new zones first, metrics in the order of the results; where nothing is asked
 * of any zone of a status there is no row. Sums are taken in whole millionths, as in the roll-up.
 */
export function standardSums(pipeline: Pipeline): StandardSum[] {
  const { byMetric } = pipeline.results.zones;
  return (["new", "existing", "unstated"] as const).flatMap((status) =>
    byMetric.map((columns) => sumOf(pipeline, status, columns)).filter(speaks),
  );
}

function speaks({ zonesKnown, zonesWithoutData, zonesUnspecified }: StandardSum): boolean {
  return zonesKnown + zonesWithoutData + zonesUnspecified > 0;
}

function sumOf(
  { project, results, packs: { value: packs } }: Pipeline,
  status: StandardSum["status"],
  { metric, subject, unit, required, provided, missing, perhaps }: MetricColumns,
): StandardSum {
  const sums = { required: 0, missing: 0, perhaps: 0, filled: 0 };
  const zones = { zones: 0, zonesKnown: 0, zonesShort: 0, zonesWithoutData: 0, zonesUnspecified: 0 };
  project.zones.forEach((zone, row) => {
    if ((zone.status ?? "unstated") !== status) return;
    zones.zones++;
    const lack = missing[row] as number;
    if (Number.isNaN(lack)) {
      const rules = packs.packs[packs.of[row] as number]?.rules;
      const silence = rules && silenceOf(results.zones.judgements[row] as Judgement, metric, rules);
      if (silence !== undefined) zones[silence]++;
      return;
    }
    zones.zonesKnown++;
    if (lack > 0) zones.zonesShort++;
    sums.required += millionths(required[row] as number);
    sums.missing += millionths(lack);
    sums.perhaps += millionths(perhaps[row] as number);
    sums.filled += millionths(Math.min(required[row] as number, provided[row] as number));
  });
  return {
    ...{ status, metric, subject, unit, ...zones },
    required: sums.required / 1e6,
    missing: sums.missing / 1e6,
    perhaps: sums.perhaps / 1e6,
    share: sums.required === 0 ? Number.NaN : sums.filled / sums.required,
  };
}

/** Why a zone has no figure of a metric: no data, no number in the document; `undefined` where nothing is asked of it. */
function silenceOf(
  { lines, overall, remarks }: Judgement,
  metric: Metric,
  rules: ReadonlyMap<string, Rule>,
): "zonesWithoutData" | "zonesUnspecified" | undefined {
  const asked = lines.filter(({ rule, severity }) => {
    return severity === "mandatory" && rules.get(rule)?.metric === metric;
  });
  if (asked.some(({ verdict }) => verdict === "not_specified")) return "zonesUnspecified";
  if (asked.length > 0) return "zonesWithoutData";
  if (remarks.includes("granted-before-document")) return "zonesUnspecified";
  if (lines.length > 0) return undefined;
  return overall === "not_specified" ? "zonesUnspecified" : "zonesWithoutData";
}

function millionths(value: number): number {
  return Math.round(value * 1e6);
}
