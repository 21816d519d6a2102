import type { RuleFacts } from "./analysis-shapes.ts";
import { numberIn, type WrittenAnalysis } from "./written-analysis.ts";

export interface Amounts {
  readonly required: number;
  readonly provided: number;
  readonly missing: number;
  readonly perhaps: number;
  readonly share: number | undefined;
}

/**
 * Amounts by zone and metric: of the mandatory line of the largest requirement; `strict` looks at its whole conflict
 * group. None where that line has none. Remembered, since several checks ask.
 */
export function decidingLines(written: WrittenAnalysis): DecidingLines {
  const lines = remembered.get(written) ?? linesOf(written);
  remembered.set(written, lines);
  return lines;
}

type DecidingLines = ReadonlyMap<string, ReadonlyMap<string, Amounts>>;
const remembered = new WeakMap<WrittenAnalysis, DecidingLines>();

function linesOf(written: WrittenAnalysis): DecidingLines {
  const { zones, ruleOf } = written;
  const bound = boundGroups(written);
  const greatest = new Map<string, number>();
  const found = new Map<string, Map<string, Amounts>>();
  for (const row of zones) {
    const { zone = "" } = row;
    const rule = ruleOf(zone, row["rule"]);
    const required = numberIn(row["required"]);
    if (rule?.metric === undefined || required === undefined) continue;
    if (rule.severity !== "mandatory" && !bound.has(groupOf(zone, rule))) continue;
    const key = `${zone} ${rule.metric}`;
    if ((greatest.get(key) ?? -1) >= required) continue;
    greatest.set(key, required);
    const ofZone = found.get(zone) ?? new Map<string, Amounts>();
    found.set(zone, ofZone);
    const provided = numberIn(row["provided"]);
    const missing = numberIn(row["missing"]);
    if (provided === undefined || missing === undefined) ofZone.delete(rule.metric);
    else {
      const [perhaps = 0, share] = [numberIn(row["perhaps"]), numberIn(row["share"])];
      ofZone.set(rule.metric, { required, provided, missing, perhaps, share });
    }
  }
  return found;
}

/** Conflict groups of zones that a mandatory line binds, so that all their lines count; none but under `strict`. */
function boundGroups({ zones, ruleOf, summary }: WrittenAnalysis): ReadonlySet<string> {
  const bound = new Set<string>();
  if (summary.parameters.conflict !== "strict") return bound;
  for (const { zone, rule: id } of zones) {
    const rule = ruleOf(zone, id);
    if (rule?.severity === "mandatory" && rule.group !== undefined) bound.add(groupOf(zone, rule));
  }
  return bound;
}

function groupOf(zone: string | undefined, { group }: RuleFacts): string {
  return `${zone} ${group}`;
}
