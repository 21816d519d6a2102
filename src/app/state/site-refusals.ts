import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { placeKey } from "../../core/plan/measure.ts";
import type { RefusalHere } from "../../ui/plans/SiteRefusals.tsx";
import { surveyFor } from "../derived/survey-for.ts";
import { useKnownPacks } from "./packs.ts";
import { planShown, useIsCurrent, usePlans } from "./plans.ts";

/** Why things that are asked for cannot be done at a candidate site, as far as was surveyed of the document as it is; absent until it was. */
export function useSiteRefusals(id: string): readonly RefusalHere[] | undefined {
  const surveyed = usePlans((plans) => plans.surveyed);
  const { goal, places } = usePlans(useShallow(({ goal, places }) => ({ goal, places })));
  const planned = usePlans((plans) => planShown(plans)?.measures);
  const isCurrent = useIsCurrent(surveyed?.ground);
  const packs = useKnownPacks();
  return useMemo(() => {
    if (!surveyed || !isCurrent) return undefined;
    const key = placeKey({ site: id });
    return surveyFor({ goal, places }, surveyed.is, planned)
      .refused.filter(({ place }) => placeKey(place) === key)
      .map(({ subject, why, rule }) => {
        const pack = packs.find(({ rules }) => rules.some((each) => each.id === rule));
        const clause = pack?.rules.find((each) => each.id === rule)?.clauses[0];
        const document = pack?.documents.find((each) => each.key === clause?.document);
        return { ...(subject && { subject }), why, ...(clause && { clause: { of: clause, document } }) };
      });
  }, [surveyed, isCurrent, goal, places, planned, packs, id]);
}
