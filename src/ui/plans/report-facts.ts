import type { CoverageSum, StandardSum, TierGap } from "../../core/city/city-facts.ts";
import type { Text } from "../../core/standards/clause.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import type { VerdictClass } from "../../core/standards/verdict.ts";
import type { SheetDrawing } from "../print/drawing.ts";
import type { KnownSum, PeopleColumn } from "../tables/facts.ts";
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
  readonly covered: readonly CoverageSum[];
  /** Rules that give a time to remedy what is short. */
  readonly deadlines: readonly { readonly title: Text; readonly years: number }[];
  readonly streets: readonly ReportStreet[];
  readonly tiers: readonly TierGap[];
  readonly plan: ReportPlan;
  readonly drawing: SheetDrawing | undefined;
}

/** A 街道, what it lacks, and what it would with the plan done; by metric of the plan, NaN where nothing is known. */
export interface ReportStreet {
  readonly id: string;
  readonly name: string;
  readonly zones: number;
  readonly people: Readonly<Record<PeopleColumn, KnownSum>>;
  readonly missing: readonly number[];
  readonly after: readonly number[];
  /** Measures that lie in it. */
  readonly measures: number;
}

export interface ReportPlan {
  /** What was asked, and how sure the answer is. */
  readonly asked: string;
  readonly status: string;
  /** 万元: once, or over the years of a plan that is spread over them; and for each year. */
  readonly cost: number;
  readonly yearly: number;
  readonly metrics: readonly ReportMetric[];
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
  /** In the list and on the map, from 1. */
  readonly number: number;
  /** Unit that it lies in, as roll-ups call it. */
  readonly street: string | undefined;
  /** How many zones it serves. */
  readonly zones: number;
}
