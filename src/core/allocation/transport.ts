/**
 * What facilities bring to zones, in whole numbers of any size: each zone gets what it wants, each facility gives at most
 * what it holds; all of them above 0. Links are columns ordered by zone, as those of an allocation.
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
  /** By link. */
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
  const { parent, link, flow } = greedyTree(transport);
  // Only what has something hanging on it is listed below another, and facilities: most zones are leaves.
  const firstChild = new Int32Array(root + 1).fill(NONE);
  const nextSibling = new Int32Array(root + 1).fill(NONE);
  const lastSibling = new Int32Array(root + 1).fill(NONE);
  /** Of facilities and the root; that of a zone is told by what it hangs on. */
  const depth = new Int32Array(root + 1);
  const worth = new Float64Array(root + 1);
  for (let node = zoneCount; node < root; node++) hang(node, parent[node] as number);
  for (let node = firstChild[root] as number; node !== NONE; node = nextSibling[node] as number) settle(node);

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

  /** Depth and worth of the facilities among a node and all that hangs on it. */
  function settle(top: number): void {
    for (let node = top; ; ) {
      if (node >= zoneCount) {
        const [above, along] = [parent[node] as number, link[node] as number];
        depth[node] = depthOf(above) + 1;
        worth[node] = along === NONE ? 0 : worthAt(above) - (costs[along] as number);
      }
      const child = firstChild[node] as number;
      if (child !== NONE) {
        node = child;
        continue;
      }
      while (node !== top && nextSibling[node] === NONE) node = parent[node] as number;
      if (node === top) return;
      node = nextSibling[node] as number;
    }
  }

  /**
   * Sends as much as can be from a facility along a link to a zone, or to the root, and back by the tree. What comes to 0
   * leaves the tree: the last such in the direction of sending, from where both ways meet.
   */
  function enter(along: number, source: number, target: number): void {
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
    settle(top);
  }

  const block = Math.ceil(BLOCK * Math.sqrt(costs.length));
  let [gain, along, source, target] = [0, NONE, NONE, NONE];
  let looked = 0;
  // Zone by zone, and behind them the facilities that may keep what they hold; around until nothing is gained.
  for (let at = 0, idle = 0; idle <= zoneCount; at = at === zoneCount ? 0 : at + 1) {
    if (at < zoneCount) {
      const worthHere = worthAt(at);
      const end = starts[at + 1] as number;
      for (let each = starts[at] as number; each < end; each++) {
        const facility = zoneCount + (facilities[each] as number);
        const gained = worthHere - (costs[each] as number) - (worth[facility] as number);
        if (gained > gain) [gain, along, source, target] = [gained, each, facility, at];
      }
      looked += end - (starts[at] as number);
    } else {
      for (let facility = zoneCount; facility < root; facility++) {
        if (-(worth[facility] as number) > gain)
          [gain, along, source, target] = [-(worth[facility] as number), NONE, facility, root];
      }
      looked += holds.length;
    }
    idle += 1;
    if (gain === 0 || (looked < block && idle <= zoneCount)) continue;
    enter(along, source, target);
    [gain, looked, idle] = [0, 0, 0];
  }

  const amounts = new Array<bigint>(costs.length).fill(0n);
  for (let node = 0; node < root; node++) {
    const by = link[node] as number;
    if (by !== NONE) amounts[by] = flow[node] as bigint;
    else if (node < zoneCount) return undefined;
  }
  return {
    amounts,
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
  const cheapestFirst = Uint32Array.from(costs.keys()).sort(
    (a, b) => (costs[a] as number) - (costs[b] as number) || a - b,
  );
  for (const each of cheapestFirst) {
    const zone = zoneOf[each] as number;
    const facility = zoneCount + (facilities[each] as number);
    const [wanted, held] = [flow[zone] as bigint, flow[facility] as bigint];
    if (parent[zone] !== root || parent[facility] !== root || held === 0n) continue;
    const [done, other] = wanted <= held ? [zone, facility] : [facility, zone];
    parent[done] = other;
    link[done] = each;
    flow[other] = (flow[other] as bigint) - (flow[done] as bigint);
  }
  return { parent, link, flow };
}

const NONE = -1;
/** Links that are looked at before the best of them enters, in square roots of their number. */
const BLOCK = 1;
