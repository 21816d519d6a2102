import { describe, expect, it } from "vitest";
import type { LineEvidence, ZoneEvidence } from "../../../src/core/analysis/evidence.ts";
import { evidenceOf } from "../../../src/core/analysis/evidence-of.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline } from "../../../src/core/analysis/pipeline.ts";
import { ZONE_FLAGS } from "../../../src/core/analysis/results.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Polygon } from "../../../src/core/geo/lng-lat.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { VERDICTS } from "../../../src/core/standards/verdict.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

function outcomeOf(project: Project, choice: Partial<Parameters> = {}) {
  const parameters = { ...DEFAULT_PARAMETERS, supply: "onsite", ...choice } as const;
  return finish(openPipeline(project, shippedStandards(), parameters));
}

function opened(project: Project, choice: Partial<Parameters> = {}): Pipeline {
  const outcome = outcomeOf(project, choice);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

function verdictsOf(pipeline: Pipeline): readonly (string | undefined)[] {
  return [...pipeline.results.zones.verdict].map((index) => VERDICTS[index]);
}

function evidence(pipeline: Pipeline, id: string): ZoneEvidence {
  const outcome = evidenceOf(pipeline, id);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

function lineOf(pipeline: Pipeline, id: string, rule: string): LineEvidence {
  const line = evidence(pipeline, id).lines.find((each) => each.rule === rule);
  if (line === undefined) throw new Error(`no line ${rule}`);
  return line;
}

const why = ({ notCounted }: LineEvidence) =>
  Object.fromEntries(notCounted.map(({ facility, why: reason }) => [facility, reason]));

describe("a small city", () => {
  // A is existing, B new; F1 and C1 are A's own, F2 is open to all 500 m east, F3 is B's alone.
  const project = aProject(
    [
      aZone("A", { households: 1000, residents: 2100, elderly60: 400, street: "东街" }),
      aZone("B", {
        status: "new",
        households: 1000,
        residents: 2800,
        elderly60: 300,
        street: "西街",
        at: east(900),
      }),
    ],
    [
      aFacility("F1", { zone: "A", ...elderlyRooms(199.99) }),
      aFacility("F2", { at: east(500), ...elderlyRooms(80) }),
      aFacility("F3", { zone: "B", at: east(900), ...elderlyRooms(250) }),
      aFacility("C1", { kind: "C_COMMUNITY", zone: "A", slots: 17 }),
      aFacility("C2", { kind: "C_COMMUNITY", zone: "B", at: east(900), slots: 28 }),
    ],
  );
  const pipeline = opened(project);

  it("writes a line of arithmetic that can be done by hand", () => {
    expect(lineOf(pipeline, "A", "XZ-O-E-20").arithmetic).toBe(
      "1000 ÷ 100 × 20 = 200 m²; 199.99 < 200; 200 − 199.99 = 0.01 m²",
    );
    expect(lineOf(pipeline, "A", "XZ-O-C-8").arithmetic).toBe("2100 ÷ 1000 × 8 = 16.8 → 17; 17 ≥ 16.8");
    expect(lineOf(pipeline, "B", "XZ-N-C-10").arithmetic).toBe("2800 ÷ 1000 × 10 = 28; 28 ≥ 28");
    expect(lineOf(pipeline, "B", "XZ-N-E-LAND").arithmetic).toBe("2800 × 0.1 = 280 m²");
  });

  it("fails what lacks a hundredth, and asks for a ruling where clauses contradict each other", () => {
    // B has 250 of 200 (item 12) and of 300 (table 1): mixed
    expect(verdictsOf(pipeline)).toEqual(["fail", "needs_ruling"]);
    expect(verdictsOf(opened(project, { conflict: "strict" }))).toEqual(["fail", "fail"]);
    expect(verdictsOf(opened(project, { conflict: "clause" }))).toEqual(["fail", "pass_with_notes"]);
  });

  it("takes the missing amount of a contradiction by the policy", () => {
    const elderly = (of: Pipeline) => [...(of.results.zones.byMetric[0]?.missing ?? [])];
    expect(elderly(pipeline)).toEqual([0.01, 0]);
    // strict: 300 − 250 = 50
    expect(elderly(opened(project, { conflict: "strict" }))).toEqual([0.01, 50]);
  });

  it("says what was not counted, and why", () => {
    // A and B are points: whether F2, 500 m and 400 m away, is within them nobody says
    expect(why(lineOf(pipeline, "A", "XZ-O-E-20"))).toEqual({ F2: "unstated-by-method" });
    expect(why(lineOf(pipeline, "B", "XZ-N-E-20"))).toEqual({ F2: "unstated-for-new" });
    const wide = opened(project, { limits: { elderly: 5000, carer_with_infant: 5000, adult: 5000 } });
    expect(why(lineOf(wide, "A", "XZ-O-E-20"))).toEqual({
      F2: "unstated-by-method",
      F3: "belongs-to-other-zone",
    });
    expect(lineOf(pipeline, "A", "XZ-O-E-20").counted).toEqual([
      { facility: "F1", kind: "E_COMM_CENTRE", amount: 199.99, where: "own", metres: 0 },
    ]);
  });

  it("says that a room is outside where it surely is: beyond an outline, another's, or far from a point", () => {
    const square: Polygon[] = [[[east(-50, -50), east(50, -50), east(50, 50), east(-50, 50)]]];
    const reasons = (zone: ReturnType<typeof aZone>) =>
      why(
        lineOf(
          opened(
            aProject(
              [zone, aZone("Z", { at: east(400) })],
              [
                aFacility("inside", { at: east(20), ...elderlyRooms(80) }),
                aFacility("beside", { at: east(66), ...elderlyRooms(80) }),
                aFacility("far", { at: east(1100), ...elderlyRooms(80) }),
                aFacility("others", { at: east(30), zone: "Z", shared: true, ...elderlyRooms(80) }),
              ],
            ),
            { limits: { elderly: 5000, carer_with_infant: 5000, adult: 5000 } },
          ),
          "A",
          "XZ-O-E-20",
        ),
      );
    const outside = { far: "off-site-by-method", others: "off-site-by-method" };
    const open = { inside: "unstated-by-method", beside: "unstated-by-method" };
    expect(reasons(aZone("A"))).toEqual({ ...open, ...outside });
    expect(reasons(aZone("A", { shape: square }))).toEqual({
      ...outside,
      inside: "unstated-inside",
      beside: "off-site-by-method",
    });
  });

  it("says of land without a figure that the land is missing, and of a neighbour's that it is not here", () => {
    const zone = aZone("A", { status: "new" });
    const rooms = [
      aFacility("own", { zone: "A", ...elderlyRooms(80) }),
      aFacility("near", { zone: "Z", shared: true, ...elderlyRooms(80) }),
    ];
    const small = opened(aProject([zone, aZone("Z")], rooms));
    expect(why(lineOf(small, "A", "XZ-N-E-LAND"))).toEqual({
      own: "no-land-area-stated",
      near: "off-site-for-new",
    });
  });

  it("names who shares a room: those given most, and how many more", () => {
    const zones = [100, 200, 300, 400, 500].map((households, i) =>
      aZone(`A${i}`, { households, ...(i === 4 && { name: "大院" }) }),
    );
    const shared = opened(aProject(zones, [aFacility("F", elderlyRooms(30))]), { supply: "floating" });
    const [first] = lineOf(shared, "A3", "XZ-O-E-20").counted;
    // 30 m² over 1500 households: 100 ÷ 1500 × 30 = 2 for every hundred
    expect(first?.amount).toBe(8);
    expect(first?.others).toEqual({
      zones: [{ zone: "A4", name: "大院" }, { zone: "A2" }, { zone: "A1" }],
      more: 1,
    });
    expect(lineOf(pipeline, "A", "XZ-O-E-20").counted[0]?.others).toBeUndefined();
    expect(lineOf(shared, "A3", "XZ-O-E-20").method).toBe("floating");
    expect(lineOf(opened(project, { supply: "floating" }), "B", "XZ-N-E-20").method).toBe("onsite");
  });

  it("counts a room outside by a screening method, and never as a pass", () => {
    const screened = opened(project, { supply: "catchment" });
    // 199.99 + 80 ≥ 200, but 80 m² are counted by everybody
    expect(lineOf(screened, "A", "XZ-O-E-20").line.verdict).toBe("needs_ruling");
    expect(verdictsOf(screened)).toEqual(["needs_ruling", "needs_ruling"]);
  });

  it("finds the nearest and the people within the limit", () => {
    const { elderly } = pipeline.results.zones.bySubject;
    const f2 = project.facilities.findIndex(({ id }) => id === "F2");
    const f1 = project.facilities.findIndex(({ id }) => id === "F1");
    expect([...elderly.nearest]).toEqual([f1, f2 + 1]);
    // 500 m × 1.3 = 650 ≤ 800: A reaches F1 and F2; B reaches F3, and F2 at 400 m × 1.3 = 520
    expect([...elderly.choices]).toEqual([2, 2]);
    expect(pipeline.results.headline.people[0]).toEqual({
      subject: "elderly",
      covered: { base: "elderly60", covered: 700, total: 700, zonesWithoutNumber: 0 },
    });
    // under 3 is stated by nobody, so residents stand in, and are named
    expect(pipeline.results.headline.people[1]?.covered.base).toBe("residents");
  });

  it("adds up to a headline that names amounts", () => {
    const { headline } = pipeline.results;
    expect(headline.missing).toEqual([
      { metric: "elderly_building_area", amount: 0.01, perhaps: 0, zones: 1, zonesKnown: 2 },
      { metric: "childcare_slots", amount: 0, perhaps: 0, zones: 0, zonesKnown: 2 },
    ]);
    expect(headline.worstStreets).toEqual(["东街"]);
    expect(headline.verdicts).toMatchObject({ fail: 1, needs_ruling: 1, pass: 0 });
  });

  it("tells streets of one name apart by the district of each, as the rows or the table of units name it", () => {
    const units = [
      { id: "320303", name: "云龙区", level: "district" },
      { id: "320303001", name: "北桥街道", level: "street", parent: "320303" },
    ] as const;
    const zones = [
      aZone("A", { district: "鼓楼区", street: "北桥街道" }),
      aZone("B", { adminCode: "320303001", households: 2000 }),
    ];
    const rooms = ["A", "B"].map((zone) => aFacility(`F${zone}`, { ...elderlyRooms(1), zone }));
    const { headline } = opened(aProject(zones, rooms, { units })).results;
    expect(headline.worstStreets).toEqual(["云龙区 北桥街道", "鼓楼区 北桥街道"]);
  });
});

describe("what is not known", () => {
  it("is whose the rooms in a zone are that nobody says: enough of them is no fail, and no pass", () => {
    const square: Polygon[] = [[[east(-50, -50), east(50, -50), east(50, 50), east(-50, 50)]]];
    const judged = (area: number, differs: Partial<Facility>, status: "new" | "existing" = "existing") =>
      opened(
        aProject(
          [aZone("A", { status, shape: square })],
          [aFacility("F", { at: east(20), ...elderlyRooms(area), ...differs })],
        ),
      );
    const line = (area: number, differs: Partial<Facility>) =>
      lineOf(judged(area, differs), "A", "XZ-O-E-20").line.verdict;
    // 1000 ÷ 100 × 20 = 200 m²
    expect(line(200, {})).toBe("insufficient_data");
    expect(line(199.99, {})).toBe("fail");
    expect(line(200, { zone: "A" })).toBe("pass");
    expect(line(200, { shared: true })).toBe("fail");
    expect(line(200, { at: east(60) })).toBe("fail");
    expect(why(lineOf(judged(200, {}), "A", "XZ-O-E-20"))).toEqual({ F: "unstated-inside" });
    const fresh = lineOf(judged(200, {}, "new"), "A", "XZ-N-E-20");
    expect(fresh.line.verdict).toBe("insufficient_data");
    expect(why(fresh)).toEqual({ F: "unstated-inside" });
  });

  it("is no pass: a room of unstated size, an unregistered nursery, people that are a band", () => {
    const zone = aZone("A", { households: 1000 });
    const { residents: _residents, ...withoutResidents } = zone;
    const project = aProject(
      [withoutResidents],
      [aFacility("F1", { zone: "A" }), aFacility("C1", { kind: "C_INSTITUTION", zone: "A", slots: 40 })],
    );
    const pipeline = opened(project);
    expect(verdictsOf(pipeline)).toEqual(["insufficient_data"]);
    expect(why(lineOf(pipeline, "A", "XZ-O-E-20"))).toEqual({ F1: "no-amount-stated" });
    expect(why(lineOf(pipeline, "A", "XZ-O-C-8"))).toEqual({ C1: "registration-unknown" });
    expect(pipeline.results.zones.byMetric.map(({ missing }) => missing[0])).toEqual([
      Number.NaN,
      Number.NaN,
    ]);
  });

  it("still fails where even all that may count is too little", () => {
    const zone = aZone("A", { residents: 2500 });
    const nursery = aFacility("C1", { kind: "C_INSTITUTION", zone: "A", slots: 4 });
    // 2500 ÷ 1000 × 8 = 20; at most 4: 16 are missing whatever becomes of the registration, and none is surely there
    const pipeline = opened(aProject([zone], [nursery]));
    const { results } = pipeline;
    const [, slots] = results.zones.byMetric;
    expect(slots).toMatchObject({ metric: "childcare_slots" });
    expect([slots?.provided[0], slots?.missing[0], slots?.perhaps[0], slots?.share[0]]).toEqual([
      0, 20, 4, 0,
    ]);
    expect(results.headline.missing[1]).toMatchObject({ amount: 20, perhaps: 4 });
    expect(results.rollUp.find(({ metric }) => metric === "childcare_slots")).toMatchObject({
      missing: 20,
      perhaps: 4,
    });
    expect(results.ledgers[1]?.facilities.length).toBe(0);
    expect(lineOf(pipeline, "A", "XZ-O-C-8").arithmetic).toBe(
      "2500 ÷ 1000 × 8 = 20; 0…4 < 20; 20 − 0…4 = 16…20",
    );
  });

  it("gives a band's ends where neither decides", () => {
    const { residents: _residents, ...zone } = aZone("A", { households: 1000 });
    const slots = aFacility("C1", { kind: "C_COMMUNITY", zone: "A", slots: 23 });
    const pipeline = opened(aProject([zone], [slots]));
    // 1000 × 2.79 … 3.2 residents; 22.32 … 25.6 slots: 23 are enough for the one and not for the other
    expect(lineOf(pipeline, "A", "XZ-O-C-8").arithmetic).toBe("2790…3200 ÷ 1000 × 8 = 22.32…25.6; 23");
    expect(lineOf(pipeline, "A", "XZ-O-C-8").line.verdict).toBe("insufficient_data");
  });

  it("fails nobody where there are no facilities in the document", () => {
    const { results } = opened(aProject([aZone("A")], []));
    expect(results.zones.verdict[0]).toBe(VERDICTS.indexOf("insufficient_data"));
    expect(results.issues.map(({ code }) => code)).toEqual(["analysis.no-facilities"]);
  });
});

it("says of which care no facility of the document speaks", () => {
  const codes = (...facilities: readonly Facility[]) =>
    opened(aProject([aZone("A")], facilities)).results.issues.map(({ code }) => code);
  const [station, nursery] = [aFacility("E"), aFacility("C", { kind: "C_COMMUNITY", at: east(5000) })];
  expect(codes(station)).toEqual(["analysis.no-childcare"]);
  expect(codes(nursery)).toEqual(["analysis.no-elderly-care"]);
  expect(codes(station, nursery)).toEqual([]);
  const rooms = [{ subject: "childcare", area: 100 }] as const;
  expect(codes(station, aFacility("S", { kind: "S_COMMUNITY", areas: rooms, at: east(5000) }))).toEqual([]);
});

describe("the pack of a zone", () => {
  it("follows its admin code, and a project holds zones of several cities", () => {
    const rooms = { kind: "C_COMMUNITY", areas: [{ subject: "childcare", area: 280 }] } as const;
    const project = aProject(
      [aZone("A"), aZone("B", { adminCode: "321302" }), aZone("C", { adminCode: "320703" })],
      [aFacility("F", { ...rooms, zone: "B" })],
    );
    const pipeline = opened(project);
    // Sucheng asks 28 m² per 100 households of B: 1000 ÷ 100 × 28 = 280; Lianyungang has no number for C
    expect(lineOf(pipeline, "B", "SQ-O-C-28").arithmetic).toBe("1000 ÷ 100 × 28 = 280 m²; 280 ≥ 280");
    expect(verdictsOf(pipeline)).toEqual(["fail", "fail", "not_specified"]);
    expect(lineOf(pipeline, "C", "LYG-O-E-NS").line.notes).toEqual(["no-number-in-document"]);
    expect(pipeline.results.zones.byMetric.map(({ metric }) => metric)).toEqual([
      "elderly_building_area",
      "childcare_slots",
      "childcare_building_area",
    ]);
  });

  it("is borrowed outside its place, and said where there is none", () => {
    const facilities = [aFacility("F"), aFacility("C", { kind: "C_COMMUNITY", at: east(5000) })];
    const project = aProject([aZone("A", { adminCode: "110101" }), aZone("B")], facilities);
    const alone = opened(project);
    expect(verdictsOf(alone)[0]).toBe("insufficient_data");
    expect(alone.results.issues).toMatchObject([
      { code: "analysis.zones-without-pack", facts: { zones: 1, first: "A" } },
    ]);
    const without = evidence(alone, "A");
    expect(without.pack).toBeUndefined();
    expect([without.overall, without.lines, without.origin]).toEqual(["insufficient_data", [], "point"]);
    expect(evidenceOf(alone, "nobody").ok).toBe(false);
    const lent = opened(project, { pack: "huaibei-draft" });
    expect([...lent.results.zones.flags].map((flags) => flags & ZONE_FLAGS.borrowed)).toEqual([4, 4]);
    expect(evidence(lent, "B").borrowed).toBe(true);
  });
});

it("measures walks without any standard, but does not say who is served", () => {
  const away = aZone("A", { adminCode: "110101" });
  const { results } = opened(
    aProject([away], [aFacility("F", { at: east(60) }), aFacility("G", { at: east(20), status: "planned" })]),
  );
  // 60 m × 1.3; G is not built
  expect(results.zones.bySubject.elderly.metres[0]).toBeCloseTo(78, 1);
  expect(results.headline.people).toEqual([]);
});

describe("an estate in phases", () => {
  it("stands as its worst phase, on what is delivered by then", () => {
    const zone = aZone("A", {
      status: "new",
      adminCode: "340602",
      households: 1000,
      residents: 2600,
      phases: [
        { no: 1, households: 600, residents: 1560, facilities: ["C1"] },
        { no: 2, households: 400, residents: 1040, facilities: ["F1"] },
      ],
    });
    const project = aProject(
      [zone],
      [
        aFacility("F1", { zone: "A", ...elderlyRooms(300) }),
        aFacility("C1", { kind: "C_COMMUNITY", zone: "A", slots: 26 }),
      ],
    );
    const pipeline = opened(project);
    // whole: 1000 ÷ 100 × 30 = 300 and has 300; after phase 1: 600 ÷ 100 × 30 = 180 and has nothing
    const line = lineOf(pipeline, "A", "HB-N-E-30");
    expect(line.arithmetic).toBe("600 ÷ 100 × 30 = 180 m²; 0 < 180; 180 − 0 = 180 m²");
    expect(why(line)).toEqual({ F1: "not-delivered-yet" });
    expect(line.counted).toEqual([]);
    expect(evidence(pipeline, "A").judgement.phases).toEqual([
      { no: 1, overall: "fail" },
      { no: 2, overall: "pass" },
    ]);
  });
});

describe("what is not built yet", () => {
  it("is refused with a sentence, not put in another's place", () => {
    const project = aProject([aZone("A")], []);
    const codes = (choice: Partial<Parameters>) => outcomeOf(project, choice).issues.map(({ code }) => code);
    expect(codes({ reach: "network" })).toEqual(["analysis.no-streets"]);
    expect(codes({ pack: "nowhere" })).toEqual(["analysis.unknown-pack"]);
  });
});
