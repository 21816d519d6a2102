import type { GroupVerdict, Line } from "./judgement.ts";
import type { Rule } from "./rule.ts";
import type { ConflictPolicy } from "./rule-pack.ts";
import { isPass, type Verdict, worst } from "./verdict.ts";

/** A line beside its rule. Lines of a list are ordered by rule id. */
export interface RuledLine {
  readonly rule: Rule;
  readonly line: Line;
}

/** What the lines amount to: each conflict group is one verdict, then the worst decides. */
export interface Amounting {
  readonly groups: readonly GroupVerdict[];
  /** Absent where there are no lines. */
  readonly overall?: Verdict;
}

/**
 * Mandatory lines decide. A target that is missed or lacks data is a note for an estate and decides for a unit. What is
 * encouraged or related is reported; where it is all there is, it is the answer, and one missed is a pass with notes.
 */
export function amounting(
  lines: readonly RuledLine[],
  of: "estate" | "unit",
  policy: ConflictPolicy,
): Amounting {
  const binding = lines.filter(({ rule }) => rule.severity === "mandatory" || rule.severity === "target");
  const single: Verdict[] = [];
  const grouped = new Map<string, RuledLine[]>();
  for (const each of binding) {
    const group = each.rule.conflictGroup;
    if (group === undefined) single.push(weighed(each.line.verdict, each.rule.severity === "mandatory", of));
    else grouped.set(group, [...(grouped.get(group) ?? []), each]);
  }
  const groups = [...grouped].map(([group, members]): GroupVerdict => {
    const mandatory = members.some(({ rule }) => rule.severity === "mandatory");
    const verdict = weighed(groupVerdict(members, policy), mandatory, of);
    return { group, members: members.map(({ rule }) => rule.id), verdict };
  });
  const overall = worst([...single, ...groups.map((group) => group.verdict)]) ?? unbinding(lines);
  return { groups, ...(overall && { overall }) };
}

/** One verdict of clauses that contradict each other. Members are ordered by rule id. */
export function groupVerdict(members: readonly RuledLine[], policy: ConflictPolicy): Verdict {
  const verdicts = members.map(({ line }) => line.verdict);
  if (verdicts.includes("invalid")) return "invalid";
  const known = verdicts.filter((verdict) => verdict !== "insufficient_data");
  const fails = known.filter((verdict) => verdict === "fail").length;
  if (fails > 0 && fails === known.length) return "fail";
  if (known.length < verdicts.length) return "insufficient_data";
  if (fails === 0) return worst(verdicts) ?? "insufficient_data";
  if (policy === "strict") return "fail";
  if (policy === "flag") return "needs_ruling";
  const decides = members.find(({ rule }) => rule.severity === "mandatory") ?? members[0];
  const verdict = decides?.line.verdict ?? "insufficient_data";
  return isPass(verdict) ? "pass_with_notes" : verdict;
}

function weighed(verdict: Verdict, mandatory: boolean, of: "estate" | "unit"): Verdict {
  if (mandatory || of === "unit" || isPass(verdict) || verdict === "invalid") return verdict;
  return "pass_with_notes";
}

function unbinding(lines: readonly RuledLine[]): Verdict | undefined {
  return worst(lines.map(({ line }) => (line.verdict === "fail" ? "pass_with_notes" : line.verdict)));
}
