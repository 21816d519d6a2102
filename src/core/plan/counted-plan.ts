import type { AllocationTotals } from "../analysis/allocation-findings.ts";
import { type Pipeline, update } from "../analysis/pipeline.ts";
import { type Exact, plus, ZERO } from "../base/decimal.ts";
import { done, type Outcome } from "../base/outcome.ts";
import type { Work } from "../base/work.ts";
import { countedYears, type PlanYears } from "./counted-years.ts";
import { type ZonesByShare, zonesByShare } from "./equity.ts";
import type { Measure } from "./measure.ts";
import type { PlanBasis } from "./plan-basis.ts";
import { withMeasures } from "./plan-of-analysis.ts";

/** What measures that somebody chose come to, whoever that was. */
export interface CountedPlan extends Partial<PlanYears> {
  readonly cost: Exact;
  readonly measures: readonly Measure[];
  readonly missing: readonly MissingBy[];
  /** By metric: how many zones are served which share of their need. */
  readonly shares: readonly SharesBy[];
  /** The analysis of the project with the measures done; over several years as it is in the last. */
  readonly after: Pipeline;
}

/** What no assignment can serve, by the careful allocation. */
export interface MissingBy {
  readonly metric: string;
  readonly before: Exact;
  readonly after: Exact;
  /** What of it is missing even if all data in doubt are in its favour. */
  readonly certainBefore: Exact;
  readonly certainAfter: Exact;
}

export interface SharesBy {
  readonly metric: string;
  readonly before: ZonesByShare;
  readonly after: ZonesByShare;
}

/**
 * Counts measures anew, by an analysis of the project with all of them done; of several years, in which each begins in that of
 * `starts`, by one analysis of each year. Refused as an analysis is.
 */
export function* countedPlan(
  basis: PlanBasis,
  measures: readonly Measure[],
  over?: { readonly years: readonly number[]; readonly starts: readonly number[] },
): Work<Outcome<CountedPlan>> {
  const counted = over
    ? yield* countedYears(
        basis,
        measures.map((measure, at) => ({ measure, year: over.starts[at] as number })),
        over.years,
      )
    : yield* countedAtOnce(basis, measures);
  if (!counted.ok) return counted;
  const before = missingIn(basis.base);
  const sharesBefore = zonesByShare(basis.base);
  return done({
    ...counted.value,
    shares: [...zonesByShare(counted.value.after)].map(([metric, after]) => ({
      ...{ metric, before: sharesBefore.get(metric) ?? NOBODY, after },
    })),
    missing: [...missingIn(counted.value.after)].map(([metric, now]) => ({
      ...{ metric, before: before.get(metric)?.missing ?? ZERO, after: now.missing },
      ...{ certainBefore: before.get(metric)?.certain ?? ZERO, certainAfter: now.certain },
    })),
  });
}

const NOBODY: ZonesByShare = [0, 0, 0, 0];

function* countedAtOnce(
  { base }: PlanBasis,
  measures: readonly Measure[],
): Work<Outcome<Pick<CountedPlan, "cost" | "measures" | "after">>> {
  const after = yield* update(base, { project: withMeasures(base.project, measures) });
  if (!after.ok) return after;
  return done({
    cost: measures.reduce((sum, { cost }) => plus(sum, cost), ZERO),
    ...{ measures, after: after.value },
  });
}

/** The same as an analysis finds it, with what is missing whatever the data in doubt turn out to be. */
function missingIn({ results }: Pipeline): ReadonlyMap<string, AllocationTotals> {
  return new Map((results.allocations ?? []).map(({ metric, totals }) => [metric, totals]));
}
