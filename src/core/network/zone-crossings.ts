import type { Metres } from "../base/units.ts";
import type { LngLat, Polygon } from "../geo/lng-lat.ts";
import { liesInside } from "../geo/ring.ts";
import type { WayOut, WaysOut } from "../spatial/origins.ts";
import { joinIndexFor } from "./join-index.ts";
import { straightMetres } from "./join-straight.ts";
import { outlineCrossings, pointAlong } from "./outline-crossings.ts";
import { privateWays } from "./private-ways.ts";
import type { StreetMap } from "./street-map.ts";
import type { WalkGraph } from "./walk-graph.ts";
import type { WalkProfile } from "./walk-profile.ts";
import { bars, walkedAs } from "./walked-as.ts";

/**
 * Where walked ways cross the outline of an area, and its gates: where private ways that cross it come to a walked way,
 * and what lies beyond a barred gate on a walked one. Those who live inside pass their own gates, so that nobody starts
 * behind one only; a gate more than `OWN_GATE` outside is not theirs. The same whatever order streets and corners have.
 */
export function crossingFinder(map: StreetMap, profile: WalkProfile, graph: WalkGraph): WaysOut {
  const walked = joinIndexFor(graph);
  const closed = privateWays(map, profile);
  const gates = gatesOf(map, profile);
  const cornerAt = (corner: number): LngLat => ({
    lng: graph.shapeLng[corner] as number,
    lat: graph.shapeLat[corner] as number,
  });

  return (area) => {
    const box = boxOf(area);
    if (box === undefined) return [];
    const found = new Map<string, WayOut>();
    const add = ({ lng, lat }: LngLat, ahead: Metres) => {
      const known = found.get(keyOf({ lng, lat }));
      if (known === undefined || ahead < known.ahead) found.set(keyOf({ lng, lat }), { lng, lat, ahead });
    };
    for (const piece of walked.boxes?.search(...box) ?? []) {
      const last = walked.lasts[piece] as number;
      for (let corner = walked.firsts[piece] as number; corner < last; corner++) {
        const [a, b] = [cornerAt(corner), cornerAt(corner + 1)];
        for (const { share, outward } of outlineCrossings(a, b, area)) {
          const at = pointAlong(a, b, share);
          add(at, 0);
          const gate = gateBeyond(walked.stretches[piece] as number, corner, at, outward, area);
          for (const beyond of gate.sides) if (!liesInside(beyond.towards, area)) add(beyond.at, gate.metres);
        }
      }
    }
    for (const piece of closed.boxes?.search(...box) ?? []) {
      const [start, end] = closed.ends(piece);
      for (const { share, outward, staysOut } of outlineCrossings(start.at, end.at, area)) {
        const out = outward === "start" ? start : end;
        const isOut = (a: LngLat, b: LngLat) =>
          !liesInside(b, area) && outlineCrossings(a, b, area).length === 0;
        if (!staysOut) continue;
        const at = pointAlong(start.at, end.at, share);
        const metres = straightMetres(at.lng, at.lat, out.at.lng, out.at.lat);
        for (const way of closed.waysOut(out, metres, isOut)) add(way, way.ahead);
      }
    }
    return [...found.values()].sort((one, other) => one.lng - other.lng || one.lat - other.lat);
  };

  /** The barred gate that ends the stretch outward of a crossing, if nothing else is decided before. */
  function gateBeyond(
    stretch: number,
    corner: number,
    from: LngLat,
    outward: "start" | "end",
    area: readonly Polygon[],
  ): Gate {
    if (gates.size === 0) return NO_GATE;
    const own = gates.get(keyOf(from));
    if (own !== undefined) return { sides: own, metres: 0 };
    const [first, last] = [
      graph.shapeStarts[stretch] as number,
      (graph.shapeStarts[stretch + 1] as number) - 1,
    ];
    const step = outward === "start" ? -1 : 1;
    let [at, metres] = [from, 0];
    for (let next = outward === "start" ? corner : corner + 1; next >= first && next <= last; next += step) {
      const to = cornerAt(next);
      metres += straightMetres(at.lng, at.lat, to.lng, to.lat);
      if (metres > OWN_GATE || liesInside(to, area)) return NO_GATE;
      at = to;
    }
    return { sides: gates.get(keyOf(at)) ?? [], metres };
  }
}

/** What lies beyond a gate, and how far outside the outline it stands. */
interface Gate {
  readonly sides: readonly Beyond[];
  readonly metres: Metres;
}

const NO_GATE: Gate = { sides: [], metres: 0 };

/** A point right beyond a gate, on the way to the next node there. */
interface Beyond {
  readonly at: LngLat;
  readonly towards: LngLat;
}

/** By place: what lies beyond the nodes of walked ways that bar people, on every side. */
function gatesOf(map: StreetMap, profile: WalkProfile): ReadonlyMap<string, readonly Beyond[]> {
  const barring = new Set([...map.barriers].filter(([, tags]) => bars(tags, profile)).map(([node]) => node));
  const gates = new Map<string, Beyond[]>();
  if (barring.size === 0) return gates;
  const isWalked = map.tagSets.map((tags) => walkedAs(tags, profile).whyNot === undefined);
  const at = (node: number): LngLat => ({ lng: map.lng[node] as number, lat: map.lat[node] as number });
  for (let way = 0; way < map.tags.length; way++) {
    if (!isWalked[map.tags[way] as number]) continue;
    const [start, end] = [map.starts[way] as number, map.starts[way + 1] as number];
    for (let i = start; i < end; i++) {
      const node = map.nodes[i] as number;
      if (!barring.has(node)) continue;
      const gate = at(node);
      const known = gates.get(keyOf(gate)) ?? [];
      gates.set(keyOf(gate), known);
      for (const next of [i - 1, i + 1]) {
        if (next < start || next >= end) continue;
        const towards = at(map.nodes[next] as number);
        const metres = straightMetres(gate.lng, gate.lat, towards.lng, towards.lat);
        if (metres > 0)
          known.push({ at: pointAlong(gate, towards, Math.min(0.5, BEYOND / metres)), towards });
      }
    }
  }
  return gates;
}

/** How far outside its outline the gate of an area may stand, along the street. */
const OWN_GATE: Metres = 30;

/** Far enough from a gate to stand on one side of it. */
const BEYOND: Metres = 0.005;

function keyOf({ lng, lat }: LngLat): string {
  return `${lng} ${lat}`;
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(area: readonly Polygon[]): Box | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lng, lat } of area.flat(2)) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return west <= east ? [west, south, east, north] : undefined;
}
