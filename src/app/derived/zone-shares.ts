import type { AllocationView, AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import {
  NOT_ALLOCATED,
  SERVED_STATES,
  type ServedState,
  SHORTNESS,
  type Shortness,
} from "../../core/analysis/allocation-findings.ts";
import type { ZoneShareFacts, ZoneShortage } from "../../ui/evidence/zone-share.ts";
import { areaDetail } from "./area-detail.ts";
import { levelAt } from "./area-facts.ts";

type Rows = Pick<ProjectView, "zones" | "facilities">;

/** What the fair allocations say of a zone, by metric; none where it takes part in none. */
export function zoneShares(view: Rows, results: AnalysisView, row: number): readonly ZoneShareFacts[] {
  return (results.allocations ?? []).flatMap((of): readonly ZoneShareFacts[] => {
    const level = levelAt(of, row);
    const state = SERVED_STATES[of.zones.state[row] as number] as ServedState;
    if (level === NOT_ALLOCATED || state === "none") return [];
    const short = shortageOf(view, results, of, row);
    const share = of.levels[level] as number;
    const need = of.zones.needs[row] as number;
    return [{ metric: of.metric, state, need, share, ...(short && { short }) }];
  });
}

function shortageOf(
  view: Rows,
  results: AnalysisView,
  of: AllocationView,
  row: number,
): ZoneShortage | undefined {
  const shortness = SHORTNESS[of.zones.shortness[row] as number] as Shortness;
  const number = of.zones.area[row] as number;
  const certificate = of.areas[number - 1];
  if (shortness === "none" || certificate === undefined) return undefined;
  const area = areaDetail(view, results, { of, number, certificate });
  const id = view.zones.ids[row];
  const others = area.zones.filter((zone) => zone.id !== id).map(({ name }) => name);
  return { shortness, area, others };
}
