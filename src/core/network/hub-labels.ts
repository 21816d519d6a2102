import { invariant } from "../base/invariant.ts";
import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { type Contraction, contraction, LINK_WIDTH, type Links, NO_LINK } from "./contraction.ts";
import { STEPS } from "./exact-metres.ts";
import { Grown } from "./grown.ts";
import type { WalkGraph } from "./walk-graph.ts";

/**
 * For each node a few others, its hubs, with the walks there and back: any shortest walk within the limit leads over a hub
 * that both of its ends have. Walks are then added up instead of searched for.
 */
export interface HubLabels {
  /** Walks up to here are known, in equivalent metres. */
  readonly limit: Metres;
  /** People walk from the node to the hub. */
  readonly toHubs: Labels;
  /** People walk from the hub to the node. */
  readonly fromHubs: Labels;
}

export interface Labels {
  /** nodes + 1: labels of node `n` are `starts[n] … starts[n + 1] − 1`. */
  readonly starts: Uint32Array;
  /** `HUB_WIDTH` numbers a label: the hub, and equivalent and real metres in steps of `exactMetres`. */
  readonly labels: Uint32Array;
}

export const HUB_WIDTH = 3;

/** Steps of a walk are kept in 32 bits. */
export const MOST_LABELLED: Metres = 4000;

/**
 * Labels for walks up to `limit`, at most `MOST_LABELLED`. No metre may cost less than one. Of walks equally long in
 * equivalent metres that of fewest real ones is kept, as a search does.
 */
export function* hubLabels(graph: WalkGraph, limit: Metres): Work<HubLabels> {
  invariant(limit >= 0 && limit <= MOST_LABELLED, "walks are labelled from 0 to 4,000 m");
  invariant(
    graph.forth.every((factor) => factor >= 1) && graph.back.every((factor) => factor >= 1),
    "a metre costs at least one",
  );
  const most = Math.floor(limit * STEPS);
  const { order, links } = yield* contraction(graph, most);
  const maker = new LabelMaker(order, links, most);
  for (let i = order.length - 1; i >= 0; i--) {
    if (i % NODES_PER_STEP === 0) yield { part: "network", share: 1 - i / order.length };
    maker.label(order[i] as number);
  }
  return { limit, ...maker.made() };
}

const NODES_PER_STEP = 2048;

/** One way of walking: to hubs, or from them. */
interface Side {
  /** By node: where its labels start, and how many there are. */
  readonly firsts: Uint32Array;
  readonly counts: Uint32Array;
  readonly labels: Grown;
}

/** Labels nodes from the most important down, so that those of a node upwards are there when it is its turn. */
class LabelMaker {
  private readonly links: Links;
  private readonly most: number;
  private readonly to: Side;
  private readonly from: Side;
  /** By hub: the best walk that was found of the node at hand. */
  private readonly metres: Float64Array;
  private readonly walked: Float64Array;
  private readonly hubs: Uint32Array;

  constructor(order: Contraction["order"], links: Links, most: number) {
    const count = order.length;
    this.links = links;
    this.most = most;
    const side = (): Side => ({
      firsts: new Uint32Array(count),
      counts: new Uint32Array(count),
      labels: new Grown(),
    });
    this.to = side();
    this.from = side();
    this.metres = new Float64Array(count).fill(Infinity);
    this.walked = new Float64Array(count);
    this.hubs = new Uint32Array(count);
  }

  label(node: number): void {
    this.labelSide(node, this.to, this.from, 0);
    this.labelSide(node, this.from, this.to, 2);
  }

  /** Hubs are those of the neighbours upwards; one that another leads to as well is left out. */
  private labelSide(node: number, own: Side, other: Side, side: 0 | 2): void {
    const { links, metres, walked, hubs, most } = this;
    let count = 0;
    const reach = (hub: number, length: number, real: number): void => {
      const was = metres[hub] as number;
      if (length > most || length > was || (length === was && real >= (walked[hub] as number))) return;
      if (was === Infinity) hubs[count++] = hub;
      metres[hub] = length;
      walked[hub] = real;
    };
    reach(node, 0, 0);
    for (let link = links.heads[node] as number; link !== NO_LINK; link = links.nexts[link] as number) {
      const at = LINK_WIDTH * link + side;
      const [length, real] = [links.steps[at] as number, links.steps[at + 1] as number];
      if (length > most) continue;
      const above = links.others[link] as number;
      const values = own.labels.values;
      const first = own.firsts[above] as number;
      const end = first + HUB_WIDTH * (own.counts[above] as number);
      for (let l = first; l < end; l += HUB_WIDTH) {
        reach(values[l] as number, length + (values[l + 1] as number), real + (values[l + 2] as number));
      }
    }
    own.firsts[node] = own.labels.length;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const hub = hubs[i] as number;
      if (hub !== node && this.isNeedless(hub, other)) continue;
      own.labels.push(hub);
      own.labels.push(metres[hub] as number);
      own.labels.push(walked[hub] as number);
      kept++;
    }
    own.counts[node] = kept;
    for (let i = 0; i < count; i++) metres[hubs[i] as number] = Infinity;
  }

  /** Whether another hub of the node is on a walk to this one that is not longer. */
  private isNeedless(hub: number, other: Side): boolean {
    const { metres, walked } = this;
    const values = other.labels.values;
    const length = metres[hub] as number;
    const first = other.firsts[hub] as number;
    const end = first + HUB_WIDTH * (other.counts[hub] as number);
    for (let l = first; l < end; l += HUB_WIDTH) {
      const between = values[l] as number;
      if (between === hub) continue;
      const sum = (metres[between] as number) + (values[l + 1] as number);
      if (sum < length) return true;
      if (
        sum === length &&
        (walked[between] as number) + (values[l + 2] as number) <= (walked[hub] as number)
      )
        return true;
    }
    return false;
  }

  made(): Pick<HubLabels, "toHubs" | "fromHubs"> {
    return { toHubs: byNode(this.to), fromHubs: byNode(this.from) };
  }
}

function byNode({ firsts, counts, labels }: Side): Labels {
  const starts = new Uint32Array(counts.length + 1);
  for (let node = 0; node < counts.length; node++) {
    starts[node + 1] = (starts[node] as number) + (counts[node] as number);
  }
  const sorted = new Uint32Array(labels.length);
  for (let node = 0; node < counts.length; node++) {
    const first = firsts[node] as number;
    sorted.set(
      labels.values.subarray(first, first + HUB_WIDTH * (counts[node] as number)),
      HUB_WIDTH * (starts[node] as number),
    );
  }
  return { starts, labels: sorted };
}
