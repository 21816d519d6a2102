import { compare, type Exact, exact, plus, times, toNumber, ZERO } from "../base/decimal.ts";
import type { HindranceOfRoom } from "./capacitated/hindrance-of-room.ts";
import { centre } from "./centre.ts";
import { withoutDominated } from "./dominated.ts";
import { interchangeOf } from "./interchange.ts";
import { type Located, locate, type Search } from "./locate.ts";
import { CLOSED, NOWHERE, OPEN, servedAt } from "./location-problem.ts";
import { partCover } from "./part-cover.ts";
import { shareInReach } from "./share-in-reach.ts";
import { coverProblem, medianProblem, wholeCoverProblem } from "./siting-models.ts";
import { outOfReach, type SitingTable } from "./siting-table.ts";
import type { WorkLeft } from "./work-left.ts";

/**
 * Where to open at most, or exactly, `count` sites. `cover` goes by what they cost together too, or by that alone; `set-cover`
 * finds the number itself, and covers at least `share` of all weight, or everybody.
 */
export type SitingQuestion =
  | { readonly model: "cover"; readonly count?: number; readonly budget?: number }
  | { readonly model: "p-median" | "p-center"; readonly count: number }
  | { readonly model: "set-cover"; readonly share?: number; readonly count?: never };

export interface SitingAsked<Question = SitingQuestion, Table = SitingTable> {
  readonly question: Question;
  /** With the walks that count. */
  readonly table: Table;
  /** With those too that are longer than counts, to tell what would help; `undefined` where they are not at hand. */
  readonly wider: () => SitingTable | undefined;
  /** The part of the objective by which the best may miss its bound. */
  readonly gap: number;
  readonly work: WorkLeft;
}

/** `unknown`: work ended before anything was found, and before it was proved that there is nothing. */
export type SitingAnswer =
  | SitingFound
  | { readonly status: "infeasible"; readonly why: Hindrance }
  | { readonly status: "unknown" };

export interface SitingFound {
  /** optimal: proved to be. */
  readonly status: "optimal" | "feasible";
  /** Covered weight; what the sites cost, or their number; weight × metres; the farthest metres. */
  readonly objective: number;
  /** No objective is better. */
  readonly bound: number;
  readonly gap: number;
  /** Ascending. */
  readonly sites: Uint32Array;
  /** Links by which customers are served, ascending, and by each how much of the weight; of the need, where sites hold only so much. */
  readonly links: Uint32Array;
  readonly amounts: Float64Array;
}

/** Why nothing can be chosen, and what would help. */
export type Hindrance =
  | {
      readonly is: "out-of-reach";
      readonly customers: readonly number[];
      /** Within which they would reach a site; `Infinity` where no walk at all leads there, absent where it is not known. */
      readonly within?: number;
    }
  /** The same of a second site, where everybody is to have one. */
  | { readonly is: "no-second-site"; readonly customers: readonly number[]; readonly within?: number }
  | { readonly is: "too-many-open"; readonly open: number }
  /** So much do those cost that have to be open. */
  | { readonly is: "over-budget"; readonly spent: number }
  | { readonly is: "too-few-sites"; readonly mayOpen: number }
  | {
      readonly is: "too-few-to-serve";
      /** How many sites can serve everybody, and how many at least have to. */
      readonly can: number;
      readonly atLeast: number;
      /** Within which so many sites as are asked for can serve everybody. */
      readonly within?: number;
    }
  | HindranceOfRoom;

/** Which sites to open. Ends where the gap is reached, or where work ends. */
export function answerSiting(asked: SitingAsked): SitingAnswer {
  const { question, table, gap, work } = asked;
  const model = modelOf(question);
  const count = question.count ?? table.states.length;
  const why = hindrance(asked, model, count);
  if (why !== undefined) return { status: "infeasible", why };
  let covering: Uint32Array | undefined;
  if (model.isExact && table.sites.length < table.states.length * table.weights.length) {
    const cover = last(locate(withoutDominated(wholeCoverProblem(counted(table))), { enough: count }, work));
    if (cover.bound > count) return { status: "infeasible", why: tooFew(asked, count, cover) };
    if (cover.best.cost > count) return { status: "unknown" };
    covering = cover.best.sites;
  }

  const worth = model.worthIn(table);
  const search = model.search(table, count, gap, work);
  let told = search.next();
  while (told.done !== true && gapOf(worth(told.value.best.cost), worth(told.value.bound)) > gap)
    told = search.next();
  const { bound, ...found } = told.value;
  const isMissed = found.best.cost === Number.POSITIVE_INFINITY;
  if (isMissed && covering === undefined) return { status: "unknown" };
  const { sites } = isMissed
    ? interchangeOf(medianProblem(table, count))(covering as Uint32Array, work)
    : found.best;

  const everybody = new Float64Array(table.weights.length).fill(Number.POSITIVE_INFINITY);
  const served = servedAt({ ...table, costs: table.metres, unserved: everybody }, sites, table.states.length);
  const objective = model.objective(table, sites, served);
  const better = question.model === "cover" ? Math.max : Math.min;
  const proved = found.best.cost === bound ? objective : better(objective, worth(bound));
  return {
    status: proved === objective ? "optimal" : "feasible",
    ...{ objective, bound: proved, gap: gapOf(objective, proved), sites },
    ...servedBy(table, served),
  };
}

/** Links of those who are served, with their weights. */
function servedBy({ weights }: SitingTable, served: Uint32Array): Pick<SitingFound, "links" | "amounts"> {
  const customers = [...served.keys()].filter((customer) => served[customer] !== NOWHERE);
  return {
    links: Uint32Array.from(customers, (customer) => served[customer] as number),
    amounts: Float64Array.from(customers, (customer) => weights[customer] as number),
  };
}

interface SitingModel {
  /** Whether nobody is left out. */
  readonly servesAll: boolean;
  /** Whether as many sites are open as are asked for, and not fewer. */
  readonly isExact: boolean;
  search(table: SitingTable, count: number, gap: number, work: WorkLeft): Search;
  /** What is told as an objective, or a bound of it, of what is searched for. */
  worthIn(table: SitingTable): (cost: number) => number;
  objective(table: SitingTable, sites: Uint32Array, served: Uint32Array): number;
}

function modelOf(question: SitingQuestion): SitingModel {
  if (question.model === "cover") return coverWithin(question.budget);
  if (question.model !== "set-cover" || question.share === undefined) return MODELS[question.model];
  const { share } = question;
  return {
    ...MODELS["set-cover"],
    servesAll: false,
    search: (table, _count, gap, work) => partCover(table, share, part(gap), work),
  };
}

const itself = () => (cost: number) => cost;
const part = (gap: number) => (cost: number) => gap * cost;

const MODELS: Readonly<Record<Exclude<SitingQuestion["model"], "cover">, SitingModel>> = {
  "set-cover": {
    ...{ servesAll: true, isExact: false },
    search: (table, _count, gap, work) =>
      locate(withoutDominated(wholeCoverProblem(table)), { slack: part(gap) }, work),
    worthIn: itself,
    objective: ({ fixed }, sites) =>
      fixed === undefined ? sites.length : sumOf(Float64Array.from(sites, (site) => fixed[site] as number)),
  },
  "p-median": {
    ...{ servesAll: true, isExact: true },
    search: (table, count, gap, work) => locate(medianProblem(table, count), { slack: part(gap) }, work),
    worthIn: itself,
    objective: ({ weights, metres }, _sites, served) =>
      toNumber(
        served.reduce(
          (sum, link, at) => plus(sum, times(exact(weights[at] as number), exact(metres[link] as number))),
          ZERO,
        ),
      ),
  },
  "p-center": {
    ...{ servesAll: true, isExact: true },
    search: centre,
    worthIn: itself,
    objective: ({ metres }, _sites, served) =>
      served.reduce((most, link) => Math.max(most, metres[link] as number), 0),
  },
};

/** The most weight, with sites that cost so much together at most, if that is bounded. */
function coverWithin(budget: number | undefined): SitingModel {
  return {
    ...{ servesAll: false, isExact: false },
    // The gap is a part of what is covered, and not of what is left out, which is what is searched for.
    search(table, count, gap, work) {
      const covered = this.worthIn(table);
      return locate(
        withoutDominated(coverProblem(table, count, budget)),
        { slack: (cost) => gap * covered(cost) },
        work,
      );
    },
    worthIn({ weights }) {
      const all = sumOf(weights);
      return (cost) => all - cost;
    },
    objective: ({ weights }, _sites, served) => sumOf(weights.filter((_, at) => served[at] !== NOWHERE)),
  };
}

/** What can be told without a search. */
function hindrance(
  { question, table, wider }: SitingAsked,
  { servesAll, isExact }: SitingModel,
  count: number,
): Hindrance | undefined {
  const open = table.states.reduce((sum, state) => sum + (state === OPEN ? 1 : 0), 0);
  const mayOpen = table.states.reduce((sum, state) => sum + (state === CLOSED ? 0 : 1), 0);
  if (question.count !== undefined && open > count) return { is: "too-many-open", open };
  const customers = servesAll ? outOfReach(table) : [];
  if (customers.length > 0) {
    const all = wider();
    return { is: "out-of-reach", customers, ...(all && { within: farthestOf(all, customers) }) };
  }
  if (question.model === "cover" && question.budget !== undefined) {
    const dear = overBudget(table, question.budget);
    if (dear !== undefined) return dear;
  }
  const share = question.model === "set-cover" ? question.share : undefined;
  if (share !== undefined) {
    const lost = new Set(outOfReach(table));
    const out = shareInReach(table.weights, share, (customer) => !lost.has(customer));
    if (out !== undefined) return out;
  }
  return isExact && mayOpen < count ? { is: "too-few-sites", mayOpen } : undefined;
}

/** That sites that have to be open cost too much. */
function overBudget({ states, fixed }: SitingTable, budget: number): Hindrance | undefined {
  const open = fixed?.filter((_, site) => states[site] === OPEN) ?? new Float64Array(0);
  const spent = open.reduce<Exact>((sum, cost) => plus(sum, exact(cost)), ZERO);
  return compare(spent, exact(budget)) > 0 ? { is: "over-budget", spent: toNumber(spent) } : undefined;
}

/** What is known of how many sites can serve everybody, and more if there is work left. */
function tooFew({ table, wider, work }: SitingAsked, count: number, cover: Located): Hindrance {
  const { best, bound } = last(locate(withoutDominated(wholeCoverProblem(counted(table))), {}, work));
  const all = work.done ? undefined : wider();
  const within = all && last(centre(all, count, 0, work)).best.cost;
  return {
    is: "too-few-to-serve",
    can: Math.min(best.cost, cover.best.cost),
    atLeast: Math.max(bound, count + 1),
    ...(within !== undefined && within < Number.POSITIVE_INFINITY && { within }),
  };
}

/** The metres that the farthest of these customers is from the nearest site that may open. */
export function farthestOf(
  { starts, sites, states, metres }: SitingTable,
  customers: readonly number[],
): number {
  return customers.reduce((most, customer) => {
    const end = starts[customer + 1] as number;
    let link = starts[customer] as number;
    while (link < end && states[sites[link] as number] === CLOSED) link++;
    return Math.max(most, link < end ? (metres[link] as number) : Number.POSITIVE_INFINITY);
  }, 0);
}

/** With sites that count as one each. */
function counted(table: SitingTable): SitingTable {
  return { ...table, fixed: new Float64Array(table.states.length).fill(1) };
}

function last(search: Search): Located {
  let told = search.next();
  while (told.done !== true) told = search.next();
  return told.value;
}

export function gapOf(objective: number, bound: number): number {
  if (objective === bound) return 0;
  const gap = Math.abs(objective - bound) / Math.max(Math.abs(objective), LEAST);
  return Number.isNaN(gap) ? Number.POSITIVE_INFINITY : gap;
}

function sumOf(amounts: Float64Array): number {
  return toNumber(amounts.reduce<Exact>((sum, amount) => plus(sum, exact(amount)), ZERO));
}

const LEAST = 1e-9;
