import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import type { Origins } from "../spatial/reach-table.ts";
import { exactMetres } from "./exact-metres.ts";
import { type JoinedPlaces, NOT_JOINED } from "./join.ts";
import { type JoinedBefore, joinedPlacesFor } from "./join-facilities.ts";
import type { WalkGraph } from "./walk-graph.ts";

/** Where the walks of all zones enter the network. */
export interface JoinedZones {
  /** By origin; `off` includes what was walked ahead. */
  readonly joined: JoinedPlaces;
  /** By origin. */
  readonly zones: Uint32Array;
  /** nodes + 1: entries at node `n` are `starts[n] … starts[n + 1] − 1`. */
  readonly starts: Uint32Array;
  /** `ENTRY_WIDTH` numbers an entry: the origin, and equivalent and real metres from it to the node, exact. */
  readonly entries: Float64Array;
  /** stretches + 1: origins on stretch `s` are `onStretch[stretchStarts[s]] … onStretch[stretchStarts[s + 1] − 1]`. */
  readonly stretchStarts: Uint32Array;
  readonly onStretch: Uint32Array;
}

export const ENTRY_WIDTH = 3;

/**
 * Kept as long as the origins and the graph are, for the cap that was asked for last. Where others joined already, places
 * that they share are not looked for again.
 */
export function* joinedZonesFor(
  graph: WalkGraph,
  origins: Origins,
  cap: Metres,
  others?: JoinedBefore,
): Work<JoinedZones> {
  const known = remembered.get(origins) ?? new WeakMap();
  remembered.set(origins, known);
  const before = known.get(graph);
  if (before?.cap === cap) return before.made;
  const made = yield* joinedZones(graph, origins, cap, others);
  known.set(graph, { cap, made });
  return made;
}

function* joinedZones(
  graph: WalkGraph,
  origins: Origins,
  cap: Metres,
  others: JoinedBefore | undefined,
): Work<JoinedZones> {
  const places = yield* joinedPlacesFor(graph, origins, cap, others);
  const { ahead } = origins;
  const joined =
    ahead === undefined
      ? places
      : { ...places, off: places.off.map((off, origin) => off + (ahead[origin] as number)) };
  const zones = new Uint32Array(origins.lng.length);
  for (let zone = 0; zone < origins.kinds.length; zone++) {
    zones.fill(zone, origins.starts[zone] as number, origins.starts[zone + 1] as number);
  }
  return { joined, zones, ...entriesOf(graph, joined), ...byStretch(graph, joined) };
}

/** An origin enters at each end of its stretch that people may walk to from there. */
function entriesOf(
  { lng, from, to, metres, forth, back }: WalkGraph,
  { stretches, along, off }: JoinedPlaces,
): Pick<JoinedZones, "starts" | "entries"> {
  const starts = new Uint32Array(lng.length + 1);
  const each = (take: (node: number, origin: number, part: Metres, factor: number) => void) => {
    for (let origin = 0; origin < stretches.length; origin++) {
      const s = stretches[origin] as number;
      if (s === NOT_JOINED) continue;
      const before = along[origin] as number;
      const after = (metres[s] as number) - before;
      if (walkable(before, back[s] as number)) take(from[s] as number, origin, before, back[s] as number);
      if (walkable(after, forth[s] as number)) take(to[s] as number, origin, after, forth[s] as number);
    }
  };
  each((node) => {
    starts[node + 1] = (starts[node + 1] as number) + 1;
  });
  for (let n = 0; n < lng.length; n++) starts[n + 1] = (starts[n + 1] as number) + (starts[n] as number);
  const next = starts.slice();
  const entries = new Float64Array(ENTRY_WIDTH * (starts[lng.length] as number));
  each((node, origin, part, factor) => {
    const entry = ENTRY_WIDTH * (next[node] as number);
    next[node] = (next[node] as number) + 1;
    entries[entry] = origin;
    const straight = exactMetres(off[origin] as number);
    entries[entry + 1] = equivalent(part, factor) + straight;
    entries[entry + 2] = exactMetres(part) + straight;
  });
  return { starts, entries };
}

function byStretch(
  { from }: WalkGraph,
  { stretches }: JoinedPlaces,
): Pick<JoinedZones, "stretchStarts" | "onStretch"> {
  const stretchStarts = new Uint32Array(from.length + 1);
  let count = 0;
  for (const s of stretches) {
    if (s === NOT_JOINED) continue;
    stretchStarts[s + 1] = (stretchStarts[s + 1] as number) + 1;
    count++;
  }
  for (let s = 0; s < from.length; s++) {
    stretchStarts[s + 1] = (stretchStarts[s + 1] as number) + (stretchStarts[s] as number);
  }
  const next = stretchStarts.slice();
  const onStretch = new Uint32Array(count);
  for (let origin = 0; origin < stretches.length; origin++) {
    const s = stretches[origin] as number;
    if (s === NOT_JOINED) continue;
    onStretch[next[s] as number] = origin;
    next[s] = (next[s] as number) + 1;
  }
  return { stretchStarts, onStretch };
}

/** Whether nothing bars a part of a stretch; a part of no length is never barred. */
export function walkable(part: Metres, factor: number): boolean {
  return part === 0 || factor !== Infinity;
}

/** Equivalent metres of a part of a stretch that is walkable, exact. */
export function equivalent(part: Metres, factor: number): Metres {
  return part === 0 ? 0 : exactMetres(part * factor);
}

const remembered = new WeakMap<
  Origins,
  WeakMap<WalkGraph, { readonly cap: Metres; readonly made: JoinedZones }>
>();
