import { type Asked, equityOf, isOfReach, isOfRooms } from "../state/plan-asked.ts";
import type { Scenario } from "../state/plan-made.ts";
import { MOST_KEPT, type Plans, planShown, usePlans } from "../state/plans.ts";
import { useSession } from "../state/session.ts";

/** Keeps the plan on screen as it is to be compared with others, which are numbered one after another. */
export function keepScenario(): void {
  const plans = usePlans.getState();
  const found = planShown(plans);
  if (!plans.made || !found || plans.kept.length >= MOST_KEPT) return;
  // With sites where they stand on trial it is a plan of its own, whatever it was taken over from.
  const { asked, ground, stopped } = plans.made;
  const isOther = found !== plans.made.found;
  const kept = isOther ? { asked, ground, ...(stopped && { stopped }), found } : plans.made;
  lastNumber += 1;
  usePlans.setState({ kept: [...plans.kept, { ...kept, number: lastNumber }] });
}

let lastNumber = 0;

export function dropScenario(scenario: Scenario): void {
  usePlans.setState(({ kept }) => ({ kept: kept.filter((each) => each !== scenario) }));
}

/** Shows a plan that was kept, and the question it answers. */
export function showScenario(scenario: Scenario): void {
  usePlans.getState().search?.cancel();
  usePlans.setState({ made: scenario, trial: undefined, trouble: undefined });
  askAs(scenario.asked);
}

/** Sets the question on the page to what a plan was asked. */
export function askAs(asked: Asked): void {
  usePlans.setState(questionOf(asked));
  if (isOfReach(asked)) useSession.setState({ subject: asked.goal.subject });
}

/** The question as it is set on the page; of what comes anyway nothing is asked. */
function questionOf(asked: Asked): Partial<Plans> {
  if (isOfReach(asked)) {
    const { goal, places } = asked;
    return {
      goal: goal.for,
      places,
      ...("count" in goal ? { count: goal.count } : { backup: goal.backup === true }),
    };
  }
  if (!isOfRooms(asked)) return {};
  const { goal, places, years, doubt } = asked;
  const equity = equityOf(asked);
  const budget = years?.yearly?.[0] ?? (goal.for === "budget" ? goal.budget : undefined);
  return { goal: goal.for, places, spread: years, doubt, equity, ...(budget !== undefined && { budget }) };
}
