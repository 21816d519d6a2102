import { compare, type Exact, exact, largest, minus, times, ZERO } from "../base/decimal.ts";
import type { Share } from "../base/units.ts";
import type { CareSubject } from "../model/facility-kind.ts";
import { amounting, type RuledLine } from "./conflict-groups.ts";
import type { JudgeSettings } from "./judge-estate.ts";
import { IMPOSSIBLE, type Judgement, type Line } from "./judgement.ts";
import type { RulePack } from "./rule-pack.ts";
import { selectRules } from "./select-rules.ts";

/** People within the circle of a subject, of all whose number is known. */
export interface CircleFacts {
  readonly subject?: CareSubject;
  /** The other subject is judged beside it: a rule for both has a line for each. */
  readonly besideOther?: boolean;
  readonly people?: Exact;
  readonly covered?: Exact;
}

/** No document sets a share of people: the circle passes or fails only against a share that the user sets. */
export function judgeCircle(
  pack: RulePack,
  { subject, besideOther, people, covered }: CircleFacts,
  target: Share | undefined,
  settings: JudgeSettings,
): Judgement {
  const required = people && target !== undefined ? times(people, exact(target)) : undefined;
  const rules = selectRules(pack, "circle", settings.year);
  // The old and the young are other people: one number cannot be of both.
  const unclear = subject === undefined && new Set(rules.map(({ rule }) => rule.subject)).size > 1;
  const lines = rules.flatMap(({ rule, threshold, notes }): RuledLine[] => {
    if (rule.type !== "reach") return [];
    if (subject !== undefined && rule.subject !== "both" && rule.subject !== subject) return [];
    const known = required !== undefined && covered !== undefined && !unclear;
    // Half of what the rule asks for: missed it is missed, met it says nothing of the other half.
    const half = subject !== undefined && rule.subject === "both" && besideOther !== true;
    const missing = people === undefined || covered === undefined || unclear;
    const line: Line = {
      rule: rule.id,
      severity: rule.severity,
      unit: rule.unit,
      whole: true,
      verdict: missing
        ? "insufficient_data"
        : !known
          ? "not_specified"
          : compare(covered, required) < 0
            ? "fail"
            : half
              ? "insufficient_data"
              : "pass",
      ...(threshold !== undefined && { threshold }),
      ...(required && { required }),
      ...(covered && { actual: covered }),
      ...(known && { shortage: largest(minus(required, covered), ZERO) }),
      estimated: false,
      notes,
    };
    return [{ rule, line }];
  });
  const impossible =
    (people !== undefined && people.numerator <= 0n) ||
    (covered !== undefined &&
      (covered.numerator < 0n || (people !== undefined && compare(covered, people) > 0)));
  if (impossible) return IMPOSSIBLE;
  const { groups, overall } = amounting(lines, "unit", settings.conflict);
  return {
    lines: lines.map(({ line }) => line),
    groups,
    overall: overall ?? "not_specified",
    estimated: false,
    remarks: overall === undefined ? ["no-rule-applies"] : [],
  };
}
