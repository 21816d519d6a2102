import { compare, exact, plus, ZERO } from "../base/decimal.ts";
import { subjectOfKind } from "../model/facility-kind.ts";
import { judgeFacility } from "../standards/judge-facility.ts";
import type { Metric } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type { Supplied } from "../standards/supplied.ts";
import type { CaseJudgement, CaseJudging } from "./answer-case.ts";
import type { FacilityInput } from "./case.ts";
import { stated } from "./estate-supply.ts";
import { areImpossible, IMPOSSIBLE } from "./impossible-rooms.ts";

export function judgeFacilityCase(
  input: FacilityInput,
  pack: RulePack,
  settings: CaseJudging,
): CaseJudgement {
  if (areImpossible(input)) return { judgement: IMPOSSIBLE };
  const { kind, storey, denseArea, fireCompliant, estateStatus } = input;
  const facts = stated({ kind, storey, denseArea, fireCompliant, estateStatus });
  const supply = ownSupply(input);
  const inclusiveSlots = inclusiveOf(input, supply.childcare_slots);
  return {
    judgement: judgeFacility(pack, { ...facts, supply, ...(inclusiveSlots && { inclusiveSlots }) }, settings),
  };
}

/** Slots of a place that does not say whether it is inclusive are taken as such; one that is not has none. */
function inclusiveOf({ inclusive }: FacilityInput, slots: Supplied | undefined): Supplied | undefined {
  if (inclusive === null) return undefined;
  return inclusive === false ? { amount: ZERO } : slots;
}

/**
 * The area without a subject is that of the kind's; where the kind is not known it may be of any. Areas that do not fit
 * into the building are not known: one of the figures is wrong.
 */
function ownSupply(input: FacilityInput): Partial<Record<Metric, Supplied>> {
  const { kind, facilityAreaM2, elderlyAreaM2, childcareAreaM2, communityAreaM2, slots, beds } = input;
  const subject = kind ? subjectOfKind(kind) : undefined;
  const area = (of: "elderly" | "childcare" | "community", own: number | null | undefined) =>
    exceedBuilding(input) || contradicts(own, facilityAreaM2, subject === of)
      ? undefined
      : (own ?? (subject === undefined || subject === of ? facilityAreaM2 : undefined));
  const amounts: Partial<Record<Metric, number | null | undefined>> = {
    elderly_building_area: area("elderly", elderlyAreaM2),
    childcare_building_area: area("childcare", childcareAreaM2),
    community_centre_building_area: area("community", communityAreaM2),
    childcare_slots: slots,
    beds,
  };
  const supply: Partial<Record<Metric, Supplied>> = {};
  for (const [metric, amount] of Object.entries(stated(amounts))) {
    supply[metric as Metric] = { amount: exact(amount) };
  }
  return supply;
}

/** The area of its own subject, given under two names. */
function contradicts(own: number | null | undefined, general: number | null | undefined, same: boolean) {
  return same && typeof own === "number" && typeof general === "number" && own !== general;
}

function exceedBuilding(input: FacilityInput): boolean {
  const { facilityAreaM2, elderlyAreaM2, childcareAreaM2, communityAreaM2, totalAreaM2 } = input;
  if (typeof totalAreaM2 !== "number") return false;
  const own = [elderlyAreaM2, childcareAreaM2, communityAreaM2].filter((area) => typeof area === "number");
  const rooms = own.length > 0 ? own.map(exact).reduce(plus, ZERO) : exact(facilityAreaM2 ?? 0);
  return compare(rooms, exact(totalAreaM2)) > 0;
}
