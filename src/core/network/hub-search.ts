import { invariant } from "../base/invariant.ts";
import type { Metres } from "../base/units.ts";
import { type BoundedSearch, ORIGIN_WIDTH } from "./bounded-search.ts";
import { exactMetres, STEPS } from "./exact-metres.ts";
import type { HubLabels } from "./hub-labels.ts";
import { hubMerge } from "./hub-merge.ts";
import { hubZonesFor, WALK_WIDTH } from "./hub-zones.ts";
import { ONE_POINT } from "./join.ts";
import { equivalent, type JoinedZones, walkable } from "./join-zones.ts";
import type { Joined, WalkGraph } from "./walk-graph.ts";

/**
 * Finds by labels what a bounded search finds, to the last bit, for one place at a time: `limit` is at most that of the
 * labels. Cost: the walks of zones to the hubs of the place that stay within the limit.
 */
export function hubSearch(
  graph: WalkGraph,
  labels: HubLabels,
  zones: JoinedZones,
  limit: Metres,
): BoundedSearch {
  invariant(limit <= labels.limit, "labels know walks up to their limit");
  invariant(labels.fromHubs.starts.length === graph.lng.length + 1, "labels are of this graph");
  const most = Math.floor(limit * STEPS);
  const { starts, walks: toHubs } = hubZonesFor(labels, zones);
  const merged = hubMerge(graph.lng.length, most);
  const found = new Uint32Array(zones.zones.length);
  const walks = new Float64Array(ORIGIN_WIDTH * zones.zones.length).fill(Infinity);
  let count = 0;

  function begin(): void {
    for (let i = 0; i < count; i++) walks[ORIGIN_WIDTH * (found[i] as number)] = Infinity;
    count = 0;
  }

  function add(place: Joined, facility: number): void {
    const { stretch, along } = place;
    const off = exactMetres(place.off);
    addAlong(place, off, facility);
    const after = (graph.metres[stretch] as number) - along;
    merged.begin();
    enter(graph.from[stretch] as number, along, graph.forth[stretch] as number, off);
    enter(graph.to[stretch] as number, after, graph.back[stretch] as number, off);
    follow(facility);
  }

  /** Straight along the stretch that origin and place share. */
  function addAlong({ stretch, along }: Joined, off: Metres, facility: number): void {
    const { joined, stretchStarts, onStretch } = zones;
    const end = stretchStarts[stretch + 1] as number;
    for (let i = stretchStarts[stretch] as number; i < end; i++) {
      const origin = onStretch[i] as number;
      const ahead = along - (joined.along[origin] as number);
      const apart = Math.abs(ahead) <= ONE_POINT ? 0 : Math.abs(ahead);
      const factor = (ahead >= 0 ? graph.forth[stretch] : graph.back[stretch]) as number;
      if (!walkable(apart, factor)) continue;
      const straight = off + exactMetres(joined.off[origin] as number);
      reach(origin, straight + equivalent(apart, factor), straight + exactMetres(apart), facility);
    }
  }

  function enter(node: number, part: Metres, factor: number, off: Metres): void {
    if (!walkable(part, factor)) return;
    const metres = STEPS * (off + equivalent(part, factor));
    merged.add(labels.fromHubs, node, metres, STEPS * (off + exactMetres(part)));
  }

  /** On from the hubs of the place. In one loop: there are many walks, and little to do for each. */
  function follow(facility: number): void {
    const { hubs, best } = merged;
    const hubCount = merged.count();
    for (let i = 0; i < hubCount; i++) {
      const hub = hubs[i] as number;
      const steps = best[2 * hub] as number;
      const realSteps = best[2 * hub + 1] as number;
      const left = most - steps;
      const end = WALK_WIDTH * (starts[hub + 1] as number);
      for (let walk = WALK_WIDTH * (starts[hub] as number); walk < end; walk += WALK_WIDTH) {
        const there = toHubs[walk + 1] as number;
        if (there > left) {
          if (there >= left + STEPS) break;
          continue;
        }
        const origin = toHubs[walk] as number;
        const at = ORIGIN_WIDTH * origin;
        const metres = (steps + there) / STEPS;
        const was = walks[at] as number;
        if (metres > was) continue;
        const walked = (realSteps + (toHubs[walk + 2] as number)) / STEPS;
        if (metres === was && walked >= (walks[at + 1] as number)) continue;
        if (was === Infinity) found[count++] = origin;
        walks[at] = metres;
        walks[at + 1] = walked;
        walks[at + 2] = facility;
      }
    }
  }

  function reach(origin: number, metres: Metres, walked: Metres, facility: number): void {
    const at = ORIGIN_WIDTH * origin;
    const was = walks[at] as number;
    if (metres > limit || metres > was || (metres === was && walked >= (walks[at + 1] as number))) return;
    if (was === Infinity) found[count++] = origin;
    walks[at] = metres;
    walks[at + 1] = walked;
    walks[at + 2] = facility;
  }

  return { begin, add, run: () => true, count: () => count, found, walks };
}

/** The search that was made last for these zones, if labels and limit are the same. Use it from begin to end without a pause. */
export function hubSearchFor(
  graph: WalkGraph,
  labels: HubLabels,
  zones: JoinedZones,
  limit: Metres,
): BoundedSearch {
  const before = remembered.get(zones);
  if (before?.limit === limit && before.labels === labels) return before.search;
  const search = hubSearch(graph, labels, zones, limit);
  remembered.set(zones, { limit, labels, search });
  return search;
}

const remembered = new WeakMap<
  JoinedZones,
  { readonly limit: Metres; readonly labels: HubLabels; readonly search: BoundedSearch }
>();
