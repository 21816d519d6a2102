import {
  compare,
  type Exact,
  exact,
  minus,
  over,
  plus,
  roundUp,
  times,
  toNumber,
  ZERO,
} from "../base/decimal.ts";
import { isOfSingleRooms } from "../standards/judge-estate.ts";
import type { Line } from "../standards/judgement.ts";
import type { Metric, Rule } from "../standards/rule.ts";
import type { ConflictPolicy } from "../standards/rule-pack.ts";

/**
 * What one zone must have of one metric, has, and lacks (缺口). Never netted with another metric or zone. All of it is told
 * of the careful end, as a fair allocation is: people at the high end of their band, and only what surely counts.
 */
export interface Deficit {
  /** Whole pieces are rounded up, unless fractions of them are handed out. */
  readonly required: Exact;
  /** What surely counts. */
  readonly provided: Exact;
  /** m² as they are, slots and beds whole. */
  readonly missing: number;
  /** How much of that is in doubt: more may count, or fewer people be there. */
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
  const required = askedOf(line);
  if (required === undefined || provided === undefined || line.verdict === "insufficient_data")
    return undefined;
  const perhaps = toNumber(doubtOf(line) ?? ZERO);
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

/** What a line asks for at the high end of the people, whole pieces rounded up; `undefined` where it names no amount. */
export function askedOf(line: Line): Exact | undefined {
  const most = mostRequired(line);
  return most && inPieces(most, line);
}

/** How much of what a line lacks is in doubt; `undefined` where nothing is. */
export function doubtOf(line: Line): Exact | undefined {
  const { required, actual, sure, base } = line;
  const most = mostRequired(line);
  const unsure = actual && sure && minus(actual, sure);
  if (required === undefined || most === undefined || base?.band === undefined) return unsure;
  const fewer = minus(inPieces(most, line), inPieces(required, line));
  return fewer.numerator === 0n ? unsure : plus(fewer, unsure ?? ZERO);
}

/** What a line asks for, unrounded: of people known as a band by the high end, whichever decided. */
export function mostRequired({ required, base }: Line): Exact | undefined {
  if (required === undefined || base?.band === undefined || base.value === undefined) return required;
  return over(times(required, base.band.high), base.value);
}

function inPieces(amount: Exact, { whole }: Pick<Line, "whole">): Exact {
  return whole ? exact(roundUp(amount)) : amount;
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
  const [more, less] = [mostRequired(a), mostRequired(b)];
  return more !== undefined && (less === undefined || compare(more, less) > 0);
}
