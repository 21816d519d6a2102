import { invariant } from "../base/invariant.ts";
import type { Degrees, Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { shorterTurn } from "../geo/local-plane.ts";
import { hasPlace, type Places } from "../spatial/places.ts";
import { footFinder } from "./join-foot.ts";
import { joinIndexFor } from "./join-index.ts";
import { settledShare, straightMetres } from "./join-straight.ts";
import type { Joined, WalkGraph } from "./walk-graph.ts";

/** Where places join the network, by row of the places. */
export interface JoinedPlaces {
  /** `NOT_JOINED` for a row without a place, or with none of the network near enough. */
  readonly stretches: Int32Array;
  /** Metres along the stretch from its start; those of the stretch, at most. NaN where not joined. */
  readonly along: Float64Array;
  /** Straight metres from the place to there, WGS84; at most the cap. NaN where not joined. */
  readonly off: Float64Array;
  /** 1 where no other stretch is as near as the one that was joined, or nearly. */
  readonly alone: Uint8Array;
  /** Of the rows: how many joined, had no place, and were too far away. */
  readonly counts: { readonly joined: number; readonly placeless: number; readonly tooFar: number };
}

export const NOT_JOINED = -1;

/** Nobody is taken to walk farther than this to the first street, unless it is said. */
export const JOIN_CAP: Metres = 250;

/**
 * Each place joins the nearest stretch, at the nearest point of its shape, if that is at most `cap` metres away. Of
 * equally near ones it is the one that is cheapest to walk there and back, then the one whose nearest point lies farthest
 * west, then south: whatever rows they are. Within `ONE_POINT` of an end of the stretch it joins at the end, where all
 * stretches that meet are one.
 */
export function* joinAll(graph: WalkGraph, places: Places, cap: Metres = JOIN_CAP): Work<JoinedPlaces> {
  const count = places.lng.length;
  const finder = nearestStretch(graph, cap);
  const stretches = new Int32Array(count).fill(NOT_JOINED);
  const along = new Float64Array(count).fill(Number.NaN);
  const off = new Float64Array(count).fill(Number.NaN);
  const alone = new Uint8Array(count);
  let [joined, placeless] = [0, 0];
  for (let row = 0; row < count; row++) {
    if (row % PLACES_PER_STEP === 0) yield { part: "origins", share: row / count };
    if (!hasPlace(places, row)) {
      placeless++;
      continue;
    }
    const found = finder(places.lng[row] as number, places.lat[row] as number);
    if (found === undefined) continue;
    joined++;
    stretches[row] = found.stretch;
    along[row] = found.along;
    off[row] = found.off;
    alone[row] = found.alone ? 1 : 0;
  }
  return { stretches, along, off, alone, counts: { joined, placeless, tooFar: count - joined - placeless } };
}

const PLACES_PER_STEP = 1024;

/** Points of a stretch that are this near are one: nothing is barred between them. */
export const ONE_POINT: Metres = 0.001;

/** What the row of a place joined. */
export function joinedAt({ stretches, along, off }: JoinedPlaces, row: number): Joined | undefined {
  const stretch = stretches[row] as number;
  if (stretch === NOT_JOINED) return undefined;
  return { stretch, along: along[row] as number, off: off[row] as number };
}

interface FoundJoin extends Joined {
  readonly alone: boolean;
}

/**
 * Looks in boxes that grow until nothing outside can be nearer, so that the answer is exact. What was joined last bounds
 * the first look, since neighbours come in turn.
 */
function nearestStretch(
  graph: WalkGraph,
  cap: Metres,
): (lng: Degrees, lat: Degrees) => FoundJoin | undefined {
  invariant(Number.isFinite(cap) && cap >= 0, "a cap is a number of metres, at least 0");
  const { shapeLng, shapeLat, forth, back, metres } = graph;
  const { boxes, stretches, firsts, lasts } = joinIndexFor(graph);
  const foot = footFinder();
  const place = { lng: 0, lat: 0 };
  const spot = { share: 0, lng: 0, lat: 0, off: 0 };
  const best = { ...spot, stretch: NOT_JOINED, corner: 0 };
  let least: Metres = Infinity;
  /** Pieces with a side that was among the nearest when it was looked at. */
  let near: number[] = [];

  function measure(piece: number): boolean {
    let nearest = Infinity;
    for (let corner = firsts[piece] as number; corner < (lasts[piece] as number); corner++) {
      const metres = metresTo(corner);
      if (metres < nearest) nearest = metres;
    }
    if (nearest > least + ROUGH) return false;
    if (nearest < least - ROUGH) near = [];
    near.push(piece);
    least = Math.min(least, nearest);
    return false;
  }

  /** Settles the feet on all sides that may be nearest, and gives those that are to `take`. */
  function eachNearest(most: Metres, take: (stretch: number, corner: number) => void): void {
    for (const piece of near) {
      for (let corner = firsts[piece] as number; corner < (lasts[piece] as number); corner++) {
        if (metresTo(corner) > least + ROUGH) continue;
        settle(corner);
        if (spot.off <= most) take(stretches[piece] as number, corner);
      }
    }
  }

  function settle(corner: number): void {
    const [aLng, aLat] = [shapeLng[corner] as number, shapeLat[corner] as number];
    const width = shorterTurn((shapeLng[corner + 1] as number) - aLng);
    const height = (shapeLat[corner + 1] as number) - aLat;
    const about = foot.share;
    spot.off = Infinity;
    for (const share of [about, settledShare(place.lng, place.lat, aLng, aLat, width, height, about)]) {
      const [lng, lat] = [aLng + share * width, aLat + share * height];
      const off = straightMetres(place.lng, place.lat, lng, lat);
      if (off < spot.off) Object.assign(spot, { share, lng, lat, off });
    }
  }

  function goesFirst(stretch: number): boolean {
    const was = best.stretch;
    if (was === NOT_JOINED) return true;
    const order =
      compared(bothWays(stretch), bothWays(was)) ||
      spot.lng - best.lng ||
      spot.lat - best.lat ||
      compared(forth[stretch] as number, forth[was] as number) ||
      compared(metres[stretch] as number, metres[was] as number) ||
      stretch - was;
    return order < 0;
  }

  function bothWays(stretch: number): number {
    return (forth[stretch] as number) + (back[stretch] as number);
  }

  function metresTo(corner: number): Metres {
    const [aLng, aLat] = [shapeLng[corner] as number, shapeLat[corner] as number];
    return foot.find(aLng, aLat, shapeLng[corner + 1] as number, shapeLat[corner + 1] as number);
  }

  function lookAround(lng: Degrees, lat: Degrees, radius: Metres): void {
    const width = foot.halfWidth(radius);
    const height = foot.halfHeight(radius);
    const look = (middle: Degrees) =>
      boxes?.search(middle - width, lat - height, middle + width, lat + height, measure);
    look(lng);
    if (lng + width > 179) look(lng - 360);
    if (lng - width < -179) look(lng + 360);
  }

  return (lng, lat) => {
    foot.stand(lng, lat);
    [place.lng, place.lat] = [lng, lat];
    least = Infinity;
    const bound = best.stretch === NOT_JOINED ? Infinity : metresTo(best.corner);
    for (let radius = Math.min(cap, FIRST_LOOK, bound); ; ) {
      near = [];
      lookAround(lng, lat, radius + ROUGH);
      if (least <= radius || radius === cap) break;
      radius = Math.min(cap, least, radius < bound ? bound : Infinity, Math.max(FIRST_LOOK, 4 * radius));
    }
    let closest: Metres = Infinity;
    eachNearest(cap, () => {
      closest = Math.min(closest, spot.off);
    });
    best.stretch = NOT_JOINED;
    if (closest === Infinity) return undefined;
    let alone = true;
    let seen = NOT_JOINED;
    eachNearest(Math.min(cap, closest + NEARLY_EQUAL), (stretch, corner) => {
      if (seen !== NOT_JOINED && seen !== stretch) alone = false;
      seen = stretch;
      if (spot.off <= closest + EQUAL && goesFirst(stretch)) Object.assign(best, spot, { stretch, corner });
    });
    return { stretch: best.stretch, along: alongTo(graph, best), off: best.off, alone };
  };
}

/** Metres within which two stretches are equally near. */
const EQUAL: Metres = 1e-8;
/** Stretches this much apart are not equally near, whatever other stretches there are. */
const NEARLY_EQUAL: Metres = 4 * EQUAL;
/** More than distances on the plane of a place are wrong by, as far as anybody walks to a street. */
export const ROUGH: Metres = 1e-4;
const FIRST_LOOK: Metres = 32;

/** 0 for equals, infinite ones too. */
function compared(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

interface OnShape {
  readonly stretch: number;
  readonly corner: number;
  readonly share: number;
}

/** Metres from the start of the stretch, in proportion to its sides, so that they end at its own metres. */
function alongTo(graph: WalkGraph, { stretch, corner, share }: OnShape): Metres {
  const { shapeStarts, shapeLng, shapeLat } = graph;
  const last = (shapeStarts[stretch + 1] as number) - 1;
  let [before, whole] = [0, 0];
  for (let c = shapeStarts[stretch] as number; c < last; c++) {
    const [lng, lat] = [shapeLng[c] as number, shapeLat[c] as number];
    const side = straightMetres(lng, lat, shapeLng[c + 1] as number, shapeLat[c + 1] as number);
    before += c < corner ? side : c === corner ? share * side : 0;
    whole += side;
  }
  const metres = graph.metres[stretch] as number;
  const along = whole === 0 ? 0 : (before / whole) * metres;
  return along <= ONE_POINT ? 0 : along >= metres - ONE_POINT ? metres : along;
}
