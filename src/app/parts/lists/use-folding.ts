import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { isAskedOtherwise } from "../../derived/plan-goal.ts";
import { useDocument } from "../../state/document.ts";
import { type Asked, askedNow } from "../../state/plan-asked.ts";
import { originOf } from "../../state/plan-made.ts";
import { questionIn, usePlans } from "../../state/plans.ts";
import { useSession } from "../../state/session.ts";

/**
 * The question folds to a line once it is asked, so that the answer is in view, and opens again for who wants to ask
 * otherwise; where nothing came of it, it stands open as before.
 */
export function useFolding() {
  const toggle = useRef<HTMLButtonElement>(null);
  const plans = usePlans();
  const view = useDocument((document) => document.view);
  const subject = useSession((session) => session.subject);
  const { search, made } = plans;
  const under = search?.asked;
  const asked = under ?? made?.asked;
  // Opened by hand while this was the answer, or was looked for.
  const [opened, open] = useState<Asked>();
  const isFolded = asked !== undefined && opened !== asked;
  // One that is counted anew on a changed document is the same plan.
  const found = made && originOf(made).found;
  const shown = useRef(found);
  useLayoutEffect(() => {
    if (!isFolded) return;
    // What had the focus, such as the button that asks, is folded away.
    if (document.activeElement === document.body) toggle.current?.focus({ preventScroll: true });
  }, [isFolded]);
  useEffect(() => {
    // One that was there stays where it was left.
    if (found && found !== shown.current)
      toggle.current?.closest(".plan-asked")?.scrollIntoView({ block: "start" });
    shown.current = found;
  }, [found]);
  return {
    ...{ toggle, isFolded, asked },
    isChanged:
      made !== undefined &&
      under === undefined &&
      isAskedOtherwise(made.asked, askedNow(questionIn(view, plans), subject)),
    onOpen: (isOpen: boolean) => open(isOpen ? asked : undefined),
  };
}
