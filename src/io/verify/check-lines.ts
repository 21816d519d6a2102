import type { RuleFacts } from "./analysis-shapes.ts";
import type { Tally } from "./tally.ts";
import { numberIn, type Row, type WrittenAnalysis } from "./written-analysis.ts";

/** The arithmetic of every line, and that no verdict is better than its figures. */
export function checkLines(tally: Tally, written: WrittenAnalysis): void {
  const { zones, ruleOf, screening } = written;
  for (const row of zones) {
    const { zone, rule = "", verdict = "", missing, perhaps } = row;
    const at = `${zone} ${rule}`;
    const passes = verdict.startsWith("pass");
    if (screening) tally.that(["no-pass-by-screening", "zones.csv", at], !passes, "no pass", verdict);
    const lacks = (numberIn(missing) ?? 0) > 0;
    tally.that(["no-pass-where-missing", "zones.csv", at], !(passes && lacks), "no pass", verdict);
    const enough = lacks && (numberIn(perhaps) ?? 0) >= (numberIn(missing) ?? 0);
    tally.that(
      ["no-fail-where-enough-may-count", "zones.csv", at],
      !(verdict === "fail" && enough),
      "no fail",
      verdict,
    );
    checkArithmetic(tally, row, ruleOf(zone, rule));
  }
  checkVerdicts(tally, written);
}

function checkArithmetic(tally: Tally, row: Row, rule: RuleFacts | undefined): void {
  const at = `${row["zone"]} ${row["rule"]}`;
  const required = numberIn(row["required"]);
  const provided = numberIn(row["provided"]);
  if (required === undefined || provided === undefined || row["verdict"] === "insufficient_data") return;
  const lack = Math.max(0, required - provided);
  const whole = rule?.unit === "slot" || rule?.unit === "bed";
  const missing = whole ? Math.ceil(Number(lack.toFixed(6))) : lack;
  tally.equal(["missing-is-required-less-provided", "zones.csv", at], missing, numberIn(row["missing"]));
  const share = required === 0 ? 1 : Math.min(1, provided / required);
  tally.equal(["share-is-provided-of-required", "zones.csv", at], share, numberIn(row["share"]));
}

function checkVerdicts(tally: Tally, { zones, judged, screening }: WrittenAnalysis): void {
  const written = new Map<string, WrittenRow>();
  for (const row of zones) {
    written.set(`${row["zone"]} ${row["rule"]}`, {
      verdict: row["verdict"],
      required: numberIn(row["required"]),
      provided: numberIn(row["provided"]),
      missing: numberIn(row["missing"]),
      perhaps: numberIn(row["perhaps"]),
      assumes: numberIn(row["assumes"]),
    });
  }
  for (const zone of judged) {
    for (const line of zone.lines) {
      const at = `${zone.zone} ${line.rule}`;
      const row = written.get(at);
      const verdict = row?.verdict ?? "nothing";
      tally.that(["verdicts-agree", "verdicts.json", at], verdict === line.verdict, verdict, line.verdict);
      for (const column of ["required", "provided", "missing", "perhaps"] as const) {
        tally.same(["amounts-agree", "verdicts.json", `${at} ${column}`], row?.[column], line[column]);
      }
      const { zones: named, more, placeless } = line.assumes ?? NOBODY;
      const assumed = named.length + more + placeless || undefined;
      tally.same(["amounts-agree", "verdicts.json", `${at} assumes`], row?.assumes, assumed);
      const noted = assumed === undefined || !PLAIN.includes(line.verdict);
      tally.that(["no-plain-pass-that-assumes", "verdicts.json", at], noted, "pass_with_notes", line.verdict);
    }
    if (zone.lines.length === 0) {
      const verdict = written.get(`${zone.zone} `)?.verdict ?? "nothing";
      tally.that(["verdicts-agree", "zones.csv", zone.zone], verdict === zone.verdict, zone.verdict, verdict);
    }
    const failed = zone.lines.some(
      ({ verdict, severity, group }) => verdict === "fail" && severity === "mandatory" && group === undefined,
    );
    const passes = zone.verdict.startsWith("pass");
    const above = (check: string, holds: boolean) =>
      tally.that([check, "verdicts.json", zone.zone], holds, "no pass", zone.verdict);
    above("no-pass-over-a-failed-line", !(passes && failed));
    above("no-pass-where-sensitive", !(passes && zone.sensitive));
    if (screening) above("no-pass-by-screening", !passes);
  }
}

interface WrittenRow {
  readonly verdict: string | undefined;
  readonly required: number | undefined;
  readonly provided: number | undefined;
  readonly missing: number | undefined;
  readonly perhaps: number | undefined;
  readonly assumes: number | undefined;
}

const PLAIN = ["pass", "pass_estimated"];
const NOBODY = { zones: [], more: 0, placeless: 0 };
