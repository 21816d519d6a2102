import type { AllocationProblem } from "../allocation/allocation-problem.ts";
import type { Parameters } from "../analysis/parameters.ts";
import { update } from "../analysis/pipeline.ts";
import { compare, type Exact, minus, plus, ratio, ZERO } from "../base/decimal.ts";
import type { FacilityId, ZoneId } from "../base/ids.ts";
import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import type { Measure } from "./measure.ts";
import { holdsWith, missingOf } from "./missing-of.ts";
import type { PlanBasis } from "./plan-basis.ts";
import { type MetricRows, planProblemOf } from "./plan-of-analysis.ts";
import type { PlanProblem } from "./plan-problem.ts";
import { shortIn, wholeMetrics } from "./whole-plan.ts";

/**
 * What would end a shortage that a plan leaves, each way by itself and by as little as does it; every one is tried by a
 * largest flow.
 */
export interface WayOut {
  readonly metric: string;
  readonly zones: readonly ZoneId[];
  /** What they lack with the plan: room for so much within reach of all of them ends it. */
  readonly missing: Exact;
  /** Or so much more room at one facility that is there or planned; absent where no one can do it. */
  readonly enlarge?: { readonly facility: FacilityId; readonly by: Exact };
  /**
   * Or, for the zone that lacks most, this limit instead of the one in use: rooms that somebody can spare are so far off, and
   * give it so much of what is missing. Absent where there are none within twice the limit.
   */
  readonly walk?: { readonly zone: ZoneId; readonly limit: Metres; readonly gives: Exact };
}

/** Of a plan that does not close everything; `done` are actions of a problem of the metrics of the basis. */
export function* waysOut(
  basis: PlanBasis,
  measures: readonly Measure[],
  problem: PlanProblem,
  done: Uint8Array,
): Work<readonly WayOut[]> {
  const left: PlanProblem = {
    metrics: basis.metrics.map(({ metric, problem: without }, at) => ({
      metric,
      problem: { ...without, capacities: holdsWith(problem, at, done) },
    })),
    actions: [],
    required: [],
  };
  const metrics = wholeMetrics(left);
  const short = shortIn(metrics, []).map(({ metric, zones, facilities, missing }) => {
    const { rows, scale } = metrics[metric] as (typeof metrics)[number];
    return {
      ...{ metric, zones: zones.map((zone) => rows[zone] as number) },
      missing: ratio(missing, scale),
      count: facilities.length,
    };
  });
  if (short.length === 0) return [];
  const wider = yield* widerLinks(basis, measures);
  return short
    .sort((a, b) => compare(b.missing, a.missing) || a.metric - b.metric)
    .slice(0, MOST_TOLD)
    .map(({ metric, zones, missing }) => {
      const { metric: name, problem: now } = left.metrics[metric] as (typeof left.metrics)[number];
      const rows = basis.rows[metric] as MetricRows;
      const idOf = (zone: number) => basis.everything.project.zones[rows.zones[zone] as number]?.id ?? "";
      const enlarge = enlargedAt(now, rows, zones, missing);
      const walk = wider && walkOf(now, rows, zones, wider, name);
      return {
        ...{ metric: name, zones: zones.map(idOf), missing },
        ...(enlarge !== undefined && {
          enlarge: { facility: basis.everything.project.facilities[enlarge]?.id ?? "", by: missing },
        }),
        ...(walk && { walk: { ...walk, zone: idOf(walk.zone) } }),
      };
    });
}

const MOST_TOLD = 5;
/** How much farther anybody is asked to walk at most. */
const FARTHER = 2;

/** A facility, as a row of the project, that ends a shortage if it has so much more room open to others. */
function enlargedAt(
  now: AllocationProblem,
  { rooms }: MetricRows,
  zones: readonly number[],
  by: Exact,
): number | undefined {
  const reached = new Map<number, number>();
  for (const zone of zones) {
    for (const at of now.facilities.subarray(now.starts[zone], now.starts[zone + 1]))
      reached.set(at, (reached.get(at) ?? 0) + 1);
  }
  const before = missingOf(now);
  // Of facilities that hold nothing none is there.
  const open = rooms.filter(
    ({ at, isOpen }) => isOpen && reached.has(at) && compare(now.capacities[at] ?? ZERO, ZERO) > 0,
  );
  const mostFirst = open.sort((a, b) => (reached.get(b.at) ?? 0) - (reached.get(a.at) ?? 0) || a.at - b.at);
  return mostFirst.find(({ at }) => {
    const capacities = now.capacities.slice();
    capacities[at] = plus(capacities[at] as Exact, by);
    return compare(missingOf({ ...now, capacities }), minus(before, by)) === 0;
  })?.facility;
}

/** By metric: who reaches what within a farther limit, as rows of the project. */
type WiderLinks = ReadonlyMap<string, { readonly of: AllocationProblem; readonly rows: MetricRows }>;

function* widerLinks({ everything }: PlanBasis, measures: readonly Measure[]): Work<WiderLinks | undefined> {
  const { limits } = everything.parameters;
  const farther: Parameters["limits"] = {
    elderly: limits.elderly * FARTHER,
    carer_with_infant: limits.carer_with_infant * FARTHER,
    adult: limits.adult * FARTHER,
  };
  const wider = yield* update(everything, { parameters: { ...everything.parameters, limits: farther } });
  if (!wider.ok) return undefined;
  const { metrics, rows } = planProblemOf(wider.value, measures);
  return new Map(
    metrics.map(({ metric, problem }, at) => [metric, { of: problem, rows: rows[at] as MetricRows }]),
  );
}

/** The least limit with which the zone that lacks most has enough and nobody less, and what that gives. */
function walkOf(
  now: AllocationProblem,
  rows: MetricRows,
  zones: readonly number[],
  wider: WiderLinks,
  metric: string,
): { readonly zone: number; readonly limit: Metres; readonly gives: Exact } | undefined {
  const found = wider.get(metric);
  const metresOf = found?.of.metres;
  if (found === undefined || metresOf === undefined) return undefined;
  const { of, rows: others } = found;
  const before = missingOf(now);
  const without = zones.map((zone) => ({
    zone,
    missing: missingOf({ ...now, needs: now.needs.map((need, at) => (at === zone ? ZERO : need)) }),
  }));
  const most = without.reduce((a, b) => (compare(b.missing, a.missing) < 0 ? b : a));
  const placeOf = new Map(
    rows.rooms.filter(({ isOpen }) => isOpen).map(({ facility, at }) => [facility, at]),
  );
  const roomAt = new Map(others.rooms.filter(({ isOpen }) => isOpen).map((room) => [room.at, room]));
  const zone = others.zones.indexOf(rows.zones[most.zone] as number);
  if (zone < 0) return undefined;
  const mine = new Set(now.facilities.subarray(now.starts[most.zone], now.starts[most.zone + 1]));
  const farther: Farther[] = [];
  for (let link = of.starts[zone] as number; link < (of.starts[zone + 1] as number); link++) {
    const room = roomAt.get(of.facilities[link] as number);
    const place = placeOf.get(room?.facility ?? -1);
    const metres = metresOf[link] as number;
    if (place !== undefined ? !mine.has(place) : room)
      farther.push({ place, holds: room?.holds ?? ZERO, metres });
  }
  farther.sort((a, b) => a.metres - b.metres);
  const enough = (count: number) =>
    compare(missingOf(withLinks(now, most.zone, farther.slice(0, count))), most.missing) <= 0;
  if (farther.length === 0 || !enough(farther.length)) return undefined;
  let [low, high] = [0, farther.length];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return {
    zone: most.zone,
    limit: (farther[high - 1] as { metres: Metres }).metres,
    gives: minus(before, most.missing),
  };
}

/** Rooms beyond the limit: a place of the problem or, where nobody reaches them within it, what they hold. */
interface Farther {
  readonly place: number | undefined;
  readonly holds: Exact;
  readonly metres: Metres;
}

function withLinks(
  { needs, capacities, starts, facilities }: AllocationProblem,
  zone: number,
  farther: readonly Farther[],
): Omit<AllocationProblem, "metres"> {
  const holds = capacities.slice();
  const more = farther.map(({ place, holds: amount }) => place ?? holds.push(amount) - 1);
  const end = starts[zone + 1] as number;
  const own = [...facilities.subarray(starts[zone], end), ...more].sort((a, b) => a - b);
  return {
    ...{ needs, capacities: holds },
    starts: starts.map((start, at) => (at > zone ? start + more.length : start)),
    facilities: Uint32Array.from([
      ...facilities.subarray(0, starts[zone]),
      ...own,
      ...facilities.subarray(end),
    ]),
  };
}
