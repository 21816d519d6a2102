import { type Exact, toNumber } from "../../core/base/decimal.ts";
import { worstOf } from "../../core/plan/cases.ts";
import { deadlinesOf } from "../../core/plan/deadlines.ts";
import type { CaseMissing } from "../../core/plan/doubt.ts";
import type { Measure, Refusal } from "../../core/plan/measure.ts";
import { gapOf, type PlanAnswer, type PlanAsked } from "../../core/plan/plan-answer.ts";

/** The JSON of a plan: numbers of what is counted exactly, measures and refusals by place. */
export function planJson(answer: PlanAnswer, asked: PlanAsking, reason: string | null): string {
  const isFound = answer.status === "optimal" || answer.status === "feasible";
  return `${JSON.stringify({
    status: answer.status,
    objective: isFound ? numberOf(answer.objective) : null,
    bound: isFound ? answer.bound : null,
    gap: isFound ? (gapOf(answer) ?? null) : null,
    cost: isFound ? shown(answer.cost) : null,
    missing: answer.missing.map(({ metric, before, after, certainBefore, certainAfter }) => ({
      ...{ metric, before: toNumber(before), after: isFound ? toNumber(after) : null },
      ...{ certainBefore: toNumber(certainBefore), certainAfter: isFound ? toNumber(certainAfter) : null },
    })),
    shares: answer.shares.map(({ metric, before, after }) => ({
      ...{ metric, before, after: isFound ? after : null },
    })),
    measures: isFound ? answer.measures.map((measure, at) => measureJson(measure, answer.starts?.[at])) : [],
    ...(answer.years && yearsJson(answer, isFound)),
    ...(answer.cases && casesJson(answer.cases, isFound)),
    refused: answer.refused.map(refusalJson),
    lacking: answer.lacking.map(({ metric, zones, missing }) => ({
      metric,
      zones,
      missing: toNumber(missing),
    })),
    waysOut: answer.waysOut.map(({ metric, zones, missing, enlarge, walk }) => ({
      ...{ metric, zones, missing: toNumber(missing) },
      ...(enlarge && { enlarge: { ...enlarge, by: toNumber(enlarge.by) } }),
      ...(walk && { walk: { ...walk, gives: toNumber(walk.gives) } }),
    })),
    reason,
    asked: askedJson(asked),
  })}\n`;
}

/** What a plan was asked for, so that it can be held to it. */
export interface PlanAsking extends Pick<PlanAsked, "goal" | "places" | "years" | "doubt" | "equity"> {
  /** By costs of one's own. */
  readonly ownCosts: boolean;
  /** Metres between places of a grid that stand for sites. */
  readonly grid?: number;
}

function askedJson({ goal, places, years, doubt, equity, grid, ownCosts }: PlanAsking) {
  return {
    for: goal.for,
    ...(goal.for === "budget" && { budget: toNumber(goal.budget) }),
    ...{ with: places?.with ?? [], without: places?.without ?? [] },
    ...(years && { years: years.years, carry: years.carry }),
    ...(years?.yearly && { yearly: years.yearly.map(toNumber) }),
    ...(doubt && { doubt }),
    ...(equity !== undefined && { equity }),
    ...(grid !== undefined && { grid }),
    ownCosts,
  };
}

function yearsJson({ years = [], zones = [], after }: PlanAnswer, isFound: boolean) {
  return {
    years: isFound
      ? years.map(({ year, cost, missing }) => ({
          ...{ year, cost: shown(cost) },
          missing: missing.map((each) => ({ ...each, missing: toNumber(each.missing) })),
        }))
      : [],
    zones: isFound
      ? zones.map(({ year = null, missing, ...of }) => ({ ...of, year, missing: toNumber(missing) }))
      : [],
    deadlines: deadlinesOf(after),
  };
}

/** What is missing in each case; `lack` is by weight, all that is missing of each metric counting as one. */
function casesJson(cases: readonly CaseMissing[], isFound: boolean) {
  const lacks = cases.map(({ lack }) => toNumber(lack));
  return {
    cases: cases.map(({ name, missing }, at) => ({
      ...{ case: name, lack: isFound ? lacks[at] : null },
      missing: missing.map(({ metric, before, after }) => ({
        ...{ metric, before: toNumber(before), after: isFound ? toNumber(after) : null },
      })),
    })),
    worst: isFound ? (worstOf(cases, ({ lack }) => lack)?.name ?? null) : null,
    average: isFound ? lacks.reduce((sum, each) => sum + each, 0) / Math.max(1, lacks.length) : null,
  };
}

export function measureJson(
  { id, kind, place, leaves, cost, yearly, earliest, lifetime, conditions }: Measure,
  year: number | undefined,
) {
  const areaOf = (subject: string) =>
    leaves
      .flatMap(({ areas }) => areas)
      .reduce((sum, each) => sum + (each.subject === subject ? each.area : 0), 0);
  const slots = leaves.reduce((sum, { slots: each = 0 }) => sum + each, 0);
  return {
    ...{ id, kind, ...place, ...(year !== undefined && { year }), cost: shown(cost) },
    ...(yearly !== undefined && { yearly: shown(yearly) }),
    ...(earliest !== undefined && { earliest }),
    ...(lifetime !== undefined && { lifetime }),
    ...{ elderly_m2: areaOf("elderly"), childcare_m2: areaOf("childcare"), slots },
    ...(conditions.length > 0 && { conditions }),
  };
}

export function refusalJson({ place, subject, why, rule }: Refusal) {
  return { ...place, ...(subject && { subject }), why, ...(rule && { rule }) };
}

function numberOf(amount: Exact | undefined): number | null {
  return amount === undefined ? null : toNumber(amount);
}

/** 万元 as a person reads them, to a whole 元; rounding decides nothing. */
export function shown(cost: Exact): number {
  return Math.round(toNumber(cost) * 1e4) / 1e4;
}
