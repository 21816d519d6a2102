import Flatbush from "flatbush";
import type { Metres } from "../base/units.ts";
import type { LngLat } from "../geo/lng-lat.ts";
import type { WayOut } from "../spatial/origins.ts";
import { straightMetres } from "./join-straight.ts";
import type { StreetMap } from "./street-map.ts";
import type { WalkProfile } from "./walk-profile.ts";
import { walkedAs } from "./walked-as.ts";

/** The ways of a map that are barred since they are private, piece by piece. */
export interface PrivateWays {
  /** By piece, in degrees; `undefined` if there is none. */
  readonly boxes: Flatbush | undefined;
  ends(piece: number): readonly [PrivateEnd, PrivateEnd];
  /**
   * Where somebody gets to walked ways who comes out at this node after so many metres outside, by private pieces that
   * lead out all along.
   */
  waysOut(
    from: PrivateEnd,
    metresThere: Metres,
    isOut: (from: LngLat, to: LngLat) => boolean,
  ): readonly WayOut[];
}

export interface PrivateEnd {
  /** Of the map. */
  readonly node: number;
  readonly at: LngLat;
}

export function privateWays(map: StreetMap, profile: WalkProfile): PrivateWays {
  const ways = map.tagSets.map((tags) => walkedAs(tags, profile).whyNot);
  const isWalked = new Uint8Array(map.lng.length);
  const firsts: number[] = [];
  for (let way = 0; way < map.tags.length; way++) {
    const why = ways[map.tags[way] as number];
    const [start, end] = [map.starts[way] as number, map.starts[way + 1] as number];
    if (why === undefined) for (const node of map.nodes.subarray(start, end)) isWalked[node] = 1;
    if (why === "private") for (let piece = start; piece + 1 < end; piece++) firsts.push(piece);
  }
  const endOf = (piece: number): PrivateEnd => {
    const node = map.nodes[piece] as number;
    return { node, at: { lng: map.lng[node] as number, lat: map.lat[node] as number } };
  };
  const ends = (piece: number) =>
    [endOf(firsts[piece] as number), endOf((firsts[piece] as number) + 1)] as const;
  const boxes = firsts.length === 0 ? undefined : new Flatbush(firsts.length);
  const around = new Map<number, PrivateEnd[]>();
  const lead = (from: PrivateEnd, to: PrivateEnd) => {
    const known = around.get(from.node);
    if (known === undefined) around.set(from.node, [to]);
    else known.push(to);
  };
  for (let piece = 0; piece < firsts.length; piece++) {
    const [a, b] = ends(piece);
    boxes?.add(
      Math.min(a.at.lng, b.at.lng),
      Math.min(a.at.lat, b.at.lat),
      Math.max(a.at.lng, b.at.lng),
      Math.max(a.at.lat, b.at.lat),
    );
    lead(a, b);
    lead(b, a);
  }
  boxes?.finish();

  function waysOut(
    from: PrivateEnd,
    metresThere: Metres,
    isOut: (from: LngLat, to: LngLat) => boolean,
  ): readonly WayOut[] {
    if (metresThere > OWN_DRIVE) return [];
    const gone = new Map([[from.node, { ...from.at, ahead: metresThere }]]);
    const open = [from];
    for (let end = open.pop(); end !== undefined; end = open.pop()) {
      const here = gone.get(end.node);
      if (here === undefined || isWalked[end.node] === 1) continue;
      for (const next of around.get(end.node) ?? []) {
        const ahead = here.ahead + straightMetres(here.lng, here.lat, next.at.lng, next.at.lat);
        if (ahead > OWN_DRIVE || ahead >= (gone.get(next.node)?.ahead ?? Infinity)) continue;
        if (!isOut(end.at, next.at)) continue;
        gone.set(next.node, { ...next.at, ahead });
        open.push(next);
      }
    }
    return [...gone].flatMap(([node, out]) => (isWalked[node] === 1 ? [out] : []));
  }

  return { boxes, ends, waysOut };
}

/** How far private ways may lead on outside, before they come to a walked one. */
const OWN_DRIVE: Metres = 250;
