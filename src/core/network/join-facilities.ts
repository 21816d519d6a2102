import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import type { Places } from "../spatial/places.ts";
import { type JoinedPlaces, joinAll } from "./join.ts";
import type { WalkGraph } from "./walk-graph.ts";

/** Where these places join, kept as long as they are, for the graph and the cap that were asked for last. */
export function* joinedPlacesFor(graph: WalkGraph, places: Places, cap: Metres): Work<JoinedPlaces> {
  const before = remembered.get(places);
  if (before?.graph === graph && before.cap === cap) return before.made;
  const made = yield* joinAll(graph, places, cap);
  remembered.set(places, { graph, cap, made });
  return made;
}

const remembered = new WeakMap<
  Places,
  { readonly graph: WalkGraph; readonly cap: Metres; readonly made: JoinedPlaces }
>();
