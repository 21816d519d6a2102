import { NOT_ALLOCATED } from "../analysis/allocation-findings.ts";
import { type Pipeline, update } from "../analysis/pipeline.ts";
import { compare, type Exact, exact, minus, plus, times, ZERO } from "../base/decimal.ts";
import type { ZoneId } from "../base/ids.ts";
import { done, type Outcome } from "../base/outcome.ts";
import type { Work } from "../base/work.ts";
import type { Metric } from "../standards/rule.ts";
import type { CountedPlan } from "./counted-plan.ts";
import type { Measure } from "./measure.ts";
import type { PlanBasis } from "./plan-basis.ts";
import { withMeasures } from "./plan-of-analysis.ts";
import { costIn, costWithin, serves } from "./years.ts";

/** A measure of a plan, and the year in which it begins to serve. */
export interface Started {
  readonly measure: Measure;
  readonly year: number;
}

/** What becomes of a plan year by year, counted anew by an analysis of each. */
export interface PlanYears {
  readonly years: readonly PlanYear[];
  /** By measure of the plan: the year in which it begins to serve. */
  readonly starts: readonly number[];
  /** By id and metric: zones that are short without the plan or in one of its years. */
  readonly zones: readonly ZoneYear[];
}

export interface PlanYear {
  readonly year: number;
  /** What is spent in it, 万元: first costs of what begins, yearly ones of what serves. */
  readonly cost: Exact;
  readonly missing: readonly { readonly metric: Metric; readonly missing: Exact }[];
}

export interface ZoneYear {
  readonly zone: ZoneId;
  readonly metric: Metric;
  /** From this year on it has enough until the last one; absent: not even in that. */
  readonly year?: number;
  /** What it lacks in the last year. */
  readonly missing: Exact;
}

/** Counts a plan over these years anew. Its cost is that of these years, `after` the last of them. Refused as an analysis is. */
export function* countedYears(
  basis: Pick<PlanBasis, "base">,
  started: readonly Started[],
  years: readonly number[],
): Work<Outcome<Pick<CountedPlan, "cost" | "measures" | "after"> & PlanYears>> {
  let last: Pipeline = basis.base;
  const analyses: Pipeline[] = [];
  for (const year of years) {
    const serving = started.filter(({ measure, year: start }) => serves(measure, start, year));
    const project = withMeasures(
      basis.base.project,
      serving.map(({ measure }) => measure),
    );
    const next = yield* update(last, { project });
    if (!next.ok) return next;
    last = next.value;
    analyses.push(last);
  }
  return done({
    measures: started.map(({ measure }) => measure),
    starts: started.map(({ year }) => year),
    cost: started.map(({ measure, year }) => costWithin(measure, year, years)).reduce(plus, ZERO),
    after: last,
    years: years.map((year, at) => ({
      year,
      cost: started
        .map(({ measure, year: start }) => costIn(measure, measure, start, year))
        .reduce(plus, ZERO),
      missing: (analyses[at]?.results.allocations ?? []).map(({ metric, totals }) => ({
        ...{ metric, missing: totals.missing },
      })),
    })),
    zones: zoneYears(basis.base, analyses, years),
  });
}

function zoneYears(
  { project, results }: Pipeline,
  analyses: readonly Pipeline[],
  years: readonly number[],
): readonly ZoneYear[] {
  return (results.allocations ?? []).flatMap(({ metric }) =>
    project.zones.flatMap(({ id }, row): ZoneYear[] => {
      const before = lackedBy({ results }, metric, row);
      const lacked = analyses.map((each) => lackedBy(each, metric, row) ?? ZERO);
      if (before === undefined || [before, ...lacked].every((each) => compare(each, ZERO) === 0)) return [];
      const short = lacked.findLastIndex((each) => compare(each, ZERO) > 0);
      const year = years[short + 1];
      return [{ zone: id, metric, ...(year !== undefined && { year }), missing: lacked.at(-1) ?? before }];
    }),
  );
}

/** Nothing of a zone that no allocation is over. */
function lackedBy({ results }: Pick<Pipeline, "results">, metric: Metric, row: number): Exact | undefined {
  const found = results.allocations?.find((each) => each.metric === metric);
  const level = found?.zones.levelOf[row];
  const need = found?.zones.needs[row];
  if (found === undefined || level === undefined || level === NOT_ALLOCATED || need === undefined)
    return undefined;
  return times(need, minus(exact(1), found.levels[level] ?? ZERO));
}
