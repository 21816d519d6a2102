import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { LngLat } from "../../../src/core/geo/lng-lat.ts";
import { walkGraph } from "../../../src/core/network/build-graph.ts";
import { networkReach } from "../../../src/core/network/network-reach.ts";
import type { StreetMap } from "../../../src/core/network/street-map.ts";
import { readStreets } from "../../../src/io/network/read-streets.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";
import { atOnce } from "../../builders/at-once.ts";
import { value } from "../../builders/outcomes.ts";
import { originsOfZones, placesOfPoints } from "../../builders/walk-graphs.ts";
import { slowWalks } from "../../oracles/slow-walk.ts";

const FOLDER = process.env.QUAN_REAL_DATA ?? resolve(import.meta.dirname, "../../../../shared/geodata");
const FILES = {
  porto: resolve(FOLDER, "porto/porto.osm.pbf"),
  xinwu: resolve(FOLDER, "wuxi-xinwu/roads.wgs84.geojson"),
};
const absent = Object.values(FILES).filter((file) => !existsSync(file));
if (absent.length > 0)
  console.warn(`Real streets are not there (${absent.join(", ")}); set QUAN_REAL_DATA to check them.`);

const streetsOf = async (file: string) =>
  value(await readStreets({ name: file, bytes: new Uint8Array(readFileSync(file)) }, {}, atOnce));

/** Invented hills, some tens of metres high and some hundred wide. */
const onHills = (map: StreetMap): StreetMap => ({
  ...map,
  heights: Float32Array.from(
    map.lng,
    (lng, node) => 30 + 15 * Math.sin(lng * 1500) + 15 * Math.cos((map.lat[node] ?? 0) * 1700),
  ),
});

const SOURCES = process.env.QUAN_LONG ? 500 : 50;
const LIMIT = 1000;
const CAP = 250;

it.skipIf(absent.length > 0).each([
  ["Porto", async () => streetsOf(FILES.porto)],
  ["Xinwu", async () => streetsOf(FILES.xinwu)],
  ["Xinwu on invented hills", async () => onHills(await streetsOf(FILES.xinwu))],
])(
  `walks in %s are those of the plain search, from ${SOURCES} places`,
  async (_, streets) => {
    const map = await streets();
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
    const isSloped = graph.forth.some((factor, s) => factor < 9 && (graph.back[s] ?? factor) !== factor);
    if (map.heights !== undefined) expect(isSloped).toBe(true);
    expect(pairs).toBeGreaterThan(2 * SOURCES);
    expect(table.facilities.length).toBe(pairs);
  },
  process.env.QUAN_LONG ? 1_200_000 : 120_000,
);
