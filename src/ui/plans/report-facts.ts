import type { PeopleCovered } from "../../core/analysis/results.ts";
import type { Day, Metres, Share } from "../../core/base/units.ts";
import type { StandardSum, TierGap } from "../../core/city/city-facts.ts";
import type { LngLat } from "../../core/geo/lng-lat.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import type { MetricEffect } from "../../core/scenario/effect.ts";
import type { Text } from "../../core/standards/clause.ts";
import type { DueDates } from "../../core/standards/due-dates.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import type { ProfileId } from "../../core/standards/rule-pack.ts";
import type { VerdictClass } from "../../core/standards/verdict.ts";
import type { SheetDrawing } from "../print/drawing.ts";
import type { KnownSum, PeopleColumn } from "../tables/facts.ts";
import type { LackSource } from "./lack-source.ts";
import type { CaseFacts, DateFacts, MeasureFacts, RefusalFacts, YearFacts } from "./plan-facts.ts";

/** What the report of shortages and of a plan says (缺口与补点报告). */
export interface PlanReportFacts {
  readonly zones: number;
  readonly verdicts: Readonly<Record<VerdictClass, number>>;
  readonly standards: readonly StandardSum[];
  /** People of the zones that lack anything. */
  readonly concerned: {
    readonly zones: number;
    readonly people: Readonly<Record<PeopleColumn, KnownSum>>;
  };
  readonly reached: readonly ReportReach[];
  /** The day of the report, and by when each of the standards in use wants what it wants, told on that day. */
  readonly on: Day;
  readonly due: readonly (DueDates & { readonly name: Text })[];
  readonly streets: readonly (ReportUnit & { readonly measures: readonly ReportMeasure[] })[];
  /** 社区 and villages that zones state and that lack something, now or with the plan. */
  readonly communities: readonly (ReportUnit & { readonly street: string | undefined })[];
  readonly tiers: readonly TierGap[];
  /** Why the plan counts other amounts than the summary. */
  readonly sources: readonly LackSource[];
  readonly plan: ReportPlan;
  readonly drawing: SheetDrawing | undefined;
}

/** Which part of people have a facility of a subject within the walk of each profile, now and with the plan done. */
export interface ReportReach {
  readonly subject: CareSubject;
  readonly base: PeopleCovered["base"];
  readonly zonesWithoutNumber: number;
  readonly profiles: readonly {
    readonly profile: ProfileId;
    readonly limit: Metres;
    /** It is the one that decides for the subject. */
    readonly decides: boolean;
    /** NaN where nobody's number is known. */
    readonly before: Share;
    readonly after: Share;
  }[];
}

/** A 街道 or 社区, what it lacks, and what it would with the plan done; by metric of the plan, NaN where nothing is known. */
export interface ReportUnit {
  readonly id: string;
  readonly name: string;
  readonly zones: number;
  readonly people: Readonly<Record<PeopleColumn, KnownSum>>;
  readonly missing: readonly number[];
  /** Of the zones that can be judged with the plan. */
  readonly after: readonly number[];
  readonly unjudged: readonly Unjudged[];
}

/** Zones that can be judged now, and cannot with the plan: what they lack now is known, and what with it is not. */
export interface Unjudged {
  readonly zones: number;
  /** Now: m² or slots. */
  readonly missing: number;
}

export interface ReportPlan {
  /** What was asked, and how sure the answer is. */
  readonly asked: string;
  readonly status: string;
  /** 万元: once, or over the years of a plan that is spread over them; and for each year. */
  readonly cost: number;
  readonly yearly: number;
  readonly metrics: readonly ReportMetric[];
  /** Whom it gives and takes, and of whom nobody knows any more what they lack. */
  readonly effect: readonly MetricEffect[];
  readonly measures: readonly ReportMeasure[];
  readonly refused: readonly RefusalFacts[];
  /** Of a plan over years, and of one under doubt; else empty. */
  readonly years: readonly YearFacts[];
  readonly dates: readonly DateFacts[];
  readonly cases: readonly CaseFacts[];
}

/** m² or slots that no assignment can serve, before and after; and so much of it for certain. */
export interface ReportMetric {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly before: number;
  readonly after: number;
  readonly certainBefore: number;
  readonly certainAfter: number;
}

export interface ReportMeasure extends Omit<MeasureFacts, "serves" | "place"> {
  /** Absent where it has no place. */
  readonly at?: LngLat;
  /** In the list and on the map, from 1. */
  readonly number: number;
  /** 街道 that it lies in, as roll-ups call it; where none is known, that of most zones it serves. */
  readonly street: string | undefined;
  /** How many zones it serves. */
  readonly zones: number;
  /** 万元, to a thousand yuan, as its row says it: with those of all measures of the plan they add up to the totals. */
  readonly told: { readonly cost: number; readonly yearly: number };
}
