import { exact, ZERO } from "../base/decimal.ts";
import type { FunctionalArea } from "../model/facility.ts";
import { subjectOfKind } from "../model/facility-kind.ts";
import { judgeFacility } from "../standards/judge-facility.ts";
import { IMPOSSIBLE } from "../standards/judgement.ts";
import type { Metric } from "../standards/rule.ts";
import type { RulePack } from "../standards/rule-pack.ts";
import type { Supplied } from "../standards/supplied.ts";
import { exceedBuilding } from "../supply/capacity.ts";
import type { CaseJudgement, CaseJudging } from "./answer-case.ts";
import type { FacilityInput } from "./case.ts";
import { areImpossible } from "./impossible-rooms.ts";
import { stated } from "./stated.ts";

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
 * into the building are not known: one of the figures is wrong. On a storey stated as unknown, care rooms may lie below
 * ground, where they are none.
 */
function ownSupply(input: FacilityInput): Partial<Record<Metric, Supplied>> {
  const { kind, facilityAreaM2, elderlyAreaM2, childcareAreaM2, communityAreaM2, slots, beds } = input;
  const tooLarge = exceedBuilding({ areas: areasOf(input), ...stated({ totalArea: input.totalAreaM2 }) });
  const subject = kind ? subjectOfKind(kind) : undefined;
  const area = (of: "elderly" | "childcare" | "community", own: number | null | undefined) =>
    tooLarge || contradicts(own, facilityAreaM2, subject === of)
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
    const perhaps = input.storey === null && metric !== "community_centre_building_area";
    supply[metric as Metric] = perhaps ? { amount: ZERO, atMost: exact(amount) } : { amount: exact(amount) };
  }
  return supply;
}

/** The area of its own subject, given under two names. */
function contradicts(own: number | null | undefined, general: number | null | undefined, same: boolean) {
  return same && typeof own === "number" && typeof general === "number" && own !== general;
}

/** Its functional areas, or the one that is given without a subject. */
function areasOf({ kind, facilityAreaM2, elderlyAreaM2, childcareAreaM2, communityAreaM2 }: FacilityInput) {
  const stated: FunctionalArea[] = [];
  const add = (subject: FunctionalArea["subject"], area: number | null | undefined) => {
    if (typeof area === "number") stated.push({ subject, area });
  };
  add("elderly", elderlyAreaM2);
  add("childcare", childcareAreaM2);
  add("community", communityAreaM2);
  if (stated.length === 0) add(kind ? subjectOfKind(kind) : "elderly", facilityAreaM2);
  return stated;
}
