import type { Facility } from "../model/facility.ts";
import { CARE_SUBJECTS, type CareSubject, subjectOfKind } from "../model/facility-kind.ts";
import type { ReachTable } from "../spatial/reach-table.ts";
import { METRICS, type Metric } from "../standards/rule.ts";
import { isSure } from "../supply/demand.ts";
import type { FacilityResults } from "./results.ts";
import type { SupplyStage } from "./supply-stage.ts";
import { subjectOfMetric } from "./zone-columns.ts";

/**
 * What each facility has and gave: a row per metric that it counts toward under a pack in use, and one with unknown
 * capacity for a facility that counts toward none.
 */
export function facilityColumns(
  facilities: readonly Facility[],
  supply: SupplyStage,
  reach: Readonly<Record<CareSubject, ReachTable>>,
): FacilityResults {
  const loads = new Map(
    supply.ledgers.map(({ metric, ledger }) => {
      const load = new Float64Array(facilities.length);
      ledger.facilities.forEach((facility, row) => {
        load[facility] = (load[facility] as number) + (ledger.amounts[row] as number);
      });
      return [metric, load];
    }),
  );
  const reached = {
    elderly: reachedZones(reach.elderly, facilities.length),
    childcare: reachedZones(reach.childcare, facilities.length),
  };
  const rows: number[] = [];
  const metrics: Metric[] = [];
  const capacity: number[] = [];
  const load: number[] = [];
  const zones: number[] = [];
  facilities.forEach((facility, row) => {
    const own = METRICS.filter((metric) => supply.metrics.includes(metric) && counts(supply, metric, row));
    for (const metric of own.length > 0 ? own : [mainMetric(facility, supply.metrics)]) {
      const subject = CARE_SUBJECTS.find((each) => each === subjectOfMetric(metric));
      rows.push(row);
      metrics.push(metric);
      capacity.push(capacityOf(supply, metric, row));
      // Of many parts of a room, each rounded, the sum could be more than the room.
      load.push(Math.round((loads.get(metric)?.[row] ?? 0) * 1e6) / 1e6);
      zones.push(subject === undefined ? 0 : (reached[subject][row] as number));
    }
  });
  return {
    rows: Uint32Array.from(rows),
    metric: metrics,
    capacity: Float64Array.from(capacity),
    load: Float64Array.from(load),
    reachedZones: Uint32Array.from(zones),
  };
}

function counts(supply: SupplyStage, metric: Metric, row: number): boolean {
  return supply.offers.some(
    ({ built, planned }) => (built[metric]?.[row]?.offer ?? planned[metric]?.[row]?.offer) !== undefined,
  );
}

function capacityOf(supply: SupplyStage, metric: Metric, row: number): number {
  for (const { built, planned } of supply.offers) {
    const offer = built[metric]?.[row]?.offer ?? planned[metric]?.[row]?.offer;
    if (offer !== undefined && isSure(offer)) return offer.shown;
  }
  return Number.NaN;
}

/** The metric under which a facility that supplies nothing is listed. */
function mainMetric({ kind }: Facility, metrics: readonly Metric[]): Metric {
  switch (subjectOfKind(kind)) {
    case "elderly":
      return "elderly_building_area";
    case "childcare":
      return metrics.includes("childcare_slots") ? "childcare_slots" : "childcare_building_area";
    case "community":
      return "community_centre_building_area";
  }
}

function reachedZones({ facilities }: ReachTable, count: number): Uint32Array {
  const reached = new Uint32Array(count);
  for (const facility of facilities) reached[facility] = (reached[facility] as number) + 1;
  return reached;
}
