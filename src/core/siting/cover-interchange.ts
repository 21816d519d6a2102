import type { Interchange } from "./interchange.ts";
import { linksBySite } from "./links-by-site.ts";
import { CLOSED, costOf, type LocationProblem, NOWHERE, OPEN } from "./location-problem.ts";
import type { WorkLeft } from "./work-left.ts";

/** Whether a problem asks for no more than the most weight in reach of so many sites, and these are not too many. */
export function isCover({ fixed, costs, unserved, least, most, budget }: LocationProblem): boolean {
  const isNothing = (cost: number) => cost === 0;
  return (
    least === 0 &&
    Math.min(most, fixed.length) * fixed.length <= ROOM &&
    budget === undefined &&
    fixed.every(isNothing) &&
    costs.every(isNothing) &&
    unserved.every((weight) => weight < Number.POSITIVE_INFINITY)
  );
}

/**
 * The steps of `interchangeOf` for a cover. What a site adds, and what each open one holds alone of that, is kept up as sites
 * open and close (Resende and Werneck 2007), so that a step is told from as many numbers as sites are open.
 */
export function coverInterchangeOf(problem: LocationProblem): Interchange {
  const { states, starts, sites, unserved: weights, most } = problem;
  const siteCount = states.length;
  const bySite = linksBySite(problem);
  const places = Math.min(most, siteCount) + 1;
  const least = 1e-10 * weights.reduce((sum, weight) => sum + weight, 0);
  const reached = Float64Array.from(states, (_, site) => {
    let sum = 0;
    for (let at = bySite.starts[site] as number; at < (bySite.starts[site + 1] as number); at++)
      sum += weights[bySite.customers[at] as number] as number;
    return sum;
  });
  /** By site: the weight in reach that nobody open reaches. */
  const gains = new Float64Array(siteCount);
  /** By place of an open site and by site: the weight in reach of both that no other open one reaches. */
  const alone = new Float64Array(places * siteCount);
  /** By place: its site. By site: its place, or `NOWHERE` if it is closed. */
  const siteAt = new Uint32Array(places);
  const placeOf = new Uint32Array(siteCount);
  /** By customer: how many open sites reach it, and the sum of their places. */
  const times = new Uint32Array(weights.length);
  const sums = new Uint32Array(weights.length);
  let count = 0;

  function shift(values: Float64Array, row: number, customer: number, by: number): number {
    const end = starts[customer + 1] as number;
    const from = starts[customer] as number;
    for (let link = from; link < end; link++) {
      const at = row + (sites[link] as number);
      values[at] = (values[at] as number) + by;
    }
    return end - from;
  }

  function open(site: number): number {
    const place = count++;
    siteAt[place] = site;
    placeOf[site] = place;
    let steps = 0;
    for (let at = bySite.starts[site] as number; at < (bySite.starts[site + 1] as number); at++) {
      const customer = bySite.customers[at] as number;
      const weight = weights[customer] as number;
      const before = times[customer] as number;
      if (before === 0) {
        steps += shift(gains, 0, customer, -weight);
        shift(alone, place * siteCount, customer, weight);
      } else if (before === 1)
        steps += shift(alone, (sums[customer] as number) * siteCount, customer, -weight);
      times[customer] = before + 1;
      sums[customer] = (sums[customer] as number) + place;
    }
    return steps;
  }

  /** The last place is moved to that of the site that closes. */
  function close(site: number): number {
    const place = placeOf[site] as number;
    let steps = 0;
    for (let at = bySite.starts[site] as number; at < (bySite.starts[site + 1] as number); at++) {
      const customer = bySite.customers[at] as number;
      const weight = weights[customer] as number;
      const left = (times[customer] as number) - 1;
      times[customer] = left;
      sums[customer] = (sums[customer] as number) - place;
      if (left === 0) steps += shift(gains, 0, customer, weight);
      else if (left === 1) steps += shift(alone, (sums[customer] as number) * siteCount, customer, weight);
    }
    count--;
    placeOf[site] = NOWHERE;
    if (place !== count) {
      const moved = siteAt[count] as number;
      siteAt[place] = moved;
      placeOf[moved] = place;
      for (let at = bySite.starts[moved] as number; at < (bySite.starts[moved + 1] as number); at++) {
        const customer = bySite.customers[at] as number;
        sums[customer] = (sums[customer] as number) - count + place;
      }
      alone.copyWithin(place * siteCount, count * siteCount, (count + 1) * siteCount);
    }
    alone.fill(0, count * siteCount, (count + 1) * siteCount);
    return steps;
  }

  function begin(): void {
    gains.set(reached);
    alone.fill(0);
    placeOf.fill(NOWHERE);
    times.fill(0);
    sums.fill(0);
    count = 0;
  }

  /** What is lost at least by closing an open site where `site` opens, and which one that is. */
  function leastLost(site: number): { lost: number; closes: number } {
    let [lost, closes] = [Number.POSITIVE_INFINITY, NOWHERE];
    for (let place = 0; place < count; place++) {
      const own = siteAt[place] as number;
      if (states[own] === OPEN) continue;
      const row = place * siteCount;
      const losing = (alone[row + own] as number) - (alone[row + site] as number);
      if (losing < lost) [lost, closes] = [losing, own];
    }
    return { lost, closes };
  }

  return (from, work, first) => {
    begin();
    const marks = states.map((state) => (state === OPEN ? 1 : 0));
    for (const site of from) if (states[site] !== CLOSED) marks[site] = 1;
    const locked = [...states.keys()].filter((site) => states[site] === OPEN);
    if (locked.length > most) return { sites: Uint32Array.from(locked), cost: Number.POSITIVE_INFINITY };
    for (const site of locked) work.spend(open(site));
    if (marks.reduce((sum, mark) => sum + mark, 0) <= most) {
      for (let site = 0; site < siteCount; site++)
        if (marks[site] === 1 && placeOf[site] === NOWHERE) work.spend(open(site));
    } else fill(work, marks);
    if (first !== undefined) fill(work, first);
    fill(work);
    better(work);
    const found = siteAt.slice(0, count).sort();
    return { sites: found, cost: costOf(problem, found) };
  };

  function fill(work: WorkLeft, among?: Uint8Array): void {
    while (count < most && !work.done) {
      let [opens, most] = [NOWHERE, least];
      for (let site = 0; site < siteCount; site++) {
        if ((gains[site] as number) <= most || placeOf[site] !== NOWHERE || states[site] === CLOSED) continue;
        if (among === undefined || among[site] === 1) [opens, most] = [site, gains[site] as number];
      }
      work.spend(siteCount);
      if (opens === NOWHERE) return;
      work.spend(open(opens));
    }
  }

  /** Steps that save, from one site to the next, until no site has one. */
  function better(work: WorkLeft): void {
    let [site, idle] = [0, 0];
    while (idle < siteCount && !work.done) {
      site = site + 1 < siteCount ? site + 1 : 0;
      idle++;
      if (placeOf[site] !== NOWHERE || states[site] === CLOSED) continue;
      const gain = gains[site] as number;
      if (count < most) {
        if (gain > least) {
          work.spend(open(site));
          idle = 0;
        }
        continue;
      }
      const { lost, closes } = leastLost(site);
      work.spend(count);
      if (!(gain - lost > least)) continue;
      work.spend(close(closes) + open(site));
      idle = 0;
    }
  }
}

const ROOM = 1e6;
