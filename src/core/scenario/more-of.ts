import { type Exact, exact } from "../base/decimal.ts";
import type { RuleUnit } from "../standards/rule.ts";

/** So much more room is thought of at a time: 100 m², or 10 slots. */
export function moreOf(unit: RuleUnit): Exact {
  return exact(unit === "m2" ? 100 : 10);
}
