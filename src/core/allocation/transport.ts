/**
 * What facilities bring to zones, in whole numbers of any size: each zone gets what it wants, each facility gives at most
 * what it holds; all of them above 0. Links are columns ordered by zone, and of a zone from the cheapest on.
 */
export interface Transport {
  readonly wants: readonly bigint[];
  readonly holds: readonly bigint[];
  /** zones + 1 */
  readonly starts: Uint32Array;
  /** By link: row of the facility. */
  readonly facilities: Uint32Array;
  /** By link: of one unit, a whole number from 0 to `mostCost`. */
  readonly costs: Float64Array;
}

/** The cheapest transport, with the prices that prove it. */
export interface CheapestTransport {
  /** Links that are used, none twice, and how much flows along each. */
  readonly links: readonly number[];
  readonly amounts: readonly bigint[];
  /**
   * What a unit is worth at each zone, and at each facility, from 0. No link costs less than its zone is worth more than
   * its facility, and one that is used costs just that; where a facility keeps any, a unit is worth nothing.
   */
  readonly zoneWorth: Float64Array;
  readonly facilityWorth: Float64Array;
}

/** The largest cost with which worths are whole numbers that stay exact. */
export function mostCost({ wants, holds }: Pick<Transport, "wants" | "holds">): number {
  return Math.floor(2 ** 51 / (Math.min(wants.length, holds.length) + 1));
}

/** Costs of any kind as whole numbers: in the smallest power of 2 that leaves none above `most`. */
export function wholeCosts(costs: Float64Array, most: number): Float64Array {
  let dearest = 0;
  for (const each of costs) dearest = Math.max(dearest, each);
  if (dearest === 0) return costs;
  const unit = 2 ** Math.min(1000, Math.floor(Math.log2(most / dearest)));
  return costs.map((cost) => Math.min(most, Math.round(cost * unit)));
}

/**
 * The network simplex method (Dantzig 1951) from a greedy start: what flows is a tree of zones and facilities that hangs
 * on a root, which takes what facilities keep and, dearer than any way, stands in for what zones still lack. An amount of 0
 * always leads rootwards, so that no tree comes back (Cunningham 1976). `undefined` where the zones cannot all get what
 * they want. Rows decide among equally cheap ones.
 */
export function cheapestTransport(transport: Transport): CheapestTransport | undefined {
  const { wants, holds, starts, facilities, costs } = transport;
  const [zoneCount, root] = [wants.length, wants.length + holds.length];
  const standIn = mostCost(transport) * (Math.min(zoneCount, holds.length) + 1);
  const { parent, link, flow, done } = greedyTree(transport);
  // Only what has something hanging on it is listed below another, and facilities: most zones are leaves.
  const firstChild = new Int32Array(root + 1).fill(NONE);
  const nextSibling = new Int32Array(root + 1).fill(NONE);
  const lastSibling = new Int32Array(root + 1).fill(NONE);
  /** Of facilities and the root; that of a zone is told by what it hangs on. */
  const depth = new Int32Array(root + 1);
  const worth = new Float64Array(root + 1);
  const facilityWorth = worth.subarray(zoneCount, root);
  for (let node = zoneCount; node < root; node++) {
    if (parent[node] === root) depth[node] = 1;
    hang(node, parent[node] as number);
  }
  // Each hangs on one that was done after it.
  for (const node of done.reverse()) {
    if (node < zoneCount) continue;
    depth[node] = depthOf(parent[node] as number) + 1;
    worth[node] = worthAt(parent[node] as number) - (costs[link[node] as number] as number);
  }

  function isLeaf(node: number): boolean {
    return node < zoneCount && firstChild[node] === NONE;
  }

  function depthOf(node: number): number {
    return node < zoneCount ? (depth[parent[node] as number] as number) + 1 : (depth[node] as number);
  }

  function worthAt(zone: number): number {
    const along = link[zone] as number;
    return along === NONE ? standIn : (worth[parent[zone] as number] as number) + (costs[along] as number);
  }

  function hang(node: number, under: number): void {
    parent[node] = under;
    if (isLeaf(node)) return;
    if (isLeaf(under)) list(under);
    list(node);
  }

  function cut(node: number): void {
    if (isLeaf(node)) return;
    strike(node);
    const above = parent[node] as number;
    if (isLeaf(above)) strike(above);
  }

  function list(node: number): void {
    const above = parent[node] as number;
    const sibling = firstChild[above] as number;
    nextSibling[node] = sibling;
    lastSibling[node] = NONE;
    if (sibling !== NONE) lastSibling[sibling] = node;
    firstChild[above] = node;
  }

  function strike(node: number): void {
    const [before, after] = [lastSibling[node] as number, nextSibling[node] as number];
    if (before === NONE) firstChild[parent[node] as number] = after;
    else nextSibling[before] = after;
    if (after !== NONE) lastSibling[after] = before;
  }

  /** Tells the facilities among a node and all that hangs on it how deep they are now, and that they are worth more. */
  function settle(top: number, more: number): void {
    if (isLeaf(top)) return;
    for (let [node, deep] = [top, depthOf(parent[top] as number) + 1]; ; ) {
      if (node >= zoneCount) {
        depth[node] = deep;
        worth[node] = (worth[node] as number) + more;
      }
      const child = firstChild[node] as number;
      if (child !== NONE) {
        node = child;
        deep += 1;
        continue;
      }
      while (node !== top && nextSibling[node] === NONE) {
        node = parent[node] as number;
        deep -= 1;
      }
      if (node === top) return;
      node = nextSibling[node] as number;
    }
  }

  /**
   * Sends as much as can be from a facility along a link to a zone, or to the root, and back by the tree, each unit of which
   * gains so much. What comes to 0
   * leaves the tree: the last such in the direction of sending, from where both ways meet.
   */
  function enter(along: number, source: number, target: number, gain: number): void {
    let [fromOut, toOut] = [NONE, NONE];
    let [a, b] = [source, target];
    while (a !== b) {
      if (depthOf(a) > depthOf(b)) {
        if (a >= zoneCount && (fromOut === NONE || (flow[a] as bigint) < (flow[fromOut] as bigint)))
          fromOut = a;
        a = parent[a] as number;
      } else {
        if (b < zoneCount && (toOut === NONE || (flow[b] as bigint) <= (flow[toOut] as bigint))) toOut = b;
        b = parent[b] as number;
      }
    }
    const isTo = toOut !== NONE && (fromOut === NONE || (flow[toOut] as bigint) <= (flow[fromOut] as bigint));
    const out = isTo ? toOut : fromOut;
    const most = flow[out] as bigint;
    if (most > 0n) {
      for (let node = source; node !== a; node = parent[node] as number)
        flow[node] = node < zoneCount ? (flow[node] as bigint) + most : (flow[node] as bigint) - most;
      for (let node = target; node !== a; node = parent[node] as number)
        flow[node] = node < zoneCount ? (flow[node] as bigint) - most : (flow[node] as bigint) + most;
    }
    const top = isTo ? target : source;
    let [node, under, by, sent] = [top, isTo ? source : target, along, most];
    for (let isLast = false; !isLast; ) {
      const was = { above: parent[node] as number, by: link[node] as number, sent: flow[node] as bigint };
      isLast = node === out;
      cut(node);
      hang(node, under);
      link[node] = by;
      flow[node] = sent;
      [under, node, by, sent] = [node, was.above, was.by, was.sent];
    }
    settle(top, isTo ? -gain : gain);
  }

  const block = Math.ceil(BLOCK * Math.sqrt(costs.length));
  let [gain, along, source, target, looked] = [0, NONE, NONE, NONE, 0];
  // Zone by zone, and behind them the facilities that may keep what they hold; around until nothing is gained. Then no
  // facility is worth less than 0, so that links that cost as much as the zone is worth need not be looked at.
  for (let at = 0, idle = 0; idle <= zoneCount; at = at === zoneCount ? 0 : at + 1) {
    if (at < zoneCount) {
      const [from, end] = [starts[at] as number, starts[at + 1] as number];
      const here = worthAt(at);
      let each = from;
      for (let most = here - gain; each < end && (costs[each] as number) < most; each++) {
        const there = (costs[each] as number) + (facilityWorth[facilities[each] as number] as number);
        if (there >= most) continue;
        most = there;
        gain = here - there;
        along = each;
        target = at;
      }
      looked += each - from + 1;
    } else {
      for (let facility = zoneCount; facility < root; facility++) {
        if (-(worth[facility] as number) <= gain) continue;
        gain = -(worth[facility] as number);
        along = NONE;
        source = facility;
      }
      looked += holds.length;
    }
    idle += 1;
    if (gain === 0 || (looked < block && idle <= zoneCount)) continue;
    if (along === NONE) enter(NONE, source, root, gain);
    else enter(along, zoneCount + (facilities[along] as number), target, gain);
    [gain, looked, idle] = [0, 0, 0];
  }

  const used: { readonly links: number[]; readonly amounts: bigint[] } = { links: [], amounts: [] };
  for (let node = 0; node < root; node++) {
    const [by, amount] = [link[node] as number, flow[node] as bigint];
    if (by === NONE && node < zoneCount) return undefined;
    if (by === NONE || amount === 0n) continue;
    used.links.push(by);
    used.amounts.push(amount);
  }
  return {
    ...used,
    zoneWorth: Float64Array.from(wants.keys(), worthAt),
    facilityWorth: worth.slice(zoneCount, root),
  };
}

/**
 * A tree to start from, by node (zones, facilities behind them, the root last): what it hangs on, by which link (`NONE`: by
 * none of the problem), and how much flows there, to a zone from above and from a facility upwards. Along links from the
 * cheapest on as much flows as can; who is done first hangs on the other.
 */
function greedyTree({ wants, holds, starts, facilities, costs }: Transport) {
  const [zoneCount, root] = [wants.length, wants.length + holds.length];
  const parent = new Int32Array(root + 1).fill(root);
  const link = new Int32Array(root + 1).fill(NONE);
  const flow = [...wants, ...holds, 0n];
  const zoneOf = new Uint32Array(costs.length);
  for (let zone = 0; zone < zoneCount; zone++)
    zoneOf.fill(zone, starts[zone] as number, starts[zone + 1] as number);
  const done: number[] = [];
  for (const each of nearlySorted(costs)) {
    const zone = zoneOf[each] as number;
    const facility = zoneCount + (facilities[each] as number);
    const [wanted, held] = [flow[zone] as bigint, flow[facility] as bigint];
    if (parent[zone] !== root || parent[facility] !== root || held === 0n) continue;
    const [first, other] = wanted <= held ? [zone, facility] : [facility, zone];
    parent[first] = other;
    link[first] = each;
    flow[other] = (flow[other] as bigint) - (flow[first] as bigint);
    done.push(first);
  }
  return { parent, link, flow, done };
}

/**
 * Places of costs, from the lowest on but for those that are equal to one part of the highest in as many as there are
 * costs, in `STEPS` at most.
 */
function nearlySorted(costs: Float64Array): Uint32Array {
  const steps = Math.min(STEPS, costs.length);
  let highest = 1;
  for (const cost of costs) highest = Math.max(highest, cost);
  const perStep = (steps - 1) / highest;
  const ends = new Uint32Array(steps + 1);
  for (const cost of costs) {
    const behind = Math.floor(cost * perStep) + 1;
    ends[behind] = (ends[behind] as number) + 1;
  }
  for (let step = 0; step < steps; step++)
    ends[step + 1] = (ends[step + 1] as number) + (ends[step] as number);
  const sorted = new Uint32Array(costs.length);
  for (let at = 0; at < costs.length; at++) {
    const step = Math.floor((costs[at] as number) * perStep);
    sorted[ends[step] as number] = at;
    ends[step] = (ends[step] as number) + 1;
  }
  return sorted;
}

const STEPS = 4096;
const NONE = -1;
/** Links that are looked at before the best of them enters, in square roots of their number. */
const BLOCK = 0.2;
