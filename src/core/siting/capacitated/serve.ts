import { CLOSED, customerOfLinks, NOWHERE } from "../location-problem.ts";
import type { WorkLeft } from "../work-left.ts";
import type { CapacitatedProblem, Service } from "./capacitated-problem.ts";
import { serveShared } from "./shared-service.ts";
import { serveWhole } from "./whole-service.ts";

/**
 * Serves at the open sites in the way that the problem asks for; `from`, `hopeless` and `stuck` are of `serveWhole`. Customers that do not
 * fit whole so begin from where most of each is served if they are split, and sites hold somewhat less. `undefined` where nothing is found.
 */
export function serve(
  problem: CapacitatedProblem,
  isOpen: Uint8Array,
  work: WorkLeft,
  from?: Service,
  hopeless?: number,
  stuck?: (overfull: Uint32Array) => void,
): Service | undefined {
  work.spend(isOpen.length);
  if (!mayHold(problem, isOpen)) return undefined;
  if (problem.isSplit) return serveShared(problem, isOpen, work).service;
  const service = serveWhole(problem, isOpen, work, from, hopeless);
  if (service !== undefined || from !== undefined || work.done) return service;
  for (const part of PARTS_HELD) {
    const capacities = problem.capacities.map((held) => Math.floor(part * held));
    const shared = serveShared({ ...problem, capacities, isSplit: true }, isOpen, work).service;
    if (shared === undefined) break;
    const found = serveWhole(problem, isOpen, work, mostly(problem, shared), undefined, stuck);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same from these sites, and from more beside those that hold too much if nothing is found; as long as more may open. */
export function serveFromMore(
  problem: CapacitatedProblem,
  isOpen: Uint8Array,
  work: WorkLeft,
): Service | undefined {
  const marks = isOpen.slice();
  for (let open = marks.reduce((sum, mark) => sum + mark, 0); !work.done; ) {
    let overfull = new Uint32Array(0);
    const service = serve(problem, marks, work, undefined, undefined, (sites) => {
      overfull = sites.slice();
    });
    if (service !== undefined || overfull.length === 0) return service;
    for (const site of overfull) {
      const beside = siteBeside(problem, site, marks);
      work.spend(problem.sites.length);
      if (beside === NOWHERE || open === problem.most) return undefined;
      marks[beside] = 1;
      open++;
    }
  }
  return undefined;
}

/** The closed site that may open to which most of those go who may go to a site. */
function siteBeside({ starts, sites, states }: CapacitatedProblem, site: number, isOpen: Uint8Array): number {
  const counts = new Uint32Array(states.length);
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const reached = sites.subarray(starts[customer], starts[customer + 1]);
    if (reached.includes(site)) for (const other of reached) counts[other] = (counts[other] as number) + 1;
  }
  let [found, most] = [NOWHERE, 0];
  for (let other = 0; other < counts.length; other++) {
    if (isOpen[other] === 1 || states[other] === CLOSED || (counts[other] as number) <= most) continue;
    [found, most] = [other, counts[other] as number];
  }
  return found;
}

/** Of what sites hold, so that there is room for whom it is not enough to serve most of. */
const PARTS_HELD = [1, 0.97, 0.94];

/** Whether open sites hold together what customers take where they take least. */
function mayHold({ starts, sites, sizes, capacities }: CapacitatedProblem, isOpen: Uint8Array): boolean {
  let left = 0;
  for (let site = 0; site < isOpen.length; site++) if (isOpen[site] === 1) left += capacities[site] as number;
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    let least = Number.POSITIVE_INFINITY;
    for (let link = starts[customer] as number; link < (starts[customer + 1] as number); link++)
      if (isOpen[sites[link] as number] === 1) least = Math.min(least, sizes[link] as number);
    left -= least;
    if (left < 0) return false;
  }
  return true;
}

/** Each customer where most of it is served; nobody is settled there. */
function mostly(problem: CapacitatedProblem, { links, amounts, cost }: Service): Service {
  const customers = customerOfLinks(problem);
  const part = (at: number) =>
    (amounts[at] as number) / Math.max(problem.sizes[links[at] as number] as number, 1);
  const best = new Map<number, number>();
  for (const [at, link] of links.entries()) {
    const customer = customers[link] as number;
    const before = best.get(customer);
    if (before === undefined || part(at) > part(before)) best.set(customer, at);
  }
  const kept = [...best.values()].sort((a, b) => a - b);
  return {
    sites: new Uint32Array(0),
    links: Uint32Array.from(kept, (at) => links[at] as number),
    amounts: Float64Array.from(kept, (at) => amounts[at] as number),
    cost,
  };
}
