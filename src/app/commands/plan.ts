import type { Answer, Desk } from "../../../workers/client.ts";
import type { PlanFound } from "../../../workers/plan-tasks.ts";
import { withPlanAsSource } from "../../core/plan/plan-as-source.ts";
import { comingIn } from "../derived/plan-facts.ts";
import { useDocument } from "../state/document.ts";
import { type Asked, askedNow, isOfReach, isOfRooms } from "../state/plan-asked.ts";
import { groundOf, isAdoptable, isSameGround, type PlanMade } from "../state/plan-made.ts";
import { planShown, questionIn, usePlans } from "../state/plans.ts";
import { useSession } from "../state/session.ts";
import { makeEdit } from "./edit.ts";
import { stopCurve, traceCurve } from "./plan-curve.ts";
import { askAs } from "./plan-kept.ts";
import { restorePlans } from "./plan-rebase.ts";
import {
  askedBesides,
  chosenPlan,
  groundNow,
  onGround,
  refusedFor,
  searching,
  solver,
} from "./plan-solver.ts";
import { dropSite } from "./plan-trial.ts";

/** Looks through the open document: what is missing, and where what can be done. Once for each ground. */
export async function survey(desk: Desk): Promise<void> {
  const { search, surveyed } = usePlans.getState();
  const ground = groundNow();
  if (search || (surveyed && isSameGround(surveyed.ground, ground))) return;
  await searching({ doing: "survey" }, (options) => onGround(desk, ground, options, () => DONE));
}

/** Finds the plan that is asked for now. Whatever was worked out in the background gives way. */
export async function findPlan(desk: Desk): Promise<void> {
  const asked = askedNow(
    questionIn(useDocument.getState().view, usePlans.getState()),
    useSession.getState().subject,
  );
  if (asked === undefined) return;
  const ground = groundNow();
  usePlans.getState().search?.cancel();
  stopCurve();
  usePlans.setState({ trial: undefined });
  const doing = isOfReach(asked) ? "locate" : "plan";
  const found = await searching({ doing, asked }, (options) =>
    onGround(desk, ground, options, () =>
      isOfReach(asked) ? solver.call("locate", asked, options) : solver.call("plan", asked, options),
    ),
  );
  if (found) show(desk, { asked, found, ground });
}

/** Asks once more, of the document as it is now, what the plan on screen was asked. */
export async function findAgain(desk: Desk): Promise<void> {
  const { made } = usePlans.getState();
  if (!made) return;
  if (made.asked.goal.for === "known") return countKnown(desk);
  askAs(made.asked);
  await findPlan(desk);
}

/** Stops the search and takes the best it had found, counted by a new worker. */
export async function keepBest(desk: Desk): Promise<void> {
  const { search, surveyed } = usePlans.getState();
  const seen = search?.step?.search;
  if (!search?.asked || !seen?.best || !surveyed || !isOfRooms(search.asked)) return;
  const { asked } = search;
  const { of, bound, best } = seen;
  const ground = groundNow();
  search.cancel();
  const { over: span, ...besides } = askedBesides(asked);
  const over = span && best.years && { ...span, starts: best.years };
  const input = { measures: best.chosen, moved: [], ...besides, ...(over && { over }) };
  const counted = await searching({ doing: "count", asked }, (options) =>
    onGround(desk, ground, options, () => solver.call("count", input, options)),
  );
  if (!counted) return;
  const { objective } = best;
  const gap = Math.abs(objective - bound) / Math.max(Math.abs(objective), TINY);
  const found: PlanFound = { ...chosenPlan(counted, refusedFor(asked, surveyed.is)), objective, bound, gap };
  show(desk, { asked, found, ground, stopped: of });
}

/** Makes the plan on screen part of the document, as one edit. `title`: what the history calls it. */
export async function acceptPlan(desk: Desk, title: string): Promise<void> {
  const plans = usePlans.getState();
  const plan = planShown(plans);
  if (!plan || !plans.made || !isSameGround(plans.made.ground, groundNow())) return;
  if (!isAdoptable(plans.made)) return;
  stopCurve();
  const patch = withPlanAsSource(plan.patch, title);
  const { made } = plans;
  await makeEdit(desk, { kind: "apply", patch }, {}, () => onAccepted(made), undefined, { plan: title });
}

/** What was adopted of a plan that was taken over is the plan from then on; taken back, it stands as it was decided. */
function onAccepted(made: PlanMade): void {
  usePlans.setState({
    shadesAfter: false,
    ...(made.rebased && {
      made: { ...made, rebased: { from: made, fates: [], by: made.decisions } },
    }),
  });
  useSession.setState({ selection: undefined });
}

/** Counts what becomes of it once all projects that are known to come are finished. */
export async function countKnown(desk: Desk): Promise<void> {
  const { search, surveyed } = usePlans.getState();
  if (!surveyed) return;
  const ground = groundNow();
  const asked: Asked = { goal: { for: "known" }, places: { with: [], without: [] } };
  const measures = comingIn(surveyed.is).map(({ id }) => id);
  search?.cancel();
  stopCurve();
  usePlans.setState({ trial: undefined });
  const counted = await searching({ doing: "count", asked }, (options) =>
    onGround(desk, ground, options, () => solver.call("count", { measures, moved: [] }, options)),
  );
  if (!counted) return;
  show(desk, { asked, found: chosenPlan(counted, refusedFor(asked, surveyed.is)), ground });
}

function show(desk: Desk, made: PlanMade): void {
  usePlans.setState({ made, trial: undefined });
  void traceCurve(desk, made);
}

/** Of another document nothing is kept; what is under way for the one before a change is called off. */
useDocument.subscribe((now, before) => {
  if (isSameGround(groundOf(now), groundOf(before))) return;
  usePlans.getState().search?.cancel();
  dropSite();
  if (stopCurve()) usePlans.setState({ curve: undefined });
  if (now.source !== before.source) usePlans.setState(usePlans.getInitialState());
  else restorePlans();
});

const DONE: Promise<Answer<undefined>> = Promise.resolve({ state: "done", output: undefined });
const TINY = 1e-9;
