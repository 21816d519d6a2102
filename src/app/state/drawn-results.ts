import { useDeferredValue } from "react";
import type { AnalysisView } from "../../../workers/protocol.ts";
import { useDocument } from "./document.ts";

export interface DrawnResults {
  readonly results: AnalysisView | undefined;
  /** They are from before the last change. */
  readonly stale: boolean;
  /** They are not those of what is set now: said at once, whatever is still drawn. */
  readonly outdated: boolean;
}

/**
 * The results as lists and map draw them. To draw those of a city anew takes a while: it is done piece by piece beside
 * what else the page does, and what was drawn stays until then, marked as old.
 */
export function useDrawnResults(): DrawnResults {
  const latest = useDocument((document) => document.results);
  const staleNow = useDocument((document) => document.stale);
  const results = useDeferredValue(latest);
  const stale = useDeferredValue(staleNow);
  return { results, stale, outdated: staleNow || stale || results !== latest };
}
