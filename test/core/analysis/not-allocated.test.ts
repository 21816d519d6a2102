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
