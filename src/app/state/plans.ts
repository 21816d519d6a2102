import { create } from "zustand";
import type {
  AskedPlaces,
  CurvePoint,
  MovedSite,
  PlanFound,
  PlanSurvey,
} from "../../../workers/plan-tasks.ts";
import type { ProjectView } from "../../../workers/protocol.ts";
import type { Issue } from "../../core/base/issue.ts";
import type { WorkStep } from "../../core/base/work.ts";
import { idIn } from "../../core/plan/measure.ts";
import { useDocument } from "./document.ts";
import { type Asked, placesThere, type Question, type Will } from "./plan-asked.ts";
import { type Ground, groundOf, isSameGround, type PlanMade, type Scenario } from "./plan-made.ts";

/** What is asked of plans for the open document, and what was found: dropped with the page, never part of the document. */
export interface Plans extends Question {
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

export interface PlanTrial {
  readonly moved: readonly MovedSite[];
  /** Absent until it is worked out. */
  readonly found?: PlanFound;
  /** A site is under the hand still, and follows it. */
  readonly isHeld?: boolean;
  /** Why nothing can be done where it is held. */
  readonly wrong?: readonly Issue[];
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

/** Whether something was made of the document and the parameters as they are now. */
export function useIsCurrent(ground: Ground | undefined): boolean {
  return useDocument((document) => ground !== undefined && isSameGround(ground, groundOf(document)));
}

/** Whether a place that was fixed beforehand is there, of the document or as a point of a grid. */
export function isThereIn(view: ProjectView | undefined, { surveyed }: Pick<Plans, "surveyed">) {
  return (id: string) =>
    view?.sites.ids.includes(id) === true ||
    view?.facilities.ids.includes(id) === true ||
    surveyed?.is.places.some(({ place }) => idIn(place) === id) === true;
}

/** The question as it stands, in a document: of places fixed beforehand those that are there. */
export function questionIn(view: ProjectView | undefined, plans: Plans): Question {
  return { ...plans, places: placesThere(plans.places, isThereIn(view, plans)) };
}

/** The plan on screen, with sites where they stand on trial. */
export function planShown({ made, trial }: Plans): PlanFound | undefined {
  return trial?.found ?? made?.found;
}

export function setWill(id: string, will: Will): void {
  usePlans.setState(({ places }) => {
    const without = (ids: readonly string[]) => ids.filter((one) => one !== id);
    const all = { with: without(places.with), without: without(places.without) };
    return { places: will === "open" ? all : { ...all, [will]: [...all[will], id] } };
  });
}
