import { exact, plus, ZERO } from "../../base/decimal.ts";
import { areaFor, type Facility, type FacilityStatus } from "../../model/facility.ts";
import type { RulePack } from "../../standards/rule-pack.ts";
import type { Condition, MeasureKind, Measures, MeasureTerms, Place, RefusalReason } from "../measure.ts";
import { estateMetrics, fedBy, lacksRegistration, readWider } from "./estate-metrics.ts";
import { assumed, notBefore } from "./measure-costs.ts";

/**
 * What is built put to use, and what is to come finished, as far as it counts toward what estates are asked for. What
 * is to come costs what is stated of it, and nothing more where that is not stated: a condition says so.
 */
export function measuresAtFacility(
  facility: Facility,
  terms: MeasureTerms,
  pack: RulePack | undefined,
  year: number | undefined,
): Measures {
  const kind = facility.status && OF_STATUS[facility.status];
  if (kind === undefined) return NOTHING;
  const place: Place = { facility: facility.id };
  const why = uselessBy(facility, pack);
  if (why !== undefined) return { measures: [], refused: [{ place, why }] };
  const area = facility.areas.reduce((sum, each) => plus(sum, exact(each.area)), ZERO);
  const registers = pack !== undefined && lacksRegistration(facility, pack);
  const { investment, opens } = facility;
  const isToCome = kind === "finish";
  const conditions: readonly Condition[] = [
    ...(registers ? (["registration"] as const) : []),
    ...(isToCome && investment === undefined ? (["cost"] as const) : []),
  ];
  return {
    measures: [
      {
        ...{ id: `${facility.id}:${kind}`, kind, place },
        leaves: [{ ...facility, status: "built", ...(registers && { registered: true }) }],
        ...assumed(terms, kind, area, year),
        ...(isToCome && investment !== undefined && { cost: exact(investment), isCostAssumed: false }),
        ...(isToCome && opens !== undefined && { earliest: notBefore(year, opens) }),
        conditions,
      },
    ],
    refused: [],
  };
}

const NOTHING: Measures = { measures: [], refused: [] };

const OF_STATUS: Partial<Record<FacilityStatus, MeasureKind>> = {
  built_not_handed_over: "hand_over",
  handed_over_not_operating: "put_to_use",
  under_construction: "finish",
  approved_plan: "finish",
  planned: "finish",
};

/** Where the pack gives estates no number, nothing is told of what would count. */
function uselessBy(facility: Facility, pack: RulePack | undefined): RefusalReason | undefined {
  if (facility.at === undefined && facility.zone === undefined) return "no-place";
  if (pack === undefined || estateMetrics(pack).length === 0) return undefined;
  const fed = fedBy(facility.kind, pack);
  if (fed.length === 0) return readWider(facility.kind, pack) ? "second-reading-only" : "feeds-no-ratio";
  const isStated = fed.some((metric) =>
    metric === "childcare_slots"
      ? facility.slots !== undefined
      : areaFor(facility, metric === "childcare_building_area" ? "childcare" : "elderly") !== undefined,
  );
  return isStated ? undefined : "size-not-known";
}
