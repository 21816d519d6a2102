import { describe, expect, it } from "vitest";
import { evidenceOf } from "../../../src/core/analysis/evidence-of.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import type { ResidentialZone } from "../../../src/core/model/residential-zone.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

/** Xuzhou asks 20 m² per 100 households of existing zones: 200 m² of a zone of 1000. */
function fairly(
  zones: readonly ResidentialZone[],
  facilities: readonly Facility[],
  choice: Partial<Parameters> = {},
): Pipeline {
  const parameters: Parameters = { ...DEFAULT_PARAMETERS, supply: "fair", ...choice };
  return value(finish(openPipeline(aProject(zones, facilities), shippedStandards(), parameters)));
}

/** A zone whose people nobody states, beside the others; say what differs. */
function unpeopled(id: string, differs: Partial<ResidentialZone> = {}): ResidentialZone {
  const { households: _none, residents: _neither, ...zone } = aZone(id, differs);
  return zone;
}

const { at: _nowhere, ...placeless } = aZone("P");
/** Open rooms 100 m from the zones, in none of them. */
const rooms = (id: string, area: number, differs: Partial<Facility> = {}) =>
  aFacility(id, { at: east(100), ...elderlyRooms(area), ...differs });

/** What the zone's line on rooms for the elderly assumes. */
function assumed(pipeline: Pipeline, id = "A") {
  const { lines } = value(evidenceOf(pipeline, id));
  return lines.find(({ metric }) => metric === "elderly_building_area")?.assumes;
}

function verdictOf({ results }: Pipeline, row: number) {
  return results.zones.judgements[row]?.lines.find(({ rule }) => rule === "XZ-O-E-20")?.verdict;
}

/** Who takes no part, and how many passes rest on it. */
function noted({ results }: Pipeline) {
  return results.issues.find(({ code }) => code === "analysis.zones-not-allocated")?.facts;
}

describe("a pass by rooms outside", () => {
  it("names those of unknown people that reach its rooms, and is counted", () => {
    const pipeline = fairly([aZone("A"), unpeopled("B", { name: "北园" })], [rooms("F", 200)]);
    expect(assumed(pipeline)).toEqual({ zones: [{ zone: "B", name: "北园" }], more: 0, placeless: 0 });
    expect(noted(pipeline)).toEqual({ count: 1, named: ["北园"], passes: 1 });
  });

  it("names the first three", () => {
    const others = ["B", "C", "D", "E", "F"].map((id) => unpeopled(id));
    const { zones, more } = assumed(fairly([aZone("A"), ...others], [rooms("F", 200)])) ?? {};
    expect([zones?.map(({ zone }) => zone), more]).toEqual([["B", "C", "D"], 2]);
  });

  it("counts apart those that hang nowhere: they may reach all rooms", () => {
    const pipeline = fairly([aZone("A"), placeless], [rooms("F", 200)]);
    expect(assumed(pipeline)).toEqual({ zones: [], more: 0, placeless: 1 });
    expect(noted(pipeline)).toMatchObject({ count: 1, passes: 1 });
  });

  it("rests on them with a part of the rooms alone", () => {
    // A has 150 of its own and 50 of F's 200.
    const own = rooms("H", 150, { zone: "A" });
    const pipeline = fairly([aZone("A"), unpeopled("B")], [rooms("F", 200), own]);
    expect(assumed(pipeline)?.zones).toEqual([{ zone: "B" }]);
  });

  it("is counted once, whatever it passes in", () => {
    const nursery = aFacility("N", { kind: "C_COMMUNITY", slots: 100, at: east(100) });
    const pipeline = fairly([aZone("A"), unpeopled("B")], [rooms("F", 200), nursery]);
    const { lines } = value(evidenceOf(pipeline, "A"));
    expect(new Set(lines.flatMap(({ metric, assumes }) => (assumes ? [metric] : []))).size).toBe(2);
    expect(noted(pipeline)).toMatchObject({ count: 1, passes: 1 });
  });
});

describe("rooms that zones of unknown people may use", () => {
  // C reaches F alone, A both, B nothing but G: within 615 m as the crow flies.
  const [c, a, b] = [
    unpeopled("C", { at: east(-500) }),
    aZone("A", { at: east(0) }),
    aZone("B", { at: east(500) }),
  ];
  const near = (id: string, area: number, metres: number) => rooms(id, area, { at: east(metres) });

  it("are no more sure for those whom others then leave nothing", () => {
    const pipeline = fairly([a, b, c], [near("F", 200, -300), near("G", 200, 300)]);
    expect([verdictOf(pipeline, 0), verdictOf(pipeline, 1)]).toEqual(["pass_with_notes", "pass_with_notes"]);
    expect(assumed(pipeline, "B")).toEqual({ zones: [{ zone: "C" }], more: 0, placeless: 0 });
    expect(noted(pipeline)).toMatchObject({ count: 1, passes: 2 });
  });

  it("are not needed where others suffice", () => {
    const pipeline = fairly([a, b, c], [near("F", 200, -300), near("G", 400, 300)]);
    expect([verdictOf(pipeline, 0), verdictOf(pipeline, 1)]).toEqual(["pass", "pass"]);
    expect(assumed(pipeline)).toBeUndefined();
    expect(noted(pipeline)).toMatchObject({ count: 1, passes: 0 });
  });

  it("are named by those whom they hang together with, and by no others", () => {
    const away = unpeopled("D", { at: east(9000) });
    const zones = [a, b, c, away];
    const pipeline = fairly(zones, [near("F", 200, -300), near("G", 200, 300), near("H", 200, 9000)]);
    expect(assumed(pipeline, "B")?.zones).toEqual([{ zone: "C" }]);
  });

  it("may be used by a zone of which nobody states whether it is an existing one", () => {
    const { status: _unknown, ...unsaid } = aZone("U", { at: east(-500) });
    const pipeline = fairly([a, unsaid], [near("F", 200, -300)]);
    expect(verdictOf(pipeline, 0)).toBe("pass_with_notes");
    expect(assumed(pipeline)?.zones).toEqual([{ zone: "U" }]);
  });

  it("are sure for a rule that asks for less than is left of them", () => {
    const own = rooms("H", 200, { zone: "A", at: east(0) });
    const pipeline = fairly([a, c], [near("F", 200, -300), own]);
    expect(verdictOf(pipeline, 0)).toBe("pass");
  });
});

describe("a pass with notes", () => {
  it("is one by a reading that counts more too, so that no other care is in doubt for it", () => {
    // A street centre counts by the wider reading alone.
    const nursery = aFacility("N", { kind: "C_COMMUNITY", zone: "A", slots: 100, registered: true });
    const centre = rooms("K", 500, { kind: "E_STREET_COMP" });
    const pipeline = fairly([aZone("A"), unpeopled("B")], [rooms("F", 200), nursery, centre]);
    expect(pipeline.supply.value.ledgers.some(({ wider }) => wider !== undefined)).toBe(true);
    expect(pipeline.results.zones.judgements[0]).toMatchObject({ overall: "pass_with_notes" });
    expect(pipeline.results.zones.judgements[0]?.secondReading).toBeUndefined();
  });
});

describe("nothing is assumed", () => {
  const none = (pipeline: Pipeline, count: number) => {
    expect(assumed(pipeline)).toBeUndefined();
    if (count === 0) expect(noted(pipeline)).toBeUndefined();
    else expect(noted(pipeline)).toMatchObject({ count, passes: 0 });
  };

  it("where all take part", () => {
    none(fairly([aZone("A"), aZone("B")], [rooms("F", 400)]), 0);
  });

  it("of those that do not reach the rooms, or may not use them", () => {
    none(fairly([aZone("A"), unpeopled("B", { at: east(5000) })], [rooms("F", 200)]), 1);
    const [here, there] = [
      { street: "泉山街道", community: "一" },
      { street: "泉山街道", community: "二" },
    ];
    const apart = [aZone("A", here), unpeopled("B", there)];
    expect(assumed(fairly(apart, [rooms("F", 200, here)]))).toBeDefined();
    none(fairly(apart, [rooms("F", 200, here)], { offsite: "circle-and-community" }), 1);
  });

  it("where own rooms suffice, or the zone is short", () => {
    none(
      fairly([aZone("A"), unpeopled("B"), placeless], [rooms("F", 200), rooms("H", 200, { zone: "A" })]),
      2,
    );
    none(fairly([aZone("A"), unpeopled("B"), placeless], [rooms("F", 199)]), 2);
  });

  it("by a pass in something else", () => {
    const nursery = aFacility("N", { kind: "C_COMMUNITY", zone: "A", slots: 100 });
    none(fairly([aZone("A"), unpeopled("B")], [rooms("F", 199), nursery]), 1);
  });

  it("of new estates, which use no rooms outside", () => {
    none(fairly([aZone("A"), unpeopled("B", { status: "new" })], [rooms("F", 200)]), 0);
  });

  it("by another method", () => {
    none(fairly([aZone("A"), unpeopled("B")], [rooms("F", 200)], { supply: "catchment" }), 0);
  });
});
