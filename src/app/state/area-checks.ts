import { useEffect, useState } from "react";
import type { AllocationChecked } from "../../../workers/allocation-tasks.ts";
import type { AnalysisView } from "../../../workers/protocol.ts";
import type { WorkStep } from "../../core/base/work.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import type { Check, CheckState } from "../../ui/areas/AreaChecks.tsx";
import { useWords } from "../../ui/words.ts";
import { useDesk } from "../desk-context.ts";
import { useDocument } from "./document.ts";

/** Checks of the allocations of a subject, and what the last one found of the results on screen; of others it is forgotten. */
export function useAreaChecks(subject: CareSubject) {
  const desk = useDesk();
  const { sentence } = useWords();
  const results = useDocument((document) => document.results);
  const stale = useDocument((document) => document.stale);
  const [last, setLast] = useState<Asked>();
  const mine = last?.of === results && last?.subject === subject ? last : undefined;
  const cancel = mine?.is.state === "working" ? mine.is.cancel : undefined;
  // Whoever looks at something else waits for it no longer.
  useEffect(() => cancel, [cancel]);

  async function onCheck(check: Check): Promise<void> {
    const abort = new AbortController();
    const cancel = () => abort.abort();
    const tell = (is: CheckState) => setLast({ of: results, subject, check, is });
    const onStep = (step: WorkStep) => tell({ state: "working", step, cancel });
    tell({ state: "working", step: undefined, cancel });
    const options = { signal: abort.signal, onStep };
    seed += 1;
    const answer = await (check === "reAdd"
      ? desk.call("reAdd", subject, options)
      : desk.call("reshuffle", { subject, seed }, options));
    const { state } = answer;
    if (state === "done") tell({ state, is: answer.output satisfies AllocationChecked });
    else if (state === "cancelled") tell({ state: "stopped" });
    else if (state === "refused") tell({ state: "failed", what: answer.issues.map(sentence).join(" ") });
    else tell({ state, what: answer.message });
  }
  return {
    last: mine && { check: mine.check, is: mine.is },
    onCheck: (check: Check) => void onCheck(check),
    stale,
  };
}

/** Every order is another one. */
let seed = 0;

interface Asked {
  readonly of: AnalysisView | undefined;
  readonly subject: CareSubject;
  readonly check: Check;
  readonly is: CheckState;
}
