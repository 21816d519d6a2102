import { decidingLines } from "./deciding-lines.ts";
import { asAdded, type Tally } from "./tally.ts";
import type { WrittenAnalysis } from "./written-analysis.ts";

/** The sentence on top and the worst zones are those of the tables. */
export function checkSummary(tally: Tally, written: WrittenAnalysis): void {
  checkHeadline(tally, written);
  checkWorstZones(tally, written);
  const { summary, certificates } = written;
  const { supply } = summary.parameters;
  tally.that(
    ["method-is-the-same", "certificates.json", "method"],
    certificates.method === supply,
    supply,
    certificates.method,
  );
}

function checkHeadline(tally: Tally, written: WrittenAnalysis): void {
  const { headline, coverage, parameters } = written.summary;
  const lacks = lacksOf(written);
  const deciding = [...decidingLines(written).values()];
  for (const { metric, amount, perhaps, zones, zonesKnown } of headline.missing) {
    const ofMetric = lacks.filter((each) => each.metric === metric);
    const sum = ofMetric.reduce((total, { missing }) => total + asAdded(missing), 0);
    tally.equal(["headline-adds-up-zones", "summary.json", metric], sum, amount);
    const unsure = ofMetric.reduce((total, each) => total + asAdded(each.perhaps), 0);
    tally.equal(["headline-adds-up-zones", "summary.json", `perhaps of ${metric}`], unsure, perhaps);
    tally.equal(["headline-adds-up-zones", "summary.json", `zones of ${metric}`], ofMetric.length, zones);
    const known = deciding.filter((ofZone) => ofZone.has(metric)).length;
    tally.equal(["headline-adds-up-zones", "summary.json", `zones known of ${metric}`], known, zonesKnown);
  }
  const zones = written.judged;
  for (const verdict of new Set([...zones.map((zone) => zone.verdict), ...Object.keys(headline.verdicts)])) {
    const count = zones.filter((zone) => zone.verdict === verdict).length;
    tally.equal(["headline-counts-verdicts", "summary.json", verdict], count, headline.verdicts[verdict]);
  }
  const estimated = zones.filter((zone) => zone.estimated).length;
  tally.equal(["headline-counts-verdicts", "summary.json", "estimated"], estimated, headline.estimated);
  for (const { subject, covered } of headline.people) {
    const all = coverage.find(
      (each) =>
        each.subject === subject && each.profile === parameters.decides[subject] && each.kind === undefined,
    );
    for (const column of ["covered", "total"] as const) {
      tally.equal(
        ["headline-repeats-coverage", "summary.json", `${subject} ${column}`],
        all?.people[column] ?? Number.NaN,
        covered[column],
      );
    }
  }
}

function checkWorstZones(tally: Tally, written: WrittenAnalysis): void {
  const lacks = lacksOf(written);
  for (const { metric, zones } of written.summary.worstZones) {
    const ofMetric = lacks.filter((each) => each.metric === metric);
    const worst = ofMetric.map(({ missing }) => missing).sort((a, b) => b - a);
    for (const [at, { zone, missing }] of zones.entries()) {
      const own = ofMetric.find((each) => each.zone === zone)?.missing ?? 0;
      tally.equal(["worst-zones-are-the-worst", "summary.json", `${metric} ${zone}`], own, missing);
      tally.equal(
        ["worst-zones-are-the-worst", "summary.json", `${metric} no. ${at + 1}`],
        worst[at] ?? 0,
        missing,
      );
    }
  }
}

/** What zones lack, by zone and metric. */
function lacksOf(written: WrittenAnalysis) {
  return [...decidingLines(written)].flatMap(([zone, metrics]) =>
    [...metrics].flatMap(([metric, { missing, perhaps }]) =>
      missing > 0 ? [{ zone, metric, missing, perhaps }] : [],
    ),
  );
}
