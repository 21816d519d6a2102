import { useEffect, useState } from "react";
import type { AllocationChecked } from "../../../workers/allocation-tasks.ts";
import type { AnalysisView } from "../../../workers/protocol.ts";
import type { WorkStep } from "../../core/base/work.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import type { Check, CheckState } from "../../ui/areas/AreaChecks.tsx";
import { useWords } from "../../ui/words.ts";
import { useDesk } from "../desk-context.ts";
import { useDocument } from "./document.ts";

/** Checks of the allocations of a subject, and what each found last of the results on screen. */
export function useAreaChecks(subject: CareSubject) {
  const desk = useDesk();
  const { sentence } = useWords();
  const results = useDocument((document) => document.results);
  const stale = useDocument((document) => document.stale);
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const mine = asked.filter((one) => one.of === results && one.subject === subject);
  const working = mine.map(({ is }) => is).find((is) => is.state === "working");
  const cancel = working?.cancel;
  // Whoever looks at something else waits for it no longer.
  useEffect(() => cancel, [cancel]);

  async function onCheck(check: Check): Promise<void> {
    const abort = new AbortController();
    const cancel = () => abort.abort();
    const tell = (is: CheckState) => {
      if (useDocument.getState().results === results)
        setAsked((before) => withTold(before, { of: results, subject, check, is }));
    };
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
    found: Object.fromEntries(mine.map(({ check, is }) => [check, is])),
    onCheck: (check: Check) => void onCheck(check),
    stale,
  };
}

/** In the place of what was told before of the same check; of other results nothing is kept. */
function withTold(before: readonly Asked[], told: Asked): readonly Asked[] {
  const { of, subject, check } = told;
  const others = before.filter((one) => one.of === of && !(one.subject === subject && one.check === check));
  return [...others, told];
}

/** Every order is another one. */
let seed = 0;

interface Asked {
  readonly of: AnalysisView | undefined;
  readonly subject: CareSubject;
  readonly check: Check;
  readonly is: CheckState;
}
