import { useMemo } from "react";
import type { MeasureDone } from "../../../../workers/plan-tasks.ts";
import { placeKey } from "../../../core/plan/measure.ts";
import type { Service } from "../../../map/columns.ts";
import { type Given, serviceLines } from "../../derived/service-lines.ts";
import type { Drawn } from "../../state/drawn-results.ts";
import { useEvidence, useServed } from "../../state/evidence.ts";
import { planShown, useIsCurrent, usePlans } from "../../state/plans.ts";
import { rowChosen, useSession } from "../../state/session.ts";

/**
 * By a fair allocation, the lines from a chosen zone to what serves it, or from a chosen facility to whom it serves; none
 * while they are out of date. Of a measure that is pointed at or chosen, to whom it will serve.
 */
export function useServices({ view, results }: Drawn, outdated: boolean): readonly Service[] {
  const chosen = useSession(({ selection }) => rowChosen(selection));
  const isFair = results?.allocations !== undefined && !outdated;
  const idOf = (kind: "zone" | "facility") => (isFair && chosen?.kind === kind ? chosen.id : undefined);
  const [zoneId, facilityId] = [idOf("zone"), idOf("facility")];
  const evidence = useEvidence(zoneId);
  const served = useServed(facilityId);
  const measure = usePlannedMeasure();
  return useMemo(() => {
    const { zones, facilities } = view;
    const given: Given[] = [];
    if (measure?.at) {
      const { lng, lat } = measure.at;
      const at = { lng: Float64Array.of(lng), lat: Float64Array.of(lat) };
      const rows = new Map(zones.ids.map((id, row) => [id, row]));
      const planned = measure.serves.map(({ zone, ...of }) => ({
        zone: rows.get(zone) ?? -1,
        facility: 0,
        ...of,
      }));
      return serviceLines({ zones, facilities: { ...facilities, ...at } }, planned);
    }
    if (zoneId !== undefined) {
      const zone = zones.ids.indexOf(zoneId);
      for (const { metric, method, counted } of evidence?.lines ?? []) {
        if (metric === undefined || method !== "fair") continue;
        for (const { facility, amount } of counted)
          given.push({ zone, facility: facilities.ids.indexOf(facility), metric, amount });
      }
    } else if (facilityId !== undefined) {
      const facility = facilities.ids.indexOf(facilityId);
      for (const { zone, given: parts } of served ?? []) {
        for (const part of parts) given.push({ zone: zones.ids.indexOf(zone), facility, ...part });
      }
    }
    return given.length === 0 ? NO_SERVICES : serviceLines(view, given);
  }, [view, measure, zoneId, facilityId, evidence, served]);
}

/** What the plan on screen does at the place that is pointed at, or else at the chosen one. */
function usePlannedMeasure(): MeasureDone | undefined {
  const looking = useSession(({ tab }) => tab === "plans");
  const pointed = useSession(({ hovered }) => hovered.place);
  const chosen = useSession(({ selection }) => rowChosen(selection));
  const isCurrent = useIsCurrent(usePlans(({ made }) => made?.ground));
  const measures = usePlans((plans) => planShown(plans)?.measures);
  return useMemo(() => {
    if (!looking || !isCurrent) return undefined;
    const at = (key: string | undefined) => measures?.find(({ place }) => placeKey(place) === key);
    return at(pointed) ?? at(chosen && `${chosen.kind} ${chosen.id}`);
  }, [looking, isCurrent, measures, pointed, chosen]);
}

const NO_SERVICES: readonly Service[] = [];
