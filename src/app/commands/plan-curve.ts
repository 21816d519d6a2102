import type { Desk } from "../../../workers/client.ts";
import { curveBudgets } from "../derived/plan-curve.ts";
import { isOfRooms } from "../state/plan-asked.ts";
import { isSameGround, type PlanMade } from "../state/plan-made.ts";
import { usePlans } from "../state/plans.ts";
import { forgetGround, onGround, solver } from "./plan-solver.ts";
import { untilLetGo } from "./plan-trial.ts";

/**
 * What other budgets would do, one after another in the background. A plan that was asked for meanwhile, another document or
 * other parameters end it; a site under the hand goes before it.
 */
export async function traceCurve(desk: Desk, { asked, found, ground }: PlanMade): Promise<void> {
  stopCurve();
  // What money does is told of plans that are done at once.
  if (!isOfRooms(asked) || asked.years || asked.doubt || asked.equity)
    return usePlans.setState({ curve: undefined });
  const { places } = asked;
  const known = usePlans.getState().curve;
  // The same places cost and do the same, whatever is asked of them.
  const isKnown = known && isSameGround(known.ground, ground) && known.places === places;
  if (isKnown && known.points.length === known.budgets.length) return;
  const budgets = isKnown ? known.budgets : curveBudgets(asked.goal.for, found.cost);
  if (budgets.length === 0) return usePlans.setState({ curve: undefined });
  const abort = new AbortController();
  tracing = abort;
  const points = isKnown ? known.points : [];
  usePlans.setState({ curve: { ground, places, budgets, points } });
  for (const budget of budgets.slice(points.length)) {
    await untilLetGo();
    if (tracing !== abort) return;
    const options = { signal: abort.signal };
    const point = await onGround(desk, ground, options, () =>
      solver.call("point", { budget, places }, options),
    );
    if (tracing !== abort) return;
    // Without them the plan stands all the same.
    if (point.state !== "done") break;
    const { output } = point;
    if (output)
      usePlans.setState(({ curve }) => ({ curve: curve && { ...curve, points: [...curve.points, output] } }));
  }
  tracing = undefined;
  usePlans.setState(({ curve }) => ({
    curve: curve && { ...curve, budgets: curve.points.map(({ budget }) => budget) },
  }));
}

let tracing: AbortController | undefined;

/** Ends it, if it is under way; whether it was. */
export function stopCurve(): boolean {
  const under = tracing;
  tracing = undefined;
  if (!under) return false;
  forgetGround();
  under.abort();
  return true;
}
