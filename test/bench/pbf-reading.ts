import { Readable } from "node:stream";
import { OSMTransform } from "osm-pbf-parser-node";
import { finish } from "../../src/core/base/work.ts";
import { walkGraph } from "../../src/core/network/build-graph.ts";
import { readOsmPbf } from "../../src/io/network/osm-pbf.ts";
import { shippedWalkProfiles } from "../../src/io/walking/shipped.ts";
import { type BenchRow, ms, took } from "./bench.ts";
import { count } from "./walking-stops.ts";

/** A file of OpenStreetMap to a network that is walked, beside a reader alone that makes an object of each element. */
export async function pbfRows(where: string, bytes: Uint8Array): Promise<BenchRow[]> {
  const profile = shippedWalkProfiles().adult;
  let [reading, laying, peer, elements] = [Infinity, Infinity, Infinity, 0];
  for (let round = 0; round < 3; round++) {
    const read = { map: finish(readOsmPbf(bytes, where)) };
    reading = Math.min(
      reading,
      took(() => {
        read.map = finish(readOsmPbf(bytes, where));
      }),
    );
    const { map } = read;
    if (!map.ok) throw new Error(`the streets of ${where} cannot be read`);
    laying = Math.min(
      laying,
      took(() => finish(walkGraph(map.value, profile))),
    );
    const from = performance.now();
    elements = await parsed(bytes);
    peer = Math.min(peer, performance.now() - from);
  }
  const ours = reading + laying;
  const rate = (time: number) =>
    `${(bytes.length / 1000 / time).toFixed(1)} MB/s, ${count(Math.round((1000 * elements) / time))} elements/s`;
  return [
    {
      what: `${where}: .osm.pbf to a laid network, osm-pbf-parser-node alone`,
      ...{ ours: ms(ours), peer: ms(peer), ratio: peer / ours, goal: "told" },
      note: `${(bytes.length / 1e6).toFixed(1)} MB, ${count(elements)} elements; ours ${rate(ours)}, of which reading ${ms(reading)} and laying ${ms(laying)}; the peer ${rate(peer)}`,
    },
  ];
}

/** How many elements the file holds, its head not counted. */
async function parsed(bytes: Uint8Array): Promise<number> {
  let elements = 0;
  for await (const items of Readable.from([Buffer.from(bytes)]).pipe(new OSMTransform())) {
    elements += (items as readonly object[]).length;
  }
  return elements - 1;
}
