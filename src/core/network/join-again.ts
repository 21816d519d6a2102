import Flatbush from "flatbush";
import type { Metres } from "../base/units.ts";
import type { Work } from "../base/work.ts";
import { shorterTurn } from "../geo/local-plane.ts";
import { hasPlace, type Places, samePlace } from "../spatial/places.ts";
import { type JoinedPlaces, joinAll, NOT_JOINED, ROUGH } from "./join.ts";
import { footFinder } from "./join-foot.ts";
import { NO_STRETCH, sameStretches } from "./same-stretches.ts";
import type { WalkGraph } from "./walk-graph.ts";

/** Where other places joined, or these another network, within the same cap. */
export interface EarlierJoins {
  readonly graph: WalkGraph;
  readonly places: Places;
  readonly joined: JoinedPlaces;
}

/**
 * The joins of `joinAll`, to the last bit. Looked for are only places that are new, those whose stretch is gone or has
 * another as near, and those that a new stretch lies near enough to. Cost beside them: one look at every place, and at
 * every stretch where the network is another.
 */
export function* joinAgain(
  { graph: before, places: old, joined: was }: EarlierJoins,
  graph: WalkGraph,
  places: Places,
  cap: Metres,
): Work<JoinedPlaces> {
  const count = places.lng.length;
  const rowBefore = earlierRows(old, places);
  const change = before === graph ? undefined : changeFor(before, graph);
  const joins = {
    stretches: new Int32Array(count).fill(NOT_JOINED),
    along: new Float64Array(count).fill(Number.NaN),
    off: new Float64Array(count).fill(Number.NaN),
    alone: new Uint8Array(count),
  };
  const again: number[] = [];
  let [joined, tooFar] = [0, 0];
  for (let row = 0; row < count; row++) {
    if (row % PLACES_PER_STEP === 0) yield { part: "origins", share: row / count };
    const from = rowBefore(row);
    if (from === NO_ROW || change?.touches(places, row, was, from, cap)) {
      again.push(row);
      continue;
    }
    const stretch = was.stretches[from] as number;
    if (stretch === NOT_JOINED) {
      tooFar++;
      continue;
    }
    joined++;
    joins.stretches[row] = change === undefined ? stretch : (change.after[stretch] as number);
    joins.along[row] = was.along[from] as number;
    joins.off[row] = was.off[from] as number;
    joins.alone[row] = was.alone[from] as number;
  }
  const fresh = yield* joinAll(graph, some(places, again), cap);
  again.forEach((row, i) => {
    joins.stretches[row] = fresh.stretches[i] as number;
    joins.along[row] = fresh.along[i] as number;
    joins.off[row] = fresh.off[i] as number;
    joins.alone[row] = fresh.alone[i] as number;
  });
  const { counts } = fresh;
  return {
    ...joins,
    counts: { ...counts, joined: joined + counts.joined, tooFar: tooFar + counts.tooFar },
  };
}

const PLACES_PER_STEP = 4096;
const NO_ROW = -1;

function some({ lng, lat }: Places, rows: readonly number[]): Places {
  return {
    lng: Float64Array.from(rows, (row) => lng[row] as number),
    lat: Float64Array.from(rows, (row) => lat[row] as number),
  };
}

/** An earlier row that is the same point: under the same number, or else by its longitude. */
function earlierRows(old: Places, now: Places): (row: number) => number {
  let byLng: Map<number, number> | undefined;
  return (row) => {
    if (!hasPlace(now, row)) return NO_ROW;
    if (row < old.lng.length && samePlace(old, row, now, row)) return row;
    byLng ??= new Map(Array.from(old.lng, (lng, at) => [lng, at] as const));
    const at = byLng.get(now.lng[row] as number);
    return at !== undefined && samePlace(old, at, now, row) ? at : NO_ROW;
  };
}

/** What another network means for places that joined the one before. */
interface NetworkChange {
  /** By earlier stretch: today's, or `NO_STRETCH`. */
  readonly after: Int32Array;
  /** Whether the place of a row may join otherwise than its earlier row did. */
  touches(places: Places, row: number, was: JoinedPlaces, from: number, cap: Metres): boolean;
}

/** Kept as long as both networks are. */
function changeFor(before: WalkGraph, graph: WalkGraph): NetworkChange {
  const known = remembered.get(graph) ?? new WeakMap();
  const change = known.get(before) ?? changeOf(before, graph);
  remembered.set(graph, known.set(before, change));
  return change;
}

const remembered = new WeakMap<WalkGraph, WeakMap<WalkGraph, NetworkChange>>();

function changeOf(before: WalkGraph, graph: WalkGraph): NetworkChange {
  const { after, kept } = sameStretches(before, graph);
  const boxes = boxesOfNew(graph, kept);
  const foot = footFinder();
  const isNear = (lng: number, lat: number, radius: Metres): boolean => {
    if (boxes === undefined) return false;
    foot.stand(lng, lat);
    const [width, height] = [foot.halfWidth(radius), foot.halfHeight(radius)];
    let near = false;
    for (const turn of [0, -360, 360]) {
      boxes.search(lng + turn - width, lat - height, lng + turn + width, lat + height, () => {
        near = true;
        return false;
      });
    }
    return near;
  };
  return {
    after,
    touches({ lng, lat }, row, { stretches, off, alone }, from, cap) {
      const stretch = stretches[from] as number;
      const lost = stretch !== NOT_JOINED && (after[stretch] === NO_STRETCH || alone[from] === 0);
      if (lost) return true;
      const radius = (stretch === NOT_JOINED ? cap : (off[from] as number)) + ROUGH;
      return isNear(lng[row] as number, lat[row] as number, radius);
    },
  };
}

/** Boxes of the stretches that are new, in degrees that go on beyond ±180°; `undefined` if there are none. */
function boxesOfNew({ shapeStarts, shapeLng, shapeLat }: WalkGraph, kept: Uint8Array): Flatbush | undefined {
  const count = kept.reduce((sum, keeps) => sum + 1 - keeps, 0);
  if (count === 0) return undefined;
  const boxes = new Flatbush(count);
  for (let stretch = 0; stretch < kept.length; stretch++) {
    if (kept[stretch] === 1) continue;
    const first = shapeStarts[stretch] as number;
    const end = shapeStarts[stretch + 1] as number;
    let lng = shapeLng[first] as number;
    let [west, south, east, north] = [lng, Infinity, lng, -Infinity];
    for (let corner = first; corner < end; corner++) {
      lng += shorterTurn((shapeLng[corner] as number) - lng);
      const lat = shapeLat[corner] as number;
      [west, east] = [Math.min(west, lng), Math.max(east, lng)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    }
    boxes.add(west, south, east, north);
  }
  boxes.finish();
  return boxes;
}
