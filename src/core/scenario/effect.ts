import type { AllocationFindings } from "../analysis/allocation-findings.ts";
import type { MetricColumns, Results } from "../analysis/results.ts";
import type { ResidentialZone } from "../model/residential-zone.ts";
import type { Metric, RuleUnit } from "../standards/rule.ts";
import { type AreaChanges, areaChanges } from "./area-changes.ts";
import type { BeforeAfter } from "./compare.ts";
import { gainOf, type ServedChange, shareChanges } from "./share-changes.ts";

/** 对周边的影响: what a change of the project does to the zones, of one metric. */
export interface MetricEffect {
  readonly metric: Metric;
  readonly unit: RuleUnit;
  readonly losing: ServedGroup;
  readonly gaining: ServedGroup;
  readonly otherwise: ServedGroup;
  readonly areas: AreaChanges;
  /** What is missing in all; NaN where it is known of no zone. */
  readonly missing: BeforeAfter;
}

export interface ServedGroup {
  readonly zones: number;
  /** m² or slots, not negative: what they lose or gain together; NaN of `otherwise`. */
  readonly amount: number;
  /** The first of them. */
  readonly first: readonly ServedChange[];
}

export interface EffectSide {
  readonly zones: readonly Pick<ResidentialZone, "id" | "name">[];
  readonly results: {
    readonly zones: { readonly byMetric: readonly MetricColumns[] };
    readonly headline: Pick<Results["headline"], "missing">;
    readonly allocations?: readonly Pick<AllocationFindings, "metric" | "certificates" | "areas">[];
  };
}

/** By metric that either side asks for, in the order of the later one; of each group as many zones as `listed`. */
export function effectOf(before: EffectSide, after: EffectSide, listed = 20): readonly MetricEffect[] {
  const asked = new Map(
    [before, after].flatMap(({ results }) =>
      results.zones.byMetric.map(({ metric, unit }) => [metric, unit]),
    ),
  );
  return [...asked].map(([metric, unit]) => {
    const columnsOf = (side: EffectSide) => ({
      zones: side.zones,
      columns: side.results.zones.byMetric.find((each) => each.metric === metric) ?? NOTHING,
    });
    const areasOf = (side: EffectSide) => ({
      zones: side.zones,
      allocation: side.results.allocations?.find((each) => each.metric === metric),
    });
    const { losing, gaining, otherwise } = shareChanges(columnsOf(before), columnsOf(after));
    const group = (changes: readonly ServedChange[]): ServedGroup => ({
      zones: changes.length,
      amount: Math.abs(changes.reduce((sum, change) => sum + gainOf(change), 0)),
      first: changes.slice(0, listed),
    });
    return {
      ...{ metric, unit, losing: group(losing), gaining: group(gaining), otherwise: group(otherwise) },
      areas: areaChanges(areasOf(before), areasOf(after)),
      missing: { before: missingIn(before, metric), after: missingIn(after, metric) },
    };
  });
}

function missingIn({ results }: EffectSide, metric: Metric): number {
  const found = results.headline.missing.find((each) => each.metric === metric);
  return found && found.zonesKnown > 0 ? found.amount : Number.NaN;
}

const NOTHING = { required: new Float64Array(), provided: new Float64Array() };
