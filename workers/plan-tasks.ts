import type { FacilityId, SiteId, ZoneId } from "../src/core/base/ids.ts";
import type { Metres } from "../src/core/base/units.ts";
import type { LngLat } from "../src/core/geo/lng-lat.ts";
import type { FacilityStatus } from "../src/core/model/facility.ts";
import type { CareSubject } from "../src/core/model/facility-kind.ts";
import type { Patch } from "../src/core/model/patch.ts";
import type { Doubt } from "../src/core/plan/cases.ts";
import type { Measure, Place, Refusal } from "../src/core/plan/measure.ts";
import type { ReachGoal, ReachHindrance, ReachTold } from "../src/core/plan/reach-plan.ts";
import type { ChangedPart, ConflictChoice, PlannedMeasure } from "../src/core/plan/rebase-plan.ts";
import type { Effect } from "../src/core/scenario/effect.ts";
import type { Metric, RuleUnit } from "../src/core/standards/rule.ts";
import type { AnalysisColumns, SourceFile } from "./protocol.ts";

/** What can be asked of the worker that looks for plans. It keeps the project it was given last. */
export interface PlanTasks {
  /** Takes a project file with the parameters saved in it, and works out what every plan of it begins from, in this year. */
  survey: { readonly input: SourceFile & { readonly from: number }; readonly output: PlanSurvey };
  /** The best plan, as far as the work goes. */
  plan: { readonly input: PlanAsked; readonly output: PlanFound };
  /** Where to open something so that people reach it, whatever it holds. */
  locate: { readonly input: LocateAsked; readonly output: PlanFound };
  /** The most that one budget does: a point of the curve of what money does; nothing where it pays for no plan. */
  point: { readonly input: PointAsked; readonly output: CurvePoint | undefined };
  /** What chosen measures come to, sites being elsewhere where that is said; refused where one of them cannot be (`isMovable`). */
  count: {
    readonly input: {
      readonly measures: readonly string[];
      readonly moved: readonly MovedSite[];
      /** The years that they are spread over, and in which of them each begins. */
      readonly over?: YearSpan & { readonly starts: readonly number[] };
      /** Of a question of reach: whose care is told of too. */
      readonly reach?: CareSubject;
      /** Of a plan that is to be good under doubt: the cases are told of too where no site is elsewhere. */
      readonly doubted?: Doubted;
    };
    readonly output: PlanCounted;
  };
  /** What of a plan of an earlier project stands in this one, counted anew. */
  rebase: {
    readonly input: {
      readonly planned: readonly PlannedMeasure[];
      readonly decisions: readonly ConflictDecision[];
      /** The years that the plan is spread over. */
      readonly over?: YearSpan;
      readonly reach?: CareSubject;
      readonly doubted?: Doubted;
    };
    readonly output: PlanRebased;
  };
}

/** How many times as much those count who are worst off, where a plan is held against cases of doubt. */
export type Doubted = Pick<PlanAsked, "equity">;

export interface YearSpan {
  readonly first: number;
  readonly last: number;
}

/** What there is to plan for, and with. */
export interface PlanSurvey {
  readonly missing: readonly MetricMissing[];
  /** Places where something can be done, by id. */
  readonly places: readonly PlannedPlace[];
  readonly refused: readonly RefusedPlace[];
  /** Places where nothing that could be done gives anybody more room. */
  readonly idle: readonly RefusedPlace[];
}

/** Why nothing is done somewhere, and what the place is called. */
export interface RefusedPlace extends Refusal {
  readonly name: string;
}

/** m² or slots that no assignment can serve; so much of it whatever data in doubt turn out to be. */
export interface MetricMissing {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly missing: number;
  readonly certain: number;
}

export interface PlannedPlace {
  readonly place: Place;
  readonly name: string;
  /** Absent where it has no place. */
  readonly at?: LngLat;
  /** What can be done here, one at most. */
  readonly measures: readonly MeasureView[];
}

/** Something that can be done at a place; 万元, m² and slots. */
export interface MeasureView extends Pick<Measure, "id" | "kind" | "earliest" | "lifetime" | "conditions"> {
  readonly cost: number;
  /** Nobody has stated what it costs once. */
  readonly isCostAssumed?: boolean;
  /** For each year. */
  readonly yearly?: number;
  readonly elderly: number;
  readonly childcare: number;
  readonly slots: number;
}

/** Ids of facilities and sites where something is done in any case, and where nothing is. */
export interface AskedPlaces {
  readonly with: readonly (FacilityId | SiteId)[];
  readonly without: readonly (FacilityId | SiteId)[];
}

export interface PlanAsked {
  readonly goal: { readonly for: "close" | "most" } | { readonly for: "budget"; readonly budget: number };
  readonly places: AskedPlaces;
  /** Absent: all of it is done at once. */
  readonly years?: YearsAsked;
  /** To be good in the worst of the cases of doubt, or on average of them. */
  readonly doubt?: Doubt;
  /** How many times as much counts what those lack who are worst off, by quarters down to once; absent: all count alike. */
  readonly equity?: number;
}

/** Calendar years that a plan is spread over, and what may be spent in each, 万元. */
export interface YearsAsked {
  readonly first: number;
  readonly last: number;
  /** One for each year; absent: as much as it takes. */
  readonly yearly?: readonly number[];
  /** What is not spent is there in the next year; otherwise it lapses. */
  readonly carry: boolean;
}

export interface LocateAsked {
  readonly goal: ReachGoal;
  readonly places: AskedPlaces;
}

export interface PointAsked {
  readonly budget: number;
  readonly places: AskedPlaces;
}

export interface CurvePoint {
  readonly budget: number;
  /** What the best plan found for it costs. */
  readonly cost: number;
  /** By metric, in the order of the survey: what it leaves missing. */
  readonly missing: readonly number[];
  /** Of what is missing, all of each metric counting as one: what the plan leaves, and what none leaves less than. */
  readonly objective: number;
  readonly bound: number;
}

export interface PlanFound extends PlanCounted {
  readonly status: "optimal" | "feasible" | "infeasible" | "unknown";
  /** Cost, or what stays missing, all of each metric counting as one. */
  readonly objective?: number;
  readonly bound: number;
  readonly gap?: number;
  readonly refused: readonly RefusedPlace[];
  /** Of a question of reach: who reaches care, and why nothing can be chosen. */
  readonly reach?: ReachTold & { readonly why?: ReachHindrance };
  /** Counting it anew finds otherwise than plans were weighed by, so that nothing is proved. */
  readonly isApart?: boolean;
  /** What would end shortages that even the plan that closes most leaves. */
  readonly waysOut: readonly WayOutView[];
  /** Where nothing closes everything: who stays short with all that can be done. */
  readonly lacking: readonly {
    readonly metric: string;
    readonly zones: readonly ZoneId[];
    readonly missing: number;
  }[];
}

export interface CaseView {
  /** `as-given`, `speed 0.7`, `people 1.1`, `loss ID`. */
  readonly name: string;
  /** By metric, in the order of the plan's: without it, and with it. */
  readonly missing: readonly { readonly before: number; readonly after: number }[];
  readonly isWorst: boolean;
}

/** Room for so much within reach of all zones; or more room at one facility; or a longer walk of one zone. */
export interface WayOutView {
  readonly metric: Metric;
  readonly zones: readonly ZoneId[];
  readonly missing: number;
  readonly enlarge?: { readonly facility: FacilityId; readonly by: number };
  readonly walk?: { readonly zone: ZoneId; readonly limit: number; readonly gives: number };
}

export interface PlanYearView {
  readonly year: number;
  readonly cost: number;
  /** By metric. */
  readonly missing: readonly { readonly metric: Metric; readonly missing: number }[];
}

export interface ZoneDate {
  readonly zone: ZoneId;
  readonly metric: Metric;
  /** From this year on it has enough; absent: not even in the last one, in which it lacks so much. */
  readonly year?: number;
  readonly missing: number;
}

/** A choice of measures, counted anew by an analysis with all of them done. */
export interface PlanCounted {
  /** What each stands on: to be handed back once the project has changed. */
  readonly planned: readonly PlannedMeasure[];
  readonly cost: number;
  readonly measures: readonly MeasureDone[];
  readonly missing: readonly (MetricMissing & {
    readonly before: number;
    readonly certainBefore: number;
    /** How many zones are served under a quarter of their need. */
    readonly leastServed: { readonly before: number; readonly after: number };
  })[];
  /** Of a plan over years: what each costs and leaves missing, and from when on zones have enough. */
  readonly years?: readonly PlanYearView[];
  readonly dates?: readonly ZoneDate[];
  /** Of a question of reach: who reaches care. */
  readonly reach?: ReachTold;
  /** Of a plan that is to be good under doubt: what is missing in each case. */
  readonly cases?: readonly CaseView[];
  /** Whom it gives and takes, and which verdicts turn. */
  readonly effect: Effect;
  /** What it makes of the document. */
  readonly patch: Patch;
  /** The results with it done; zones are the rows of the document, facilities are not. */
  readonly after: AnalysisColumns;
}

export interface MeasureDone extends MeasureView {
  /** Of a plan over years: in which it begins to serve. */
  readonly year?: number;
  readonly place: Place;
  readonly name: string;
  /** Absent where it has no place. */
  readonly at?: LngLat;
  /** Whom its facilities serve, most first. */
  readonly serves: readonly { readonly zone: ZoneId; readonly metric: Metric; readonly amount: number }[];
  /** 片区 of the analysis as it is of which it serves somebody. */
  readonly areas: readonly ServedArea[];
  /** The 街道 that its first facility lies in, as roll-ups call it. */
  readonly street?: string;
}

/** A 片区 by what its zones use of this measure's own rooms, and what they lack without the plan and still with all of it; m² or slots. */
export interface ServedArea {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  /** From 1, as in the analysis as it is. */
  readonly number: number;
  readonly given: number;
  readonly before: number;
  readonly left: number;
}

/** What of a plan still stands, and what the rest of it comes to without what is left out or not decided yet. */
export interface PlanRebased {
  /** In the order of the plan. */
  readonly fates: readonly RebasedView[];
  readonly counted: PlanCounted;
}

/** What was planned, by id, and what becomes of it. */
export interface RebasedView {
  readonly id: string;
  readonly fate: FateView;
}

export type FateView = { readonly is: "carried" } | { readonly is: "done" } | ConflictView;

/** Why it does not stand, with what is there now. */
export type ConflictView =
  | { readonly is: "gone" }
  | { readonly is: "used"; readonly rooms: readonly RoomView[] }
  | { readonly is: "refused"; readonly refusals: readonly Refusal[] }
  /** `status`: of the facility, if it is one. */
  | { readonly is: "not-offered"; readonly status?: FacilityStatus }
  | { readonly is: "too-late"; readonly earliest: number }
  | {
      readonly is: "otherwise";
      readonly parts: readonly ChangedPart[];
      readonly now: MeasureView & { readonly year?: number };
      /** How far its rooms are from where they were, straight. */
      readonly metres?: Metres;
    };

/** What is done about something planned that does not stand; it holds as long as the conflict is this one. */
export interface ConflictDecision {
  readonly id: string;
  readonly choice: ConflictChoice;
  readonly of: ConflictView;
}

/** A facility that is there; m² and slots. */
export interface RoomView {
  readonly name: string;
  readonly status?: FacilityStatus;
  readonly elderly: number;
  readonly childcare: number;
  readonly slots: number;
}

export interface MovedSite {
  readonly site: SiteId;
  readonly to: LngLat;
}
