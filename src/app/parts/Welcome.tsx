import { useEffect, useState } from "react";
import { remember, remembered } from "../../platform/browser/preferences.ts";
import { FIRST_STEPS, FirstSteps } from "../../ui/frame/FirstSteps.tsx";
import { useDocument } from "../state/document.ts";
import { useSession } from "../state/session.ts";

const SEEN = "first-steps";

/** On a first visit, the three steps through a demo city; each goes once it is taken, and all once they are or are not wanted. */
export function Welcome() {
  const demo = useDocument(({ view }) => view?.origin === "demo");
  const ready = useDocument(({ results }) => results !== undefined);
  const chosen = useSession(({ selection }) => selection?.kind);
  const changed = useDocument(({ done }) => done.length > 0);
  const [at, setAt] = useState(() => (remembered(SEEN) === undefined ? 0 : FIRST_STEPS.length));
  const step = FIRST_STEPS[at];
  const taken = { street: chosen === "unit", zone: chosen === "zone", change: changed };

  // Whoever is further on already need not go back.
  const reached = taken.change ? FIRST_STEPS.length : taken.zone ? 2 : taken.street ? 1 : 0;
  useEffect(() => setAt((before) => Math.max(before, reached)), [reached]);
  useEffect(() => {
    if (at === FIRST_STEPS.length) remember(SEEN, "seen");
  }, [at]);

  if (!demo || !ready || step === undefined) return null;
  return <FirstSteps step={step} onClose={() => setAt(FIRST_STEPS.length)} />;
}
