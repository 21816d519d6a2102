import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import { walkGraph } from "../../../src/core/network/build-graph.ts";
import type { StreetMap } from "../../../src/core/network/street-map.ts";
import { walkAccount } from "../../../src/core/network/walk-account.ts";
import type { WalkGraph } from "../../../src/core/network/walk-graph.ts";
import { bars } from "../../../src/core/network/walked-as.ts";
import { readOsmPbf } from "../../../src/io/network/osm-pbf.ts";
import { shippedWalkProfiles } from "../../../src/io/walking/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { shuffledMap } from "../../builders/shuffled-map.ts";
import { networkOf, slowDistances, slowNetwork } from "../../oracles/slow-walk-graph.ts";

const FILE = resolve(
  process.env.QUAN_REAL_DATA ?? resolve(import.meta.dirname, "../../../../shared/geodata"),
  "porto/porto.osm.pbf",
);
const absent = !existsSync(FILE);
if (absent) console.warn(`The streets of Porto are not there (${FILE}); set QUAN_REAL_DATA to check them.`);

const SOURCES = process.env.QUAN_LONG ? 300 : 15;
const LIMIT = 1170;

describe.skipIf(absent)("the network of Porto", () => {
  const porto = (): StreetMap =>
    value(finish(readOsmPbf(new Uint8Array(readFileSync(FILE)), "porto.osm.pbf")));
  const { elderly, adult } = shippedWalkProfiles();

  it(
    `is walked as its streets are with every node kept, from ${SOURCES} junctions`,
    () => {
      const map = process.env.QUAN_LONG ? porto() : middleOf(porto());
      const graph = finish(walkGraph(map, elderly));
      const [short, slow] = [networkOf(graph), slowNetwork(map, elderly)];
      const names = namesByPlace(map, slow.keys());
      const nameOf = (node: number) => {
        const there = names.get(placeOf(graph, node)) ?? [];
        const row = Number.parseInt(there[0] ?? "", 10);
        return there.length === 1 && !bars(map.barriers.get(row) ?? {}, elderly) ? there[0] : undefined;
      };
      const dice = diceOf(2, "porto");
      let compared = 0;
      for (let source = 0; source < SOURCES; source++) {
        const from = dice.whole(0, graph.lng.length - 1);
        const start = nameOf(from);
        if (start === undefined) continue;
        const exact = slowDistances(slow, start, LIMIT);
        const found = slowDistances(short, `${from}`, LIMIT);
        for (const [node, metres] of found) {
          const name = nameOf(Number(node));
          if (name === undefined || metres > LIMIT - 0.01) continue;
          expect(Math.abs((exact.get(name) ?? Number.NaN) - metres)).toBeLessThan(0.001);
          compared++;
        }
        const within = [...exact].filter(([, metres]) => metres < LIMIT - 0.01).map(([name]) => name);
        const places = new Set([...found.keys()].map((node) => placeOf(graph, Number(node))));
        const isMissing = (name: string) => !places.has(placeOf(map, Number.parseInt(name, 10)));
        expect(within.filter((name) => isJunction(slow, name) && isMissing(name))).toEqual([]);
      }
      expect(compared).toBeGreaterThan(20 * SOURCES);
    },
    process.env.QUAN_LONG ? 1_200_000 : 120_000,
  );

  it("is the same whatever order its ways and nodes stand in, and accounts for all of them", () => {
    const map = porto();
    const { ways, ...columns } = finish(walkGraph(map, adult));
    const { ways: _, ...again } = finish(walkGraph(shuffledMap(map, 4), adult));
    for (const [name, column] of Object.entries(columns)) {
      const other = again[name as keyof typeof again];
      expect(Buffer.compare(bytesOf(column), bytesOf(other)), name).toBe(0);
    }
    const account = walkAccount(map, adult, { ...columns, ways });
    const counted = Object.values(account.notWalked).reduce((sum, count) => sum + count, account.walked);
    expect(counted).toBe(map.tags.length);
    expect(account.islands.metres / account.metres).toBeLessThan(0.02);
  });
});

/** The ways that begin within some kilometres of the middle of the map. */
function middleOf(map: StreetMap): StreetMap {
  const isNear = (values: Float64Array, degrees: number) => {
    const middle = values.toSorted()[values.length >> 1] ?? 0;
    return (value: number) => Math.abs(value - middle) < degrees;
  };
  const [across, up] = [isNear(map.lng, 0.04), isNear(map.lat, 0.03)];
  const ways = [...map.tags.keys()].filter((way) => {
    const node = map.nodes[map.starts[way] ?? 0] ?? 0;
    return across(map.lng[node] ?? 0) && up(map.lat[node] ?? 0);
  });
  const through = ways.map((way) => map.nodes.subarray(map.starts[way], map.starts[way + 1]));
  const starts = [0];
  for (const { length } of through) starts.push((starts.at(-1) ?? 0) + length);
  return {
    ...map,
    starts: Uint32Array.from(starts),
    nodes: Uint32Array.from(through.flatMap((nodes) => [...nodes])),
    tags: Uint32Array.from(ways, (way) => map.tags[way] ?? 0),
  };
}

/** Whether a node of the map has three others beside it. */
function isJunction(network: ReturnType<typeof slowNetwork>, name: string): boolean {
  return new Set((network.get(name) ?? []).flatMap(([to]) => (to === name ? [] : [to]))).size > 2;
}

function namesByPlace(map: StreetMap, names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const byPlace = new Map<string, string[]>();
  for (const name of names) {
    const place = placeOf(map, Number.parseInt(name, 10));
    byPlace.set(place, [...(byPlace.get(place) ?? []), name]);
  }
  return byPlace;
}

function placeOf({ lng, lat }: Pick<StreetMap | WalkGraph, "lng" | "lat">, node: number): string {
  return `${lng[node]} ${lat[node]}`;
}

function bytesOf(column: Float64Array | Float32Array | Uint32Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}
