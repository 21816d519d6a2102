import { useEffect, useRef, useState } from "react";
import type { Edit } from "../../../workers/edit.ts";
import type { EffectState } from "../../ui/evidence/EffectPanel.tsx";
import { useDesk } from "../desk-context.ts";
import { useDocument } from "./document.ts";

/**
 * What an edit would do to the zones, worked out when asked for. Another edit begins anew, and so do other results and
 * whatever else the page begins to do; nothing can be asked while results are old. What is under way then is stopped, as
 * it is when nobody looks any more. Absent where there is no edit.
 */
export function useEditEffect(edit: Edit | undefined) {
  const desk = useDesk();
  const results = useDocument((document) => document.results);
  const stale = useDocument((document) => document.stale);
  const busy = useDocument((document) => document.busy !== undefined);
  const asked = JSON.stringify(edit);
  const [made, setMade] = useState<{ readonly asked: string; readonly is: EffectState }>();
  const abort = useRef<AbortController>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what is asked, and of what
  useEffect(() => {
    setMade(undefined);
    return () => abort.current?.abort();
  }, [asked, results, busy]);
  if (edit === undefined || results === undefined || stale) return undefined;
  const tell = (is: EffectState) => setMade({ asked, is });
  const onAsk = () => {
    abort.current?.abort();
    const mine = new AbortController();
    abort.current = mine;
    tell({ is: "working", step: undefined });
    const onStep = (step: Extract<EffectState, { is: "working" }>["step"]) => {
      if (!mine.signal.aborted) tell({ is: "working", step });
    };
    void desk.call("effect", edit, { signal: mine.signal, onStep }).then((answer) => {
      if (mine.signal.aborted) return;
      if (answer.state === "done") tell({ is: "found", effect: answer.output });
      else if (answer.state === "refused") tell({ is: "refused", issues: answer.issues });
      else tell({ is: "failed" });
    });
  };
  const onCancel = () => {
    abort.current?.abort();
    setMade(undefined);
  };
  return { of: made?.asked === asked ? made.is : undefined, onAsk, onCancel };
}

/**
 * The same of an edit that goes on changing with the hand: asked for by itself once it rests for a moment. `last`: what was
 * told last, of whatever edit, since there is one.
 */
export function useRestingEffect(edit: Edit | undefined) {
  const asked = useEditEffect(edit);
  const ask = useRef(asked?.onAsk);
  ask.current = asked?.onAsk;
  const of = asked?.of;
  const isOpen = asked !== undefined && of === undefined;
  const what = JSON.stringify(edit);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another edit rests anew
  useEffect(() => {
    if (!isOpen) return;
    const rest = setTimeout(() => ask.current?.(), REST_MS);
    return () => clearTimeout(rest);
  }, [isOpen, what]);
  const last = useRef<EffectState>(undefined);
  if (edit === undefined) last.current = undefined;
  else if (of?.is === "found") last.current = of;
  return { of, last: last.current };
}

const REST_MS = 300;
