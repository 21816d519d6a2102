import type { Pipeline } from "../../src/core/analysis/pipeline.ts";
import { indexOfId } from "../../src/core/base/order.ts";
import type { Metres } from "../../src/core/base/units.ts";
import { geodesicMetres } from "../../src/core/geo/geodesic.ts";
import { areaFor, type Facility } from "../../src/core/model/facility.ts";
import type { Project } from "../../src/core/model/project.ts";
import type { Measure } from "../../src/core/plan/measure.ts";
import type { Fate, PlannedMeasure, RebasedMeasure } from "../../src/core/plan/rebase-plan.ts";
import type { FateView, RebasedView, RoomView } from "../plan-tasks.ts";
import { measureView } from "./plan-view.ts";

/** What becomes of a planned measure in the project as it is. */
export function fateView({ was, fate }: RebasedMeasure, { project }: Pipeline): RebasedView {
  return { id: was.measure.id, fate: fateIn(fate, was, project) };
}

function fateIn(fate: Fate, was: PlannedMeasure, project: Project): FateView {
  switch (fate.is) {
    case "carried":
      return { is: "carried" };
    case "used":
      return { is: "used", rooms: fate.rooms.map(roomView) };
    case "not-offered": {
      const { place } = was.measure;
      const row = "facility" in place ? indexOfId(project.facilities, place.facility) : -1;
      const status = project.facilities[row]?.status;
      return { is: "not-offered", ...(status && { status }) };
    }
    case "otherwise": {
      const { measure, year } = fate.now;
      const metres = fate.parts.includes("at") ? metresApart(was.measure, measure) : undefined;
      return {
        ...{ is: "otherwise", parts: fate.parts },
        now: { ...measureView(measure), ...(year !== undefined && { year }) },
        ...(metres !== undefined && { metres }),
      };
    }
    default:
      return fate;
  }
}

function roomView(room: Facility): RoomView {
  const { id, name = id, status, slots = 0 } = room;
  return {
    ...{ name, elderly: areaFor(room, "elderly") ?? 0, childcare: areaFor(room, "childcare") ?? 0, slots },
    ...(status && { status }),
  };
}

function metresApart(was: Measure, now: Measure): Metres | undefined {
  const [from, to] = [was, now].map(({ leaves }) => leaves.find(({ at }) => at)?.at);
  return from && to && geodesicMetres(from, to);
}
