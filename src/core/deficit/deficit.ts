import { compare, type Exact, minus, over, roundUp, toNumber, ZERO } from "../base/decimal.ts";
import type { Line } from "../standards/judgement.ts";
import type { Metric, Rule } from "../standards/rule.ts";
import type { ConflictPolicy } from "../standards/rule-pack.ts";

/** What one zone must have of one metric, has, and lacks (缺口). Never netted with another metric or zone. */
export interface Deficit {
  /** Unrounded; absent where no mandatory rule gives a number, or the people are unknown. */
  readonly required?: Exact;
  readonly provided?: Exact;
}

/**
 * The deficit by the mandatory lines of a metric; the largest requirement where there are several. In a conflict
 * group `flag` and `clause` go by the mandatory member, `strict` by the largest of all.
 */
export function deficitOf(
  lines: readonly Line[],
  rules: ReadonlyMap<string, Rule>,
  metric: Metric,
  policy: ConflictPolicy,
): Deficit | undefined {
  const ofMetric = lines.filter((line) => rules.get(line.rule)?.metric === metric);
  const mandatory = ofMetric.filter((line) => line.severity === "mandatory");
  if (mandatory.length === 0) return undefined;
  const groups = new Set(mandatory.map((line) => rules.get(line.rule)?.conflictGroup));
  const members = ofMetric.filter((line) => {
    const group = rules.get(line.rule)?.conflictGroup;
    return policy === "strict" && group !== undefined && groups.has(group);
  });
  let required: Exact | undefined;
  for (const line of [...mandatory, ...members]) {
    if (line.required !== undefined && (required === undefined || compare(required, line.required) < 0)) {
      required = line.required;
    }
  }
  const provided = mandatory.find((line) => line.actual !== undefined)?.actual;
  return { ...(required && { required }), ...(provided && { provided }) };
}

/** `required − provided`, never below 0: m² as they are, slots and beds as whole ones. NaN where either is unknown. */
export function missingOf({ required, provided }: Deficit, whole: boolean): number {
  if (required === undefined || provided === undefined) return Number.NaN;
  const lack = minus(required, provided);
  if (compare(lack, ZERO) <= 0) return 0;
  return whole ? roundUp(lack) : toNumber(lack);
}

/** Served share: provided ÷ required, at most 1; 1 where nothing is required; NaN where either is unknown. */
export function servedShare({ required, provided }: Deficit): number {
  if (required === undefined || provided === undefined) return Number.NaN;
  if (compare(provided, required) >= 0) return 1;
  return toNumber(over(provided, required));
}

/** What is counted in whole pieces. */
export function isWhole(metric: Metric): boolean {
  return metric === "childcare_slots" || metric === "beds";
}
