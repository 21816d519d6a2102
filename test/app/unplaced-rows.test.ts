import { describe, expect, it } from "vitest";
import { unplacedRows, withPlaced } from "../../src/app/derived/unplaced-rows.ts";
import type { FileReport } from "../../src/io/import-report.ts";

const report: FileReport = {
  ...{ file: "f.csv", role: "facilities", in: 2, used: 2, repaired: 0, rejected: 0, issues: [] },
  unplaced: [
    {
      id: "f 1",
      name: "东园",
      candidates: [
        { table: "zones", id: "z 1", name: "东园", score: 1, why: "same-name", at: { lng: 117, lat: 34 } },
        { table: "units", id: "u1", name: "湖滨街道", score: 0.3, why: "unit" },
      ],
    },
    { id: "f2", candidates: [{ table: "units", id: "u1", name: "湖滨街道", score: 0.3, why: "unit" }] },
  ],
};

describe("rows without coordinates", () => {
  it("are listed with the places they may be at; a unit is no place", () => {
    expect(unplacedRows([report])).toMatchObject([
      { key: "facilities f 1", name: "东园", candidates: [{ key: "zones z 1", why: "same-name" }] },
    ]);
    expect(unplacedRows([report])[0]?.candidates).toHaveLength(1);
  });

  it("are put where was chosen, besides what was chosen before", () => {
    const before = { facilities: { f0: "community-only" } } as never;
    expect(withPlaced(before, { "facilities f 1": "zones z 1", "zones z2": "sites s1" })).toEqual({
      facilities: { f0: "community-only", "f 1": { table: "zones", id: "z 1" } },
      zones: { z2: { table: "sites", id: "s1" } },
    });
  });
});
