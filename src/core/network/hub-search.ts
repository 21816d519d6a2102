import { invariant } from "../base/invariant.ts";
import type { Metres } from "../base/units.ts";
import { type BoundedSearch, ORIGIN_WIDTH } from "./bounded-search.ts";
import { STEPS } from "./exact-metres.ts";
import type { HubLabels } from "./hub-labels.ts";
import { hubMerge } from "./hub-merge.ts";
import { hubZonesFor, WALK_WIDTH } from "./hub-zones.ts";
import type { JoinedZones } from "./join-zones.ts";
import { eachAlong, eachFromEnds } from "./place-walks.ts";
import type { Joined, WalkGraph } from "./walk-graph.ts";

/**
 * Finds by labels what a bounded search finds, to the last bit: `limit` is at most that of the
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

  function from(place: Joined): number {
    for (let i = 0; i < count; i++) walks[ORIGIN_WIDTH * (found[i] as number)] = Infinity;
    count = 0;
    eachAlong(graph, zones, place, reach);
    merged.begin();
    eachFromEnds(graph, place, (node, metres, walked) => {
      merged.add(labels.fromHubs, node, STEPS * metres, STEPS * walked);
    });
    follow();
    return count;
  }

  /** On from the hubs of the place. In one loop: there are many walks, and little to do for each. */
  function follow(): void {
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
      }
    }
  }

  function reach(origin: number, metres: Metres, walked: Metres): void {
    const at = ORIGIN_WIDTH * origin;
    const was = walks[at] as number;
    if (metres > limit || metres > was || (metres === was && walked >= (walks[at + 1] as number))) return;
    if (was === Infinity) found[count++] = origin;
    walks[at] = metres;
    walks[at + 1] = walked;
  }

  return { from, found, walks };
}

/** The search that was made last for these zones, if labels and limit are the same. What it finds is gone with the next place. */
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
