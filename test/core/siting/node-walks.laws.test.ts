import fc from "fast-check";
import { expect, it } from "vitest";
import { nodeWalks, type SitingGraph } from "../../../src/core/siting/node-walks.ts";

const RUNS = process.env["QUAN_LONG"] ? 10_000 : 1000;

const graphs: fc.Arbitrary<SitingGraph> = fc
  .record({
    nodes: fc.integer({ min: 1, max: 12 }),
    edges: fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 0, max: 9 })), { maxLength: 30 }),
  })
  .map(({ nodes, edges }) => ({
    nodes,
    from: Uint32Array.from(edges, ([a]) => a % nodes),
    to: Uint32Array.from(edges, ([, b]) => b % nodes),
    metres: Float64Array.from(edges, ([, , length]) => length),
  }));

it("walks the shortest way between all nodes that are within the limit, the nearest first", () => {
  fc.assert(
    fc.property(graphs, fc.oneof(fc.nat(30), fc.constant(Number.POSITIVE_INFINITY)), (graph, limit) => {
      const table = nodeWalks(graph, limit, 1000);
      const shortest = allShortest(graph);
      for (const [node, walks] of shortest.entries()) {
        const links = [...walks.entries()].filter(
          ([, metres]) => metres <= limit && metres < Number.POSITIVE_INFINITY,
        );
        links.sort(([a, x], [b, y]) => x - y || a - b);
        const [from, end] = [table?.starts[node] as number, table?.starts[node + 1] as number];
        expect([...(table?.sites.subarray(from, end) ?? [])]).toEqual(links.map(([site]) => site));
        expect([...(table?.metres.subarray(from, end) ?? [])]).toEqual(links.map(([, metres]) => metres));
      }
      const count = table?.sites.length as number;
      expect(nodeWalks(graph, limit, count)).toEqual(table);
      expect(nodeWalks(graph, limit, count - 1)).toBeUndefined();
    }),
    { seed: 10, numRuns: RUNS },
  );
});

/** By way of each node in turn (Floyd and Warshall). */
function allShortest({ nodes, from, to, metres }: SitingGraph): number[][] {
  const walks = Array.from({ length: nodes }, (_, a) =>
    Array.from({ length: nodes }, (_, b) => (a === b ? 0 : Number.POSITIVE_INFINITY)),
  );
  const shorten = (a: number, b: number, walk: number) => {
    const row = walks[a] as number[];
    row[b] = Math.min(row[b] as number, walk);
  };
  for (const [edge, length] of metres.entries()) {
    shorten(from[edge] as number, to[edge] as number, length);
    shorten(to[edge] as number, from[edge] as number, length);
  }
  for (let by = 0; by < nodes; by++)
    for (let a = 0; a < nodes; a++)
      for (let b = 0; b < nodes; b++)
        shorten(a, b, ((walks[a] as number[])[by] as number) + ((walks[by] as number[])[b] as number));
  return walks;
}
