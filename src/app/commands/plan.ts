import type { Answer, CallOptions, Desk } from "../../../workers/client.ts";
import type { MovedSite, PlanCounted, PlanFound } from "../../../workers/plan-tasks.ts";
import type { SiteId } from "../../core/base/ids.ts";
import type { WorkStep } from "../../core/base/work.ts";
import type { LngLat } from "../../core/geo/lng-lat.ts";
import type { Patch } from "../../core/model/patch.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import { today } from "../../platform/browser/clock.ts";
import { choicesInForce } from "../derived/chosen-pack.ts";
import { curveBudgets } from "../derived/plan-curve.ts";
import { comingIn } from "../derived/plan-facts.ts";
import { leastOf } from "../derived/plan-search.ts";
import { useDocument } from "../state/document.ts";
import {
  type Asked,
  askedNow,
  type Ground,
  groundOf,
  isOfReach,
  isOfRooms,
  isSameGround,
  MOST_KEPT,
  type PlanMade,
  type Plans,
  planShown,
  type Scenario,
  type Search,
  usePlans,
} from "../state/plans.ts";
import { useSession } from "../state/session.ts";
import { solverDesk } from "../worker-desk.ts";
import { makeEdit } from "./edit.ts";
import { titleOf } from "./save-project.ts";

/** Hires its worker with the first call, and a new one after each that was called off. */
const solver = solverDesk();

/** What the worker was told last, and still knows. */
let held: Ground | undefined;

/** Looks through the open document: what is missing, and where what can be done. Once for each ground. */
export async function survey(desk: Desk): Promise<void> {
  const { search, surveyed } = usePlans.getState();
  const ground = groundNow();
  if (search || (surveyed && isSameGround(surveyed.ground, ground))) return;
  await searching({ doing: "survey" }, (options) => onGround(desk, ground, options, () => DONE));
}

/** Finds the plan that is asked for now. Whatever was worked out in the background gives way. */
export async function findPlan(desk: Desk): Promise<void> {
  const asked = askedNow(usePlans.getState(), useSession.getState().subject);
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

/** Stops the search and takes the best it had found, counted by a new worker. */
export async function keepBest(desk: Desk): Promise<void> {
  const { search, surveyed } = usePlans.getState();
  const seen = search?.step?.search;
  if (!search?.asked || !seen?.best || !surveyed || !isOfRooms(search.asked)) return;
  const { asked } = search;
  const { bound, best } = seen;
  const ground = groundNow();
  search.cancel();
  const { years } = asked;
  const over = years && best.years && { first: years.first, last: years.last, starts: best.years };
  const input = { measures: best.chosen, moved: [], ...(over && { over }) };
  const counted = await searching({ doing: "count", asked }, (options) =>
    onGround(desk, ground, options, () => solver.call("count", input, options)),
  );
  if (!counted) return;
  const { objective } = best;
  const gap = Math.abs(objective - bound) / Math.max(Math.abs(objective), TINY);
  const { refused } = surveyed.is;
  const found: PlanFound = {
    ...counted,
    status: "feasible",
    objective,
    bound,
    gap,
    refused,
    lacking: [],
    waysOut: [],
  };
  show(desk, { asked, found, ground, stopped: leastOf(asked.goal.for, best, surveyed.is) });
}

/** Tries chosen sites elsewhere: what the plan comes to then, and whom it gives and takes. */
export async function tryElsewhere(desk: Desk, site: SiteId, to: LngLat): Promise<void> {
  const { trial } = usePlans.getState();
  await tryAt(desk, [...(trial?.moved ?? []).filter((each) => each.site !== site), { site, to }]);
}

/** Puts a site back where the document has it. */
export async function putBack(desk: Desk, site: SiteId): Promise<void> {
  const { trial } = usePlans.getState();
  await tryAt(
    desk,
    (trial?.moved ?? []).filter((each) => each.site !== site),
  );
}

async function tryAt(desk: Desk, moved: readonly MovedSite[]): Promise<void> {
  const { made, trial } = usePlans.getState();
  if (!made) return;
  usePlans.getState().search?.cancel();
  if (moved.length === 0) return usePlans.setState({ trial: undefined });
  // What was counted last stands until the next is.
  usePlans.setState({ trial: { ...trial, moved } });
  const input = { measures: made.found.measures.map(({ id }) => id), moved };
  const counted = await searching({ doing: "count", asked: made.asked }, (options) =>
    onGround(desk, made.ground, options, () => solver.call("count", input, options)),
  );
  const now = usePlans.getState();
  if (now.made !== made || now.trial?.moved !== moved) return;
  if (counted) usePlans.setState({ trial: { moved, found: movedPlan(made, counted) } });
  else usePlans.setState({ trial: trial?.found ? trial : undefined });
}

/** Nothing is proved of a plan whose sites were moved by hand. */
function movedPlan({ found }: PlanMade, counted: PlanCounted): PlanFound {
  const { objective: _objective, gap: _gap, ...rest } = found;
  return { ...rest, ...counted, status: "feasible" };
}

/** Makes the plan on screen part of the document, as one edit. `title`: what the history calls it. */
export async function acceptPlan(desk: Desk, title: string): Promise<void> {
  const plans = usePlans.getState();
  const plan = planShown(plans);
  if (!plan || !plans.made || !isSameGround(plans.made.ground, groundNow())) return;
  stopCurve();
  await makeEdit(desk, { kind: "apply", patch: assumedBy(plan.patch, title) }, {}, onAccepted, undefined, {
    plan: title,
  });
}

/** Rooms that a plan brings are no finding of anybody: their source is the plan. */
function assumedBy(patch: Patch, title: string): Patch {
  const facilities = patch.facilities?.map(({ before, after }) => ({
    ...(before && { before }),
    ...(after && { after: before ? after : { ...after, source: title } }),
  }));
  return { ...patch, ...(facilities && { facilities }) };
}

function onAccepted(): void {
  usePlans.setState({ shadesAfter: false });
  useSession.setState({ selection: undefined });
}

/** Keeps the plan on screen to be compared with others. */
export function keepScenario(name: string): void {
  const plans = usePlans.getState();
  const found = planShown(plans);
  if (!plans.made || !found || plans.kept.length >= MOST_KEPT) return;
  usePlans.setState({ kept: [...plans.kept, { ...plans.made, found, name }] });
}

export function dropScenario(scenario: Scenario): void {
  usePlans.setState(({ kept }) => ({ kept: kept.filter((each) => each !== scenario) }));
}

/** Shows a plan that was kept, and the question it answers. */
export function showScenario({ name: _name, ...made }: Scenario): void {
  const { asked } = made;
  usePlans.getState().search?.cancel();
  usePlans.setState({ made, trial: undefined, trouble: undefined, ...questionOf(asked) });
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
  const budget = years?.yearly?.[0] ?? (goal.for === "budget" ? goal.budget : undefined);
  return { goal: goal.for, places, spread: years, doubt, ...(budget !== undefined && { budget }) };
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
  const { refused } = surveyed.is;
  show(desk, {
    asked,
    found: { ...counted, status: "feasible", bound: 0, refused, lacking: [], waysOut: [] },
    ground,
  });
}

function show(desk: Desk, made: PlanMade): void {
  usePlans.setState({ made, trial: undefined });
  void traceCurve(desk, made);
}

/**
 * What other budgets would do, one after another in the background. A plan that was asked for meanwhile, another document or
 * other parameters end it.
 */
async function traceCurve(desk: Desk, { asked, found, ground }: PlanMade): Promise<void> {
  stopCurve();
  // What money does is told of plans that are done at once.
  if (!isOfRooms(asked) || asked.years || asked.doubt) return usePlans.setState({ curve: undefined });
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

function stopCurve(): void {
  const under = tracing;
  tracing = undefined;
  if (!under) return;
  held = undefined;
  under.abort();
}

/** Does one thing after the other with progress on the page; what it comes to, if anything. */
async function searching<Output>(
  what: Pick<Search, "doing" | "asked">,
  work: (options: CallOptions) => Promise<Answer<Output>>,
): Promise<Output | undefined> {
  const abort = new AbortController();
  const isMine = () => usePlans.getState().search?.cancel === cancel;
  function cancel() {
    if (!isMine()) return;
    held = undefined;
    usePlans.setState({ search: undefined });
    abort.abort();
  }
  usePlans.setState({ search: { ...what, step: undefined, cancel }, trouble: undefined });
  const answer = await work({
    signal: abort.signal,
    onStep: (step) =>
      usePlans.setState(({ search }) =>
        isMine() && search ? { search: { ...search, step: withBest(step, search.step) } } : {},
      ),
  });
  if (!isMine()) return undefined;
  usePlans.setState({ search: undefined });
  if (answer.state === "done") return answer.output;
  if (answer.state === "refused")
    usePlans.setState({ trouble: { issues: answer.issues, message: undefined } });
  if (answer.state === "failed") usePlans.setState({ trouble: { issues: [], message: answer.message } });
  return undefined;
}

/** What was told of the best so far stands until more is: between two searches, and while the plan is worked out. */
function withBest(step: WorkStep, before: WorkStep | undefined): WorkStep {
  return step.search?.best || !before?.search ? step : { ...step, search: before.search };
}

/** Calls the worker once it has been told of this ground. */
async function onGround<Output>(
  desk: Desk,
  ground: Ground,
  options: CallOptions,
  call: () => Promise<Answer<Output>>,
): Promise<Answer<Output>> {
  if (!held || !isSameGround(held, ground)) {
    const told = await tellGround(desk, ground, options);
    if (told.state !== "done") return told;
  }
  const answer = await call();
  if (answer.state === "failed" && answer.lost) held = undefined;
  return answer;
}

async function tellGround(desk: Desk, ground: Ground, options: CallOptions): Promise<Answer<undefined>> {
  const { view, source } = useDocument.getState();
  if (!isSameGround(ground, groundNow())) return { state: "cancelled" };
  const parameters = choicesInForce(ground.choices, view, shippedStandards());
  const title = titleOf(source);
  const written = await desk.call("write", { file: "project", parameters, title }, options);
  if (written.state !== "done") return written;
  if (!isSameGround(ground, groundNow())) return { state: "cancelled" };
  const surveyed = await solver.call(
    "survey",
    {
      name: written.output.name,
      bytes: written.output.bytes as Uint8Array<ArrayBuffer>,
      from: Number(today().slice(0, 4)),
    },
    options,
  );
  if (surveyed.state !== "done") return surveyed;
  held = ground;
  usePlans.setState({ surveyed: { ground, is: surveyed.output } });
  return { state: "done", output: undefined };
}

function groundNow(): Ground {
  return groundOf(useDocument.getState());
}

/** Of another document nothing is kept; what is under way for the one before a change is called off. */
useDocument.subscribe((now, before) => {
  if (isSameGround(groundOf(now), groundOf(before))) return;
  usePlans.getState().search?.cancel();
  if (tracing) {
    stopCurve();
    usePlans.setState({ curve: undefined });
  }
  if (now.source !== before.source) usePlans.setState(usePlans.getInitialState());
});

const DONE: Promise<Answer<undefined>> = Promise.resolve({ state: "done", output: undefined });
const TINY = 1e-9;
