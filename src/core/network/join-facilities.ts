import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import type { Places } from "../spatial/places.ts";
import { type JoinedPlaces, joinAll } from "./join.ts";
import { joinAgain } from "./join-again.ts";
import type { WalkGraph } from "./walk-graph.ts";

/** Places that were joined to a network within the same cap: other ones, or these to another network. */
export interface JoinedBefore {
  readonly graph: WalkGraph;
  readonly places: Places;
}

/**
 * Where these places join, kept as long as they and the graph are, for the cap that was asked for last. Places that others
 * share are not looked for again, as long as it is known where these joined.
 */
export function* joinedPlacesFor(
  graph: WalkGraph,
  places: Places,
  cap: Metres,
  others: JoinedBefore | undefined = joinedLast(graph, places),
): Work<JoinedPlaces> {
  const known = remembered.get(places)?.byGraph ?? new WeakMap();
  const before = known.get(graph);
  if (before?.cap === cap) return before.made;
  const joined = others && remembered.get(others.places)?.byGraph.get(others.graph);
  const made =
    others && joined?.cap === cap
      ? yield* joinAgain({ ...others, joined: joined.made }, graph, places, cap)
      : yield* joinAll(graph, places, cap);
  known.set(graph, { cap, made });
  remembered.set(places, { byGraph: known, last: graph });
  return made;
}

/** These very places on the network that they were joined to last. */
function joinedLast(graph: WalkGraph, places: Places): JoinedBefore | undefined {
  const last = remembered.get(places)?.last;
  return last === undefined || last === graph ? undefined : { graph: last, places };
}

interface Remembered {
  readonly byGraph: WeakMap<WalkGraph, { readonly cap: Metres; readonly made: JoinedPlaces }>;
  readonly last: WalkGraph;
}

const remembered = new WeakMap<Places, Remembered>();
