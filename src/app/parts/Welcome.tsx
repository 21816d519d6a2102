import { useEffect, useState } from "react";
import { remember, remembered } from "../../platform/browser/preferences.ts";
import { FIRST_STEPS, type FirstStep, FirstSteps } from "../../ui/frame/FirstSteps.tsx";
import { useDocument } from "../state/document.ts";
import { usePlans } from "../state/plans.ts";
import { type Tab, useSession } from "../state/session.ts";

const SEEN = "first-steps";

/** The lists beside which a step says something. */
const BESIDE: Readonly<Record<FirstStep, readonly Tab[]>> = {
  street: ["units"],
  zone: ["units", "zones"],
  change: ["units", "zones", "areas", "facilities"],
};

/**
 * On first visits, the three steps through a demo city, each beside the lists that it speaks of; each goes once it is taken,
 * and all once they are or are not wanted. Whoever asks for a plan knows the way.
 */
export function Welcome() {
  const demo = useDocument(({ view }) => view?.origin === "demo");
  const ready = useDocument(({ results }) => results !== undefined);
  const chosen = useSession(({ selection }) => selection?.kind);
  const changed = useDocument(({ done }) => done.length > 0);
  const planned = usePlans(({ made, search }) => made !== undefined || search?.doing === "plan");
  const tab = useSession((session) => session.tab);
  const [at, setAt] = useState(firstUntaken);
  const step = FIRST_STEPS[at];
  const taken = { street: chosen === "unit", zone: chosen === "zone", change: changed || planned };

  // Whoever is further on already need not go back.
  const reached = taken.change ? FIRST_STEPS.length : taken.zone ? 2 : taken.street ? 1 : 0;
  useEffect(() => setAt((before) => Math.max(before, reached)), [reached]);
  useEffect(() => {
    if (at > 0) remember(SEEN, FIRST_STEPS[at] ?? "seen");
  }, [at]);

  if (!demo || !ready || step === undefined || !BESIDE[step].includes(tab)) return null;
  return <FirstSteps step={step} onClose={() => setAt(FIRST_STEPS.length)} />;
}

/** The first step that was not taken on earlier visits. */
function firstUntaken(): number {
  const next = remembered(SEEN);
  const at = FIRST_STEPS.findIndex((step) => step === next);
  return next === undefined ? 0 : at < 0 ? FIRST_STEPS.length : at;
}
