import type { AdminCode, PackId } from "../base/ids.ts";
import { indexOfId, sortedById } from "../base/order.ts";
import type { FacilityKind, Subject } from "../model/facility-kind.ts";
import type { WalkProfile } from "../network/walk-profile.ts";
import { liesIn, meaningful } from "./admin-code.ts";
import type { Text } from "./clause.ts";
import type { NationalReference } from "./national-reference.ts";
import type { Overlay, ProfileId, RulePack } from "./rule-pack.ts";

/** All standards the product knows. Packs and overlays are ordered by id; everything in it is frozen. */
export interface Standards {
  readonly packs: readonly RulePack[];
  readonly overlays: readonly Overlay[];
  /** What a pack for another city starts from; no rule of it has a number. */
  readonly template: RulePack;
  /** Who walks where along streets, by profile. */
  readonly walking: Readonly<Record<ProfileId, WalkProfile>>;
  /** All 23 kinds, in the order of `FACILITY_KINDS`. */
  readonly kinds: readonly KindFacts[];
  /** Shown beside results for comparison; never decides. */
  readonly reference: NationalReference;
}

/** Name and place of a facility kind. */
export interface KindFacts {
  readonly code: FacilityKind;
  readonly name: Text;
  readonly subject: Subject;
  readonly levels: readonly KindLevel[];
}

/** The tiers at which a kind is found. */
export const KIND_LEVELS = [
  "home",
  "estate",
  "hamlet",
  "village",
  "community",
  "workplace",
  "street",
  "town",
  "district",
  "city",
  "any",
] as const;
export type KindLevel = (typeof KIND_LEVELS)[number];

export function packById(standards: Standards, id: PackId): RulePack | undefined {
  return standards.packs[indexOfId(standards.packs, id)];
}

/**
 * The pack that holds at an admin code: that of the smallest place the code lies in. Of two for the same place the
 * shipped one, since a copy is chosen by name, never by place.
 */
export function packFor(standards: Standards, code: AdminCode): RulePack | undefined {
  let found: RulePack | undefined;
  let depth = 0;
  for (const pack of standards.packs) {
    for (const place of pack.adminCodes) {
      if (!liesIn(code, place)) continue;
      const digits = meaningful(place).length;
      const closer = digits > depth || (digits === depth && found?.custom && !pack.custom);
      if (closer) [found, depth] = [pack, digits];
    }
  }
  return found;
}

/** Whether the pack is used where it does not hold: 借用标准. A zone without a code is in no known place. */
export function isBorrowed(pack: RulePack, code: AdminCode | undefined): boolean {
  return code === undefined || !pack.adminCodes.some((place) => liesIn(code, place));
}

/** The standards with a document's own packs beside the shipped ones. A pack of a shipped id is left out. */
export function withCustomPacks(standards: Standards, custom: readonly RulePack[]): Standards {
  const own = custom.filter((pack) => packById(standards, pack.id) === undefined);
  if (own.length === 0) return standards;
  const packs = sortedById([...standards.packs, ...own]);
  return { ...standards, packs };
}
