import type { AskedPlaces, LocateAsked, PlanAsked, YearsAsked } from "../../../workers/plan-tasks.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";

/** What is asked of plans, as it is set on the page. */
export interface Question {
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

/** The question as it stands, about care of this subject; nothing where a budget is still to be said. */
export function askedNow(
  { goal, budget, count, backup, spread, doubt, equity, places }: Question,
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

/** Places fixed beforehand without those that are not there any more; the same where all are. */
export function placesThere(places: AskedPlaces, isThere: (id: string) => boolean): AskedPlaces {
  if ([...places.with, ...places.without].every(isThere)) return places;
  return { with: places.with.filter(isThere), without: places.without.filter(isThere) };
}

export function isUnderDoubt(asked: Asked): boolean {
  return isOfRooms(asked) && asked.doubt !== undefined;
}

export function isOfReach(asked: Asked): asked is LocateAsked {
  return "subject" in asked.goal;
}

/** What is to be done at a place: something in any case, nothing, or what the search finds best. */
export type Will = "with" | "without" | "open";

export function willOf({ with: always, without }: AskedPlaces, id: string): Will {
  return always.includes(id) ? "with" : without.includes(id) ? "without" : "open";
}
