import { describe, expect, it } from "vitest";
import { ZONE_FLAGS } from "../../src/core/analysis/results.ts";
import { checkCode } from "../../src/core/model/check-status.ts";
import { VERDICTS } from "../../src/core/standards/verdict.ts";
import type { ZoneFacts } from "../../src/ui/tables/facts.ts";
import { ALL_ZONES, conditions, keptZones } from "../../src/ui/tables/zone-filter.ts";

/** Three zones: two in 东街, of which one is estimated and turns on the reading; one in no street. */
const facts = {
  ...{ count: 3, ids: ["A", "B", "C"], names: ["甲", "乙", "丙"], streets: ["东街", "东街", ""] },
  status: ["new", "existing", undefined],
  checks: Uint8Array.from(["checked", "unchecked", undefined] as const, (checked) =>
    checkCode(checked ? { checked } : {}),
  ),
  communities: ["", "", ""],
  people: {
    households: Float64Array.of(100, 200, 300),
    residents: new Float64Array(3),
    elderly60: new Float64Array(3),
    under3: new Float64Array(3),
  },
  results: {
    verdict: Uint8Array.from(["fail", "pass_estimated", "fail"] as const, (one) => VERDICTS.indexOf(one)),
    flags: Uint8Array.of(0, ZONE_FLAGS.estimated | ZONE_FLAGS.sensitive, ZONE_FLAGS.estimated),
    metrics: [],
    metres: { elderly: new Float64Array(3), childcare: new Float64Array(3) },
    choices: { elderly: Uint32Array.of(0, 2, 0), childcare: Uint32Array.of(0, 0, 1) },
    territory: {
      units: [{ level: "street", unit: "东", name: "东街" }],
      zoneUnits: [Int32Array.of(-1, -1, -1), Int32Array.of(0, 0, -1)],
    },
  },
} satisfies ZoneFacts;
const kept = (change: Partial<typeof ALL_ZONES>) => {
  const rows = keptZones(facts, { ...ALL_ZONES, ...change });
  return rows && facts.names.filter((_, row) => rows[row] === 1);
};

describe("conditions on the zones that are listed", () => {
  it("take a zone without a place for neither within the walk nor outside it", () => {
    const results = { ...facts.results, flags: Uint8Array.of(ZONE_FLAGS.placeless, 0, 0) };
    const rows = keptZones({ ...facts, results }, { ...ALL_ZONES, marks: ["outsideElderly"] });
    expect([...(rows ?? [])]).toEqual([0, 0, 1]);
  });

  it("keep all where none is set", () => {
    expect(kept({})).toBeUndefined();
    expect(conditions(ALL_ZONES)).toBe(0);
  });

  it("go by unit, verdict, status and marks, and hold together", () => {
    const unit = { tier: "street", id: "东" } as const;
    expect(kept({ unit })).toEqual(["甲", "乙"]);
    expect(kept({ unit: { tier: "community", id: "东" } })).toEqual([]);
    expect(kept({ verdict: "fail" })).toEqual(["甲", "丙"]);
    expect(kept({ status: "existing" })).toEqual(["乙"]);
    expect(kept({ check: "checked" })).toEqual(["甲"]);
    expect(kept({ check: "unchecked" })).toEqual(["乙", "丙"]);
    expect(kept({ marks: ["estimated"] })).toEqual(["乙", "丙"]);
    expect(kept({ marks: ["estimated", "sensitive"] })).toEqual(["乙"]);
    expect(kept({ marks: ["outsideElderly"] })).toEqual(["甲", "丙"]);
    expect(kept({ marks: ["outsideElderly", "outsideChildcare"] })).toEqual(["甲"]);
    expect(kept({ marks: ["outsideElderly", "estimated"] })).toEqual(["丙"]);
    expect(kept({ unit, verdict: "fail" })).toEqual(["甲"]);
    expect(conditions({ ...ALL_ZONES, unit, marks: ["estimated", "sensitive"] })).toBe(3);
  });
});
