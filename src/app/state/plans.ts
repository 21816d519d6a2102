import { create } from "zustand";
import type {
  AskedPlaces,
  CurvePoint,
  LocateAsked,
  MovedSite,
  PlanAsked,
  PlanFound,
  PlanSurvey,
  YearsAsked,
} from "../../../workers/plan-tasks.ts";
import type { Source } from "../../../workers/protocol.ts";
import { type Choices, parametersApart } from "../../core/analysis/parameters.ts";
import type { Issue } from "../../core/base/issue.ts";
import type { WorkStep } from "../../core/base/work.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import type { Patch } from "../../core/model/patch.ts";
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
  readonly places: AskedPlaces;
  readonly surveyed: Surveyed | undefined;
  readonly search: Search | undefined;
  /** The plan on screen. */
  readonly made: PlanMade | undefined;
  /** Chosen sites stand elsewhere on trial: what the plan comes to then, once that is known. */
  readonly trial: PlanTrial | undefined;
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
  readonly doing: "survey" | "plan" | "locate" | "count";
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
  /** Somebody stopped the search and kept the best so far: another time it may be another one (未复现). */
  readonly stopped?: Least;
}

/** What a search was about when it was stopped: what stays missing, or the cost. */
export type Least = "lack" | "cost";

export interface PlanTrial {
  readonly moved: readonly MovedSite[];
  /** Absent until it is worked out. */
  readonly found?: PlanFound;
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
  places: ANYWHERE,
  surveyed: undefined,
  search: undefined,
  made: undefined,
  trial: undefined,
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

/** The question as it stands, about care of this subject; nothing where a budget is still to be said. */
export function askedNow(
  { goal, budget, count, backup, spread, doubt, places }: Plans,
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
    ...{ places, ...(years && { years }), ...(doubt && { doubt }) },
  };
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
