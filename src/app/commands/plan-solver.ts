import type { Answer, CallOptions, Desk } from "../../../workers/client.ts";
import type {
  Doubted,
  PlanCounted,
  PlanFound,
  PlanSurvey,
  RefusedPlace,
  YearSpan,
} from "../../../workers/plan-tasks.ts";
import type { WorkStep } from "../../core/base/work.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import { placeKey } from "../../core/plan/measure.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import { today } from "../../platform/browser/clock.ts";
import { choicesInForce } from "../derived/chosen-pack.ts";
import { idOf } from "../derived/plan-facts.ts";
import { useDocument } from "../state/document.ts";
import { type Asked, isOfReach, isOfRooms } from "../state/plan-asked.ts";
import { type Ground, groundOf, isSameGround } from "../state/plan-made.ts";
import { type Search, usePlans } from "../state/plans.ts";
import { solverDesk } from "../worker-desk.ts";
import { titleOf } from "./save-project.ts";

/** Hires its worker with the first call, and a new one after each that was called off. */
export const solver = solverDesk();

/** What the worker was told last, and still knows. */
let held: Ground | undefined;

/** The worker is let go of, and what it was told with it. */
export function forgetGround(): void {
  held = undefined;
}

export function groundNow(): Ground {
  return groundOf(useDocument.getState());
}

/** Does one thing after the other with progress on the page; what it comes to, if anything. */
export async function searching<Output>(
  what: Pick<Search, "doing" | "asked">,
  work: (options: CallOptions) => Promise<Answer<Output>>,
): Promise<Output | undefined> {
  const abort = new AbortController();
  const isMine = () => usePlans.getState().search?.cancel === cancel;
  function cancel() {
    if (!isMine()) return;
    forgetGround();
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
export async function onGround<Output>(
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
  if (answer.state === "failed" && answer.lost) forgetGround();
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

/** Where nothing is done in any plan of what is asked, by a survey: of room also where nobody would have more of it. */
export function refusedFor(asked: Asked, { refused, idle }: PlanSurvey): readonly RefusedPlace[] {
  if (isOfReach(asked)) return refused;
  const { with: required, without: barred } = asked.places;
  const isOpen = (id: string) => !required.includes(id) && !barred.includes(id);
  return [...refused, ...idle.filter(({ place }) => isOpen(idOf(place)))];
}

/** What measures that somebody chose come to, as a plan of which nothing is proved. */
export function chosenPlan(counted: PlanCounted, refused: readonly RefusedPlace[]): PlanFound {
  const used = new Set(counted.measures.map(({ place }) => placeKey(place)));
  const unused = refused.filter(({ place }) => !used.has(placeKey(place)));
  return { ...counted, status: "feasible", bound: 0, refused: unused, lacking: [], waysOut: [] };
}

/**
 * What is asked besides measures, as counting takes it: the years of a plan over years, whose care is to be reached, and whether
 * cases of doubt are to be told of.
 */
export function askedBesides(asked: Asked): {
  readonly over?: YearSpan;
  readonly reach?: CareSubject;
  readonly doubted?: Doubted;
} {
  if (isOfReach(asked)) return { reach: asked.goal.subject };
  if (!isOfRooms(asked)) return {};
  const { years, doubt, equity } = asked;
  return {
    ...(years && { over: { first: years.first, last: years.last } }),
    ...(doubt && { doubted: equity === undefined ? {} : { equity } }),
  };
}
