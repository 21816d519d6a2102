import type { Tally } from "./tally.ts";
import { numberIn, type RuleFacts, type WrittenAnalysis } from "./written-analysis.ts";

interface Amounts {
  readonly required: number;
  readonly provided: number;
  readonly missing: number;
}

/** Units are the sums of their zones, metric by metric, and so is the sentence on top. */
export function checkUnits(tally: Tally, written: WrittenAnalysis): void {
  const { rollup, map, summary, verdicts } = written;
  const deciding = decidingLines(written);
  const amounts = new Map<string, Amounts>();
  const people = new Map<string, { zones: number; households: number; residents: number }>();
  for (const { properties } of map.features) {
    for (const [level, unit] of Object.entries(properties.units)) {
      const held = people.get(`${level} ${unit}`) ?? { zones: 0, households: 0, residents: 0 };
      people.set(`${level} ${unit}`, {
        zones: held.zones + 1,
        households: held.households + (properties.households ?? 0),
        residents: held.residents + (properties.residents ?? 0),
      });
      for (const metric of summary.metrics) {
        const line = deciding.get(`${properties.id} ${metric}`);
        if (line !== undefined) addTo(amounts, `${level} ${unit} ${metric}`, line);
      }
    }
  }
  for (const row of rollup) {
    const unit = `${row["level"]} ${row["unit"]}`;
    const at = `${unit} ${row["metric"]}`;
    const sum = amounts.get(at) ?? NOTHING;
    const held = people.get(unit) ?? { zones: 0, households: 0, residents: 0 };
    for (const column of ["required", "provided", "missing"] as const) {
      tally.equal(
        ["units-add-up-zones", "rollup.csv", `${at} ${column}`],
        sum[column],
        numberIn(row[column]),
      );
    }
    for (const column of ["zones", "households", "residents"] as const) {
      tally.equal(
        ["units-add-up-people", "rollup.csv", `${at} ${column}`],
        held[column],
        numberIn(row[column]),
      );
    }
  }
  const lines = [...deciding].map(([key, line]) => ({ metric: key.slice(key.lastIndexOf(" ") + 1), line }));
  for (const { metric, amount, zones } of summary.headline.missing) {
    const short = lines.filter((each) => each.metric === metric && each.line.missing > 0);
    const sum = short.reduce((total, { line }) => total + line.missing, 0);
    tally.equal(["headline-adds-up-zones", "summary.json", metric], sum, amount);
    tally.equal(["headline-adds-up-zones", "summary.json", `zones of ${metric}`], short.length, zones);
  }
  for (const [verdict, count] of Object.entries(summary.headline.verdicts)) {
    const zones = verdicts.zones.filter((zone) => zone.verdict === verdict).length;
    tally.equal(["headline-counts-verdicts", "summary.json", verdict], zones, count);
  }
}

/** By zone and metric the mandatory line of the largest requirement; `strict` looks at its whole conflict group. */
function decidingLines({ zones, verdicts, summary }: WrittenAnalysis): ReadonlyMap<string, Amounts> {
  const strict = summary.parameters.conflict === "strict";
  const lines = zones.map((row) => ({ row, rule: verdicts.rules[row["rule"] ?? ""] }));
  const groupKey = (zone: string | undefined, rule: RuleFacts | undefined) => `${zone} ${rule?.group}`;
  const bound = new Set(
    lines
      .filter(({ rule }) => rule?.severity === "mandatory")
      .map(({ row, rule }) => groupKey(row["zone"], rule)),
  );
  const found = new Map<string, { readonly required: number; readonly amounts: Amounts | undefined }>();
  for (const { row, rule } of lines) {
    const inGroup = strict && rule?.group !== undefined && bound.has(groupKey(row["zone"], rule));
    const required = numberIn(row["required"]);
    if (rule === undefined || !(rule.severity === "mandatory" || inGroup) || required === undefined) continue;
    const key = `${row["zone"]} ${rule.metric}`;
    if ((found.get(key)?.required ?? -1) >= required) continue;
    const provided = numberIn(row["provided"]);
    const missing = numberIn(row["missing"]);
    const known = provided !== undefined && missing !== undefined;
    found.set(key, { required, amounts: known ? { required, provided, missing } : undefined });
  }
  return new Map([...found].flatMap(([key, { amounts }]) => (amounts ? [[key, amounts] as const] : [])));
}

function addTo(amounts: Map<string, Amounts>, key: string, line: Amounts): void {
  const sum = amounts.get(key) ?? NOTHING;
  amounts.set(key, {
    required: sum.required + line.required,
    provided: sum.provided + line.provided,
    missing: sum.missing + line.missing,
  });
}

const NOTHING: Amounts = { required: 0, provided: 0, missing: 0 };
