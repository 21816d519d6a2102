import { useEffect, useState } from "react";
import type { AnalysisView } from "../../../workers/protocol.ts";
import type { AreaDoubts } from "../../core/analysis/area-doubts.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import { useDesk } from "../desk-context.ts";

/** What is in doubt of each 片区 of a subject under these results; `undefined` until it is known. */
export function useAreaDoubts(
  results: AnalysisView | undefined,
  subject: CareSubject,
): readonly AreaDoubts[] | undefined {
  const desk = useDesk();
  const [last, setLast] = useState<Asked>();
  useEffect(() => {
    if (!results?.allocations) return;
    const abort = new AbortController();
    void desk.call("doubts", subject, { signal: abort.signal }).then((answer) => {
      if (answer.state === "done" && !abort.signal.aborted) setLast({ results, subject, is: answer.output });
    });
    return () => abort.abort();
  }, [desk, results, subject]);
  return last?.results === results && last?.subject === subject ? last.is : undefined;
}

interface Asked {
  readonly results: AnalysisView;
  readonly subject: CareSubject;
  readonly is: readonly AreaDoubts[];
}
