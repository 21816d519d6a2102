import { HUB_WIDTH, type Labels } from "./hub-labels.ts";

/** The best walks between one point and hubs, over the nodes that it joins at. */
export interface HubMerge {
  /** Forgets what was added. */
  begin(): void;
  /** The labels of a node, so many steps farther; beyond `most` steps they are left out. */
  add(labels: Labels, node: number, metres: number, walked: number): void;
  count(): number;
  /** `hubs[0 … count − 1]`, in no order. */
  readonly hubs: Uint32Array;
  /** By hub: equivalent steps, then real ones. */
  readonly best: Float64Array;
}

export function hubMerge(nodes: number, most: number): HubMerge {
  const best = new Float64Array(2 * nodes).fill(Infinity);
  const hubs = new Uint32Array(nodes);
  let count = 0;
  return {
    hubs,
    best,
    count: () => count,
    begin(): void {
      for (let i = 0; i < count; i++) best[2 * (hubs[i] as number)] = Infinity;
      count = 0;
    },
    add({ starts, labels }, node, metres, walked): void {
      const end = HUB_WIDTH * (starts[node + 1] as number);
      for (let label = HUB_WIDTH * (starts[node] as number); label < end; label += HUB_WIDTH) {
        const hub = labels[label] as number;
        const whole = metres + (labels[label + 1] as number);
        const real = walked + (labels[label + 2] as number);
        const was = best[2 * hub] as number;
        if (whole > most || whole > was || (whole === was && real >= (best[2 * hub + 1] as number))) continue;
        if (was === Infinity) hubs[count++] = hub;
        best[2 * hub] = whole;
        best[2 * hub + 1] = real;
      }
    },
  };
}
