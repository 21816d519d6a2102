import type { AllocationView, AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import { NOT_ALLOCATED, SERVED_STATES, type ServedState } from "../../core/analysis/allocation-findings.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import type { AllocationSums, AreaFacts } from "../../ui/areas/area-facts.ts";
import type { ShortAreas } from "../../ui/frame/headline-words.ts";
import { areaId, areaKey } from "./area-id.ts";
import { unitOf } from "./facts.ts";
import { rowName } from "./row-name.ts";

/** The fair allocations of a subject; `undefined` where the method in use is another. */
export function allocationsOf(
  results: AnalysisView,
  subject: CareSubject,
): readonly AllocationView[] | undefined {
  return results.allocations?.filter((each) => each.subject === subject);
}

/** 片区 of a subject, metric by metric, most missing first. */
export function areaFacts(
  zones: ProjectView["zones"],
  results: AnalysisView,
  subject: CareSubject,
): readonly AreaFacts[] {
  return (allocationsOf(results, subject) ?? []).flatMap((of) =>
    Array.from(of.areas, (certificate, at) => areaAt(zones, results, of, certificate, at + 1)),
  );
}

/** One of them. */
export function areaAt(
  zones: ProjectView["zones"],
  results: AnalysisView,
  of: AllocationView,
  certificate: number,
  number: number,
): AreaFacts {
  const rows = zonesIn(of, certificate);
  const worst = rows.reduce(
    (lowest, row) => (levelAt(of, row) < levelAt(of, lowest) ? row : lowest),
    rows[0] as number,
  );
  return {
    id: areaId({ metric: of.metric, zone: zones.ids[worst] ?? "" }),
    number,
    metric: of.metric,
    unit: unitOf(results, of.metric),
    ...shortageAt(of, certificate),
    certain: of.certificates.certain[certificate] as number,
    share: of.levels[levelAt(of, worst)] as number,
    streets: streetsOf(zones, rows),
    zoneNames: Array.from(rows, (row) => rowName(zones, row)),
  };
}

/** A certificate as it is told. */
export function shortageAt({ certificates }: AllocationView, at: number) {
  const { zoneStarts, facilityStarts, need, capacity, missing } = certificates;
  return {
    zones: (zoneStarts[at + 1] as number) - (zoneStarts[at] as number),
    facilities: (facilityStarts[at + 1] as number) - (facilityStarts[at] as number),
    need: need[at] as number,
    capacity: capacity[at] as number,
    missing: missing[at] as number,
  };
}

/** Rows, ascending. */
export function zonesIn({ certificates }: AllocationView, at: number): Uint32Array {
  return certificates.zones.subarray(certificates.zoneStarts[at], certificates.zoneStarts[at + 1]);
}

/** Rows, ascending. */
export function facilitiesIn({ certificates }: AllocationView, at: number): Uint32Array {
  const { facilities, facilityStarts } = certificates;
  return facilities.subarray(facilityStarts[at], facilityStarts[at + 1]);
}

/** Rows of all zones that stand in a 片区 of the subject. */
export function zonesInAreas(results: AnalysisView, subject: CareSubject): readonly number[] {
  const rows = (allocationsOf(results, subject) ?? []).flatMap((of) =>
    Array.from(of.areas, (certificate) => [...zonesIn(of, certificate)]).flat(),
  );
  return [...new Set(rows)];
}

/** Where the 片区 of an id stands now: in which allocation, and which it is there, from 1. */
export interface AreaPlace {
  readonly of: AllocationView;
  readonly number: number;
  /** Its place among the certificates. */
  readonly certificate: number;
}

/** `undefined` where its zone is short no more. */
export function findArea(
  { ids }: Pick<ProjectView["zones"], "ids">,
  results: AnalysisView | undefined,
  id: string,
): AreaPlace | undefined {
  const key = areaKey(id);
  const of = results?.allocations?.find(({ metric }) => metric === key?.metric);
  const number = of?.zones.area[ids.indexOf(key?.zone ?? "")] ?? 0;
  const certificate = of?.areas[number - 1];
  return of && certificate !== undefined ? { of, number, certificate } : undefined;
}

/** What the allocations of a subject come to. */
export function allocationSums(results: AnalysisView, subject: CareSubject): readonly AllocationSums[] {
  return (allocationsOf(results, subject) ?? []).map((of) => {
    const states: Record<ServedState, number> = { none: 0, served: 0, full: 0, "out-of-reach": 0 };
    of.zones.levelOf.forEach((level, row) => {
      if (level !== NOT_ALLOCATED) states[SERVED_STATES[of.zones.state[row] as number] as ServedState]++;
    });
    const { metric, totals } = of;
    const unit = unitOf(results, metric);
    const { missing, certain } = totals;
    return { metric, unit, areas: of.areas.length, missing, certain, zones: totals.zones, states };
  });
}

/** For the sentence on top: of each metric that the amounts missing in all are told of. */
export function shortAreas({ allocations = [], zones }: AnalysisView): readonly ShortAreas[] {
  return allocations.flatMap((of) => {
    const told = zones.byMetric.find(({ metric }) => metric === of.metric);
    if (told === undefined) return [];
    const certain = Array.from(of.areas, (area) => of.certificates.certain[area] as number);
    return {
      metric: of.metric,
      areas: certain.filter((amount) => amount > 0).length,
      certain: of.totals.certain,
      open: lackInDoubt(of, told.missing),
    };
  });
}

/** What zones are short of by what surely counts that have no lack that is `known`. */
function lackInDoubt(of: AllocationView, known: Float64Array): number {
  return of.zones.levelOf.reduce((sum, level, row) => {
    const isOpen = level !== NOT_ALLOCATED && Number.isNaN(known[row]);
    return isOpen ? sum + (of.zones.needs[row] as number) * (1 - (of.levels[level] as number)) : sum;
  }, 0);
}

export function levelAt({ zones }: AllocationView, row: number): number {
  return zones.levelOf[row] as number;
}

function streetsOf({ streets }: ProjectView["zones"], rows: Uint32Array): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = streets[row];
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
