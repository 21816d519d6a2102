import { useMemo } from "react";
import type { Service } from "../../../map/columns.ts";
import { type Given, serviceLines } from "../../derived/service-lines.ts";
import type { Drawn } from "../../state/drawn-results.ts";
import { useEvidence, useServed } from "../../state/evidence.ts";
import { rowChosen, useSession } from "../../state/session.ts";

/**
 * By a fair allocation, the lines from a chosen zone to what serves it, or from a chosen facility to whom it serves; none
 * while they are out of date.
 */
export function useServices({ view, results }: Drawn, outdated: boolean): readonly Service[] {
  const chosen = useSession(({ selection }) => rowChosen(selection));
  const isFair = results?.allocations !== undefined && !outdated;
  const idOf = (kind: "zone" | "facility") => (isFair && chosen?.kind === kind ? chosen.id : undefined);
  const [zoneId, facilityId] = [idOf("zone"), idOf("facility")];
  const evidence = useEvidence(zoneId);
  const served = useServed(facilityId);
  return useMemo(() => {
    const { zones, facilities } = view;
    const given: Given[] = [];
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
  }, [view, zoneId, facilityId, evidence, served]);
}

const NO_SERVICES: readonly Service[] = [];
