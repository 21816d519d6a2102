import { useEffect, useState } from "react";
import type { AnalysisView, WalksFound } from "../../../workers/protocol.ts";
import { useDesk } from "../desk-context.ts";
import { useDocument } from "./document.ts";

/**
 * What there is to know of the walks under the results on screen, if it is wanted: worked out once for whoever asks first. Of a document
 * of more zones than `MOST_ZONES` it is not asked: everything else would wait for it.
 */
export function useWalks(wanted = true): WalksFound | undefined {
  const desk = useDesk();
  const results = useDocument((document) => document.results);
  const [found, setFound] = useState<{ readonly of: AnalysisView; readonly is: WalksFound }>();
  useEffect(() => {
    if (!wanted || !results || results.zones.verdict.length > MOST_ZONES) return;
    let current = true;
    let answer = asked.get(results);
    if (!answer) {
      answer = desk
        .call("walks", undefined)
        .then((given) => (given.state === "done" ? given.output : undefined));
      asked.set(results, answer);
    }
    void answer.then((is) => {
      if (is && current) setFound({ of: results, is });
    });
    return () => {
      current = false;
    };
  }, [desk, results, wanted]);
  return found?.of === results ? found?.is : undefined;
}

const MOST_ZONES = 100_000;

const asked = new WeakMap<AnalysisView, Promise<WalksFound | undefined>>();
