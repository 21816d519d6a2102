import { useEffect, useState } from "react";
import type { Bottlenecks } from "../../../workers/allocation-tasks.ts";
import type { AnalysisView } from "../../../workers/protocol.ts";
import type { WorkStep } from "../../core/base/work.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import { useWords } from "../../ui/words.ts";
import { useDesk } from "../desk-context.ts";

export type BottlenecksState =
  | { readonly state: "working"; readonly step: WorkStep | undefined }
  | { readonly state: "done"; readonly is: readonly Bottlenecks[] }
  | { readonly state: "failed"; readonly what: string };

/** Where more room would serve most of a subject, under these results; worked out while somebody looks at it. */
export function useBottlenecks(results: AnalysisView, subject: CareSubject): BottlenecksState {
  const desk = useDesk();
  const { sentence } = useWords();
  const [last, setLast] = useState<Asked>();
  useEffect(() => {
    const abort = new AbortController();
    const tell = (is: BottlenecksState) => {
      if (!abort.signal.aborted) setLast({ of: results, subject, is });
    };
    const onStep = (step: WorkStep) => tell({ state: "working", step });
    void desk.call("bottlenecks", subject, { signal: abort.signal, onStep }).then((answer) => {
      if (answer.state === "done") tell({ state: "done", is: answer.output });
      else if (answer.state === "refused")
        tell({ state: "failed", what: answer.issues.map(sentence).join(" ") });
      else if (answer.state === "failed") tell({ state: "failed", what: answer.message });
    });
    return () => abort.abort();
  }, [desk, sentence, results, subject]);
  return last?.of === results && last.subject === subject ? last.is : WAITING;
}

const WAITING: BottlenecksState = { state: "working", step: undefined };

interface Asked {
  readonly of: AnalysisView;
  readonly subject: CareSubject;
  readonly is: BottlenecksState;
}
