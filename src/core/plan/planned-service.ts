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
  readonly areas: readonly ServedArea[];
}

/** A 片区 as it is without the plan, by what the rooms of one measure give to its zones with all of the plan done. */
export interface ServedArea {
  readonly metric: Metric;
  /** From 1, most missing first. */
  readonly number: number;
  /** What the zones get of this measure's rooms: of a facility that grew of all of it. Of measures it adds up, each m² or slot once. */
  readonly given: number;
  /** What the zones lack together without the plan. */
  readonly before: Exact;
  /** What they lack together still, with all of the plan. No `given` is a part of what it is less. */
  readonly left: Exact;
}

/** By measure. `after`: the analysis with all of them done, of the same zones as `base`. */
export function plannedServices(
  base: Pipeline,
  after: Pipeline,
  measures: readonly Measure[],
): readonly PlannedService[] {
  const rowOf = new Map(base.project.zones.map(({ id }, row) => [id, row]));
  const lacks = new Map((after.results.allocations ?? []).map((of) => [of.metric, of]));
  const changes = new Map(
    (base.results.allocations ?? []).map((of) => [of.metric, changesOfAreas(of, lacks.get(of.metric))]),
  );
  const areaOf = new Map((base.results.allocations ?? []).map(({ metric, zones }) => [metric, zones.area]));
  return measures.map(({ leaves }) => {
    const serves = leaves.flatMap(({ id }) => {
      const served = servedBy(after, id);
      return served.ok
        ? served.value.flatMap(({ zone, given }) => given.map((each) => ({ zone, ...each })))
        : [];
    });
    const areas = new Map<string, ServedArea>();
    for (const { zone, metric, amount } of serves) {
      const number = areaOf.get(metric)?.[rowOf.get(zone) ?? -1] ?? 0;
      const lack = changes.get(metric)?.[number - 1];
      if (lack === undefined) continue;
      const key = `${metric} ${number}`;
      areas.set(key, { metric, number, given: (areas.get(key)?.given ?? 0) + amount, ...lack });
    }
    return {
      serves: serves
        .map(({ zone, metric, amount }) => ({ zone, metric, amount }))
        .sort((a, b) => byCodeUnit(a.metric, b.metric) || b.amount - a.amount || byCodeUnit(a.zone, b.zone)),
      areas: [...areas.values()].sort((a, b) => byCodeUnit(a.metric, b.metric) || a.number - b.number),
    };
  });
}

/** By 片区: what its zones lack together without the plan, and with it. */
function changesOfAreas(
  of: AllocationFindings,
  after: AllocationFindings | undefined,
): readonly Pick<ServedArea, "before" | "left">[] {
  return Array.from(of.areas, (at) => {
    const rows = Array.from(of.certificates[at]?.zones ?? []);
    const lackIn = (one: typeof after) => rows.map((row) => lackOf(one, row)).reduce(plus, ZERO);
    return { before: lackIn(of), left: lackIn(after) };
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
