import { type Exact, exact, plus, ZERO } from "../base/decimal.ts";
import { invariant } from "../base/invariant.ts";
import type { Metres } from "../base/units.ts";
import { nearestDecides, type Origins } from "../spatial/reach-table.ts";
import { sumOfParts } from "./sum-of-parts.ts";

/** Who reaches a place within the limit: along straight lines, along streets, or both. */
export const REACHED_BY = ["both", "circle-only", "network-only", "neither"] as const;
export type ReachedBy = (typeof REACHED_BY)[number];

/** By origin: the nearest facility one way or the other, and metres to it; Infinity where there is none or was not sought. */
export interface NearestOfOrigins {
  readonly nearest: Uint32Array;
  readonly metres: Float64Array;
}

export interface CircleAgainstNetwork {
  /**
   * By zone; `undefined` without a place. A zone of several places that are reached otherwise is told by the first of
   * `circle-only`, `network-only`, `both` that one of them is.
   */
  readonly by: readonly (ReachedBy | undefined)[];
  /** By zone: how many of its places are reached so, and how many it has; one where the nearest decides. */
  readonly counts: Readonly<Record<ReachedBy, Uint16Array>>;
  readonly places: Uint16Array;
  /** By zone that one way reaches and the other does not: the place that shows it best. */
  readonly shown: readonly (Shown | undefined)[];
}

/** A place of a zone that one way reaches and the other does not, and the nearest facility of either. */
export interface Shown {
  /** The origin that the way which reaches starts from: the nearest of those of its zone. */
  readonly origin: number;
  /** What that way leads to. */
  readonly facility: number;
  readonly circle: Metres;
  /** Infinity beyond what was searched. */
  readonly network: Metres;
}

/**
 * Where the circle and the streets say otherwise of a limit, which is included. Both are asked from the same origins,
 * those of the network, each as a zone of its own (`originsApart`), so that only the way differs; metres of the circle
 * are geodesic × detour, those of the network equivalent ones.
 */
export function circleAgainstNetwork(
  origins: Origins,
  circle: NearestOfOrigins,
  network: NearestOfOrigins,
  limit: Metres,
): CircleAgainstNetwork {
  const count = origins.lng.length;
  invariant(
    circle.metres.length === count && network.metres.length === count,
    "both are asked from every origin",
  );
  const zoneCount = origins.kinds.length;
  const counts = {
    both: new Uint16Array(zoneCount),
    "circle-only": new Uint16Array(zoneCount),
    "network-only": new Uint16Array(zoneCount),
    neither: new Uint16Array(zoneCount),
  };
  const places = new Uint16Array(zoneCount);
  const by: (ReachedBy | undefined)[] = [];
  const shown: (Shown | undefined)[] = [];
  for (let zone = 0; zone < zoneCount; zone++) {
    const found = placesOf(origins, circle, network, zone).map((place) => ({
      ...place,
      by: reachedBy(place.circle <= limit, place.network <= limit),
    }));
    for (const place of found) counts[place.by][zone] = (counts[place.by][zone] as number) + 1;
    places[zone] = found.length;
    const told = TOLD_FIRST.find((one) => counts[one][zone] !== 0);
    by.push(told);
    const best = least(
      found.filter((place) => place.by === told),
      told === "network-only" ? "network" : "circle",
    );
    shown.push(best && (told === "circle-only" || told === "network-only") ? shownBy(best, told) : undefined);
  }
  return { by, counts, places, shown };

  function shownBy({ circleFrom, networkFrom, ...metres }: Place, told: ReachedBy): Shown {
    const [origin, way] = told === "circle-only" ? [circleFrom, circle] : [networkFrom, network];
    return {
      origin,
      facility: way.nearest[origin] as number,
      circle: metres.circle,
      network: metres.network,
    };
  }
}

const TOLD_FIRST = ["circle-only", "network-only", "both", "neither"] as const;

/** How many zones, and how many of their people, are reached in each way. */
export interface CircleSummary {
  readonly zones: Readonly<Record<ReachedBy, number>>;
  /** Exact; each place of a zone stands for as many of its people as any other. */
  readonly people: Readonly<Record<ReachedBy, Exact>>;
  readonly total: Exact;
  /** Left out of people: zones with a place that state no number, and zones without a place, which are left out of zones too. */
  readonly withoutNumber: number;
  readonly withoutPlace: number;
}

/** `people`: by zone, NaN where it states none. */
export function circleSummary(found: CircleAgainstNetwork, people: Float64Array): CircleSummary {
  const zones = { both: 0, "circle-only": 0, "network-only": 0, neither: 0 };
  const sums = REACHED_BY.map((by) => [by, sumOfParts()] as const);
  let total = ZERO;
  let [withoutNumber, withoutPlace] = [0, 0];
  found.by.forEach((by, zone) => {
    const count = people[zone] as number;
    if (by === undefined) withoutPlace++;
    else zones[by]++;
    if (by !== undefined && Number.isNaN(count)) withoutNumber++;
    if (by === undefined || Number.isNaN(count)) return;
    total = plus(total, exact(count));
    for (const [way, sum] of sums)
      sum.add(count, found.counts[way][zone] as number, found.places[zone] as number);
  });
  const parts = Object.fromEntries(sums.map(([by, sum]) => [by, sum.sum()])) as Record<ReachedBy, Exact>;
  return { zones, people: parts, total, withoutNumber, withoutPlace };
}

interface Place {
  readonly circleFrom: number;
  readonly networkFrom: number;
  readonly circle: Metres;
  readonly network: Metres;
}

function placesOf(
  { starts, kinds }: Origins,
  { metres: circle }: NearestOfOrigins,
  { metres: network }: NearestOfOrigins,
  zone: number,
): readonly Place[] {
  const places: Place[] = [];
  for (let origin = starts[zone] as number; origin < (starts[zone + 1] as number); origin++) {
    const place = { circleFrom: origin, networkFrom: origin };
    places.push({ ...place, circle: circle[origin] as number, network: network[origin] as number });
  }
  const [straight, walked] = [least(places, "circle"), least(places, "network")];
  if (!nearestDecides(kinds[zone]) || !straight || !walked) return places;
  return [{ ...straight, networkFrom: walked.networkFrom, network: walked.network }];
}

/** The first of the least. */
function least<P extends Place>(places: readonly P[], by: "circle" | "network"): P | undefined {
  return places.reduce<P | undefined>(
    (best, place) => (best && best[by] <= place[by] ? best : place),
    undefined,
  );
}

function reachedBy(circle: boolean, network: boolean): ReachedBy {
  if (circle) return network ? "both" : "circle-only";
  return network ? "network-only" : "neither";
}
