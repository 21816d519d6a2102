import { rowMap } from "../../src/core/base/row-map.ts";
import { finish } from "../../src/core/base/work.ts";
import { walkGraph } from "../../src/core/network/build-graph.ts";
import { type HubLabels, hubLabels } from "../../src/core/network/hub-labels.ts";
import { networkReach } from "../../src/core/network/network-reach.ts";
import type { StreetMap } from "../../src/core/network/street-map.ts";
import { updateNetworkReach } from "../../src/core/network/update-network-reach.ts";
import type { WalkGraph } from "../../src/core/network/walk-graph.ts";
import type { Places } from "../../src/core/spatial/places.ts";
import { readWalkGraph, writeWalkGraph } from "../../src/io/network/graph-file.ts";
import { shippedWalkProfiles } from "../../src/io/walking/shipped.ts";
import { type BenchRow, ms, mustAgree, took } from "./bench.ts";
import { inventedStreets } from "./walking-city.ts";
import { count, LABELLED, LIMIT, type StreetCity, streetCity } from "./walking-stops.ts";

/** The least times of all these in milliseconds, run in turn, so that a change of the machine's speed meets all. */
export function least<Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, () => unknown>>,
): Record<Name, number> {
  const names = Object.keys(works) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<Name, number>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times[name] = Math.min(times[name], took(works[name]));
  }
  return times;
}

/** One facility of all moved: its own walks, and the table of all made anew. */
export function movedRows(
  where: string,
  { graph, origins, facilities }: StreetCity,
  labels: HubLabels,
  full: { readonly searched: number; readonly added: number },
): BenchRow[] {
  const row = (facility: number): Places => ({
    lng: facilities.lng.subarray(facility, facility + 1),
    lat: facilities.lat.subarray(facility, facility + 1),
  });
  let at = 0;
  const reachOfOne = (more: object) => () =>
    finish(networkReach(graph, origins, row(at++ % facilities.lng.length), { limit: LIMIT, ...more }));
  const moved: Places = { lng: facilities.lng.slice(), lat: facilities.lat.slice() };
  [moved.lng[0], moved.lat[0]] = [facilities.lng[1] as number, facilities.lat[1] as number];
  const zones = Array.from(origins.kinds, (_, zone) => ({ id: String(zone) }));
  const before = Array.from(facilities.lng, (_, facility) => ({ id: String(facility) }));
  const rows = {
    zoneRows: rowMap(zones, zones),
    facilityRows: rowMap(before, [{ id: "0" }, ...before.slice(1)]),
  };
  const earlier = {
    ...finish(networkReach(graph, origins, facilities, { limit: LIMIT })),
    origins,
    facilities,
  };
  const update = () =>
    finish(updateNetworkReach({ ...earlier, ...rows }, graph, origins, moved, { limit: LIMIT, labels }));
  mustAgree(
    update().table.metres.length ===
      finish(networkReach(graph, origins, moved, { limit: LIMIT })).table.metres.length,
    `one facility moved, ${where}`,
  );
  const one = least(200, { searched: reachOfOne({}), added: reachOfOne({ labels }) });
  const { update: anew } = least(20, { update });
  const told = (what: string, ours: number, all: number, goal: string, note: string): BenchRow => ({
    ...{ what: `${where}: one facility moved, ${what}`, ours: ms(ours), peer: ms(all) },
    ...{ ratio: all / ours, goal, note },
  });
  return [
    told("its own reach; all anew", one.searched, full.searched, "500", "joined anew, without labels"),
    told("its own reach by labels; all anew", one.added, full.searched, "500", "all anew without labels"),
    told("the table of all; all anew", anew, full.searched, "told", "by labels; most of it copies the table"),
  ];
}

/** The prepared network: how large, and how soon there. */
export function preparedRows(where: string, map: StreetMap, graph: WalkGraph): BenchRow[] {
  const profile = shippedWalkProfiles().adult;
  const bytes = writeWalkGraph(graph, profile);
  const read = () => mustAgree(readWalkGraph(bytes, where, profile).ok, `prepared network, ${where}`);
  const lay = () => finish(walkGraph(map, profile));
  const time = least(5, { read, lay });
  const [nodes, stretches] = [graph.lng.length, graph.from.length];
  const each = bytes.length / stretches;
  const whole = ((bytes.length / map.lng.length) * 5e6) / 1e9;
  return [
    {
      what: `${where}: prepared network read, laid from its map`,
      ...{ ours: ms(time.read), peer: ms(time.lay), ratio: time.lay / time.read, goal: "20" },
      note: `${(bytes.length / 1e6).toFixed(1)} MB (goal 25) for ${count(nodes)} nodes, ${count(stretches)} stretches, ${count(graph.shapeLng.length)} corners: 24, 44 and 16 bytes each, ${each.toFixed(0)} a stretch in all; the file of a province of 5,000,000 mapped nodes, worked out from its bytes a mapped node: ${whole.toFixed(2)} GB`,
    },
  ];
}

/** Time against the size of the city, zones and facilities in proportion: near linear if a zone costs what it did. */
export function walkingGrowth(): BenchRow[] {
  return [34, 85, 270, 540].map((side) => {
    const zones = Math.round((side * side) / 3.6);
    const { graph, origins, facilities, raw } = streetCity(
      inventedStreets(side),
      zones,
      Math.round(zones / 7),
    );
    const labelFrom = performance.now();
    const labels = finish(hubLabels(graph, LABELLED));
    const labelling = performance.now() - labelFrom;
    const searched = () => finish(networkReach(graph, origins, facilities, { limit: LIMIT }));
    const added = () => finish(networkReach(graph, origins, facilities, { limit: LIMIT, labels }));
    searched();
    added();
    const time = least(5, { searched, added });
    const nodes = raw.starts.length - 1;
    const per = (value: number) => `${((1000 * value) / zones).toFixed(2)} µs`;
    return {
      what: `growth of pairs: ${count(nodes)} mapped nodes, ${count(zones)} zones × ${count(facilities.lng.length)} facilities`,
      ...{ ours: ms(time.added), peer: "none", ratio: Number.NaN, goal: "near linear" },
      note: `a zone ${per(time.added)} by labels, ${per(time.searched)} by search (${ms(time.searched)}); labels ${((1000 * labelling) / nodes).toFixed(1)} µs a mapped node`,
    };
  });
}
