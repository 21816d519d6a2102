import type { Parameters } from "../analysis/parameters.ts";
import { openPipeline, type Pipeline } from "../analysis/pipeline.ts";
import { supplyQuestion } from "../analysis/supply-question.ts";
import type { MetricSupply } from "../analysis/supply-stage.ts";
import { compare, type Exact, exact, largest, minus, over, plus, times, ZERO } from "../base/decimal.ts";
import type { FacilityId } from "../base/ids.ts";
import { indexOfId, sortedById } from "../base/order.ts";
import type { Outcome } from "../base/outcome.ts";
import type { Work } from "../base/work.ts";
import { areaFor, type Facility } from "../model/facility.ts";
import { isCareSubject, subjectOfKind } from "../model/facility-kind.ts";
import type { Project } from "../model/project.ts";
import type { Metric } from "../standards/rule.ts";
import type { Standards } from "../standards/standards.ts";
import { type FairProblem, fairProblem, KEEPS_NOTHING } from "../supply/fair-problem.ts";
import { type Measure, placeKey } from "./measure.ts";
import type { Gift, PlanMetric, PlanProblem } from "./plan-problem.ts";

/**
 * The project with these measures done: sites that something is done at are used up, and are none to choose any more. Of one
 * facility that several leave, the last counts.
 */
export function withMeasures(project: Project, measures: readonly Measure[]): Project {
  const rows = new Map(project.facilities.map((facility) => [facility.id, facility]));
  for (const { leaves } of measures) for (const row of leaves) rows.set(row.id, row);
  const used = new Set(measures.flatMap(({ place }) => ("site" in place ? [place.site] : [])));
  return {
    ...project,
    facilities: sortedById([...rows.values()]),
    sites: project.sites.filter(({ id }) => !used.has(id)),
  };
}

/** An analysis by the fair allocation as if everything were done that can be, each room as large as it can be. */
export function* analyseEverything(
  project: Project,
  standards: Standards,
  parameters: Parameters,
  measures: readonly Measure[],
): Work<Outcome<Pipeline>> {
  const largest = new Map<FacilityId, Facility>();
  for (const row of measures.flatMap(({ leaves }) => leaves)) {
    const known = largest.get(row.id);
    if (known === undefined || roomIn(row) > roomIn(known)) largest.set(row.id, row);
  }
  const everything = withMeasures(project, [
    {
      id: "",
      kind: "build",
      place: { site: "" },
      leaves: [...largest.values()],
      cost: exact(0),
      conditions: [],
    },
  ]);
  return yield* openPipeline(everything, standards, { ...parameters, supply: "fair" });
}

/** What the rows of a metric of a plan are in the project with everything done. */
export interface MetricRows {
  /** By zone of the problem: its row. */
  readonly zones: Uint32Array;
  /** Where facilities, by row, stand in the problem, open to all or kept by a zone, and what they hold there without any measure. */
  readonly rooms: readonly Room[];
}

export interface Room {
  readonly facility: number;
  readonly at: number;
  readonly isOpen: boolean;
  readonly holds: Exact;
}

/**
 * What a plan is chosen from: the careful problems of that analysis, without what the measures give; and that, by measure,
 * in proportion where a room is smaller than it could be.
 */
export function planProblemOf(
  everything: Pipeline,
  measures: readonly Measure[],
): Pick<PlanProblem, "metrics" | "actions"> & { readonly rows: readonly MetricRows[] } {
  const { project } = everything;
  const metrics: PlanMetric[] = [];
  const rows: MetricRows[] = [];
  const gifts = measures.map((): Gift[] => []);
  for (const supply of everything.supply.value.ledgers) {
    const problem = problemOf(everything, supply);
    if (problem === undefined || supply.solved === undefined) continue;
    const metric = metrics.length;
    const holds = problem.capacities.slice();
    const given = new Set<FacilityId>();
    const stays = new Map<FacilityId, Map<number, Exact>>();
    for (const [at, { leaves, runs }] of measures.entries()) {
      for (const row of leaves) {
        const facility = indexOfId(project.facilities, row.id);
        const most = project.facilities[facility] as Facility;
        const places = placesOf(problem, supply, facility);
        const counts = countsOf(everything, supply.metric, facility, places);
        const heldBy = (room: Facility) => heldAt(places, times(counts, partOf(room, most, supply.metric)));
        const amounts = heldBy(row);
        const there = runs?.id === row.id ? heldBy(runs) : places.map(() => ZERO);
        for (const [which, { at: place, amount }] of places.entries()) {
          const before = there[which] as Exact;
          if (!given.has(row.id)) {
            holds[place] = minus(holds[place] as Exact, minus(amount, before));
            stays.set(row.id, (stays.get(row.id) ?? new Map()).set(place, before));
          }
          gifts[at]?.push({ metric, facility: place, amount: minus(amounts[which] as Exact, before) });
        }
        given.add(row.id);
      }
    }
    const { needs, starts, facilities, metres, zones, keptCount } = problem;
    rows.push({
      zones,
      rooms: project.facilities.flatMap(({ id }, facility) =>
        placesOf(problem, supply, facility).map(({ at, amount }) => ({
          ...{ facility, at, isOpen: at >= keptCount },
          holds: stays.get(id)?.get(at) ?? amount,
        })),
      ),
    });
    metrics.push({
      metric: supply.metric,
      problem: { needs, capacities: holds, starts, facilities, ...(metres && { metres }) },
    });
  }
  return {
    ...{ metrics, rows },
    actions: measures.map(({ id, cost, place }, at) => ({
      ...{ id, cost, place: placeKey(place), gives: gifts[at] ?? [] },
    })),
  };
}

/** With the links of zones that have enough of their own too: without a measure they may not. */
function problemOf(pipeline: Pipeline, { metric, solved }: MetricSupply): FairProblem | undefined {
  if (solved === undefined) return undefined;
  const { project, parameters, packs, territory, duplicates, reach, needs, supply } = pipeline;
  const question = supplyQuestion(
    metric,
    {
      ...{ project, parameters, duplicates, packs: packs.value, territory: territory.value },
      ...{ reach: reach.value.tables, needs: needs.value },
    },
    supply.value.ties,
    supply.value.offers,
    "offer",
  );
  const { problem, rooms } = solved.careful;
  return (
    question.outside &&
    fairProblem(question, question.outside, problem.zones, rooms, "careful", undefined, "all")
  );
}

/** Where a facility stands in a problem, and with how much: kept by its zone, open to others, or both. */
function placesOf(
  { zones, kept, keptCount, open, capacities }: FairProblem,
  { solved }: MetricSupply,
  facility: number,
): readonly { readonly at: number; readonly amount: Exact }[] {
  const places: { at: number; amount: Exact }[] = [];
  zones.forEach((zone, at) => {
    if (kept[at] === KEEPS_NOTHING) return;
    for (const part of solved?.careful.rooms.byZone[zone] ?? []) {
      if (part.facility === facility && part.amount)
        places.push({ at: kept[at] as number, amount: part.amount });
    }
  });
  const at = open.indexOf(facility);
  if (at >= 0) places.push({ at: keptCount + at, amount: capacities[keptCount + at] as Exact });
  return places;
}

/** What surely counts of a facility, kept or open or not used at all. */
function countsOf(
  { results }: Pipeline,
  metric: Metric,
  facility: number,
  places: readonly { readonly amount: Exact }[],
): Exact {
  const held = places.map(({ amount }) => amount).reduce(plus, ZERO);
  const of = results.allocations?.find((each) => each.metric === metric);
  const capacity = of?.facilities.capacity[facility];
  return capacity === undefined || !Number.isFinite(capacity) ? held : largest(exact(capacity), held);
}

/** So much of a room at the places of the largest one: zones that keep some of it have theirs first. */
function heldAt(places: readonly { readonly amount: Exact }[], amount: Exact): readonly Exact[] {
  let left = amount;
  return places.map(({ amount: most }) => {
    const held = compare(most, left) < 0 ? most : left;
    left = minus(left, held);
    return held;
  });
}

/** What part of the largest room this one is. */
function partOf(row: Facility, largest: Facility, metric: Metric): Exact {
  const [size, most] =
    metric === "childcare_slots" ? [row.slots, largest.slots] : [roomIn(row), roomIn(largest)];
  return size === undefined || most === undefined || most === 0 ? exact(1) : over(exact(size), exact(most));
}

function roomIn(facility: Facility): number {
  const subject = subjectOfKind(facility.kind);
  return (isCareSubject(subject) ? areaFor(facility, subject) : undefined) ?? 0;
}
