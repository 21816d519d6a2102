import type { Tags } from "./street-map.ts";
import { ruleFor, type WalkProfile, type WhyNot } from "./walk-profile.ts";

/** Equivalent metres of one metre along a way and against it; Infinity where nobody may. */
export interface WalkedAs {
  readonly forth: number;
  readonly back: number;
  /** Why the way is not walked at all. */
  readonly whyNot?: WhyNot;
}

/** How people of a profile walk a way of these tags. */
export function walkedAs(tags: Tags, { may, cost, direction }: WalkProfile): WalkedAs {
  const allowed = ruleFor(may, tags);
  if (allowed === undefined) return { ...NOBODY, whyNot: "no-street" };
  if (allowed.whyNot !== undefined) return { ...NOBODY, whyNot: allowed.whyNot };
  const factor = ruleFor(cost, tags)?.factor ?? 1;
  const only = ruleFor(direction, tags)?.only;
  return {
    forth: only === "back" ? Number.POSITIVE_INFINITY : factor,
    back: only === "forth" ? Number.POSITIVE_INFINITY : factor,
  };
}

const NOBODY = { forth: Number.POSITIVE_INFINITY, back: Number.POSITIVE_INFINITY };

/** Whether what stands at a node keeps people of a profile from passing it. */
export function bars(tags: Tags, { barriers }: WalkProfile): boolean {
  return ruleFor(barriers, tags)?.bars ?? false;
}
