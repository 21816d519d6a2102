import type { Desk } from "../../../workers/client.ts";
import type { ConflictChoice } from "../../core/plan/rebase-plan.ts";
import {
  conflictsOf,
  type Ground,
  heldAs,
  isSameGround,
  isSamePlan,
  originOf,
  type PlanMade,
  restoredOn,
  withDecisions,
} from "../state/plan-made.ts";
import { usePlans } from "../state/plans.ts";
import {
  askedBesides,
  chosenPlan,
  groundNow,
  onGround,
  refusedFor,
  searching,
  solver,
} from "./plan-solver.ts";

/**
 * Takes plans of an earlier state over onto the document as it is, the one on screen first, then those that are kept: what still
 * stands is counted anew. What is looked for gives way. Ends where one is called off or cannot be; then none is taken over
 * until somebody asks.
 */
export async function rebasePlans(desk: Desk): Promise<void> {
  // Until all are: whoever calls it off has given it up at once.
  usePlans.setState({ notRebased: groundNow() });
  usePlans.getState().search?.cancel();
  for (;;) {
    const { search, made, kept } = usePlans.getState();
    const ground = groundNow();
    const next = (made ? [made, ...kept] : kept).find((plan) => isLeftBehind(plan, ground));
    if (!next) return usePlans.setState({ notRebased: undefined });
    if (search || !(await rebased(desk, next))) return;
  }
}

/** Whether a plan that does anything is of another state than this. */
export function isLeftBehind({ ground, found, rebased }: PlanMade, now: Ground): boolean {
  return !isSameGround(ground, now) && (found.measures.length > 0 || rebased !== undefined);
}

/** Decides about conflicts of the plan on screen, of the same in one way, and counts it by that. */
export async function decide(desk: Desk, ids: readonly string[], choice: ConflictChoice): Promise<void> {
  const { made, search } = usePlans.getState();
  if (!made?.rebased) return;
  const about = conflictsOf(made).filter(({ id, isOnly }) => !isOnly && ids.includes(id));
  const decided = { ...made, decisions: withDecisions(made, about, choice) };
  search?.cancel();
  replace((each) => each === made, decided);
  await rebased(desk, decided);
}

/** Counts the plan on screen by what was decided of it last. */
export async function countDecided(desk: Desk): Promise<void> {
  const { made } = usePlans.getState();
  if (made?.rebased) await rebased(desk, made);
}

async function rebased(desk: Desk, plan: PlanMade): Promise<boolean> {
  const ground = groundNow();
  const from = originOf(plan);
  const { asked } = from;
  const { decisions } = plan;
  const input = { planned: from.found.planned, decisions: decisions ?? [], ...askedBesides(asked) };
  const is = await searching({ doing: "rebase", asked }, (options) =>
    onGround(desk, ground, options, () => solver.call("rebase", input, options)),
  );
  const { surveyed, made, trial } = usePlans.getState();
  if (!is || !surveyed) return false;
  const isPutBack = plan.rebased?.isPutBack ?? (plan === made && (trial?.moved.length ?? 0) > 0);
  const { fates, counted } = is;
  const found = chosenPlan(counted, refusedFor(asked, surveyed.is));
  replace((each) => isSamePlan(each, plan), {
    ...{ asked, found, ground, ...(decisions && { decisions }) },
    rebased: { from, fates, by: decisions, ...(isPutBack && { isPutBack }) },
  });
  return true;
}

/** On screen, where no site is elsewhere then, and among those that are kept. */
function replace(isIt: (plan: PlanMade) => boolean, by: PlanMade): void {
  usePlans.setState((plans) => ({
    ...heldAs(plans, (each) => (isIt(each) ? by : each)),
    ...(plans.made && isIt(plans.made) && { trial: undefined }),
  }));
}

/** Plans that were found on the document as it is now again stand as they were found. */
export function restorePlans(): void {
  const ground = groundNow();
  usePlans.setState((plans) => {
    const held = heldAs(plans, (each) => restoredOn(each, ground));
    return { ...held, ...(held.made !== plans.made && { trial: undefined }) };
  });
}
