import { NOWHERE } from "../location-problem.ts";
import type { WorkLeft } from "../work-left.ts";
import { type CapacitatedProblem, type Service, sitesMarked } from "./capacitated-problem.ts";

/**
 * Serves each customer whole at one of the open sites: from where it is served in `from`, and else from who would lose most by
 * not being served at the nearest, by steps that move one customer or swap two. A site may hold too much on the way, which
 * costs more and more. `undefined` where it still does in the end, which does not prove that nothing fits, or where it costs
 * more than `hopeless` once nobody can be moved. What a site that was open in `from` serves is taken for settled.
 * `stuck` is told the sites that hold too much in the end.
 */
export function serveWhole(
  problem: CapacitatedProblem,
  isOpen: Uint8Array,
  work: WorkLeft,
  from?: Service,
  hopeless = Number.POSITIVE_INFINITY,
  stuck?: (overfull: Uint32Array) => void,
): Service | undefined {
  const { fixed, starts, sites, costs, sizes, capacities } = problem;
  const customerCount = starts.length - 1;
  const open = sitesMarked(isOpen);
  const placeOf = new Int32Array(fixed.length).fill(-1);
  for (const [place, site] of open.entries()) placeOf[site] = place;
  /** By customer and open site, and by customer from the cheapest on. */
  const linkTo = new Uint32Array(customerCount * open.length).fill(NOWHERE);
  const first = new Uint32Array(customerCount + 1);
  const links = new Uint32Array(sites.length);
  let count = 0;
  for (let customer = 0; customer < customerCount; customer++) {
    for (let link = starts[customer] as number; link < (starts[customer + 1] as number); link++) {
      const place = placeOf[sites[link] as number] as number;
      if (place < 0) continue;
      linkTo[customer * open.length + place] = link;
      links[count++] = link;
    }
    first[customer + 1] = count;
    if (first[customer] === count) return undefined;
  }
  work.spend(sites.length + linkTo.length / 8);

  const own = new Uint32Array(customerCount).fill(NOWHERE);
  const load = new Float64Array(fixed.length);
  /** By open site: whom it serves, in a row that leads from one to the next. */
  const head = new Int32Array(open.length).fill(-1);
  const next = new Int32Array(customerCount).fill(-1);
  const last = new Int32Array(customerCount).fill(-1);
  let penalty = 1;
  /** When a site changed last, and when a customer was looked at in vain last: what did not change since is passed over. */
  let clock = 0;
  const changed = new Float64Array(fixed.length);
  const looked = { toMove: new Float64Array(customerCount), toSwap: new Float64Array(customerCount) };

  function put(customer: number, link: number): void {
    const site = sites[link] as number;
    const place = placeOf[site] as number;
    own[customer] = link;
    load[site] = (load[site] as number) + (sizes[link] as number);
    const behind = head[place] as number;
    next[customer] = behind;
    last[customer] = -1;
    if (behind >= 0) last[behind] = customer;
    head[place] = customer;
    changed[site] = ++clock;
  }
  function take(customer: number): void {
    const link = own[customer] as number;
    const site = sites[link] as number;
    load[site] = (load[site] as number) - (sizes[link] as number);
    const [before, behind] = [last[customer] as number, next[customer] as number];
    if (before < 0) head[placeOf[site] as number] = behind;
    else next[before] = behind;
    if (behind >= 0) last[behind] = before;
    changed[site] = ++clock;
  }
  const over = (site: number, more: number) =>
    Math.max(0, (load[site] as number) + more - (capacities[site] as number));
  /** What the site's holding too much takes on. */
  const overMore = (site: number, more: number) =>
    more === 0 ? 0 : penalty * (over(site, more) - over(site, 0));

  function begin(): void {
    if (from !== undefined) {
      for (const link of from.links) {
        const customer = customerAt(starts, link);
        if (isOpen[sites[link] as number] === 1) put(customer, link);
      }
      const before = new Set(from.sites);
      for (const site of open) changed[site] = before.has(site) ? 0 : 1;
      clock = 1;
    }
    const left: number[] = [];
    const regret = new Float64Array(customerCount);
    for (let customer = 0; customer < customerCount; customer++) {
      if (own[customer] !== NOWHERE) continue;
      const at = first[customer] as number;
      const second =
        at + 1 < (first[customer + 1] as number) ? (costs[links[at + 1] as number] as number) : Infinity;
      regret[customer] = second - (costs[links[at] as number] as number);
      left.push(customer);
    }
    const sizeOf = (customer: number) => sizes[links[first[customer] as number] as number] as number;
    left.sort((a, b) => {
      const [x, y] = [regret[a] as number, regret[b] as number];
      return x === y ? sizeOf(b) - sizeOf(a) || a - b : y - x;
    });
    for (const customer of left) {
      let [to, least] = [NOWHERE, Number.POSITIVE_INFINITY];
      for (let at = first[customer] as number; at < (first[customer + 1] as number); at++) {
        const link = links[at] as number;
        const more = over(sites[link] as number, sizes[link] as number);
        if (more < least) [to, least] = [link, more];
        if (least === 0) break;
      }
      put(customer, to);
    }
  }

  function moved(customer: number): boolean {
    const was = own[customer] as number;
    const a = sites[was] as number;
    const since = looked.toMove[customer] as number;
    const isOld = (changed[a] as number) <= since;
    const spared = overMore(a, -(sizes[was] as number)) - (costs[was] as number);
    let [to, least] = [NOWHERE, -SMALLEST * Math.abs(costs[was] as number)];
    const end = first[customer + 1] as number;
    for (let at = first[customer] as number; at < end; at++) {
      const link = links[at] as number;
      if (spared + (costs[link] as number) >= least) break;
      const b = sites[link] as number;
      if (b === a || (isOld && (changed[b] as number) <= since)) continue;
      const more = spared + (costs[link] as number) + overMore(b, sizes[link] as number);
      if (more < least) [to, least] = [link, more];
    }
    work.spend(end - (first[customer] as number));
    looked.toMove[customer] = clock;
    if (to === NOWHERE) return false;
    take(customer);
    put(customer, to);
    return true;
  }

  function swapped(customer: number): boolean {
    const was = own[customer] as number;
    const a = sites[was] as number;
    const place = placeOf[a] as number;
    const size = sizes[was] as number;
    const since = looked.toSwap[customer] as number;
    const isOld = (changed[a] as number) <= since;
    let steps = 1;
    const end = first[customer + 1] as number;
    for (let at = first[customer] as number; at < end; at++) {
      const link = links[at] as number;
      const b = sites[link] as number;
      if (b === a || (isOld && (changed[b] as number) <= since)) continue;
      for (let other = head[placeOf[b] as number] as number; other >= 0; other = next[other] as number) {
        steps++;
        const back = linkTo[other * open.length + place] as number;
        if (back === NOWHERE) continue;
        const theirs = own[other] as number;
        const cost =
          (costs[link] as number) +
          (costs[back] as number) -
          (costs[was] as number) -
          (costs[theirs] as number);
        const more =
          cost +
          overMore(a, (sizes[back] as number) - size) +
          overMore(b, (sizes[link] as number) - (sizes[theirs] as number));
        if (more >= -SMALLEST * Math.abs((costs[was] as number) + (costs[theirs] as number))) continue;
        take(customer);
        take(other);
        put(customer, link);
        put(other, back);
        work.spend(steps);
        return true;
      }
    }
    work.spend(steps);
    looked.toSwap[customer] = clock;
    return false;
  }

  begin();
  let [dear, all] = [0, 0];
  for (const link of links.subarray(0, count)) {
    dear += costs[link] as number;
    all += sizes[link] as number;
  }
  if (dear > 0) penalty = dear / Math.max(all, 1);
  if (from === undefined) {
    looked.toMove.fill(-1);
    looked.toSwap.fill(-1);
  } else penalty *= DEARER ** 2;
  const tooMuch = () => open.some((site) => over(site, 0) > 0);
  const costNow = () => {
    let total = 0;
    for (const site of open) total += fixed[site] as number;
    for (const link of own) total += costs[link] as number;
    return total;
  };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (let isMoving = true; isMoving && !work.done; ) {
      isMoving = false;
      for (let customer = 0; customer < customerCount; customer++) if (moved(customer)) isMoving = true;
      if (isMoving) continue;
      if (round === 0 && costNow() > hopeless) return undefined;
      for (let customer = 0; customer < customerCount; customer++) if (swapped(customer)) isMoving = true;
    }
    if (!tooMuch() || work.done) break;
    penalty *= DEARER;
    looked.toMove.fill(-1);
    looked.toSwap.fill(-1);
  }
  if (tooMuch()) {
    stuck?.(open.filter((site) => over(site, 0) > 0));
    return undefined;
  }
  return {
    sites: open,
    links: own,
    amounts: Float64Array.from(own, (link) => sizes[link] as number),
    cost: costNow(),
  };
}

/** The customer of a link. */
function customerAt(starts: Uint32Array, link: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= link) low = middle;
    else high = middle;
  }
  return low;
}

/** The part of a cost that is saved by rounding alone. */
const SMALLEST = 1e-12;
const DEARER = 4;
const MOST_ROUNDS = 12;
