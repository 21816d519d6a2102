import { describe, expect, it } from "vitest";
import {
  type AllocationFindings,
  NOT_ALLOCATED,
  SERVED_STATES,
  SHORTNESS,
} from "../../../src/core/analysis/allocation-findings.ts";
import { evidenceOf } from "../../../src/core/analysis/evidence-of.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline } from "../../../src/core/analysis/pipeline.ts";
import { type Exact, exact, ratio } from "../../../src/core/base/decimal.ts";
import { present } from "../../../src/core/base/invariant.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import type { ResidentialZone } from "../../../src/core/model/residential-zone.ts";
import { VERDICTS } from "../../../src/core/standards/verdict.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { aFacility as aFacilityAt, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

/** Xuzhou asks 20 m² per 100 households of existing zones: 200 m² of a zone of 1000, 100 m² of one of 500. */
function fairly(
  zones: readonly ResidentialZone[],
  facilities: readonly Facility[],
  choice: Partial<Parameters> = {},
): Pipeline {
  const project = aProject(zones, facilities);
  const parameters: Parameters = { ...DEFAULT_PARAMETERS, supply: "fair", ...choice };
  const outcome = finish(openPipeline(project, shippedStandards(), parameters));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

/** Open rooms 100 m from the zones, in none of them. */
function aFacility(id: string, differs: Partial<Facility> = {}): Facility {
  return aFacilityAt(id, { at: east(100), ...differs });
}

const METRIC = "elderly_building_area";

function allocationIn({ results }: Pipeline): AllocationFindings {
  return present(
    results.allocations?.find(({ metric }) => metric === METRIC),
    "rooms for the elderly are shared out",
  );
}

/** `A: {F: 100}`, by id. */
function ledgerIn({ project, supply }: Pipeline): Record<string, Record<string, number>> {
  const by: Record<string, Record<string, number>> = {};
  const ledger = supply.value.ledgers.find(({ metric }) => metric === METRIC)?.ledger;
  ledger?.zones.forEach((zone, at) => {
    const id = project.zones[zone]?.id ?? "";
    const facility = project.facilities[ledger.facilities[at] ?? 0]?.id ?? "";
    by[id] = { ...by[id], [facility]: ledger.amounts[at] ?? 0 };
  });
  return by;
}

/** What the zones surely have, and have at most where that is more; by row. */
function boundsIn({ supply }: Pipeline) {
  const ledger = supply.value.ledgers.find(({ metric }) => metric === METRIC)?.ledger;
  return { provided: ledger?.provided, atMost: ledger?.atMost };
}

/** The verdict of the line on rooms for the elderly, by zone. */
function verdictsIn({ results }: Pipeline): readonly (string | undefined)[] {
  return results.zones.judgements.map(({ lines }) => lines.find(({ rule }) => rule === "XZ-O-E-20")?.verdict);
}

/** What the zone's line on rooms for the elderly does not count, and why. */
function whyNot(pipeline: Pipeline, zone: string) {
  const evidence = evidenceOf(pipeline, zone);
  const line = evidence.ok ? evidence.value.lines.find(({ rule }) => rule === "XZ-O-E-20") : undefined;
  return line?.notCounted.map(({ facility, why }) => [facility, why]);
}

function sharesIn(pipeline: Pipeline): readonly (Exact | undefined)[] {
  const { levels, zones } = allocationIn(pipeline);
  return [...zones.levelOf].map((level) => levels[level]);
}

const half = ratio(1n, 2n);
const whole = exact(1);

describe("rooms shared out fairly", () => {
  it("raises the worst served first: 150 m² for needs of 200 and 100 are half of each", () => {
    const zones = [aZone("A"), aZone("B", { households: 500 })];
    const pipeline = fairly(zones, [aFacility("F", elderlyRooms(150))]);
    expect(sharesIn(pipeline)).toEqual([half, half]);
    expect(ledgerIn(pipeline)).toEqual({ A: { F: 100 }, B: { F: 50 } });
    expect(boundsIn(pipeline)).toEqual({ provided: [exact(100), exact(50)], atMost: [undefined, undefined] });
    expect(verdictsIn(pipeline)).toEqual(["fail", "fail"]);
  });

  it("passes a zone only at share 1, exactly", () => {
    const zones = [aZone("A", { households: 335 }), aZone("B", { households: 665 })];
    // 67 + 133 m²
    expect(verdictsIn(fairly(zones, [aFacility("F", elderlyRooms(200))]))).toEqual(["pass", "pass"]);
    const short = fairly(zones, [aFacility("F", elderlyRooms(199.999999))]);
    expect(verdictsIn(short)).toEqual(["fail", "fail"]);
    expect(sharesIn(short)[0]).toEqual(ratio(199_999_999n, 200_000_000n));
  });

  it("gives a facility that two reach to the one that has no other", () => {
    // A reaches F alone (at −700 m), B reaches F and G: 100 of A's 200 by F, all of G's 200 to B
    const zones = [aZone("A", { at: east(-600) }), aZone("B", { at: east(500) })];
    const rooms = [
      aFacility("F", { at: east(0), ...elderlyRooms(100) }),
      aFacility("G", { at: east(1000), ...elderlyRooms(200) }),
    ];
    const pipeline = fairly(zones, rooms);
    expect(ledgerIn(pipeline)).toEqual({ A: { F: 100 }, B: { G: 200 } });
    expect(sharesIn(pipeline)).toEqual([half, whole]);
    const { zones: found, certificates, areas } = allocationIn(pipeline);
    expect(Array.from(found.state, (at) => SERVED_STATES[at])).toEqual(["full", "served"]);
    expect(Array.from(found.shortness, (at) => SHORTNESS[at])).toEqual(["alone", "none"]);
    expect([...found.area]).toEqual([1, 0]);
    // S = {A}: N(S) = {F}; 200 − 100 = 100 m² are missing whatever the assignment
    expect(certificates).toEqual([
      {
        ...{ zones: Uint32Array.of(0), facilities: Uint32Array.of(0) },
        ...{ need: exact(200), capacity: exact(100), reserved: exact(0), missing: exact(100) },
        ...{ level: 0, maximal: true, certain: exact(100) },
      },
    ]);
    expect([...areas]).toEqual([0]);
  });

  it("says how much is missing for certain, where a zone of unknown people may keep rooms that it shares", () => {
    // B may need none of its 150 m² or all: A lacks 200 m² at most, 50 for certain.
    const { households: _none, residents: _neither, ...unpeopled } = aZone("B");
    const rooms = [aFacility("F", { zone: "B", shared: true, ...elderlyRooms(150) })];
    const { certificates, totals } = allocationIn(fairly([aZone("A"), unpeopled], rooms));
    expect(certificates).toMatchObject([{ missing: exact(200), certain: exact(50) }]);
    expect(totals).toMatchObject({ missing: exact(200), certain: exact(50) });
    // With 250 m² A may lack nothing; once B is known to need 100 of 150, A lacks 150.
    const [larger] = rooms.map((row) => ({ ...row, ...elderlyRooms(250) }));
    const open = allocationIn(fairly([aZone("A"), unpeopled], [larger as Facility]));
    expect(open.certificates).toMatchObject([{ missing: exact(200), certain: exact(0) }]);
    expect(whyNot(fairly([aZone("A"), unpeopled], rooms), "A")).toEqual([["F", "kept-by-unknown-need"]]);
    const known = allocationIn(fairly([aZone("A"), aZone("B", { households: 500 })], rooms));
    expect(known.certificates).toMatchObject([{ missing: exact(150), certain: exact(150) }]);
  });

  it("says why a short zone is given nothing: its neighbours lack more, or the zone it belongs to keeps it", () => {
    // F goes to B, which has nothing else; G is C's own, which needs all of it.
    const rooms = [
      aFacility("F", elderlyRooms(100)),
      aFacility("G", { zone: "C", shared: true, ...elderlyRooms(150) }),
      aFacility("O", { zone: "A", ...elderlyRooms(150) }),
    ];
    const pipeline = fairly([aZone("A"), aZone("B"), aZone("C")], rooms);
    expect(ledgerIn(pipeline)).toEqual({ A: { O: 150 }, B: { F: 100 }, C: { G: 150 } });
    expect(whyNot(pipeline, "A")).toEqual([
      ["F", "taken-by-others"],
      ["G", "kept-by-its-zone"],
    ]);
  });

  it("says of a room that nobody is given for want of its area that the area is not stated", () => {
    expect(whyNot(fairly([aZone("A")], [aFacility("F")]), "A")).toEqual([["F", "no-amount-stated"]]);
  });

  it("lets people walk least, where several flows serve all alike", () => {
    const zones = [aZone("A", { at: east(0) }), aZone("B", { at: east(300) })];
    const rooms = [
      aFacility("F", { at: east(310), ...elderlyRooms(200) }),
      aFacility("G", { at: east(-10), ...elderlyRooms(200) }),
    ];
    expect(ledgerIn(fairly(zones, rooms))).toEqual({ A: { G: 200 }, B: { F: 200 } });
  });

  it("says of zones that are short together that each alone would not be", () => {
    const pipeline = fairly([aZone("A"), aZone("B")], [aFacility("F", elderlyRooms(200))]);
    const { zones, totals } = allocationIn(pipeline);
    expect(Array.from(zones.shortness, (at) => SHORTNESS[at])).toEqual(["together", "together"]);
    expect([...zones.area]).toEqual([1, 1]);
    expect(totals).toEqual({
      zones: 2,
      need: exact(400),
      served: exact(200),
      missing: exact(200),
      certain: exact(200),
    });
  });

  it("numbers 片区 by what they miss, and says who is out of reach", () => {
    const zones = [
      aZone("A", { households: 500, at: east(0) }),
      aZone("B", { at: east(5000) }),
      aZone("C", { households: 400, at: east(10_000) }),
    ];
    const pipeline = fairly(zones, [aFacility("F", elderlyRooms(30))]);
    const { zones: found, certificates, areas } = allocationIn(pipeline);
    // missing: A 100 − 30 = 70, B 200, C 80
    expect([...found.area]).toEqual([3, 1, 2]);
    expect(Array.from(areas, (at) => certificates[at]?.missing)).toEqual([exact(200), exact(80), exact(70)]);
    expect(Array.from(found.state, (at) => SERVED_STATES[at])).toEqual([
      "full",
      "out-of-reach",
      "out-of-reach",
    ]);
  });
});

describe("rooms of a zone's own", () => {
  it("serve it first, and count into its share", () => {
    // A has 100 of 200 by itself; F's 150 raise B to 1/2 first (100), then both to 125/200 … 250 ÷ 400 = 5/8
    const zones = [aZone("A"), aZone("B")];
    const rooms = [aFacility("F", elderlyRooms(150)), aFacility("H", { zone: "A", ...elderlyRooms(100) })];
    const pipeline = fairly(zones, rooms);
    expect(sharesIn(pipeline)).toEqual([ratio(5n, 8n), ratio(5n, 8n)]);
    expect(ledgerIn(pipeline)).toEqual({ A: { F: 25, H: 100 }, B: { F: 125 } });
  });

  it("are no one else's, and are told whole above its need", () => {
    const rooms = [aFacility("H", { zone: "A", ...elderlyRooms(300) })];
    const pipeline = fairly([aZone("A"), aZone("B")], rooms);
    expect(ledgerIn(pipeline)).toEqual({ A: { H: 300 } });
    expect(boundsIn(pipeline).provided).toEqual([exact(300), exact(0)]);
    const { zones, certificates } = allocationIn(pipeline);
    expect(Array.from(zones.state, (at) => SERVED_STATES[at])).toEqual(["served", "out-of-reach"]);
    expect(certificates.map(({ facilities }) => [...facilities])).toEqual([[]]);
  });

  it("where shared, serve others with what the zone does not lack, which the certificate tells as reserved", () => {
    // H: A keeps the 200 that it lacks of 260; 60 are open, and B has them
    const rooms = [aFacility("H", { zone: "A", shared: true, ...elderlyRooms(260) })];
    const pipeline = fairly([aZone("A"), aZone("B")], rooms);
    expect(ledgerIn(pipeline)).toEqual({ A: { H: 200 }, B: { H: 60 } });
    const { certificates, facilities } = allocationIn(pipeline);
    expect(certificates).toMatchObject([
      { need: exact(200), capacity: exact(60), reserved: exact(200), missing: exact(140) },
    ]);
    expect(
      [facilities.capacity, facilities.reserved, facilities.open, facilities.room].map(([at]) => at),
    ).toEqual([260, 200, 60, 0]);
  });

  it("of a new estate stay its own, but for what it shares and none of its lines asks for", () => {
    // New estates: 20 m² per 100 households are mandatory (200 m²), 30 the target (300 m²): it keeps 300 of 400.
    const zones = [aZone("A", { status: "new" }), aZone("B")];
    const rooms = [aFacility("H", { zone: "A", shared: true, ...elderlyRooms(400) })];
    const pipeline = fairly(zones, rooms);
    expect(ledgerIn(pipeline)).toEqual({ A: { H: 300 }, B: { H: 100 } });
    const elderly = ({ results }: Pipeline) => results.zones.bySubject.elderly.verdict[0];
    expect(elderly(pipeline)).toBe(elderly(fairly(zones, rooms, { supply: "onsite" })));
    expect(allocationIn(pipeline).zones.levelOf[0]).toBe(NOT_ALLOCATED);
  });

  it("are each zone's part of pooled ones", () => {
    const pooling = { zones: ["A", "B"], approvedBy: "资规局", date: "2023-05-01" };
    const zones = [aZone("A"), aZone("B"), aZone("C")];
    const pipeline = fairly(zones, [aFacility("P", { pooling, ...elderlyRooms(300) })]);
    expect(ledgerIn(pipeline)).toEqual({ A: { P: 150 }, B: { P: 150 } });
  });
});

describe("what nobody knows", () => {
  it("is counted for nobody, and fails nobody whom it would serve", () => {
    // G's status is not stated: at most A and B have 100 + 300 = 400 m², all that they need.
    const { status: _unknown, ...unsure } = aFacility("G", elderlyRooms(300));
    const pipeline = fairly([aZone("A"), aZone("B")], [aFacility("F", elderlyRooms(100)), unsure]);
    expect(boundsIn(pipeline)).toEqual({
      provided: [exact(50), exact(50)],
      atMost: [exact(400), exact(400)],
    });
    expect(verdictsIn(pipeline)).toEqual(["insufficient_data", "insufficient_data"]);
    const less = fairly(
      [aZone("A"), aZone("B")],
      [aFacility("F", elderlyRooms(100)), { ...unsure, ...elderlyRooms(299) }],
    );
    expect(verdictsIn(less)).toEqual(["fail", "fail"]);
  });

  it("of people known as a band: a pass at the high end alone, a fail at the low end", () => {
    // 2.79 to 3.2 residents per household: 8 ÷ 1000 × 2790 = 22.32 slots to 8 ÷ 1000 × 3200 = 25.6
    const { residents: _unknown, ...unpeopled } = aZone("A", { households: 1000 });
    const verdicts = (slots: number) => {
      const { results } = fairly([unpeopled], [aFacility("C", { kind: "C_COMMUNITY", slots })]);
      return results.zones.judgements[0]?.lines.find(({ rule }) => rule === "XZ-O-C-8")?.verdict;
    };
    expect([22, 24, 25, 26].map(verdicts)).toEqual([
      "fail",
      "insufficient_data",
      "insufficient_data",
      "pass_estimated",
    ]);
  });

  it("of where a zone is, or how many live in it, leaves it out, and the rest is said", () => {
    const { at: _nowhere, ...placeless } = aZone("B");
    const { households: _none, residents: _neither, ...unpeopled } = aZone("C");
    const pipeline = fairly([aZone("A"), placeless, unpeopled], [aFacility("F", elderlyRooms(200))]);
    expect([...allocationIn(pipeline).zones.levelOf].map((level) => level === NOT_ALLOCATED)).toEqual([
      false,
      true,
      true,
    ]);
    expect(verdictsIn(pipeline)).toEqual(["pass_with_notes", "insufficient_data", "insufficient_data"]);
    expect(pipeline.results.issues).toContainEqual(
      expect.objectContaining({
        code: "analysis.zones-not-allocated",
        facts: { count: 2, named: ["B", "C"], passes: 1 },
      }),
    );
  });

  it("of whose rooms in a zone are: open to all who reach them, perhaps all its own", () => {
    const pipeline = fairly(
      [aZone("A", { at: east(0) }), aZone("B", { at: east(300) })],
      [aFacility("F", { at: east(0), ...elderlyRooms(200) })],
    );
    expect(boundsIn(pipeline)).toEqual({
      provided: [exact(100), exact(100)],
      // A's own they would be all it needs; B has at most all of them, were A's a copy
      atMost: [exact(200), exact(200)],
    });
    expect(verdictsIn(pipeline)).toEqual(["insufficient_data", "insufficient_data"]);
  });
});

it("a zone passes by fair shares where it is said to by the verdict, in all subjects", () => {
  const zones = [aZone("A", { households: 500, residents: 1000 })];
  const rooms = [aFacility("F", elderlyRooms(100)), aFacility("C", { kind: "C_COMMUNITY", slots: 8 })];
  const { results } = fairly(zones, rooms);
  expect(VERDICTS[results.zones.verdict[0] ?? 0]).toBe("pass");
});
