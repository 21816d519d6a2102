import type { MeasureDone, PlanSurvey } from "../../../workers/plan-tasks.ts";
import { placeKey } from "../../core/plan/measure.ts";
import { type Question, ROOM_GOALS } from "../state/plan-asked.ts";
import { idOf } from "./plan-facts.ts";

/**
 * A survey as a question takes it. Where room is asked for, a place that would give nobody more of it is refused and none to choose,
 * unless something is to be done there in any case, or is done by a plan that is there (`planned`).
 */
export function surveyFor(
  { goal, places }: Pick<Question, "goal" | "places">,
  survey: Pick<PlanSurvey, "places" | "refused" | "idle">,
  planned: readonly Pick<MeasureDone, "place">[] = [],
): Pick<PlanSurvey, "places" | "refused"> {
  const isOfRooms = ROOM_GOALS.some((one) => one === goal);
  const kept = new Set([...places.with, ...planned.map(({ place }) => idOf(place))]);
  const idle = isOfRooms ? survey.idle.filter(({ place }) => !kept.has(idOf(place))) : [];
  const none = new Set(idle.map(({ place }) => placeKey(place)));
  return {
    places: survey.places.filter(({ place }) => !none.has(placeKey(place))),
    refused: [...survey.refused, ...idle],
  };
}
