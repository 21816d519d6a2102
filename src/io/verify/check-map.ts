import type { JudgedZone } from "./analysis-shapes.ts";
import { decidingLines } from "./deciding-lines.ts";
import type { Tally } from "./tally.ts";
import type { WrittenAnalysis } from "./written-analysis.ts";

/** The map shows the verdicts of the zones and what each is missing. */
export function checkMap(tally: Tally, written: WrittenAnalysis): void {
  const { features, screening, summary } = written;
  const judged = new Map(written.judged.map((zone) => [zone.zone, zone]));
  const deciding = decidingLines(written);
  for (const { properties } of features) {
    const { id } = properties;
    const zone = judged.get(id);
    const verdict = zone?.verdict ?? "nothing";
    tally.that(
      ["map-shows-verdicts", "zones.geojson", id],
      properties.verdict === verdict,
      verdict,
      properties.verdict ?? "nothing",
    );
    for (const { metric } of summary.headline.missing) {
      const shown = properties[`missing_${metric}`];
      tally.same(
        ["map-shows-what-is-missing", "zones.geojson", `${id} ${metric}`],
        deciding.get(id)?.get(metric)?.missing,
        typeof shown === "number" ? shown : undefined,
      );
    }
    for (const subject of ["elderly", "childcare"]) {
      const shown = `${properties[`verdict_${subject}`]}`;
      const open = screening || (zone !== undefined && fails(zone, subject, written));
      tally.that(
        ["map-shows-no-pass-over-a-failed-line", "zones.geojson", `${id} ${subject}`],
        !(shown.startsWith("pass") && open),
        "no pass",
        shown,
      );
    }
  }
}

function fails({ zone, lines }: JudgedZone, subject: string, { ruleOf }: WrittenAnalysis): boolean {
  return lines.some(({ rule, verdict, severity, group }) => {
    const of = ruleOf(zone, rule)?.subject;
    return (
      verdict === "fail" &&
      severity === "mandatory" &&
      group === undefined &&
      (of === subject || of === "both")
    );
  });
}
