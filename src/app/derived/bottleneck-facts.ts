import type { Bottlenecks } from "../../../workers/allocation-tasks.ts";
import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import type {
  BottleneckFacts,
  BottleneckSums,
  SurplusFacts,
  SurplusSums,
} from "../../ui/areas/bottleneck-facts.ts";
import { allocationsOf } from "./area-facts.ts";
import { areaId } from "./area-id.ts";
import { subjectOf, unitOf } from "./facts.ts";
import { rowName } from "./row-name.ts";

type View = Pick<ProjectView, "zones" | "facilities">;
type NameOfKind = (kind: string) => string;

/** 瓶颈设施, metric by metric, in the order in which they were found. */
export function bottleneckFacts(
  { zones, facilities }: View,
  found: readonly Bottlenecks[],
  kindName: NameOfKind,
): readonly BottleneckFacts[] {
  return found.flatMap(({ metric, unit, facilities: rows }) =>
    rows.map(({ facility, first, ...told }) => ({
      ...listed(facilities, facility, kindName),
      ...{ metric, unit, ...told },
      areaId: areaId({ metric, zone: zones.ids[first[0] ?? -1] ?? "" }),
      first: first.map((row) => rowName(zones, row)),
    })),
  );
}

export function bottleneckSums(
  results: AnalysisView,
  found: readonly Bottlenecks[],
): readonly BottleneckSums[] {
  return found.map(({ metric, unit, amount, facilities, kept }) => ({
    ...{ metric, unit, amount, kept, facilities: facilities.length },
    isShort: (results.allocations?.find((each) => each.metric === metric)?.areas.length ?? 0) > 0,
  }));
}

/** 富余设施, metric by metric: those that have room left by the allocation. No short zone reaches one. */
export function surplusFacts(
  { facilities }: Pick<View, "facilities">,
  results: AnalysisView,
  subject: CareSubject,
  kindName: NameOfKind,
): readonly SurplusFacts[] {
  return (allocationsOf(results, subject) ?? []).flatMap(({ metric, facilities: { open, room } }) =>
    rowsWithRoom(room).map((row) => ({
      ...listed(facilities, row, kindName),
      ...{ metric, unit: unitOf(results, metric) },
      open: open[row] as number,
      room: room[row] as number,
    })),
  );
}

export function surplusSums(results: AnalysisView, found: readonly Bottlenecks[]): readonly SurplusSums[] {
  return found.map(({ metric, unit, surplus }) => {
    const of = results.allocations?.find((each) => each.metric === metric);
    return { metric, unit, ...surplus, facilities: of ? rowsWithRoom(of.facilities.room).length : 0 };
  });
}

function rowsWithRoom(room: Float64Array): readonly number[] {
  return Array.from(room.keys()).filter((row) => (room[row] as number) > 0);
}

function listed(facilities: View["facilities"], row: number, kindName: NameOfKind) {
  const kind = facilities.kinds[row] ?? "";
  return {
    id: facilities.ids[row] ?? "",
    name: rowName(facilities, row),
    kindName: kindName(kind),
    subject: subjectOf(kind),
  };
}
