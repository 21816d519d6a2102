import type { PackId } from "../base/ids.ts";
import type { Metres, Share, Year } from "../base/units.ts";
import type { FacilityStatus } from "../model/facility.ts";
import type { CareSubject } from "../model/facility-kind.ts";
import { JOIN_CAP } from "../network/join.ts";
import type { ConflictPolicy, ProfileId } from "../standards/rule-pack.ts";

/** Everything a user may choose about an analysis. All of it is printed with the result. */
export interface Parameters {
  readonly reach: ReachMode;
  readonly supply: SupplyMethod;
  readonly offsite: Offsite;
  /** Walking metres per metre of straight line; nothing along the network. */
  readonly detour: number;
  /** Straight metres to the network, at either end of a walk: farther off, a place is not connected. */
  readonly cap: Metres;
  readonly limits: Readonly<Record<ProfileId, Metres>>;
  /** The profile that decides for each subject. */
  readonly decides: Readonly<Record<CareSubject, ProfileId>>;
  readonly conflict: ConflictPolicy;
  /** Year of the targets; absent: the latest stated. */
  readonly year?: Year;
  /** Judge all zones by this pack, whatever their admin code: 借用标准 outside its place. */
  readonly pack?: PackId;
  /** Overlays switched on. */
  readonly overlays: readonly PackId[];
  /** Statuses that count, instead of those of the pack: a scenario, labelled so. */
  readonly countStatuses?: readonly FacilityStatus[];
  /** Share of people that must be covered for a circle rule to pass; absent: reported only. */
  readonly coverageTarget?: Share;
}

/**
 * What a user has set, kept with the project; the rest is as the standards chosen for all zones state it, else as
 * usual.
 */
export type Choices = Partial<Parameters>;

/** New values by parameter; `undefined` takes a choice back. */
export type ParameterChange = { readonly [Name in keyof Parameters]?: Parameters[Name] | undefined };

/** The parameters whose values are not the same, in the order of their names. */
export function parametersApart(a: Choices, b: Choices): (keyof Parameters)[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Parameters>;
  return [...names].filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name])).sort();
}

/** Along straight lines, or along the streets of the document. */
export const REACH_MODES = ["straight", "network"] as const;
export type ReachMode = (typeof REACH_MODES)[number];
export const SUPPLY_METHODS = ["fair", "floating", "catchment", "onsite"] as const;
export type SupplyMethod = (typeof SUPPLY_METHODS)[number];
export const OFFSITES = ["circle", "circle-and-community"] as const;
export type Offsite = (typeof OFFSITES)[number];

/** How far people walk to care of a subject: the limit of the profile that decides for it. */
export function limitOf(
  { limits, decides }: Pick<Parameters, "limits" | "decides">,
  subject: CareSubject,
): Metres {
  return limits[decides[subject]];
}

export const DEFAULT_PARAMETERS: Parameters = {
  reach: "straight",
  supply: "fair",
  offsite: "circle",
  detour: 1.3,
  cap: JOIN_CAP,
  limits: { elderly: 800, carer_with_infant: 900, adult: 1000 },
  decides: { elderly: "elderly", childcare: "carer_with_infant" },
  conflict: "flag",
  overlays: [],
};
