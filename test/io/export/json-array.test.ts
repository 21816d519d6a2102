import fc from "fast-check";
import { expect, it } from "vitest";
import { jsonArrayBlocks } from "../../../src/io/export/json-array.ts";

it("is one JSON document of the rows, however many pieces it comes in", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ id: fc.string(), metres: fc.nat() })), (rows) => {
      expect(JSON.parse([...jsonArrayBlocks(rows)].join(""))).toEqual(rows);
    }),
    { seed: 1 },
  );
  const many = Array.from({ length: 10_000 }, (_, row) => ({ id: `z${row}` }));
  const blocks = [...jsonArrayBlocks(many)];
  expect(blocks.length).toBeGreaterThan(1);
  expect(JSON.parse(blocks.join(""))).toEqual(many);
});
