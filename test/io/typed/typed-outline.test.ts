import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diceOf } from "../../../src/core/base/random.ts";
import type { Polygon } from "../../../src/core/geo/lng-lat.ts";
import { typedOutline, writtenOutline } from "../../../src/io/typed/typed-outline.ts";
import { value } from "../../builders/outcomes.ts";
import { east } from "../../builders/rows.ts";

const TRIANGLE: readonly Polygon[] = [
  [
    [
      { lng: 117.1, lat: 34.1 },
      { lng: 117.101, lat: 34.1 },
      { lng: 117.1, lat: 34.101 },
    ],
  ],
];
const [OUTER, HOLE, ELSEWHERE] = [
  "(117.1 34.1, 117.11 34.1, 117.11 34.11, 117.1 34.11, 117.1 34.1)",
  "(117.102 34.102, 117.102 34.104, 117.104 34.104, 117.102 34.102)",
  "(117.12 34.1, 117.13 34.1, 117.13 34.11, 117.12 34.1)",
];
const sizes = (text: string) =>
  value(typedOutline(text)).map((polygon) => polygon.map((ring) => ring.length));

describe("an outline that is typed", () => {
  it.each([
    ["commas", "117.1,34.1\n117.101,34.1\n117.1,34.101"],
    [
      "what a spreadsheet copies, and the first corner again",
      "117.1\t34.1\r\n117.101\t34.1\r\n117.1\t34.101\r\n117.1\t34.1\r\n",
    ],
    ["Chinese commas and blank lines", " 117.1，34.1 \n\n117.101， 34.1；\n117.1，34.101"],
    ["WKT", "POLYGON ((117.1 34.1, 117.101 34.1, 117.1 34.101, 117.1 34.1))"],
    ["WKT clockwise with heights", "SRID=4490;polygon z((117.1 34.101 3, 117.101 34.1 3, 117.1 34.1 3))"],
    [
      "GeoJSON",
      '{"type":"Polygon","coordinates":[[[117.1,34.1],[117.101,34.1],[117.1,34.101],[117.1,34.1]]]}',
    ],
    [
      "the one feature of a collection",
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[[[[117.1,34.1],[117.101,34.1],[117.1,34.101]]]]}}]}',
    ],
  ])("is read from %s", (_, text) => {
    const ring = value(typedOutline(text))[0]?.[0] ?? [];
    expect(new Set(ring.map(({ lng, lat }) => `${lng} ${lat}`))).toEqual(
      new Set(TRIANGLE[0]?.[0].map(({ lng, lat }) => `${lng} ${lat}`)),
    );
    expect(ring).toHaveLength(3);
  });

  it("keeps holes and parts", () => {
    expect(sizes(`POLYGON (${OUTER}, ${HOLE})`)).toEqual([[4, 3]]);
    expect(sizes(`MULTIPOLYGON ((${OUTER}, ${HOLE}), (${ELSEWHERE}))`)).toEqual([[4, 3], [3]]);
  });

  it.each([
    ["117.1,34.1\n117.2 abc\n117.1,34.2", { code: "edit.outline-unreadable", line: 2, text: "117.2 abc" }],
    ["POLYGON ((117.1 34.1, 117.2", { code: "edit.outline-unreadable", line: 1 }],
    ["POLYGON ((117.1 x, 117.2 34.1, 117.2 34.2))", { code: "edit.outline-unreadable", line: 1 }],
    ["LINESTRING (117.1 34.1, 117.2 34.1)", { code: "edit.outline-other", type: "LINESTRING" }],
    ['{"type":"Point","coordinates":[117.1,34.1]}', { code: "edit.outline-other", type: "Point" }],
    ['{"type":"Polygon","coordinates":"__proto__"}', { code: "edit.outline-unreadable", line: 1 }],
    ["34.1,117.1\n34.1,117.2\n34.2,117.1", { code: "place.swapped", lon: "34.1", lat: "117.1" }],
    ["500000,3770000\n500100,3770000\n500000,3770100", { code: "place.no-degrees" }],
    ["117.1,34.1\n117.1001,34.1", { code: "edit.outline-too-few", corners: 2 }],
    ["117.1,34.1\n117.101,34.101\n117.101,34.1\n117.1,34.101", { code: "edit.outline-crosses" }],
  ])("is refused of %j with the reason at its field", (text, reason) => {
    const read = typedOutline(text);
    expect(read.ok).toBe(false);
    expect(read.issues.map(({ code, facts, at }) => ({ code, ...facts, at }))).toEqual([
      expect.objectContaining({ ...reason, at: { column: "outline" } }),
    ]);
  });

  it("is written so that it is read back as the same, whatever it is", () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const dice = diceOf(seed, "outlines");
        const block = (x: number, y: number, width: number): Polygon => [
          [east(x, y), east(x + width, y), east(x + width, y + width), east(x, y + width)],
        ];
        const [outer] = block(0, 0, dice.whole(100, 900));
        const [hole] = block(10, 10, dice.whole(5, 50));
        const shape: Polygon[] = [
          dice.chance(0.5) ? [outer] : [outer, [hole[0], hole[3], hole[2], hole[1]] as Polygon[0]],
        ];
        if (dice.chance(0.5)) shape.push(block(2000, 0, dice.whole(10, 90)));
        expect(value(typedOutline(writtenOutline(shape)))).toEqual(shape);
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});
