import { useDeferredValue } from "react";
import type { AnalysisView } from "../../../workers/protocol.ts";
import { useDocument } from "./document.ts";

/**
 * The results as the page draws them. To draw those of a city anew takes a while: it is done piece by piece beside what
 * else the page does, and what was drawn stays until then.
 */
export function useDrawnResults(): AnalysisView | undefined {
  return useDeferredValue(useDocument((document) => document.results));
}

/** Whether what is drawn is not what is set now: said at once, whatever is still drawn. */
export function useOutdated(): boolean {
  const stale = useDocument((document) => document.stale);
  const latest = useDocument((document) => document.results);
  const drawn = useDeferredValue(latest);
  return stale || drawn !== latest;
}
