import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csv } from "../../../src/io/export/csv.ts";
import { csvRows } from "../../../src/io/export/read-csv.ts";

describe("a written table", () => {
  it("leaves unknown numbers empty and writes the others plain", () => {
    const rows = [
      [0.1, -0, 1e-7],
      [12345678.25, Number.NaN, Infinity],
    ];
    expect(csv(["a", "b", "c"], rows)).toBe("a,b,c\n0.1,0,0.0000001\n12345678.25,,\n");
  });

  it("lets no text of a user run as a formula, and no number be taken for text", () => {
    const evil = ["=1+1", "+SUM(A1)", "-2+3", "@cmd", "\t=1", "'=1", "plain", 'with "quotes", and a comma'];
    const text = csv(
      ["text", "number"],
      evil.map((cell) => [cell, -5]),
    );
    for (const line of text.split("\n").slice(1, -1)) expect(line).toMatch(/^"?(?:'|plain|with)/);
    expect([...csvRows([text])].map((row) => row["text"])).toEqual(evil);
    expect([...csvRows([text])].map((row) => row["number"])).toEqual(evil.map(() => "-5"));
  });

  it("reads back as it was written, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.string()), { minLength: 1 }),
        fc.integer({ min: 1, max: 30 }),
        (rows, size) => {
          const kept = rows.map(([a, b]) => [`x${a}`.replaceAll("\r", ""), b.replaceAll("\r", "")] as const);
          const found = [...csvRows(cut(csv(["a", "b"], kept), size))];
          expect(found.map((row) => [row["a"], row["b"]])).toEqual(kept);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it("reads the lines of another program", () => {
    expect([...csvRows(cut('a,b\r\n1,"2"\r\n', 4))]).toEqual([{ a: "1", b: "2" }]);
  });

  it("is one table however many rows it has", () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => [`z${row}`, row]);
    const text = csv(["id", "row"], rows);
    expect(text.split("\n").length).toBe(10_002);
    expect([...csvRows([text])][9_999]).toEqual({ id: "z9999", row: "9999" });
  });
});

function* cut(text: string, size: number): Generator<string> {
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
}
