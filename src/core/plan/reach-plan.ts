import { limitOf } from "../analysis/parameters.ts";
import type { PeopleBase } from "../analysis/people-covered.ts";
import type { Pipeline } from "../analysis/pipeline.ts";
import { compare, type Exact, ZERO } from "../base/decimal.ts";
import { done, type Outcome } from "../base/outcome.ts";
import type { Metres, Share } from "../base/units.ts";
import { finish, type Work } from "../base/work.ts";
import type { CareSubject } from "../model/facility-kind.ts";
import { backupCover } from "../siting/backup-cover.ts";
import type { OpenProgramme } from "../siting/choice-programme.ts";
import {
  answerSiting,
  type Hindrance,
  type SitingAnswer,
  type SitingQuestion,
} from "../siting/siting-answer.ts";
import type { SitingTable } from "../siting/siting-table.ts";
import { workLeft } from "../siting/work-left.ts";
import { type CountedPlan, countedPlan } from "./counted-plan.ts";
import type { Measure } from "./measure.ts";
import type { PlanBasis } from "./plan-basis.ts";
import { type ProjectSiting, sitingOfProject } from "./siting-of-project.ts";

/** Where to open something so that people reach it, whatever it holds. */
export type ReachGoal =
  /** Everybody within a walk, with the fewest new places; `backup`: of two places, so that each has another where one fails. */
  | { readonly for: "everybody"; readonly subject: CareSubject; readonly backup?: boolean }
  /** Most people within a walk, least walking, or the shortest farthest walk, with so many new places. */
  | {
      readonly for: "most-people" | "least-walk" | "least-far";
      readonly subject: CareSubject;
      readonly count: number;
    };

export interface ReachAsked {
  readonly goal: ReachGoal;
  readonly places: { readonly with: readonly string[]; readonly without: readonly string[] };
  /** Counted steps after which the best so far is given. */
  readonly work: number;
}

/** Places that were chosen, counted anew as every plan is, and who reaches care before and after. */
export interface ReachPlan extends CountedPlan {
  readonly status: SitingAnswer["status"];
  readonly objective?: number;
  readonly bound?: number;
  readonly gap?: number;
  /** Why nothing can be chosen; counts are of new places, zones by id. */
  readonly why?: ReachHindrance;
  readonly reach: ReachTold;
}

export type ReachHindrance =
  | {
      readonly is: "out-of-reach" | "no-second-site";
      readonly zones: readonly string[];
      readonly within?: Metres;
    }
  | { readonly is: "too-few-places"; readonly places: number }
  | { readonly is: "too-few-to-serve"; readonly can: number; readonly within?: Metres }
  | { readonly is: "too-many-wanted"; readonly wanted: number };

export interface ReachTold {
  readonly base: PeopleBase;
  readonly limit: Metres;
  readonly people: number;
  readonly before: ReachNow;
  readonly after: ReachNow;
  /** Zones without a place; and zones of which nobody knows the people, which weigh nothing. */
  readonly leftOut: number;
  readonly unweighed: number;
}

/** Who reaches care, of the people that are known. */
export interface ReachNow {
  readonly covered: number;
  readonly share: Share;
  /** Metres to the nearest, on average of people, and of whoever has farthest; NaN where somebody has no way. */
  readonly mean: Metres;
  readonly farthest: Metres;
}

/** Finds where to open, of what can be done in the project, and counts it anew. Refused as an analysis is. */
export function* reachPlan(
  basis: PlanBasis,
  { goal, places, work }: ReachAsked,
  open: OpenProgramme,
): Work<Outcome<ReachPlan>> {
  const { subject } = goal;
  const limit = limitOf(basis.base.parameters, subject);
  const isCover = goal.for === "everybody" || goal.for === "most-people";
  const made = yield* sitingOfProject(basis.base, basis.measures, {
    ...{ subject, ...places },
    ...(isCover && { limit }),
  });
  if (!made.ok) return made;
  const siting = made.value;
  yield { part: "plan", share: 0 };
  const all = () => {
    const wider = finish(sitingOfProject(basis.base, basis.measures, { subject, ...places }));
    return wider.ok ? wider.value : undefined;
  };
  const asked = {
    ...{ question: questionOf(goal, siting), table: countedOnly(siting, goal), gap: 0, work: workLeft(work) },
    wider: () => {
      const wider = all();
      return wider && countedOnly(wider, goal);
    },
  };
  const isTwice = goal.for === "everybody" && goal.backup === true;
  const answer = isTwice ? backupCover({ ...asked, nodes: NODES }, open) : answerSiting(asked);
  const opened = answer.status === "optimal" || answer.status === "feasible" ? answer.sites : undefined;
  const chosen = usefulOf(siting, goal, places.with, opened ?? []).flatMap(
    (site) => siting.measures[site] ?? [],
  );
  const counted = yield* countedPlan(basis, chosen);
  if (!counted.ok) return counted;
  const told = isCover ? (all() ?? siting) : siting;
  return done({
    ...counted.value,
    ...("objective" in answer && { objective: answer.objective, bound: answer.bound, gap: answer.gap }),
    status: answer.status,
    ...(answer.status === "infeasible" && { why: hindranceOf(answer.why, siting) }),
    reach: reachTold(told, limit, chosen),
  });
}

/**
 * Who reaches care without and with measures that somebody chose. Where there are more walks than are worth holding, those within
 * the limit count. Refused as an analysis is.
 */
export function* reachWith(
  base: Pipeline,
  chosen: readonly Measure[],
  subject: CareSubject,
): Work<Outcome<ReachTold>> {
  const limit = limitOf(base.parameters, subject);
  const asked = { subject, with: [], without: [] };
  const wide = yield* sitingOfProject(base, chosen, asked);
  const siting = wide.ok ? wide : yield* sitingOfProject(base, chosen, { ...asked, limit });
  return siting.ok ? done(reachTold(siting.value, limit, chosen)) : siting;
}

/** Nodes of the search tree for two places each. */
const NODES = 100_000;

function questionOf(goal: ReachGoal, { open }: ProjectSiting): SitingQuestion {
  if (goal.for === "everybody") return { model: "set-cover" };
  const models = { "most-people": "cover", "least-walk": "p-median", "least-far": "p-center" } as const;
  return { model: models[goal.for], count: goal.count + open };
}

/** Where places are counted, each new one counts as one. */
function countedOnly({ table, measures }: ProjectSiting, { for: goal }: ReachGoal): SitingTable {
  if (goal !== "everybody") return table;
  return { ...table, fixed: Float64Array.from(measures, (measure) => (measure === undefined ? 0 : 1)) };
}

/** Of the sites that open those without which the answer is a worse one; the dearest go first. What is wanted stays. */
function usefulOf(
  { table, measures, sites }: ProjectSiting,
  { for: goal }: ReachGoal,
  wanted: readonly string[],
  opened: ArrayLike<number>,
): readonly number[] {
  if (goal === "everybody") return Array.from(opened);
  const open = new Set(Array.from(opened));
  const told = () => reachNow(table, Number.POSITIVE_INFINITY, (site) => open.has(site));
  const value = () => {
    const { covered, mean, farthest } = told();
    return goal === "most-people" ? covered : goal === "least-walk" ? mean : farthest;
  };
  const best = value();
  const dearestFirst = Array.from(opened)
    .filter((site) => measures[site] !== undefined && !wanted.includes(sites[site] as string))
    .sort((a, b) => compare(costAt(measures, b), costAt(measures, a)) || b - a);
  for (const site of dearestFirst) {
    open.delete(site);
    const without = value();
    if (!Object.is(without, best) && !(Math.abs(without - best) <= ROUNDING)) open.add(site);
  }
  return Array.from(opened).filter((site) => open.has(site));
}

/** Metres, or people: walks of the same length to two sides are not the same numbers. */
const ROUNDING = 1e-6;

function costAt(measures: ProjectSiting["measures"], site: number): Exact {
  return measures[site]?.cost ?? ZERO;
}

function hindranceOf(why: Hindrance, { open, customers }: ProjectSiting): ReachHindrance {
  const within = "within" in why && why.within !== undefined && { within: why.within };
  switch (why.is) {
    case "out-of-reach":
    case "no-second-site":
      return { is: why.is, zones: why.customers.map((customer) => customers[customer] ?? ""), ...within };
    case "too-few-sites":
      return { is: "too-few-places", places: why.mayOpen - open };
    case "too-few-to-serve":
      return { is: why.is, can: why.can - open, ...within };
    case "too-many-open":
      return { is: "too-many-wanted", wanted: why.open - open };
    default:
      return { is: "too-few-places", places: 0 };
  }
}

function reachTold(siting: ProjectSiting, limit: Metres, chosen: readonly Measure[]): ReachTold {
  const { table, measures, base, leftOut, unweighed } = siting;
  const isOpen = (site: number) => measures[site] === undefined;
  const isChosen = new Set(chosen.map(({ id }) => id));
  return {
    ...{ base, limit, leftOut: leftOut.length, unweighed: unweighed.length },
    people: table.weights.reduce((sum, weight) => sum + weight, 0),
    before: reachNow(table, limit, isOpen),
    after: reachNow(table, limit, (site) => isOpen(site) || isChosen.has(measures[site]?.id ?? "")),
  };
}

function reachNow(table: SitingTable, limit: Metres, isOpen: (site: number) => boolean): ReachNow {
  const { weights, starts, sites, metres } = table;
  let [covered, walked, people, farthest] = [0, 0, 0, 0];
  for (const [customer, weight] of weights.entries()) {
    let nearest = Number.NaN;
    for (let link = starts[customer] as number; link < (starts[customer + 1] as number); link++) {
      if (!isOpen(sites[link] as number)) continue;
      nearest = metres[link] as number;
      break;
    }
    if (nearest <= limit) covered += weight;
    people += weight;
    if (weight > 0) walked += weight * nearest;
    farthest = Math.max(farthest, nearest);
  }
  return { covered, share: people > 0 ? covered / people : Number.NaN, mean: walked / people, farthest };
}
