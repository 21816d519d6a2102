import type { UncountedReason } from "../../core/analysis/evidence.ts";
import type { Metric } from "../../core/standards/rule.ts";
import { ledgerWord } from "../export/analysis-names.ts";
import type { WrittenCounted } from "./analysis-shapes.ts";
import type { Tally } from "./tally.ts";
import { numberIn, type Row, type WrittenAnalysis } from "./written-analysis.ts";

/**
 * What a line names as counted is what the ledger gives its zone; what it names at all is as far away as the link says,
 * and holds what the facility holds; and whom it assumes to use none of the rooms reaches some.
 */
export function checkEvidence(tally: Tally, written: WrittenAnalysis): void {
  const { evidence, ruleOf, ledger, links, facilities, summary } = written;
  const key = (...words: readonly (string | undefined)[]) => words.join(" ");
  const given = byZone(ledger, "amount");
  const walked = byZone(links, "metres");
  const held = new Map(facilities.map((row) => [key(row["subject"], row["id"]), numberIn(row["capacity"])]));
  for (const { zone, lines } of evidence) {
    for (const { rule, counted, assumes, notCounted } of lines) {
      const metric = ruleOf(zone, rule)?.metric as Metric;
      const word = ledgerWord(metric, summary.metrics as Metric[]);
      const subject = metric?.startsWith("childcare") ? "childcare" : "elderly";
      for (const { zone: left } of assumes?.zones ?? []) {
        const at = ["assumed-reaches-rooms", "verdicts.json", key(zone, rule, left)] as const;
        tally.that(at, walked.has(key(subject, left)), "one that reaches rooms", "one that reaches none");
      }
      for (const each of [...counted, ...notCounted]) {
        const { facility, amount, metres } = each;
        const at = key(zone, rule, facility);
        if (each.why === undefined)
          tally.same(
            ["counted-is-given", "verdicts.json", at],
            given.get(key(word, zone))?.get(facility),
            amount,
          );
        if (isWhole(each, summary.parameters.supply))
          tally.same(["rooms-are-the-capacity", "verdicts.json", at], held.get(key(word, facility)), amount);
        if (metres === undefined) continue;
        const link = walked.get(key(subject, zone))?.get(facility);
        tally.same(["walk-is-the-link", "verdicts.json", at], link, Math.round(metres * 1000) / 1000);
      }
    }
  }
}

/** Figures by subject and zone, then by facility: of a nation one map would be larger than the engine has any. */
function byZone(rows: Iterable<Row>, column: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const figures = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const figure = numberIn(row[column]);
    const zone = `${row["subject"]} ${row["zone"]}`;
    const ofZone = figures.get(zone) ?? new Map<string, number>();
    if (figure !== undefined) figures.set(zone, ofZone.set(row["facility"] ?? "", figure));
  }
  return figures;
}

/** Whether the amount is all that the facility has: not a part of pooled or shared rooms, nor of rooms that never count. */
function isWhole({ where, why }: WrittenCounted, supply: string): boolean {
  if (where !== undefined) return where !== "pooled" && supply !== "floating" && supply !== "fair";
  return OF_ROOMS_THAT_COUNT.some((each) => each === why);
}

/** Why rooms that count somewhere do not count for a zone. */
const OF_ROOMS_THAT_COUNT: readonly UncountedReason[] = [
  "off-site-for-new",
  "off-site-by-method",
  "unstated-for-new",
  "unstated-by-method",
  "unstated-inside",
  "nothing-lacked",
  "taken-by-others",
  "kept-by-its-zone",
  "kept-by-unknown-need",
  "unsure-for-others",
  "need-unknown",
  "other-community",
  "belongs-to-other-zone",
  "no-standard-to-fill",
  "no-location",
  "not-delivered-yet",
];
