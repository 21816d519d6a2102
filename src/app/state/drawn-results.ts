import { useDeferredValue, useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { AnalysisView, ImportReport, ProjectView } from "../../../workers/protocol.ts";
import { useDocument } from "./document.ts";

/**
 * The results as the page draws them. To draw those of a city anew takes a while: it is done piece by piece beside what
 * else the page does, and what was drawn stays until then.
 */
export function useDrawnResults(): AnalysisView | undefined {
  return useDeferredValue(useDocument((document) => document.results));
}

/** A document and what is made of it, all of one moment. */
export interface Drawn {
  readonly view: ProjectView;
  readonly results: AnalysisView | undefined;
  /** The import that brought it, if one did. */
  readonly broughtBy: ImportReport | undefined;
}

/** What the map draws of the document: after all else, as for its results. */
export function useDrawn(view: ProjectView): Drawn {
  const { results, report } = useDocument(useShallow(({ results, report }) => ({ results, report })));
  const latest = useMemo(() => ({ view, results, broughtBy: report }), [view, results, report]);
  return useDeferredValue(latest);
}

/** Whether what is drawn is not what is set now: said at once, whatever is still drawn. */
export function useOutdated(): boolean {
  const stale = useDocument((document) => document.stale);
  const latest = useDocument((document) => document.results);
  const drawn = useDeferredValue(latest);
  return stale || drawn !== latest;
}
