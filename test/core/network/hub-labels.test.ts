import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { LngLat } from "../../../src/core/geo/lng-lat.ts";
import { walkGraph as laidGraph } from "../../../src/core/network/build-graph.ts";
import { hubLabels, MOST_LABELLED } from "../../../src/core/network/hub-labels.ts";
import { hubSearch } from "../../../src/core/network/hub-search.ts";
import { joinAll, joinedAt } from "../../../src/core/network/join.ts";
import { joinedZonesFor } from "../../../src/core/network/join-zones.ts";
import { networkReach } from "../../../src/core/network/network-reach.ts";
import type { WalkGraph } from "../../../src/core/network/walk-graph.ts";
import type { Places } from "../../../src/core/spatial/places.ts";
import type { Origins } from "../../../src/core/spatial/reach-table.ts";
import { readOsmPbf } from "../../../src/io/network/osm-pbf.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { randomStreets } from "../../builders/random-streets.ts";
import { east } from "../../builders/rows.ts";
import { streetMap } from "../../builders/street-maps.ts";
import { originsOfZones, placesOfPoints, randomTown, walkGraph } from "../../builders/walk-graphs.ts";
import { slowWalks } from "../../oracles/slow-walk.ts";

const CAP = 250;
const runs = (few: number) => ({ seed: 1, numRuns: process.env.QUAN_LONG ? 50 * few : few });
const towns = fc.integer({ min: 0, max: 1e9 }).map((seed) => randomTown(seed, false));
const limits = fc.integer({ min: 0, max: 1500 });

function both(graph: WalkGraph, origins: Origins, facilities: Places, limit: number, labelled: number) {
  const labels = finish(hubLabels(graph, labelled));
  const again = { ...origins };
  return {
    searched: finish(networkReach(graph, origins, facilities, { limit, cap: CAP })),
    added: finish(networkReach(graph, again, facilities, { limit, cap: CAP, labels })),
    found: foundByLabels(),
  };

  /** The labels themselves, without the search that stands in for them where they do not reach. */
  function foundByLabels(): Set<string> {
    const zones = finish(joinedZonesFor(graph, again, CAP));
    const ends = finish(joinAll(graph, facilities, CAP));
    const search = hubSearch(graph, labels, zones, limit);
    const found = new Set<string>();
    for (let facility = 0; facility < facilities.lng.length; facility++) {
      const place = joinedAt(ends, facility);
      if (place === undefined) continue;
      const count = search.from(place);
      for (const origin of search.found.subarray(0, count)) {
        found.add(`${zones.zones[origin]} ${facility}`);
      }
    }
    return found;
  }
}

describe("walks added up from labels", () => {
  it("are those of the search, to the last bit, in towns with one-ways, stairs and streets side by side", () => {
    fc.assert(
      fc.property(towns, limits, fc.integer({ min: 0, max: 800 }), (town, limit, more) => {
        const graph = walkGraph(town.nodes, town.stretches);
        const facilities = placesOfPoints(town.facilities);
        const { searched, added, found } = both(
          graph,
          originsOfZones(town.zones),
          facilities,
          limit,
          limit + more,
        );
        expect(added).toEqual(searched);
        expect(found.size).toBe(searched.table.metres.length);
      }),
      runs(120),
    );
  });

  it("are those of the search over streets with gates and walls, that lie above one another", () => {
    const points = fc.array(
      fc.tuple(fc.integer({ min: -50, max: 350 }), fc.integer({ min: -50, max: 350 })),
      {
        minLength: 2,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(randomStreets({ layers: 2 }), points, limits, (streets, at, limit) => {
        const map = streetMap(streets);
        const graph = finish(laidGraph(map, shippedWalkProfiles().elderly));
        const metre = 1 / 111_000;
        const places = at.map(
          ([x, y]): LngLat => ({
            lng: (map.lng[0] ?? 0) + x * metre,
            lat: (map.lat[0] ?? 0) + y * metre,
          }),
        );
        const origins = originsOfZones(places.map((place) => ({ kind: "point", places: [place] })));
        const { searched, added } = both(graph, origins, placesOfPoints(places), limit, limit);
        expect(added).toEqual(searched);
      }),
      runs(80),
    );
  });

  it("have the fewest real metres where walks are equally long in equivalent ones", () => {
    fc.assert(
      fc.property(towns, limits, (town, limit) => {
        const graph = walkGraph(town.nodes, town.stretches);
        const slowed = (factor: number) => (factor > 1 && factor < Infinity ? 2 : factor);
        const even = {
          ...graph,
          metres: graph.metres.map((metres) => Math.max(40, 40 * Math.round(metres / 40))),
          forth: graph.forth.map(slowed),
          back: graph.back.map(slowed),
        };
        const places = placesOfPoints(town.nodes);
        const origins = originsOfZones(town.nodes.map((node) => ({ kind: "point", places: [node] })));
        const { searched, added } = both(even, origins, places, limit, limit);
        expect(added).toEqual(searched);
      }),
      runs(60),
    );
  });

  it("tell origins apart that are centimetres from the limit", () => {
    const graph = walkGraph(
      [east(0), east(100), east(300)],
      [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
      ],
    );
    const dice = diceOf(1, "origins");
    const at = dice.shuffled(Array.from({ length: 60 }, (_, i) => 20 + i / 50));
    const origins = originsOfZones(at.map((x) => ({ kind: "point", places: [east(x)] })));
    for (const limit of [200, 229.3, 229.4, 229.5, 230]) {
      const { searched, added } = both(graph, origins, placesOfPoints([east(250)]), limit, 400);
      expect(added).toEqual(searched);
    }
  });

  it("are those of the plain search with every place a node", () => {
    fc.assert(
      fc.property(towns, limits, (town, limit) => {
        const graph = walkGraph(town.nodes, town.stretches);
        const places = town.zones.flatMap((zone) => zone.places);
        const origins = originsOfZones(places.map((place) => ({ kind: "point", places: [place] })));
        const { added } = both(graph, origins, placesOfPoints(town.facilities), limit, limit);
        const slow = slowWalks(graph, places, town.facilities, CAP);
        places.forEach((_, zone) => {
          const rows = new Map<number, number>();
          for (let row = added.table.starts[zone] ?? 0; row < (added.table.starts[zone + 1] ?? 0); row++)
            rows.set(added.table.facilities[row] ?? -1, added.table.metres[row] ?? -1);
          slow.from(zone).forEach(({ metres }, facility) => {
            if (Math.abs(metres - limit) < 1e-4) return;
            const found = rows.get(facility) ?? Infinity;
            if (metres > limit) expect(found).toBe(Infinity);
            else expect(Math.abs(found - metres)).toBeLessThan(0.01);
          });
        });
      }),
      runs(40),
    );
  });

  it("leave walks above their limit to the search", () => {
    const town = randomTown(7, false);
    const graph = walkGraph(town.nodes, town.stretches);
    const labels = finish(hubLabels(graph, 100));
    const reach = (more: object) =>
      finish(
        networkReach(graph, originsOfZones(town.zones), placesOfPoints(town.facilities), {
          ...{ limit: 900, cap: CAP },
          ...more,
        }),
      );
    expect(reach({ labels })).toEqual(reach({}));
  });

  it("refuse limits that their numbers cannot hold", () => {
    const town = randomTown(7, false);
    const graph = walkGraph(town.nodes, town.stretches);
    expect(() => finish(hubLabels(graph, MOST_LABELLED + 1))).toThrow();
  });
});

const FILE = resolve(
  process.env.QUAN_REAL_DATA ?? resolve(import.meta.dirname, "../../../../shared/geodata"),
  "porto/porto.osm.pbf",
);
const absent = !existsSync(FILE);
if (absent) console.warn(`The streets of Porto are not there (${FILE}); set QUAN_REAL_DATA to check them.`);

it.skipIf(absent)(
  "walks in Porto added up from labels are those of the search",
  () => {
    const map = value(finish(readOsmPbf(new Uint8Array(readFileSync(FILE)), "porto.osm.pbf")));
    const graph = finish(laidGraph(map, shippedWalkProfiles().carer_with_infant));
    const dice = diceOf(1, "labels");
    const place = (): LngLat => {
      const row = dice.whole(0, graph.shapeLng.length - 1);
      const off = () => dice.between(-0.001, 0.001);
      return { lng: (graph.shapeLng[row] ?? 0) + off(), lat: (graph.shapeLat[row] ?? 0) + off() };
    };
    const count = process.env.QUAN_LONG ? 20_000 : 3000;
    const origins = originsOfZones(
      Array.from({ length: count }, () => ({ kind: "point", places: [place()] })),
    );
    const facilities = placesOfPoints(Array.from({ length: count / 5 }, place));
    const { searched, added } = both(graph, origins, facilities, 1000, 1170);
    expect(searched.table.metres.length).toBeGreaterThan(count);
    expect(added).toEqual(searched);
  },
  120_000,
);
