import { toNumber } from "../../core/base/decimal.ts";
import { isFacilityKind, subjectOfKind } from "../../core/model/facility-kind.ts";
import { moreOf } from "../../core/scenario/more-of.ts";
import type { Texts } from "../../ui/editing/RowForm.tsx";

/**
 * What a place is tried with where the form of a new facility states no rooms: so much of what its kind serves, built; a
 * community centre for the elderly where it says no kind. Nothing where it states any.
 */
export function trialRooms(typed: Texts): Texts {
  if (ROOMS.some((column) => typed[column]?.trim())) return {};
  const kind = typed.kind?.trim() || "E_COMM_CENTRE";
  const forChildren = isFacilityKind(kind) && subjectOfKind(kind) === "childcare";
  return {
    kind,
    status: typed.status?.trim() || "built",
    ...(forChildren ? { childcare_m2: M2, slots: SLOTS } : { elderly_m2: M2 }),
  };
}

const ROOMS = ["elderly_m2", "childcare_m2", "community_m2", "slots", "beds"] as const;
const M2 = String(toNumber(moreOf("m2")));
const SLOTS = String(toNumber(moreOf("slot")));
