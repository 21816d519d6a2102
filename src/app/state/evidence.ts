import { useEffect, useState } from "react";
import type { ZoneEvidence } from "../../core/analysis/evidence.ts";
import { useDesk } from "../desk-context.ts";
import { useDocument } from "./document.ts";

/** The evidence of a zone under the results on screen; the last one stays until the next is there. */
export function useEvidence(zone: string): ZoneEvidence | undefined {
  const desk = useDesk();
  const results = useDocument((document) => document.results);
  const [evidence, setEvidence] = useState<ZoneEvidence>();
  useEffect(() => {
    if (!results) return;
    const abort = new AbortController();
    void desk.call("evidence", zone, { signal: abort.signal }).then((answer) => {
      if (answer.state === "done" && !abort.signal.aborted) setEvidence(answer.output);
    });
    return () => abort.abort();
  }, [desk, zone, results]);
  return evidence?.zone === zone ? evidence : undefined;
}
