import type { Facility } from "../model/facility.ts";
import type { MaximumRule } from "./rule.ts";

export type StoreyFacts = Pick<Facility, "storey" | "denseArea" | "fireCompliant">;

/** Whether rooms on a storey are allowed, and the limit that decided; no limit where it hangs on what is unknown. */
export interface StoreyFinding {
  readonly allowed: "yes" | "no" | "unknown";
  readonly limit?: number;
}

/**
 * The higher limit holds only where every condition is confirmed; where one is not known, what lies between the two
 * limits is unknown. A storey below the first is below ground and never allowed.
 */
export function storeyFinding({ threshold, relaxed }: MaximumRule, facts: StoreyFacts): StoreyFinding {
  const { storey } = facts;
  const conditions = relaxed?.needs.map((need) => facts[need]) ?? [false];
  const confirmed = conditions.every((condition) => condition === true);
  const refuted = conditions.includes(false);
  const highest = relaxed?.threshold ?? threshold;
  if (storey === undefined || !Number.isFinite(storey)) return { allowed: "unknown" };
  if (storey < 1) return { allowed: "no", limit: threshold };
  if (storey <= threshold) return { allowed: "yes", limit: confirmed ? highest : threshold };
  if (confirmed) return { allowed: storey <= highest ? "yes" : "no", limit: highest };
  if (refuted) return { allowed: "no", limit: threshold };
  return storey > highest ? { allowed: "no", limit: highest } : { allowed: "unknown" };
}
