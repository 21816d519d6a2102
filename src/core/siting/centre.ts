import { withoutDominated } from "./dominated.ts";
import { type Located, locate, type Search } from "./locate.ts";
import { CLOSED, NOWHERE, OPEN, type Opening } from "./location-problem.ts";
import { wholeCoverProblem } from "./siting-models.ts";
import { type SitingTable, withinWalk } from "./siting-table.ts";
import type { WorkLeft } from "./work-left.ts";

/**
 * Exactly `count` sites with the farthest walk as short as can be; costs its metres. It is the shortest walk within which so
 * many sites cover everybody (Minieka 1970), found by halving what is left. Ends as `locate` does.
 */
export function* centre(table: SitingTable, count: number, gap: number, work: WorkLeft): Search {
  const { fixed: _, ...counted } = table;
  const walks = table.metres.slice().sort();
  let best = farthestFirst(table, [], count);
  const mayOpen = table.states.reduce((sum, state) => sum + (state === CLOSED ? 0 : 1), 0);
  if (mayOpen < count) return { best, bound: Number.POSITIVE_INFINITY };
  /** Of the walks: those before `low` are too short, and the best needs none from `high` on. */
  let [low, high] = [placeOf(walks, shortestLimit(table)), placeOf(walks, best.cost)];
  const known = (): Located => ({ best, bound: Math.min(best.cost, walks[low] ?? Number.POSITIVE_INFINITY) });

  const isClose = () => best.cost < Number.POSITIVE_INFINITY && best.cost - known().bound <= gap * best.cost;
  while (low < high && !isClose()) {
    const middle = (low + high) >> 1;
    const walk = walks[middle] as number;
    const cover = locate(
      withoutDominated(wholeCoverProblem(withinWalk(counted, walk))),
      { enough: count },
      work,
    );
    let told = cover.next();
    for (; told.done !== true; told = cover.next()) yield known();
    const { best: covering, bound } = told.value;
    if (covering.cost <= count) {
      best = farthestFirst(table, covering.sites, count);
      high = placeOf(walks, best.cost);
    } else if (bound > count) {
      low = middle;
      while ((walks[low] ?? Number.POSITIVE_INFINITY) <= walk) low++;
    } else break;
  }
  return known();
}

/** The first place of a value that is not below it. */
function placeOf(walks: Float64Array, walk: number): number {
  let [low, high] = [0, walks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((walks[middle] as number) < walk) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What somebody has to walk even if every site opens that may. */
function shortestLimit({ starts, sites, states, metres }: SitingTable): number {
  let most = 0;
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const end = starts[customer + 1] as number;
    let link = starts[customer] as number;
    while (link < end && states[sites[link] as number] === CLOSED) link++;
    most = Math.max(most, link < end ? (metres[link] as number) : Number.POSITIVE_INFINITY);
  }
  return most;
}

/** Opens, until there are `count`, what is nearest to the customer who walks farthest; `Infinity` where one has no way. */
function farthestFirst(table: SitingTable, from: Iterable<number>, count: number): Opening {
  const { starts, sites, states, metres } = table;
  const isOpen = Uint8Array.from(states, (state) => (state === OPEN ? 1 : 0));
  for (const site of from) isOpen[site] = 1;
  const walkOf = new Float64Array(starts.length - 1).fill(Number.POSITIVE_INFINITY);
  const serve = (customer: number) => {
    const end = starts[customer + 1] as number;
    for (let link = starts[customer] as number; link < end; link++) {
      if (isOpen[sites[link] as number] === 0) continue;
      walkOf[customer] = metres[link] as number;
      return;
    }
  };
  let open = isOpen.reduce((sum, mark) => sum + mark, 0);
  for (;;) {
    for (let customer = 0; customer < walkOf.length; customer++) serve(customer);
    if (open >= count) break;
    const site = nextSite(table, walkOf, isOpen);
    if (site === NOWHERE) break;
    isOpen[site] = 1;
    open++;
  }
  const cost =
    open === count ? walkOf.reduce((most, walk) => Math.max(most, walk), 0) : Number.POSITIVE_INFINITY;
  return { sites: Uint32Array.from([...isOpen.keys()].filter((site) => isOpen[site] === 1)), cost };
}

/** The closed site nearest to whom the farthest walk is of and who has one that is nearer; else the first that may open. */
function nextSite({ starts, sites, states }: SitingTable, walkOf: Float64Array, isOpen: Uint8Array): number {
  const may = (site: number) => isOpen[site] === 0 && states[site] !== CLOSED;
  const order = [...walkOf.keys()].sort((a, b) => (walkOf[b] as number) - (walkOf[a] as number) || a - b);
  for (const customer of order) {
    const end = starts[customer + 1] as number;
    for (let link = starts[customer] as number; link < end; link++) {
      const site = sites[link] as number;
      if (isOpen[site] === 1) break;
      if (may(site)) return site;
    }
  }
  const first = isOpen.findIndex((_, site) => may(site));
  return first < 0 ? NOWHERE : first;
}
