import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { LngLat } from "../../../src/core/geo/lng-lat.ts";
import { nearestOfOrigins, nearestOnNetwork } from "../../../src/core/network/nearest-reach.ts";
import { type NetworkReach, networkReach } from "../../../src/core/network/network-reach.ts";
import { originsApart } from "../../../src/core/network/verdict-speed.ts";
import { NO_FACILITY } from "../../../src/core/spatial/reach-table.ts";
import {
  type DrawnZone,
  originsOfZones,
  placesOfPoints,
  type RandomTown,
  randomTown,
  walkGraph,
} from "../../builders/walk-graphs.ts";
import { slowWalks } from "../../oracles/slow-walk.ts";

const CAP = 250;
const towns = (even: boolean) => fc.integer({ min: 0, max: 1e9 }).map((seed) => randomTown(seed, even));
const limits = fc.integer({ min: 0, max: 1500 });
const runs = (few: number) => ({ seed: 1, numRuns: process.env.QUAN_LONG ? 50 * few : few });

function reachOf(town: RandomTown, limit: number, graph = walkGraph(town.nodes, town.stretches)) {
  const facilities = placesOfPoints(town.facilities);
  return finish(networkReach(graph, originsOfZones(town.zones), facilities, { limit, cap: CAP }));
}

interface Pair {
  readonly zone: number;
  readonly facility: number;
  readonly metres: number;
  readonly walked: number;
  readonly reached: number;
}

function pairsIn({ table }: NetworkReach): readonly Pair[] {
  return Array.from(table.places, (_, zone) => zone).flatMap((zone) => {
    const rows = Array.from({ length: (table.starts[zone + 1] ?? 0) - (table.starts[zone] ?? 0) });
    return rows.map((_, i) => {
      const row = (table.starts[zone] ?? 0) + i;
      return {
        zone,
        facility: table.facilities[row] ?? -1,
        metres: table.metres[row] ?? -1,
        walked: table.walked?.[row] ?? -1,
        reached: table.reached[row] ?? -1,
      };
    });
  });
}

describe("reach on the network", () => {
  it("is that of the plain search with every place a node", () => {
    fc.assert(
      fc.property(towns(false), limits, (town, limit) => {
        const graph = walkGraph(town.nodes, town.stretches);
        const pairs = new Map(
          pairsIn(reachOf(town, limit, graph)).map((p) => [`${p.zone} ${p.facility}`, p]),
        );
        const places = town.zones.flatMap((zone) => zone.places);
        const slow = slowWalks(graph, places, town.facilities, CAP);
        let origin = 0;
        town.zones.forEach((zone, z) => {
          const walks = zone.places.map(() => slow.from(origin++));
          town.facilities.forEach((_, f) => {
            const all = walks.map((walk) => walk[f] ?? { metres: Infinity, walked: Infinity });
            const metres = Math.min(...all.map((walk) => walk.metres));
            const pair = pairs.get(`${z} ${f}`);
            pairs.delete(`${z} ${f}`);
            if (all.some((walk) => Math.abs(walk.metres - limit) < 1e-6)) return;
            if (metres > limit) {
              expect(pair).toBeUndefined();
              return;
            }
            expect(Math.abs((pair?.metres ?? Infinity) - metres)).toBeLessThan(0.01);
            const reached = all.filter((walk) => walk.metres < limit).length;
            expect(pair?.reached).toBe(zone.kind === "entrances" ? 1 : reached);
            const near = all.filter((walk) => walk.metres < metres + 0.01);
            const nearest = near.map((walk) => Math.abs(walk.walked - (pair?.walked ?? Infinity)));
            expect(Math.min(...nearest)).toBeLessThan(0.01);
          });
        });
        expect([...pairs.keys()]).toEqual([]);
      }),
      runs(80),
    );
  });

  it("is the same in whatever order zones, facilities, stretches and nodes are", () => {
    fc.assert(
      fc.property(towns(false), limits, fc.integer(), (town, limit, seed) => {
        const dice = diceOf(seed);
        const order = <Row>(rows: readonly Row[]) => dice.shuffled(rows.map((_, i) => i));
        const pick = <Row>(rows: readonly Row[], by: readonly number[]) => by.map((i) => rows[i] as Row);
        const [zones, facilities] = [order(town.zones), order(town.facilities)];
        const [stretches, nodes] = [order(town.stretches), order(town.nodes)];
        const turned: RandomTown = {
          nodes: pick(town.nodes, nodes),
          stretches: pick(town.stretches, stretches).map((stretch) => ({
            ...stretch,
            from: nodes.indexOf(stretch.from),
            to: nodes.indexOf(stretch.to),
          })),
          zones: pick(town.zones, zones),
          facilities: pick(town.facilities, facilities),
        };
        const named = (pair: Pair, z: readonly number[], f: readonly number[]) => ({
          ...pair,
          ...{ zone: z[pair.zone] ?? -1, facility: f[pair.facility] ?? -1 },
        });
        const sorted = (pairs: readonly Pair[]) =>
          [...pairs].sort((a, b) => a.zone - b.zone || a.facility - b.facility);
        const again = pairsIn(reachOf(turned, limit)).map((pair) => named(pair, zones, facilities));
        expect(sorted(again)).toEqual(pairsIn(reachOf(town, limit)));
      }),
      runs(60),
    );
  });

  it("only gains with the limit, and keeps its metres", () => {
    fc.assert(
      fc.property(towns(false), limits, limits, (town, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const wide = pairsIn(reachOf(town, more));
        const narrow = wide.filter((pair) => pair.metres <= less);
        const alike = (pair: Pair) => ({ ...pair, reached: 1 });
        const shorter = pairsIn(reachOf(town, less));
        expect(shorter.map(alike)).toEqual(narrow.map(alike));
        shorter.forEach((pair, i) => {
          expect(pair.reached).toBeLessThanOrEqual(narrow[i]?.reached ?? 0);
        });
      }),
      runs(60),
    );
  });

  it("is the same there and back where all streets are walked alike", () => {
    fc.assert(
      fc.property(towns(true), limits, (town, limit) => {
        const places = town.zones.flatMap((zone) => zone.places);
        const points = (at: readonly LngLat[]): DrawnZone[] =>
          at.map((place) => ({ kind: "point", places: [place] }));
        const there = pairsIn(reachOf({ ...town, zones: points(places) }, limit));
        const back = pairsIn(reachOf({ ...town, zones: points(town.facilities), facilities: places }, limit));
        const swapped = new Map(back.map((pair) => [`${pair.facility} ${pair.zone}`, pair.metres]));
        for (const { zone, facility, metres } of there) {
          if (Math.abs(metres - limit) < 1e-6) continue;
          expect(swapped.get(`${zone} ${facility}`)).toBeCloseTo(metres, 6);
          swapped.delete(`${zone} ${facility}`);
        }
        expect([...swapped.values()].filter((metres) => Math.abs(metres - limit) > 1e-6)).toEqual([]);
      }),
      runs(60),
    );
  });

  it("tells the nearest in one sweep to the last bit, the first of equals", () => {
    fc.assert(
      fc.property(towns(false), limits, (town, limit) => {
        const graph = walkGraph(town.nodes, town.stretches);
        const { table } = reachOf(town, limit, graph);
        const facilities = placesOfPoints([...town.facilities, ...town.facilities]);
        const found = finish(
          nearestOnNetwork(graph, originsOfZones(town.zones), facilities, { limit, cap: CAP }),
        );
        town.zones.forEach((_, zone) => {
          let [row, least] = [-1, Infinity];
          for (let r = table.starts[zone] ?? 0; r < (table.starts[zone + 1] ?? 0); r++) {
            if ((table.metres[r] ?? Infinity) < least) [row, least] = [r, table.metres[r] ?? Infinity];
          }
          expect(found.nearest[zone]).toBe(table.facilities[row] ?? NO_FACILITY);
          expect(found.metres[zone]).toBe(least);
          expect(found.walked[zone]).toBe(table.walked?.[row] ?? Infinity);
        });
        const origins = originsOfZones(town.zones);
        const some = Uint32Array.from(town.facilities, (_, row) => town.facilities.length + row);
        const own = finish(nearestOfOrigins(graph, origins, facilities, { limit, cap: CAP }, some));
        const far = (row: number) => (row === NO_FACILITY ? row : row + town.facilities.length);
        const apart = finish(
          nearestOnNetwork(graph, originsApart(origins), placesOfPoints(town.facilities), {
            limit,
            cap: CAP,
          }),
        );
        expect(own).toEqual({ ...apart, nearest: apart.nearest.map(far) });
        expect(own.metres).toEqual(found.fromOrigins);
      }),
      runs(100),
    );
  });
});
