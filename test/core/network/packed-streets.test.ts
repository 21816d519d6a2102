import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical } from "../../../src/core/base/digest.ts";
import { type PackedStreets, packStreets } from "../../../src/core/network/packed-streets.ts";
import type { StreetMap } from "../../../src/core/network/street-map.ts";
import { unpackStreets } from "../../../src/core/network/unpack-streets.ts";
import { randomStreets } from "../../builders/random-streets.ts";
import { streetMap } from "../../builders/street-maps.ts";

/** A bent road of three nodes and a path that leaves it in the middle, where a gate stands. */
const streets: StreetMap = {
  lng: Float64Array.of(117.2, 117.2000001, 117.21, 117.1999999),
  lat: Float64Array.of(34.3, 34.3, 34.2999999, -0.0000001),
  starts: Uint32Array.of(0, 3, 5),
  nodes: Uint32Array.of(0, 1, 2, 1, 3),
  tags: Uint32Array.of(1, 0),
  tagSets: [{ highway: "path" }, { highway: "primary", name: "淮海路" }],
  barriers: new Map([[1, { barrier: "gate" }]]),
};

describe("packed streets", () => {
  it("are columns of what each number adds to the one before", () => {
    const { digest: _digest, ...packed } = packStreets(streets);
    expect(packed).toEqual({
      ...{ ways: 2, nodes: 4, through: 5, tagSets: 2, barriers: 1, decimals: 7 },
      rows: [
        { column: "lng", row: 0, values: "1172000000,1,99999,-100001" },
        { column: "lat", row: 0, values: "343000000,0,-1,-343000000" },
        { column: "starts", row: 0, values: "0,3,2" },
        { column: "nodes", row: 0, values: "0,1,1,-1,2" },
        { column: "tags", row: 0, values: "1,0" },
        { column: "tagSets", row: 0, tags: [{ highway: "path" }, { highway: "primary", name: "淮海路" }] },
        { column: "barriers", row: 0, values: "1", tags: [{ barrier: "gate" }] },
      ],
    });
    expect(unpacked(packStreets(streets))).toEqual(streets);
  });

  it("keep every bit of a coordinate that is no ten-millionth of a degree", () => {
    for (const odd of [117.2 + 2 ** -46, 1 / 3, -0, 5e-324, 117.20000005]) {
      const fine = { ...streets, lng: Float64Array.of(odd, 117.2, 117.21, 117.22) };
      const packed = packStreets(fine);
      expect(packed.decimals).toBeUndefined();
      const again = unpacked(packed);
      expect(Array.from(again?.lng ?? [], (value) => Object.is(value, -0))).toEqual([
        Object.is(odd, -0),
        ...[false, false, false],
      ]);
      expect(again).toEqual(fine);
    }
  });

  it("are the same again, whatever the streets, through JSON", () => {
    fc.assert(
      fc.property(randomStreets({ layers: 2 }), (drawn) => {
        const map = streetMap(drawn);
        expect(unpacked(JSON.parse(JSON.stringify(packStreets(map))))).toEqual(map);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it("are cut into rows that are put together in any order", () => {
    const count = 25_000;
    const places = Float64Array.from({ length: count }, (_, i) => 117 + i / 1e5);
    const long: StreetMap = {
      ...{ lng: places, lat: places.map((value) => value - 83), starts: Uint32Array.of(0, count) },
      ...{ nodes: Uint32Array.from({ length: count }, (_, i) => i), tags: Uint32Array.of(0) },
      ...{ tagSets: [{ highway: "path" }], barriers: new Map() },
    };
    const packed = packStreets(long);
    expect(packed.rows.filter(({ column }) => column === "lng").map(({ row }) => row)).toEqual([
      ...[0, 10_000, 20_000],
    ]);
    expect(unpackStreets(packed, [...packed.rows].reverse())).toEqual(long);
    for (const [at, row] of packed.rows.entries()) {
      expect(unpackStreets(packed, packed.rows.toSpliced(at, 1)), `without ${row.column}`).toBeUndefined();
      expect(unpackStreets(packed, [...packed.rows, row]), `${row.column} twice`).toBeUndefined();
    }
  });

  it("are none where a row is not what it should be", () => {
    const packed = packStreets(streets);
    const wrong: Readonly<Record<string, string>> = {
      lng: "1172000000,1,99999,1000000000",
      lat: "343000000,0,-1,x",
      starts: "0,3,3",
      nodes: "0,1,1,-1,3",
      tags: "1,2",
      barriers: "4",
    };
    for (const [column, values] of Object.entries(wrong)) {
      const rows = packed.rows.map((row) => (row.column === column ? { ...row, values } : row));
      expect(unpackStreets(packed, rows), column).toBeUndefined();
    }
    for (const values of [
      "",
      "0,3,",
      "0,,3",
      "0,3,2,0",
      "0,3,1e0",
      "0,3,2.0",
      "-0,3,--2",
      "0,-3,8",
      "0,3,9999999999999999",
    ]) {
      const rows = packed.rows.map((row) => (row.column === "starts" ? { ...row, values } : row));
      expect(unpackStreets(packed, rows), values).toBeUndefined();
    }
    const apart = packed.rows.map((row) => (row.column === "lat" ? { ...row, row: 1 } : row));
    expect(unpackStreets(packed, apart)).toBeUndefined();
    const vast = { ...packed, nodes: 2 ** 40, ways: 2 ** 40 };
    expect(unpackStreets(vast, packed.rows)).toBeUndefined();
  });

  it("keep heights to the last bit and say where none is known; without any, nothing is said of them", () => {
    const known = Float32Array.of(12.5, Number.NaN, 0.1, 1 / 3, -4.25, 8848.86);
    const heights = Float32Array.from(streets.lng, (_, node) => known[node % known.length] ?? 0);
    const packed = packStreets({ ...streets, heights });
    expect(packed.heights).toBe(true);
    expect(packed.rows.at(-1)?.values?.startsWith("12.5,?,0.1,0.33333334")).toBe(true);
    expect(unpacked(JSON.parse(JSON.stringify(packed)))).toEqual({ ...streets, heights });
    expect(unpackStreets(packed, packed.rows.slice(0, -1))).toBeUndefined();
    for (const values of ["12.5,?,0.1", "12.5,,0.1,3", "12.5,x,0.1,3"]) {
      const rows = packed.rows.map((row) => (row.column === "heights" ? { ...row, values } : row));
      expect(unpackStreets(packed, rows), values).toBeUndefined();
    }
    const plain = packStreets(streets);
    expect(plain.digest).not.toBe(packed.digest);
    expect([Object.keys(plain), plain.rows.map(({ column }) => column)].flat()).not.toContain("heights");
    expect(packed.rows.slice(0, -1)).toEqual(plain.rows);
  });

  it("are the same plain values for the same streets in other memory", () => {
    const copy = { ...structuredClone(streets), barriers: new Map(streets.barriers) };
    expect(canonical(packStreets(copy))).toBe(canonical(packStreets(streets)));
  });
});

function unpacked(packed: PackedStreets): StreetMap | undefined {
  return unpackStreets(packed, packed.rows);
}
