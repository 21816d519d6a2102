import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { finish } from "../../src/core/base/work.ts";
import { hubLabels } from "../../src/core/network/hub-labels.ts";
import { nearestOnNetwork } from "../../src/core/network/nearest-reach.ts";
import { networkReach } from "../../src/core/network/network-reach.ts";
import type { StreetMap } from "../../src/core/network/street-map.ts";
import type { ReachTable } from "../../src/core/spatial/reach-table.ts";
import { readOsmPbf } from "../../src/io/network/osm-pbf.ts";
import { type Bench, type BenchRow, ms, mustAgree, took } from "./bench.ts";
import { pbfRows } from "./pbf-reading.ts";
import { scipyAnswers } from "./scipy-peer.ts";
import { inventedStreets } from "./walking-city.ts";
import { least, movedRows, preparedRows, walkingGrowth } from "./walking-more.ts";
import { flatqueueNearest, flatqueueSearch, mapSearch, type Pairs } from "./walking-peers.ts";
import { count, LABELLED, LIMIT, streetCity } from "./walking-stops.ts";

const ZONES = 20_000;
const FACILITIES = 3000;
const ROUNDS = 7;
/** Slow peers answer every so-many-th facility, and their time is multiplied. */
const SAMPLE = 30;
/** Crossings a side of the invented city: some 239,000 nodes and 572,000 arcs. */
const SIDE = 270;

/** Who walks to what along streets: all pairs within 1 km, the nearest, one facility that moved, and loading. */
export const walking: Bench = {
  name: "walking",
  async run() {
    const file = resolve(process.env.QUAN_REAL_DATA ?? "../shared/geodata", "porto/porto.osm.pbf");
    process.stdout.write(
      "  pgr_drivingDistance is left out: it needs a PostgreSQL with pgRouting that serves.\n",
    );
    const invented = [...walkRows("invented city", inventedStreets(SIDE)), ...walkingGrowth()];
    if (!existsSync(file)) {
      process.stdout.write(`  Porto is left out: ${file} is not there; set QUAN_REAL_DATA.\n`);
      return invented;
    }
    const bytes = new Uint8Array(readFileSync(file));
    const read = finish(readOsmPbf(bytes, file));
    if (!read.ok) throw new Error("the streets of Porto cannot be read");
    return [...invented, ...walkRows("Porto", read.value), ...(await pbfRows("Porto", bytes))];
  },
};

function walkRows(where: string, map: StreetMap): BenchRow[] {
  const city = streetCity(map, ZONES, FACILITIES);
  const { raw, stops, graph, origins, facilities } = city;
  const from = performance.now();
  const labels = finish(hubLabels(graph, LABELLED));
  const labelling = performance.now() - from;

  const searched = () => finish(networkReach(graph, origins, facilities, { limit: LIMIT })).table;
  const added = () => finish(networkReach(graph, origins, facilities, { limit: LIMIT, labels })).table;
  const nearest = () => finish(nearestOnNetwork(graph, origins, facilities, { limit: LIMIT })).metres;
  const flatqueue = flatqueueSearch(raw, stops, LIMIT);
  const flatqueueOnce = flatqueueNearest(raw, stops, LIMIT);
  const maps = mapSearch(raw, stops, LIMIT, SAMPLE);
  const first = took(searched);
  mustBeEqual(flatqueue(), searched(), `pairs, ${where}`);
  const firstAdded = took(added);
  mustBeEqual(flatqueue(), added(), `pairs by labels, ${where}`);
  const toNearest = flatqueueOnce();
  const wrong = nearest().filter((metres, zone) => isFar(metres, toNearest[zone] as number)).length;
  mustAgree(wrong === 0, `${wrong} nearest, ${where}`);

  const table = searched();
  const sampled = table.facilities.filter((row) => row % SAMPLE === 0).length;
  mustAgree(sampled === maps(), `pairs with Map and tinyqueue, ${where}`);
  const scipy = scipyAnswers(raw, stops, LIMIT, SAMPLE);
  if (scipy !== undefined) mustAgree(scipy.pairs === sampled, `pairs of scipy, ${where}`);

  const time = least(ROUNDS, { searched, added, nearest, flatqueue, flatqueueOnce, maps });
  // As scipy is timed: one run after the other, with nothing between.
  const { nearest: again } = least(ROUNDS, { nearest });
  const size = `${count(raw.starts.length - 1)} nodes and ${count(raw.comesFrom.length)} arcs as mapped, ${count(graph.lng.length)} nodes and ${count(graph.from.length)} stretches laid`;
  const pairs = `${count(ZONES)} zones × ${count(FACILITIES)} facilities, ${count(table.facilities.length)} pairs within 1 km, filed by zone; places joined before (the first time ${ms(first)})`;
  const megabytes = (labels.toHubs.labels.byteLength + labels.fromHubs.labels.byteLength) / 1e6;
  const hubs = labels.toHubs.labels.length / 3 / graph.lng.length;
  const index = `labels up to ${LABELLED} m: ${ms(labelling)}, ${megabytes.toFixed(0)} MB, ${hubs.toFixed(1)} hubs a node each way; of the zones, the first time, ${ms(firstAdded)}; the same metres to the last bit`;
  const row = (what: string, ours: number, peer: number, goal: string, note = ""): BenchRow => ({
    what: `${where}: ${what}`,
    ours: ms(ours),
    peer: ms(peer),
    ratio: peer / ours,
    goal,
    note,
  });
  return [
    row("all pairs, flatqueue as mapped", time.searched, time.flatqueue, "3", `${size}; ${pairs}`),
    row(
      "all pairs by labels, flatqueue as mapped",
      time.added,
      time.flatqueue,
      "12, with a kernel 30",
      index,
    ),
    row("all pairs by labels, Map and tinyqueue (sampled)", time.added, time.maps * SAMPLE, "200"),
    row("nearest only, flatqueue from all facilities", time.nearest, time.flatqueueOnce, "told"),
    ...(scipy === undefined
      ? []
      : [
          row("all pairs by labels, scipy dijkstra(limit) (sampled)", time.added, scipy.all, "50"),
          row("nearest only, run after run, scipy dijkstra(min_only)", again, scipy.nearest, "5"),
        ]),
    ...movedRows(where, city, labels, { searched: time.searched, added: time.added }),
    ...preparedRows(where, map, graph),
  ];
}

/** Pairs within a millimetre of the limit may be in one and not in the other. */
function mustBeEqual(peer: Pairs, ours: ReachTable, what: string): void {
  let wrong = 0;
  for (let zone = 0; zone + 1 < peer.starts.length; zone++) {
    const found = new Map<number, number>();
    for (let i = peer.starts[zone] as number; i < (peer.starts[zone + 1] as number); i++) {
      found.set(peer.facilities[i] as number, peer.metres[i] as number);
    }
    for (let i = ours.starts[zone] as number; i < (ours.starts[zone + 1] as number); i++) {
      const facility = ours.facilities[i] as number;
      if (isFar(ours.metres[i] as number, found.get(facility) ?? Infinity)) wrong++;
      found.delete(facility);
    }
    for (const metres of found.values()) if (isFar(metres, Infinity)) wrong++;
  }
  mustAgree(wrong === 0, `${what}: ${wrong}`);
}

function isFar(a: number, b: number): boolean {
  if (a === b) return false;
  if (a === Infinity || b === Infinity) return Math.min(a, b) < LIMIT - 0.001;
  return Math.abs(a - b) > 0.001;
}
