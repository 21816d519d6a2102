import { numberIn, type RuleFacts, type WrittenAnalysis } from "./written-analysis.ts";

export interface Amounts {
  readonly required: number;
  readonly provided: number;
  readonly missing: number;
}

/**
 * Amounts by zone and metric: of the mandatory line of the largest requirement; `strict` looks at its whole conflict
 * group. None where that line has none.
 */
export function decidingLines({
  zones,
  ruleOf,
  summary,
}: WrittenAnalysis): ReadonlyMap<string, ReadonlyMap<string, Amounts>> {
  const strict = summary.parameters.conflict === "strict";
  const lines = zones.map((row) => ({ row, rule: ruleOf(row["zone"], row["rule"]) }));
  const groupKey = (zone: string | undefined, rule: RuleFacts | undefined) => `${zone} ${rule?.group}`;
  const bound = new Set(
    lines
      .filter(({ rule }) => rule?.severity === "mandatory")
      .map(({ row, rule }) => groupKey(row["zone"], rule)),
  );
  const greatest = new Map<string, number>();
  const found = new Map<string, Map<string, Amounts>>();
  for (const { row, rule } of lines) {
    const inGroup = strict && rule?.group !== undefined && bound.has(groupKey(row["zone"], rule));
    const required = numberIn(row["required"]);
    if (rule?.metric === undefined || required === undefined) continue;
    if (rule.severity !== "mandatory" && !inGroup) continue;
    const { zone = "" } = row;
    const key = `${zone} ${rule.metric}`;
    if ((greatest.get(key) ?? -1) >= required) continue;
    greatest.set(key, required);
    const ofZone = found.get(zone) ?? new Map<string, Amounts>();
    found.set(zone, ofZone);
    const provided = numberIn(row["provided"]);
    const missing = numberIn(row["missing"]);
    if (provided === undefined || missing === undefined) ofZone.delete(rule.metric);
    else ofZone.set(rule.metric, { required, provided, missing });
  }
  return found;
}
