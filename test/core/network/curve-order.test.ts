import { expect, it } from "vitest";
import { finish } from "../../../src/core/base/work.ts";
import { alongCurve } from "../../../src/core/network/curve-order.ts";
import { joinAll } from "../../../src/core/network/join.ts";
import { east } from "../../builders/rows.ts";
import { placesOfPoints, walkGraph } from "../../builders/walk-graphs.ts";

it("has rows that are joined in the order of nodes, then of rows, of all or of some", () => {
  const graph = walkGraph(
    [east(0), east(1000), east(2000)],
    [
      { from: 1, to: 2 },
      { from: 0, to: 1 },
    ],
  );
  const places = placesOfPoints([east(1500), east(200), east(1200), east(0, 400), east(100)]);
  const ends = finish(joinAll(graph, places));
  expect([...alongCurve(graph, ends)]).toEqual([1, 4, 0, 2]);
  expect([...alongCurve(graph, ends, Uint32Array.of(0, 3, 4))]).toEqual([4, 0]);
});
