import { useMemo } from "react";
import type { AnalysisView } from "../../../workers/protocol.ts";
import { analysisView } from "../../../workers/views/analysis-view.ts";
import { planShown, useIsCurrent, usePlans } from "./plans.ts";
import { useSession } from "./session.ts";

/**
 * The results that zones are shaded by: those of the document, or as they would be with the plan on screen done, where plans
 * are looked at and somebody asked for that.
 */
export function usePaintedResults(results: AnalysisView | undefined): AnalysisView | undefined {
  const looking = useSession(({ tab }) => tab === "plans");
  const after = usePlans((plans) => (plans.shadesAfter ? planShown(plans)?.after : undefined));
  const isCurrent = useIsCurrent(usePlans(({ made }) => made?.ground));
  const shown = looking && isCurrent ? after : undefined;
  const planned = useMemo(() => shown && analysisView(shown), [shown]);
  return results && planned ? planned : results;
}
