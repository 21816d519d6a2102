import type { Metric } from "../../core/standards/rule.ts";
import { ledgerWord } from "../export/analysis-names.ts";
import { NOISE, type Tally } from "./tally.ts";
import { numberIn, type Row, type WrittenAnalysis } from "./written-analysis.ts";

/** Ledger sums are what zones are provided with and what facilities give; no room is given twice, but by screening. */
export function checkLedger(tally: Tally, written: WrittenAnalysis): void {
  checkZones(tally, written);
  checkFacilities(tally, written);
}

function checkZones(tally: Tally, { zones, ledger, judged, ruleOf, summary }: WrittenAnalysis): void {
  const given = sums(ledger, ({ subject, zone }) => `${subject} ${zone}`);
  const ofPhase = new Set<string>();
  for (const { zone, remarks } of judged) if (remarks.includes("phase-worse-than-whole")) ofPhase.add(zone);
  for (const { zone = "", rule = "", provided } of zones) {
    const metric = ruleOf(zone, rule)?.metric as Metric;
    const found = numberIn(provided);
    if (found === undefined || ofPhase.has(zone) || !summary.metrics.includes(metric)) continue;
    const added = given.get(`${ledgerWord(metric, summary.metrics as Metric[])} ${zone}`) ?? 0;
    tally.equal(["ledger-adds-up-to-provided", "zones.csv", `${zone} ${rule}`], added, found);
  }
}

function checkFacilities(tally: Tally, { facilities, ledger, screening }: WrittenAnalysis): void {
  const given = sums(ledger, ({ subject, facility }) => `${subject} ${facility}`);
  const listed = new Set<string>();
  for (const { id, subject, load, capacity } of facilities) {
    const key = `${subject} ${id}`;
    listed.add(key);
    const handedOut = numberIn(load) ?? 0;
    tally.equal(["ledger-adds-up-to-load", "facilities.csv", key], given.get(key) ?? 0, handedOut);
    if (screening) continue;
    const held = numberIn(capacity) ?? 0;
    const within = handedOut <= held * (1 + NOISE) + NOISE;
    tally.that(["load-within-capacity", "facilities.csv", key], within, held, handedOut);
  }
  for (const key of given.keys()) {
    tally.that(["facility-is-listed", "ledger.csv", key], listed.has(key), key, "nothing");
  }
}

function sums(rows: Iterable<Row>, key: (row: Row) => string): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) found.set(key(row), (found.get(key(row)) ?? 0) + (numberIn(row["amount"]) ?? 0));
  return found;
}
