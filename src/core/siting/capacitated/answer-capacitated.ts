import { type Exact, exact, plus, ratio, times, toNumber, ZERO } from "../../base/decimal.ts";
import { CLOSED, customerOfLinks, NOWHERE, OPEN } from "../location-problem.ts";
import { farthestOf, gapOf, type Hindrance, type SitingAnswer, type SitingAsked } from "../siting-answer.ts";
import { outOfReach } from "../siting-table.ts";
import type { WorkLeft } from "../work-left.ts";
import {
  type CapacitatedModel,
  type CapacitatedQuestion,
  type CapacitatedTable,
  capacitatedModel,
} from "./capacitated-model.ts";
import type { CapacitatedProblem, Service } from "./capacitated-problem.ts";
import { hindranceOfRoom } from "./hindrance-of-room.ts";
import { locateCapacitated, type ServedBy } from "./locate-capacitated.ts";

/** Which sites to open where they hold only so much, and who is served where. Ends as `answerSiting` does. */
export function answerCapacitated(asked: SitingAsked<CapacitatedQuestion, CapacitatedTable>): SitingAnswer {
  const { question, table, gap, work } = asked;
  const known = hindrance(asked);
  if (known !== undefined) return { status: "infeasible", why: known };
  const model = capacitatedModel(table, question);
  const { best, bound } = last(locateCapacitated(model.problem, (cost) => gap * cost, work));
  if (best === undefined) {
    if (bound < Number.POSITIVE_INFINITY) return { status: "unknown" };
    return { status: "infeasible", why: cannotFit(model.problem, question, work) };
  }
  const served = servedIn(model, best);
  const sites = openSites(asked, best, served);
  const objective = objectiveOf(asked, sites, served);
  // What is known but for rounding is told exactly.
  const proved = best.cost === bound ? objective : Math.min(objective, bound);
  return {
    status: proved === objective ? "optimal" : "feasible",
    ...{ objective, bound: proved, gap: gapOf(objective, proved) },
    sites,
    links: Uint32Array.from(served, ({ link }) => link),
    amounts: Float64Array.from(served, ({ amount }) => toNumber(amount)),
  };
}

function hindrance({
  question,
  table,
  wider,
}: SitingAsked<CapacitatedQuestion, CapacitatedTable>): Hindrance | undefined {
  const { count, share } = question;
  const open = table.states.reduce((sum, state) => sum + (state === OPEN ? 1 : 0), 0);
  const mayOpen = table.states.reduce((sum, state) => sum + (state === CLOSED ? 0 : 1), 0);
  if (count !== undefined && open > count) return { is: "too-many-open", open };
  const customers = share < 1 ? [] : outOfReach(table);
  if (customers.length > 0) {
    const all = wider();
    return { is: "out-of-reach", customers, ...(all && { within: farthestOf(all, customers) }) };
  }
  if (count !== undefined && mayOpen < count) return { is: "too-few-sites", mayOpen };
  return hindranceOfRoom(table, question);
}

/** What is known of how it could be, as far as there is work left. */
function cannotFit(
  problem: CapacitatedProblem,
  { count, isSplit }: CapacitatedQuestion,
  work: WorkLeft,
): Hindrance {
  const inParts =
    isSplit || work.done
      ? undefined
      : locateCapacitated({ ...problem, isSplit: true }, () => 0, work).next().value.best !== undefined;
  let enough: number | undefined;
  if (count !== undefined && !work.done) {
    const aside = problem.least - count;
    const siteCount = problem.fixed.length - aside;
    const fewest = last(
      locateCapacitated(
        {
          ...problem,
          fixed: problem.fixed.map((_, site) => (site < siteCount ? 1 : 0)),
          costs: new Float64Array(problem.costs.length),
          ...{ least: aside, most: siteCount + aside },
        },
        () => 0,
        work,
      ),
    ).best;
    if (fewest !== undefined && fewest.cost > count) enough = fewest.cost;
  }
  return {
    is: "cannot-fit",
    ...(inParts !== undefined && { inParts }),
    ...(enough !== undefined && { enough }),
  };
}

interface ServedLink {
  /** Of the table. */
  readonly link: number;
  /** Of the need. */
  readonly amount: Exact;
  readonly part: Exact;
}

/** By links of the table, ascending. */
function servedIn(
  { problem, rows, scale }: CapacitatedModel,
  { links, amounts }: Service,
): readonly ServedLink[] {
  const served: ServedLink[] = [];
  for (const [at, link] of links.entries()) {
    const row = rows[link] as number;
    if (row === NOWHERE) continue;
    const [amount, size] = [BigInt(amounts[at] as number), BigInt(problem.sizes[link] as number)];
    const part = size === 0n ? exact(1) : ratio(amount, size);
    served.push({ link: row, amount: ratio(amount, scale), part });
  }
  return served.sort((a, b) => a.link - b.link);
}

/** Ascending; without those that serve nobody, unless they have to be open. */
function openSites(
  { question, table }: SitingAsked<CapacitatedQuestion, CapacitatedTable>,
  { sites }: Service,
  served: readonly ServedLink[],
): Uint32Array {
  const serves = new Set(served.map(({ link }) => table.sites[link]));
  const isAsked = (site: number) =>
    question.count !== undefined || table.states[site] === OPEN || serves.has(site);
  return sites.filter((site) => site < table.states.length && isAsked(site));
}

function objectiveOf(
  { question, table }: SitingAsked<CapacitatedQuestion, CapacitatedTable>,
  sites: Uint32Array,
  served: readonly ServedLink[],
): number {
  const { weights, metres, fixed, rates } = table;
  const customers = customerOfLinks(table);
  const unit = question.count === undefined ? exact(question.walkCost) : exact(1);
  let sum = ZERO;
  for (const { link, amount, part } of served) {
    const walk = times(exact(weights[customers[link] as number] as number), exact(metres[link] as number));
    sum = plus(sum, times(times(unit, part), walk));
    if (question.count === undefined)
      sum = plus(sum, times(amount, exact(rates?.[table.sites[link] as number] ?? 0)));
  }
  if (question.count === undefined) for (const site of sites) sum = plus(sum, exact(fixed?.[site] ?? 0));
  return toNumber(sum);
}

function last(search: Generator<ServedBy, ServedBy, void>): ServedBy {
  let told = search.next();
  while (told.done !== true) told = search.next();
  return told.value;
}
