import type { PeopleBase } from "../analysis/people-covered.ts";
import { type Pipeline, update } from "../analysis/pipeline.ts";
import { compare, roundUpAt } from "../base/decimal.ts";
import { issue } from "../base/issue.ts";
import { indexOfId } from "../base/order.ts";
import { done, type Outcome, refused } from "../base/outcome.ts";
import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { areaFor } from "../model/facility.ts";
import type { CareSubject } from "../model/facility-kind.ts";
import { CLOSED, FREE, linksByCost, OPEN } from "../siting/location-problem.ts";
import type { SitingTable } from "../siting/siting-table.ts";
import { type Measure, placeKey } from "./measure.ts";
import { withMeasures } from "./plan-of-analysis.ts";

/** Zones and where they walk to, as questions of reach ask it: facilities that run are open, places where one could be are free. */
export interface ProjectSiting {
  readonly table: SitingTable;
  /** By customer: the id of its zone, ascending. */
  readonly customers: readonly string[];
  /** By site: the id of a facility that runs, or of the place of a measure. */
  readonly sites: readonly string[];
  /** By site: what would be done there; absent where a facility runs. */
  readonly measures: readonly (Measure | undefined)[];
  /** How many sites are open already. */
  readonly open: number;
  /** What the people of a zone are counted in. */
  readonly base: PeopleBase;
  /** Zones without a place, which ask for nothing; and those that weigh nothing, for nobody knows how many live there; ids. */
  readonly leftOut: readonly string[];
  readonly unweighed: readonly string[];
}

export interface ProjectSitingAsked {
  readonly subject: CareSubject;
  /** How far people walk at most; absent: however far. */
  readonly limit?: Metres;
  /** Places, by id, where something is done in any case, and where nothing is. */
  readonly with: readonly string[];
  readonly without: readonly string[];
}

/**
 * Makes the table of an analysed project. Of what could be done at a place its cheapest measure for the subject counts, at
 * what it costs once, in whole 元 rounded up. Refused as an analysis is, or where there are more walks than are worth holding.
 */
export function* sitingOfProject(
  base: Pipeline,
  measures: readonly Measure[],
  asked: ProjectSitingAsked,
): Work<Outcome<ProjectSiting>> {
  const { project, parameters } = base;
  const { subject } = asked;
  const cheapest = cheapestFor(subject, measures);
  const pairs = project.zones.length * (project.facilities.length + cheapest.length);
  if (asked.limit === undefined && pairs > MOST_WALKS)
    return refused(issue("siting.too-many-walks", "error", { walks: pairs, most: MOST_WALKS }));
  const limit = asked.limit ?? EARTH;
  const limits = { ...parameters.limits, [parameters.decides[subject]]: limit };
  // Who serves whom is not asked.
  const far = { ...parameters, limits, supply: "onsite" } as const;
  const wide = yield* update(base, { project: withMeasures(project, cheapest), parameters: far });
  if (!wide.ok) return wide;
  return done(tableOf(base, wide.value, cheapest, asked, limit));
}

function tableOf(
  base: Pipeline,
  wide: Pipeline,
  measures: readonly Measure[],
  asked: ProjectSitingAsked,
  limit: Metres,
): ProjectSiting {
  const { subject } = asked;
  const { facilities, zones } = wide.project;
  const running = runningIn(base, subject);
  const idOf = ({ place }: Measure) => placeKey(place).slice(placeKey(place).indexOf(" ") + 1);
  const offered = [
    ...base.project.facilities.flatMap(({ id }, row) =>
      running.has(row) ? [{ id, facility: indexOfId(facilities, id), measure: undefined }] : [],
    ),
    ...measures.flatMap((measure) =>
      measure.leaves.some(({ id }) => running.has(indexOfId(base.project.facilities, id)))
        ? []
        : [{ id: idOf(measure), facility: rowOf(wide, measure, subject), measure }],
    ),
  ].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const siteOf = new Map(offered.map(({ facility }, site) => [facility, site]));
  const { counts, base: people } = wide.reach.value.people[subject];
  const { starts, facilities: reached, metres } = wide.reach.value.tables[subject];
  const origins = wide.reach.value.origins[subject].starts;
  const hasPlace = (row: number) => (origins[row + 1] as number) > (origins[row] as number);
  const rows = [...zones.keys()].filter(hasPlace);
  const isUnknown = (row: number) => Number.isNaN(counts[row]);
  const links = rows.map((row) => {
    const of: { site: number; cost: number }[] = [];
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const site = siteOf.get(reached[at] as number);
      if (site !== undefined && (metres[at] as number) <= limit)
        of.push({ site, cost: metres[at] as number });
    }
    return of;
  });
  const { costs, ...linked } = linksByCost(links);
  const stateOf = ({ id, measure }: (typeof offered)[number]) => {
    if (measure === undefined || asked.with.includes(id)) return OPEN as number;
    return asked.without.includes(id) ? (CLOSED as number) : (FREE as number);
  };
  return {
    table: {
      ...linked,
      metres: costs,
      weights: Float64Array.from(rows, (row) => (isUnknown(row) ? 0 : (counts[row] as number))),
      states: Uint8Array.from(offered, stateOf),
      fixed: Float64Array.from(offered, ({ measure }) => (measure ? roundUpAt(measure.cost, YUAN) : 0)),
    },
    customers: rows.map((row) => zones[row]?.id ?? ""),
    sites: offered.map(({ id }) => id),
    measures: offered.map(({ measure }) => measure),
    open: offered.filter(({ measure }) => measure === undefined).length,
    base: people,
    leftOut: zones.flatMap(({ id }, row) => (hasPlace(row) ? [] : [id])),
    unweighed: rows.filter(isUnknown).map((row) => zones[row]?.id ?? ""),
  };
}

/** Rows of the facilities that run and that people can walk to. */
function runningIn({ reach }: Pipeline, subject: CareSubject): ReadonlySet<number> {
  const all = reach.value.covered.find(
    ({ question }) => question.subject === subject && question.kind === undefined,
  );
  return new Set(all?.question.subset);
}

/** Of each place what costs least and leaves rooms for the subject. */
function cheapestFor(subject: CareSubject, measures: readonly Measure[]): readonly Measure[] {
  const cheapest = new Map<string, Measure>();
  for (const measure of measures) {
    if (!measure.leaves.some((room) => (areaFor(room, subject) ?? 0) > 0)) continue;
    const known = cheapest.get(placeKey(measure.place));
    if (known === undefined || compare(measure.cost, known.cost) < 0)
      cheapest.set(placeKey(measure.place), measure);
  }
  return [...cheapest.values()];
}

function rowOf({ project }: Pipeline, { leaves }: Measure, subject: CareSubject): number {
  return indexOfId(project.facilities, leaves.find((room) => (areaFor(room, subject) ?? 0) > 0)?.id ?? "");
}

/** Digits of 万元 to a whole 元. */
const YUAN = 4;
/** Farther than anybody walks, in metres. */
const EARTH = 50_000_000;
/** More than a machine holds with ease. */
const MOST_WALKS = 50_000_000;
