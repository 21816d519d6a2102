import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { ProjectView } from "../../../../workers/protocol.ts";
import { placeKey } from "../../../core/plan/measure.ts";
import type { PlanMark } from "../../../map/columns.ts";
import { planMarks } from "../../derived/plan-marks.ts";
import { surveyFor } from "../../derived/survey-for.ts";
import { planShown, useIsCurrent, usePlans } from "../../state/plans.ts";
import { rowChosen, useSession } from "../../state/session.ts";

/** Places of plans while plans are looked at, in the order of `keys`: those that could be chosen, and what the plan does where. */
export function usePlanMarks(sites: ProjectView["sites"]): {
  readonly marks: readonly PlanMark[] | undefined;
  readonly keys: readonly string[];
} {
  const looking = useSession(({ tab }) => tab === "plans");
  const { surveyed, goal, places } = usePlans(
    useShallow(({ surveyed, goal, places }) => ({ surveyed, goal, places })),
  );
  const found = usePlans(planShown);
  const moved = usePlans(({ trial }) => trial?.moved);
  const grounds = usePlans(useShallow(({ surveyed, made }) => [surveyed?.ground, made?.ground]));
  const isSurveyed = useIsCurrent(grounds[0]);
  const isMade = useIsCurrent(grounds[1]);
  const pointed = useSession(({ hovered }) => hovered.place);
  const chosen = useSession(({ selection }) => rowChosen(selection));
  const placed = useMemo(
    () =>
      looking
        ? planMarks(
            isSurveyed && surveyed ? surveyFor({ goal, places }, surveyed.is, found?.measures).places : [],
            isMade ? (found?.measures ?? []) : [],
            isMade ? (moved ?? []) : [],
            sites,
            isSurveyed,
          )
        : undefined,
    [looking, isSurveyed, isMade, surveyed, goal, places, found, moved, sites],
  );
  const keys = useMemo(() => placed?.map(({ place }) => placeKey(place)) ?? [], [placed]);
  const marks = useMemo(
    () =>
      placed?.map(({ place, mark }) => ({
        ...mark,
        isChosen: chosen !== undefined && placeKey(place) === `${chosen.kind} ${chosen.id}`,
        isPointed: placeKey(place) === pointed,
      })),
    [placed, chosen, pointed],
  );
  return { marks, keys };
}
