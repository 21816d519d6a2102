import type { Text } from "../standards/clause.ts";
import type { ProfileId } from "../standards/rule-pack.ts";
import type { Tags } from "./street-map.ts";

/**
 * Who walks: how fast, where, at what cost. Every list is asked from the top and the first rule that fits decides; what
 * no rule of `may` fits is no street.
 */
export interface WalkProfile {
  readonly id: ProfileId;
  readonly title: Text;
  readonly metresPerSecond: number;
  /** Where the speed comes from. */
  readonly source: Text;
  readonly may: readonly MayRule[];
  readonly cost: readonly CostRule[];
  readonly direction: readonly DirectionRule[];
  readonly barriers: readonly BarrierRule[];
}

/** A rule fits tags that pass every test of `when`, unless one test of `unless` passes too. */
export interface TagRule {
  readonly when: TagTests;
  readonly unless?: TagTests;
  readonly because: Text;
}

/**
 * By key: the values that pass; `*` passes any, `*高架*` any that has this in it. Of several said in one, parted by `;`, one
 * is enough.
 */
export type TagTests = Readonly<Record<string, readonly string[]>>;

/** Who may walk: everybody this profile is about, or nobody and why. */
export interface MayRule extends TagRule {
  readonly whyNot?: WhyNot;
}

/** Equivalent metres of one metre; 1 where no rule fits. */
export interface CostRule extends TagRule {
  readonly factor: number;
}

/** The one direction in which the way is walked; both where no rule fits. */
export interface DirectionRule extends TagRule {
  readonly only: "forth" | "back";
}

/** Whether people pass something that stands at a node; they do where no rule fits. */
export interface BarrierRule extends TagRule {
  readonly bars: boolean;
}

export const WHY_NOT = [
  "no-street",
  "not-built",
  "ferry",
  "foot-forbidden",
  "private",
  "motorway",
  "car-only",
  "others-only",
  "steps",
  "escalator",
  "rough",
] as const;
/** Why a way is not walked. */
export type WhyNot = (typeof WHY_NOT)[number];

/** The first rule that fits these tags. */
export function ruleFor<Rule extends TagRule>(rules: readonly Rule[], tags: Tags): Rule | undefined {
  return rules.find(({ when, unless = {} }) => {
    const passes = ([key, values]: readonly [string, readonly string[]]) => {
      const said = tags[key]?.split(";").map((value) => value.trim()) ?? [];
      return said.some((value) => values.some((wanted) => isSaid(wanted, value)));
    };
    return Object.entries(when).every(passes) && !Object.entries(unless).some(passes);
  });
}

function isSaid(wanted: string, value: string): boolean {
  if (wanted === "*") return true;
  return wanted.startsWith("*") && wanted.endsWith("*")
    ? value.includes(wanted.slice(1, -1))
    : value === wanted;
}
