/** What can be said of a line or a zone, worst first. A wrong 符合 is the worst error: in doubt, not a pass. */
export const VERDICTS = [
  "invalid",
  "fail",
  "insufficient_data",
  "needs_ruling",
  "not_specified",
  "pass_with_notes",
  "pass_estimated",
  "pass",
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** The four classes of the map: 不符合 · 待补资料 · 待研判或未规定 · 符合. */
export type VerdictClass = "fail" | "missing_data" | "open" | "pass";

/** The worst of the verdicts; `undefined` if there are none. */
export function worst(verdicts: Iterable<Verdict>): Verdict | undefined {
  let found: Verdict | undefined;
  for (const verdict of verdicts) {
    if (found === undefined || VERDICTS.indexOf(verdict) < VERDICTS.indexOf(found)) found = verdict;
  }
  return found;
}

export function classOf(verdict: Verdict): VerdictClass {
  switch (verdict) {
    case "fail":
      return "fail";
    case "invalid":
    case "insufficient_data":
      return "missing_data";
    case "needs_ruling":
    case "not_specified":
      return "open";
    case "pass":
    case "pass_estimated":
    case "pass_with_notes":
      return "pass";
  }
}

/** One of the three 符合. */
export function isPass(verdict: Verdict): boolean {
  return classOf(verdict) === "pass";
}
