import { type AllocationFindings, NOT_ALLOCATED } from "../analysis/allocation-findings.ts";
import type { Pipeline } from "../analysis/pipeline.ts";
import { servedBy } from "../analysis/served-by.ts";
import { type Exact, exact, minus, plus, times, ZERO } from "../base/decimal.ts";
import type { ZoneId } from "../base/ids.ts";
import { byCodeUnit } from "../base/order.ts";
import type { Metric } from "../standards/rule.ts";
import type { Measure } from "./measure.ts";

/** What a measure does within a plan. */
export interface PlannedService {
  /** Whom its facilities serve with the plan done, most first. */
  readonly serves: readonly { readonly zone: ZoneId; readonly metric: Metric; readonly amount: number }[];
  /** 片区 of the analysis without the plan of which it serves somebody, by metric and number. */
  readonly areas: readonly RelievedArea[];
}

/** A 片区, and what its zones lack together without a plan and with it. */
export interface RelievedArea {
  readonly metric: Metric;
  /** From 1, most missing first. */
  readonly number: number;
  readonly before: Exact;
  readonly after: Exact;
}

/** By measure. `after`: the analysis with all of them done, of the same zones as `base`. */
export function plannedServices(
  base: Pipeline,
  after: Pipeline,
  measures: readonly Measure[],
): readonly PlannedService[] {
  const rowOf = new Map(base.project.zones.map(({ id }, row) => [id, row]));
  const lacks = new Map((after.results.allocations ?? []).map((of) => [of.metric, of]));
  const areas = new Map(
    (base.results.allocations ?? []).map((of) => [of.metric, relievedAreas(of, lacks.get(of.metric))]),
  );
  const areaOf = new Map((base.results.allocations ?? []).map(({ metric, zones }) => [metric, zones.area]));
  return measures.map(({ leaves }) => {
    const serves = leaves.flatMap(({ id }) => {
      const served = servedBy(after, id);
      return served.ok
        ? served.value.flatMap(({ zone, given }) => given.map((each) => ({ zone, ...each })))
        : [];
    });
    const relieved = new Set<RelievedArea>();
    for (const { zone, metric } of serves) {
      const number = areaOf.get(metric)?.[rowOf.get(zone) ?? -1] ?? 0;
      const area = areas.get(metric)?.[number - 1];
      if (area) relieved.add(area);
    }
    return {
      serves: serves
        .map(({ zone, metric, amount }) => ({ zone, metric, amount }))
        .sort((a, b) => byCodeUnit(a.metric, b.metric) || b.amount - a.amount || byCodeUnit(a.zone, b.zone)),
      areas: [...relieved].sort((a, b) => byCodeUnit(a.metric, b.metric) || a.number - b.number),
    };
  });
}

function relievedAreas(
  { metric, areas, certificates }: AllocationFindings,
  after: AllocationFindings | undefined,
): readonly RelievedArea[] {
  return Array.from(areas, (at, place) => {
    const certificate = certificates[at];
    const rows = certificate ? Array.from(certificate.zones) : [];
    return {
      ...{ metric, number: place + 1, before: certificate?.missing ?? ZERO },
      after: rows.map((row) => lackOf(after, row)).reduce(plus, ZERO),
    };
  });
}

/** What a zone lacks of what it needs. */
function lackOf(of: AllocationFindings | undefined, row: number): Exact {
  const level = of?.zones.levelOf[row] ?? NOT_ALLOCATED;
  const need = of?.zones.needs[row];
  if (of === undefined || level === NOT_ALLOCATED || need === undefined) return ZERO;
  return times(need, minus(ONE, of.levels[level] ?? ONE));
}

const ONE = exact(1);
