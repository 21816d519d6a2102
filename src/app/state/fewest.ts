import { useEffect, useState } from "react";
import type { FewestInArea } from "../../../workers/allocation-tasks.ts";
import type { Metric } from "../../core/standards/rule.ts";
import { useDesk } from "../desk-context.ts";
import { useDocument } from "./document.ts";

/** The fewest zones that are short in the 片区 of a zone under the results on screen; `undefined` until it is known. */
export function useFewest(metric: Metric, zone: string): FewestInArea | undefined {
  const desk = useDesk();
  const results = useDocument((document) => document.results);
  const [found, setFound] = useState<FewestInArea>();
  useEffect(() => {
    setFound(undefined);
    if (!results) return;
    const abort = new AbortController();
    void desk.call("fewest", { metric, zone }, { signal: abort.signal }).then((answer) => {
      if (answer.state === "done" && !abort.signal.aborted) setFound(answer.output);
    });
    return () => abort.abort();
  }, [desk, metric, zone, results]);
  return found;
}
