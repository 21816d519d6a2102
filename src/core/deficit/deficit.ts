import { compare, type Exact, exact, minus, over, roundUp, toNumber, ZERO } from "../base/decimal.ts";
import { isOfSingleRooms } from "../standards/judge-estate.ts";
import type { Line } from "../standards/judgement.ts";
import type { Metric, Rule } from "../standards/rule.ts";
import type { ConflictPolicy } from "../standards/rule-pack.ts";

/** What one zone must have of one metric, has, and lacks (缺口). Never netted with another metric or zone. */
export interface Deficit {
  /** Whole pieces are rounded up, unless fractions of them are handed out. */
  readonly required: Exact;
  /** What surely counts. */
  readonly provided: Exact;
  /** m² as they are, slots and beds whole. */
  readonly missing: number;
  /** What may count beside what is provided, and so be missing no more. */
  readonly perhaps: number;
  /** Served share: provided ÷ required, at most 1; 1 where nothing is required. */
  readonly share: number;
}

/**
 * The line that a metric's deficit goes by: the mandatory one on all its rooms, of several that of the largest
 * requirement. In a conflict group `flag` and `clause` go by its mandatory member, `strict` by the largest of the
 * group.
 */
export function decidingLine(
  lines: readonly Line[],
  rules: ReadonlyMap<string, Rule>,
  metric: Metric,
  policy: ConflictPolicy,
): Line | undefined {
  let found: Line | undefined;
  for (const line of lines) {
    const rule = rules.get(line.rule);
    if (rule?.metric !== metric || isOfSingleRooms(rule) || !binds(line, rule, lines, rules, policy))
      continue;
    if (found === undefined || asksMore(line, found)) found = line;
  }
  return found;
}

/** The deficit of a line; `undefined` where the data do not tell it. */
export function deficitOf(line: Line): Deficit | undefined {
  const { actual, sure: provided = actual } = line;
  if (line.required === undefined || provided === undefined || line.verdict === "insufficient_data")
    return undefined;
  const perhaps = actual === undefined ? 0 : toNumber(minus(actual, provided));
  const required = line.whole ? exact(roundUp(line.required)) : line.required;
  const lack = minus(required, provided);
  if (compare(lack, ZERO) <= 0) return { required, provided, perhaps, missing: 0, share: 1 };
  const counted = line.unit === "slot" || line.unit === "bed";
  return {
    required,
    provided,
    perhaps,
    missing: counted ? roundUp(lack) : toNumber(lack),
    share: toNumber(over(provided, required)),
  };
}

function binds(
  line: Line,
  rule: Rule,
  lines: readonly Line[],
  rules: ReadonlyMap<string, Rule>,
  policy: ConflictPolicy,
): boolean {
  if (line.severity === "mandatory") return true;
  if (policy !== "strict" || rule.conflictGroup === undefined) return false;
  return lines.some(
    (other) => other.severity === "mandatory" && rules.get(other.rule)?.conflictGroup === rule.conflictGroup,
  );
}

function asksMore(a: Line, b: Line): boolean {
  return a.required !== undefined && (b.required === undefined || compare(a.required, b.required) > 0);
}
