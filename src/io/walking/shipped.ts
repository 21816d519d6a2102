import adult from "../../../seeds/walking/adult.json" with { type: "json" };
import carer from "../../../seeds/walking/carer-with-infant.json" with { type: "json" };
import elderly from "../../../seeds/walking/elderly.json" with { type: "json" };
import everybody from "../../../seeds/walking/everybody.json" with { type: "json" };
import { frozen } from "../../core/base/frozen.ts";
import type { WalkProfile } from "../../core/network/walk-profile.ts";
import type { ProfileId } from "../../core/standards/rule-pack.ts";
import { everybodySchema, walkProfileSchema } from "./walk-profile-schema.ts";

/** The shipped walk profiles, by id: read and checked at the first call, frozen, the same object ever after. */
export function shippedWalkProfiles(): Readonly<Record<ProfileId, WalkProfile>> {
  shipped ??= frozen({
    elderly: walkProfile(elderly, everybody),
    carer_with_infant: walkProfile(carer, everybody),
    adult: walkProfile(adult, everybody),
  });
  return shipped;
}

let shipped: Readonly<Record<ProfileId, WalkProfile>> | undefined;

/** A profile with the rules of everybody after its own. Throws where a seed has another shape. */
export function walkProfile(own: unknown, common: unknown): WalkProfile {
  const { may, cost, direction, barriers } = everybodySchema.parse(common);
  const profile = walkProfileSchema.parse(own);
  return {
    ...profile,
    may: [...profile.may, ...may],
    cost: [...profile.cost, ...cost],
    direction: [...profile.direction, ...direction],
    barriers: [...profile.barriers, ...barriers],
  };
}
