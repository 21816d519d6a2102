import { exact, plus, ZERO } from "../../base/decimal.ts";
import type { Facility, FacilityStatus } from "../../model/facility.ts";
import type { RulePack } from "../../standards/rule-pack.ts";
import type { MeasureKind, Measures, MeasureTerms, Place, RefusalReason } from "../measure.ts";
import { estateMetrics, fedBy, lacksRegistration } from "./estate-metrics.ts";
import { assumed } from "./measure-costs.ts";

/** What is built put to use, as far as what it is counts toward what estates are asked for. */
export function measuresAtFacility(
  facility: Facility,
  terms: MeasureTerms,
  pack: RulePack | undefined,
  year: number | undefined,
): Measures {
  const kind = facility.status && OF_STATUS[facility.status];
  if (kind === undefined) return NOTHING;
  const place: Place = { facility: facility.id };
  const why = pack && uselessBy(facility, pack);
  if (why !== undefined) return { measures: [], refused: [{ place, why }] };
  const area = facility.areas.reduce((sum, each) => plus(sum, exact(each.area)), ZERO);
  const registers = pack !== undefined && lacksRegistration(facility, pack);
  return {
    measures: [
      {
        ...{ id: `${facility.id}:${kind}`, kind, place },
        leaves: [{ ...facility, status: "built", ...(registers && { registered: true }) }],
        ...assumed(terms, kind, area, year),
        conditions: registers ? ["registration"] : [],
      },
    ],
    refused: [],
  };
}

const NOTHING: Measures = { measures: [], refused: [] };

const OF_STATUS: Partial<Record<FacilityStatus, MeasureKind>> = {
  built_not_handed_over: "hand_over",
  handed_over_not_operating: "put_to_use",
};

/** Where the pack gives estates no number, nothing is told of what would count. */
function uselessBy({ kind }: Facility, pack: RulePack): RefusalReason | undefined {
  return estateMetrics(pack).length > 0 && fedBy(kind, pack).length === 0 ? "feeds-no-ratio" : undefined;
}
