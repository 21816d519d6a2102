import { STEPS } from "./exact-metres.ts";
import type { HubLabels } from "./hub-labels.ts";
import { hubMerge } from "./hub-merge.ts";
import { ENTRY_WIDTH, type JoinedZones } from "./join-zones.ts";

/** The walks of all zones to hubs, by hub. */
export interface HubZones {
  /** nodes + 1: walks to hub `h` are `starts[h] … starts[h + 1] − 1`, whole metres ascending. */
  readonly starts: Uint32Array;
  /** `WALK_WIDTH` numbers a walk: the origin, and equivalent and real metres in steps of `exactMetres`. */
  readonly walks: Uint32Array;
}

export const WALK_WIDTH = 3;

/** Kept as long as the joined zones are, for the labels that were asked for last. */
export function hubZonesFor(labels: HubLabels, zones: JoinedZones): HubZones {
  const before = remembered.get(zones);
  if (before?.labels === labels) return before.made;
  const made = hubZones(labels, zones);
  remembered.set(zones, { labels, made });
  return made;
}

const remembered = new WeakMap<JoinedZones, { readonly labels: HubLabels; readonly made: HubZones }>();

/** Sorted by whole metres first, then by hub; both times rows of one place keep their order. */
function hubZones(labels: HubLabels, zones: JoinedZones): HubZones {
  const { hubs, walks, count } = unsorted(labels, zones);
  const byMetre = new Uint32Array(Math.floor(labels.limit) + 2);
  const starts = new Uint32Array(zones.starts.length);
  for (let row = 0; row < count; row++) {
    const metre = Math.floor((walks[WALK_WIDTH * row + 1] as number) / STEPS);
    const hub = hubs[row] as number;
    byMetre[metre + 1] = (byMetre[metre + 1] as number) + 1;
    starts[hub + 1] = (starts[hub + 1] as number) + 1;
  }
  summed(byMetre);
  summed(starts);
  const order = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    const metre = Math.floor((walks[WALK_WIDTH * row + 1] as number) / STEPS);
    const at = byMetre[metre] as number;
    byMetre[metre] = at + 1;
    order[at] = row;
  }
  const sorted = new Uint32Array(WALK_WIDTH * count);
  const next = starts.slice();
  for (const row of order) {
    const hub = hubs[row] as number;
    const at = WALK_WIDTH * (next[hub] as number);
    next[hub] = (next[hub] as number) + 1;
    sorted[at] = walks[WALK_WIDTH * row] as number;
    sorted[at + 1] = walks[WALK_WIDTH * row + 1] as number;
    sorted[at + 2] = walks[WALK_WIDTH * row + 2] as number;
  }
  return { starts, walks: sorted };
}

/** The best walk of each origin to each of its hubs, over whichever end of its stretch. */
function unsorted(
  { limit, toHubs }: HubLabels,
  { starts, entries, zones }: JoinedZones,
): Pick<HubZones, "walks"> & { readonly hubs: Uint32Array; readonly count: number } {
  const ends = new Int32Array(2 * zones.length).fill(NO_END);
  const nodeOf = new Uint32Array(entries.length / ENTRY_WIDTH);
  let most = 0;
  for (let node = 0; node + 1 < starts.length; node++) {
    for (let entry = starts[node] as number; entry < (starts[node + 1] as number); entry++) {
      const origin = 2 * (entries[ENTRY_WIDTH * entry] as number);
      ends[ends[origin] === NO_END ? origin : origin + 1] = entry;
      nodeOf[entry] = node;
      most += (toHubs.starts[node + 1] as number) - (toHubs.starts[node] as number);
    }
  }
  const merged = hubMerge(starts.length - 1, Math.floor(limit * STEPS));
  const hubs = new Uint32Array(most);
  const walks = new Uint32Array(WALK_WIDTH * most);
  let count = 0;
  for (let origin = 0; origin < zones.length; origin++) {
    merged.begin();
    for (const entry of [ends[2 * origin] as number, ends[2 * origin + 1] as number]) {
      if (entry === NO_END) continue;
      const [metres, walked] = [
        entries[ENTRY_WIDTH * entry + 1] as number,
        entries[ENTRY_WIDTH * entry + 2] as number,
      ];
      merged.add(toHubs, nodeOf[entry] as number, STEPS * metres, STEPS * walked);
    }
    for (let i = 0; i < merged.count(); i++) {
      const hub = merged.hubs[i] as number;
      hubs[count] = hub;
      walks[WALK_WIDTH * count] = origin;
      walks[WALK_WIDTH * count + 1] = merged.best[2 * hub] as number;
      walks[WALK_WIDTH * count + 2] = merged.best[2 * hub + 1] as number;
      count++;
    }
  }
  return { hubs, walks, count };
}

const NO_END = -1;

/** Counts, one place on, become starts. */
function summed(counts: Uint32Array): void {
  for (let i = 1; i < counts.length; i++) counts[i] = (counts[i] as number) + (counts[i - 1] as number);
}
