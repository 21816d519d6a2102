import type { Share } from "../base/units.ts";
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
  /** What slopes cost, where heights are known; absent: nothing. */
  readonly slope?: SlopeRule;
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

export interface SlopeRule {
  /** Ways that pass one of these tests cost the same on a slope: their own factor says what it takes to climb them. */
  readonly unless: TagTests;
  /** Gentle ones first; a slope gentler than the first is level. */
  readonly up: readonly GradientCost[];
  readonly down: readonly GradientCost[];
  readonly because: Text;
}

/** From this gradient on, metres of height a metre, the equivalent metres of one metre; 1 at least. */
export interface GradientCost {
  readonly from: Share;
  readonly factor: number;
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
  return rules.find(
    ({ when, unless = {} }) =>
      Object.entries(when).every((test) => passes(test, tags)) && !fits(unless, tags),
  );
}

/** Whether tags pass one of the tests. */
export function fits(tests: TagTests, tags: Tags): boolean {
  return Object.entries(tests).some((test) => passes(test, tags));
}

function passes([key, values]: readonly [string, readonly string[]], tags: Tags): boolean {
  const said = tags[key]?.split(";").map((value) => value.trim()) ?? [];
  return said.some((value) => values.some((wanted) => isSaid(wanted, value)));
}

function isSaid(wanted: string, value: string): boolean {
  if (wanted === "*") return true;
  return wanted.startsWith("*") && wanted.endsWith("*")
    ? value.includes(wanted.slice(1, -1))
    : value === wanted;
}
