import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { LngLat } from "../../../src/core/geo/lng-lat.ts";
import { walkGraph } from "../../../src/core/network/build-graph.ts";
import { networkReach } from "../../../src/core/network/network-reach.ts";
import { readOsmPbf } from "../../../src/io/network/osm-pbf.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { originsOfZones, placesOfPoints } from "../../builders/walk-graphs.ts";
import { slowWalks } from "../../oracles/slow-walk.ts";

const FILE = resolve(
  process.env.QUAN_REAL_DATA ?? resolve(import.meta.dirname, "../../../../shared/geodata"),
  "porto/porto.osm.pbf",
);
const absent = !existsSync(FILE);
if (absent) console.warn(`The streets of Porto are not there (${FILE}); set QUAN_REAL_DATA to check them.`);

const SOURCES = process.env.QUAN_LONG ? 500 : 50;
const LIMIT = 1000;
const CAP = 250;

it.skipIf(absent)(
  `walks in Porto are those of the plain search, from ${SOURCES} places`,
  () => {
    const map = value(finish(readOsmPbf(new Uint8Array(readFileSync(FILE)), "porto.osm.pbf")));
    const graph = finish(walkGraph(map, shippedWalkProfiles().carer_with_infant));
    const dice = diceOf(1, "porto");
    const around = ({ lng, lat }: LngLat, degrees: number): LngLat => ({
      lng: lng + dice.between(-degrees, degrees),
      lat: lat + dice.between(-degrees, degrees),
    });
    const corner = (): LngLat => {
      const row = dice.whole(0, graph.shapeLng.length - 1);
      return { lng: graph.shapeLng[row] ?? 0, lat: graph.shapeLat[row] ?? 0 };
    };
    const sources = Array.from({ length: SOURCES }, () => around(corner(), 0.002));
    const facilities = sources.flatMap((source) => Array.from({ length: 4 }, () => around(source, 0.006)));
    const zones = originsOfZones(sources.map((source) => ({ kind: "point", places: [source] })));
    const { table } = finish(
      networkReach(graph, zones, placesOfPoints(facilities), { limit: LIMIT, cap: CAP }),
    );
    const slow = slowWalks(graph, sources, facilities, CAP);
    const off: unknown[] = [];
    let pairs = 0;
    sources.forEach((_, zone) => {
      let row = table.starts[zone] ?? 0;
      slow.from(zone).forEach((walk, facility) => {
        const isIn = row < (table.starts[zone + 1] ?? 0) && table.facilities[row] === facility;
        const metres = isIn ? (table.metres[row] ?? 0) : Infinity;
        const real = isIn ? (table.walked?.[row] ?? 0) : Infinity;
        if (isIn) row++;
        if (Math.abs(walk.metres - LIMIT) < 1e-6) return;
        if (walk.metres <= LIMIT) pairs++;
        if (walk.metres > LIMIT && !isIn) return;
        const apart = Math.max(Math.abs(metres - walk.metres), Math.abs(real - walk.walked));
        if (!(apart < 0.01)) off.push([zone, facility, metres, walk.metres, real, walk.walked]);
      });
    });
    expect(off).toEqual([]);
    expect(pairs).toBeGreaterThan(2 * SOURCES);
    expect(table.facilities.length).toBe(pairs);
  },
  process.env.QUAN_LONG ? 1_200_000 : 120_000,
);
