import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { KeptPlans } from "../../../ui/plans/KeptPlans.tsx";
import { PlanCurve } from "../../../ui/plans/PlanCurve.tsx";
import { closedShare } from "../../../ui/plans/plan-words.ts";
import { useWords } from "../../../ui/words.ts";
import { findPlan } from "../../commands/plan.ts";
import { dropScenario, showScenario } from "../../commands/plan-kept.ts";
import { curveFacts } from "../../derived/plan-facts.ts";
import { keptName } from "../../derived/plan-goal.ts";
import { useDesk } from "../../desk-context.ts";
import { useDocument } from "../../state/document.ts";
import { conflictsOf, groundOf, isCounted, isOverBudget, isSameGround } from "../../state/plan-made.ts";
import { planShown, useIsCurrent, usePlans } from "../../state/plans.ts";

/** What other budgets would do, as far as that is known. */
export function Curve() {
  const desk = useDesk();
  const { curve, surveyed, goal, budget } = usePlans(
    useShallow(({ curve, surveyed, goal, budget }) => ({ curve, surveyed, goal, budget })),
  );
  const found = usePlans(planShown);
  const isCurrent = useIsCurrent(curve?.ground);
  // Of another state than the plan that is counted anew it says nothing.
  const isOfOther = usePlans(({ made }) => made?.rebased !== undefined) && !isCurrent;
  const points = useMemo(() => (curve && surveyed ? curveFacts(curve, surveyed.is) : []), [curve, surveyed]);
  if (!curve || points.length < 2 || isOfOther) return null;
  return (
    <div className={isCurrent ? undefined : "stale"}>
      <PlanCurve
        points={points}
        all={curve.budgets.length}
        here={found && { cost: found.cost, closed: closedShare(found.missing) }}
        budget={goal === "budget" ? budget : undefined}
        onBudget={(to) => {
          usePlans.setState({ goal: "budget", budget: to });
          void findPlan(desk);
        }}
      />
    </div>
  );
}

/** Plans kept to be compared. */
export function Kept() {
  const words = useWords();
  const kept = usePlans((plans) => plans.kept);
  const document = useDocument(useShallow(({ source, done, choices }) => ({ source, done, choices })));
  const of = useMemo(() => {
    const now = groundOf(document);
    return kept.map((plan) => ({
      ...{ name: keptName(plan, words), isOverBudget: isOverBudget(plan.asked, plan.found) },
      ...{ isCurrent: isSameGround(plan.ground, now) && isCounted(plan) },
      open: conflictsOf(plan).filter(({ choice }) => choice === undefined).length,
    }));
  }, [kept, document, words]);
  const at = (place: number, call: (scenario: (typeof kept)[number]) => void) => {
    const scenario = kept[place];
    if (scenario) call(scenario);
  };
  return (
    <KeptPlans
      of={of}
      onShow={(place) => at(place, showScenario)}
      onDrop={(place) => at(place, dropScenario)}
    />
  );
}
