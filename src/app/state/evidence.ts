import { useEffect, useState } from "react";
import type { Tasks } from "../../../workers/protocol.ts";
import type { ZoneEvidence } from "../../core/analysis/evidence.ts";
import type { ReachedStreets } from "../../core/analysis/reached-streets.ts";
import type { ServedZone } from "../../core/analysis/served-by.ts";
import type { Twin } from "../../core/analysis/twins-of.ts";
import { useDesk } from "../desk-context.ts";
import { useDocument } from "./document.ts";

/** The evidence of a zone under the results on screen; the last one stays until the next is there; not asked without an id. */
export function useEvidence(zone: string | undefined): ZoneEvidence | undefined {
  return useAnswer("evidence", zone);
}

/** Whom a facility serves under the results on screen; not asked without an id. */
export function useServed(facility: string | undefined): readonly ServedZone[] | undefined {
  return useAnswer("served", facility);
}

/** Other rows that may be the same facility, under the results on screen. */
export function useTwins(facility: string): readonly Twin[] | undefined {
  return useAnswer("twins", facility);
}

/** What more room at a facility would serve under the results on screen. */
export function useMoreRoom(facility: string): Tasks["moreRoom"]["output"] | undefined {
  return useAnswer("moreRoom", facility);
}

/** From where people walk to a facility along the streets, under the results on screen; not asked without an id. */
export function useReached(facility: string | undefined): ReachedStreets | undefined {
  return useAnswer("reached", facility);
}

/** What the worker answers about a row; the last answer about it stays until the next is there. */
function useAnswer<Name extends "evidence" | "served" | "moreRoom" | "twins" | "reached">(
  task: Name,
  id: string | undefined,
): Tasks[Name]["output"] | undefined {
  const desk = useDesk();
  const results = useDocument((document) => document.results);
  const [answer, setAnswer] = useState<{ readonly of: string; readonly is: Tasks[Name]["output"] }>();
  useEffect(() => {
    if (!results || id === undefined) return;
    const abort = new AbortController();
    void desk.call(task, id, { signal: abort.signal }).then((given) => {
      if (given.state === "done" && !abort.signal.aborted) setAnswer({ of: id, is: given.output });
    });
    return () => abort.abort();
  }, [desk, task, id, results]);
  return answer !== undefined && answer.of === id ? answer.is : undefined;
}
