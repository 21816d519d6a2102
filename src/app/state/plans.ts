import { create } from "zustand";
import type {
  AskedPlaces,
  ConflictDecision,
  CurvePoint,
  LocateAsked,
  MovedSite,
  PlanAsked,
  PlanFound,
  PlanSurvey,
  RebasedView,
  YearsAsked,
} from "../../../workers/plan-tasks.ts";
import type { Source } from "../../../workers/protocol.ts";
import { type Choices, parametersApart } from "../../core/analysis/parameters.ts";
import type { Issue } from "../../core/base/issue.ts";
import type { SearchStep, WorkStep } from "../../core/base/work.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import type { Patch } from "../../core/model/patch.ts";
import type { ConflictChoice } from "../../core/plan/rebase-plan.ts";
import { lastPatch, type OpenDocument, useDocument } from "./document.ts";

/** What is asked of plans for the open document, and what was found: dropped with the page, never part of the document. */
export interface Plans {
  readonly goal: GoalFor;
  /** 万元; absent while none was said. Of a plan over years what each of them may cost. */
  readonly budget: number | undefined;
  /** Of questions of reach: how many new places, and whether everybody is to have two. */
  readonly count: number;
  readonly backup: boolean;
  /** Years that a plan is spread over; absent: all is done at once. */
  readonly spread: Spread | undefined;
  /** Whether a plan is to be good in the worst of the cases of doubt, or on average of them. */
  readonly doubt: PlanAsked["doubt"];
  /** Whether those who lack more count more, or come first whatever others lack. */
  readonly equity: Equity;
  readonly places: AskedPlaces;
  readonly surveyed: Surveyed | undefined;
  readonly search: Search | undefined;
  /** The plan on screen. */
  readonly made: PlanMade | undefined;
  /** Chosen sites stand elsewhere on trial: what the plan comes to then, once that is known. */
  readonly trial: PlanTrial | undefined;
  /** Plans are being taken over onto this, or were not: somebody called that off, or it could not be done. */
  readonly notRebased: Ground | undefined;
  readonly trouble: PlanTrouble | undefined;
  readonly curve: Curve | undefined;
  /** Kept to be compared, four at most, the oldest first. */
  readonly kept: readonly Scenario[];
  /** Zones are shaded as they would be with the plan done. */
  readonly shadesAfter: boolean;
}

/** What there is too little room for is to be closed, or people are to reach care, whatever it holds. */
export type RoomGoal = PlanAsked["goal"]["for"];
export type ReachGoalFor = LocateAsked["goal"]["for"];
export const ROOM_GOALS = ["most", "close", "budget"] as const satisfies readonly RoomGoal[];
export type GoalFor = RoomGoal | ReachGoalFor;
/** What becomes of all that is to come anyway. */
export interface KnownAsked {
  readonly goal: { readonly for: "known" };
  readonly places: AskedPlaces;
}
export type Asked = PlanAsked | LocateAsked | KnownAsked;

export interface Spread {
  readonly first: number;
  readonly last: number;
  /** What is not spent in a year is there in the next. */
  readonly carry: boolean;
}

/**
 * The document and the parameters that something was made of: the same after something was done and taken back again. Two
 * documents are told apart by where they were opened from.
 */
export interface Ground {
  readonly source: Source | undefined;
  readonly after: Patch | undefined;
  readonly choices: Choices;
}

export interface Surveyed {
  readonly ground: Ground;
  readonly is: PlanSurvey;
}

/** What is being worked out, and how far it is. */
export interface Search {
  readonly doing: "survey" | "plan" | "locate" | "count" | "rebase";
  /** Absent where nothing but a survey is. */
  readonly asked?: Asked;
  readonly step: WorkStep | undefined;
  readonly cancel: () => void;
}

/** A plan, for what it was asked and of what it was made. */
export interface PlanMade {
  readonly asked: Asked;
  readonly found: PlanFound;
  readonly ground: Ground;
  /** Somebody stopped the search, which was about this then, and kept the best so far: another time it may be another one (未复现). */
  readonly stopped?: SearchStep["of"];
  /** It was found on another document, and counted anew on this one. */
  readonly rebased?: Rebased;
}

/** What of a plan stood in a document that was changed since, and what was decided of the rest. */
export interface Rebased {
  /** As it was found. */
  readonly from: PlanMade;
  /** In the order of that plan. */
  readonly fates: readonly RebasedView[];
  /** Sites of it had been tried elsewhere until then. */
  readonly isPutBack?: boolean;
  /** By these decisions it was counted. */
  readonly decided: readonly ConflictDecision[];
  /** Decisions as they are now: the same as those, or others until it is counted by them. */
  readonly wanted: readonly ConflictDecision[];
}

export interface PlanTrial {
  readonly moved: readonly MovedSite[];
  /** Absent until it is worked out. */
  readonly found?: PlanFound;
  /** A site is under the hand still, and follows it. */
  readonly isHeld?: boolean;
  /** Why nothing can be done where it is held. */
  readonly wrong?: readonly Issue[];
}

/** A plan that was kept to be compared with others. */
export interface Scenario extends PlanMade {
  readonly name: string;
}

export const MOST_KEPT = 4;

export interface PlanTrouble {
  readonly issues: readonly Issue[];
  /** The machine's own trouble. */
  readonly message: string | undefined;
}

/** What money does: a point for each budget, as they become known. */
export interface Curve {
  readonly ground: Ground;
  readonly places: AskedPlaces;
  readonly budgets: readonly number[];
  readonly points: readonly CurvePoint[];
}

const ANYWHERE: AskedPlaces = { with: [], without: [] };

export const usePlans = create<Plans>(() => ({
  goal: "most",
  budget: undefined,
  count: 3,
  backup: false,
  spread: undefined,
  doubt: undefined,
  equity: "alike",
  places: ANYWHERE,
  surveyed: undefined,
  search: undefined,
  made: undefined,
  trial: undefined,
  notRebased: undefined,
  trouble: undefined,
  curve: undefined,
  kept: [],
  shadesAfter: false,
}));

/** What a plan would be made of now. */
export function groundOf({
  source,
  done,
  choices,
}: Pick<OpenDocument, "source" | "done" | "choices">): Ground {
  return { source, after: lastPatch(done), choices };
}

export function isSameGround(one: Ground, other: Ground): boolean {
  return (
    one.source === other.source &&
    one.after === other.after &&
    parametersApart(one.choices, other.choices).length === 0
  );
}

/** Whether something was made of the document and the parameters as they are now. */
export function useIsCurrent(ground: Ground | undefined): boolean {
  return useDocument((document) => ground !== undefined && isSameGround(ground, groundOf(document)));
}

/** The plan on screen, with sites where they stand on trial. */
export function planShown({ made, trial }: Plans): PlanFound | undefined {
  return trial?.found ?? made?.found;
}

/** The plan as it was found, of one that was counted anew since. */
export function originOf(plan: PlanMade): PlanMade {
  return plan.rebased?.from ?? plan;
}

/** Whether all of a plan is decided, and it is counted by that. */
export function isAdoptable(plan: PlanMade): boolean {
  return isCounted(plan) && conflictsOf(plan).every(({ choice }) => choice !== undefined);
}

/** Whether what is shown of a plan is counted by all that was decided of it. */
export function isCounted({ rebased }: Pick<PlanMade, "rebased">): boolean {
  return rebased === undefined || rebased.decided === rebased.wanted;
}

/** What of a plan does not stand, and what was decided of it. */
export function conflictsOf({ rebased }: Pick<PlanMade, "rebased">): readonly OpenConflict[] {
  return (rebased?.fates ?? []).flatMap(({ id, fate }, at) => {
    if (fate.is === "carried" || fate.is === "done") return [];
    const choice = rebased?.wanted.find((each) => each.id === id)?.choice;
    return [{ id, at, of: fate, ...(choice && { choice }) }];
  });
}

export interface OpenConflict extends Pick<ConflictDecision, "id" | "of"> {
  /** Place in the plan as it was found. */
  readonly at: number;
  /** Absent while it is open. */
  readonly choice?: ConflictChoice;
}

/** The question as it stands, about care of this subject; nothing where a budget is still to be said. */
export function askedNow(
  { goal, budget, count, backup, spread, doubt, equity, places }: Plans,
  subject: CareSubject,
): PlanAsked | LocateAsked | undefined {
  if (goal === "everybody") return { goal: { for: goal, subject, ...(backup && { backup }) }, places };
  if (goal === "most-people" || goal === "least-walk" || goal === "least-far")
    return { goal: { for: goal, subject, count }, places };
  if (goal === "budget" && budget === undefined) return undefined;
  const years = spread && yearsOf(spread, budget);
  const all = years?.yearly?.reduce((sum, each) => sum + each, 0) ?? budget ?? 0;
  return {
    goal: goal === "budget" ? { for: goal, budget: all } : { for: goal },
    ...{ places, ...(years && { years }), ...(doubt && { doubt }), ...weighedBy(equity) },
  };
}

export type Equity = "alike" | "more" | "first";

/** How many times as much those count who are worst off. */
const TIMES: Record<Equity, number> = { alike: 1, more: 4, first: 1000 };

function weighedBy(equity: Equity): Pick<PlanAsked, "equity"> {
  return equity === "alike" ? {} : { equity: TIMES[equity] };
}

export function equityOf({ equity = 1 }: Pick<PlanAsked, "equity">): Equity {
  if (equity === 1) return "alike";
  return equity >= TIMES.first ? "first" : "more";
}

function yearsOf({ first, last, carry }: Spread, budget: number | undefined): YearsAsked {
  const yearly = budget === undefined ? undefined : new Array<number>(last - first + 1).fill(budget);
  return { first, last, carry, ...(yearly && { yearly }) };
}

/** A plan that was searched for, to close what is missing. */
export function isOfRooms(asked: Asked): asked is PlanAsked {
  return asked.goal.for !== "known" && !isOfReach(asked);
}

export function isOfReach(asked: Asked): asked is LocateAsked {
  return "subject" in asked.goal;
}

/** What is to be done at a place: something in any case, nothing, or what the search finds best. */
export type Will = "with" | "without" | "open";

export function willOf({ with: always, without }: AskedPlaces, id: string): Will {
  return always.includes(id) ? "with" : without.includes(id) ? "without" : "open";
}

export function setWill(id: string, will: Will): void {
  usePlans.setState(({ places }) => {
    const without = (ids: readonly string[]) => ids.filter((one) => one !== id);
    const all = { with: without(places.with), without: without(places.without) };
    return { places: will === "open" ? all : { ...all, [will]: [...all[will], id] } };
  });
}
