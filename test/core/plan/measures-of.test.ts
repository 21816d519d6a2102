import { describe, expect, it } from "vitest";
import { toNumber } from "../../../src/core/base/decimal.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import type { Project } from "../../../src/core/model/project.ts";
import type { CandidateSite } from "../../../src/core/model/site.ts";
import type { Measure } from "../../../src/core/plan/measure.ts";
import { measuresOf } from "../../../src/core/plan/measures-of.ts";
import { shippedTerms } from "../../../src/io/plan/shipped-terms.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

function found(project: Project, pack = "sucheng-2023", year?: number) {
  const rules = shippedStandards().packs.find(({ id }) => id === pack);
  return measuresOf(project, shippedTerms(), () => rules, { ...(year !== undefined && { year }) });
}

function aSite(differs: Partial<CandidateSite> = {}): CandidateSite {
  return {
    ...{ id: "S", kind: "public_building", at: east(100), usableArea: 400, storey: 1, fireClass: 2 },
    ...{ titleCertificate: true, expropriationListed: false },
    ...differs,
  };
}

const atSite = (differs: Partial<CandidateSite>, pack?: string) =>
  found(aProject([], [], { sites: [aSite(differs)] }), pack);
const why = (differs: Partial<CandidateSite>, pack?: string) =>
  atSite(differs, pack).refused.map((each) => each.why);
const spent = ({ id, kind, cost, yearly, earliest, lifetime }: Measure) => [
  ...[id, kind, toNumber(cost), yearly && toNumber(yearly), earliest, lifetime],
];

describe("ways to have a site", () => {
  it("converts what the city has, from next year on, for the transition period that the pack sets", () => {
    const { measures } = found(aProject([], [], { sites: [aSite()] }), "sucheng-2023", 2026);
    expect(measures.map(spent)).toEqual([
      ["S:elderly-300", "convert", 80, undefined, 2027, 5],
      ["S:elderly-400", "convert", 100, undefined, 2027, 5],
      ["S:childcare-200", "convert", 60, undefined, 2027, 5],
      ["S:childcare-400", "convert", 100, undefined, 2027, 5],
    ]);
    expect(atSite({}, "huaibei-draft").measures[0]?.lifetime).toBeUndefined();
  });

  it("is each a measure with its own costs; what is stated is of the first", () => {
    const { measures } = atSite({
      ...{ kind: "kindergarten", usableArea: 200, ways: ["lease", "buy"] },
      ...{ cost: 40, yearlyCost: 9, usableYears: 3, earliest: 2029 },
    });
    expect(measures.map(spent)).toEqual([
      ["S:lease-childcare-200", "lease", 40, 9, 2029, 3],
      // 20 and 0.8 for each of 200 m²
      ["S:buy-childcare-200", "buy", 180, undefined, 2029, undefined],
    ]);
  });

  it("serves from the year of the plan on where it could have been had before, and for its years from then", () => {
    const times = (earliest: number, year?: number) => {
      const site = aSite({ earliest, usableYears: 5 });
      return found(aProject([], [], { sites: [site] }), "sucheng-2023", year)
        .measures.map(spent)[0]
        ?.slice(4);
    };
    expect([times(2020, 2026), times(2029, 2026), times(2020)]).toEqual([
      [2026, 5],
      [2029, 5],
      [2020, 5],
    ]);
  });

  it("has costs that are assumed unless the site states its own, which are those of its first way", () => {
    const assumed = (differs: Partial<CandidateSite>) =>
      atSite({ kind: "kindergarten", usableArea: 200, ways: ["lease", "buy"], ...differs }).measures.map(
        ({ isCostAssumed }) => isCostAssumed,
      );
    expect([assumed({}), assumed({ cost: 40 })]).toEqual([
      [true, true],
      [false, true],
    ]);
  });

  it("serves for a transition period that has to be prolonged once its document has ended", () => {
    const conditions = (year: number, kind: CandidateSite["kind"] = "school") =>
      found(aProject([], [], { sites: [aSite({ ...(kind && { kind }) })] }), "sucheng-2023", year).measures[0]
        ?.conditions;
    expect([conditions(2025), conditions(2026)]).toEqual([[], ["transition"]]);
    expect(conditions(2026, "community_rooms")).toEqual([]);
  });

  it("is leased for no longer than the transition period", () => {
    const terms = { ...shippedTerms(), years: { lease: { lasts: 20 } } };
    const project = aProject([], [], { sites: [aSite({ ways: ["lease"] })] });
    const under = (pack: string) =>
      measuresOf(project, terms, () => shippedStandards().packs.find(({ id }) => id === pack), {
        year: 2026,
      }).measures[0]?.lifetime;
    expect([under("xuzhou-2022"), under("huaibei-draft")]).toEqual([5, 20]);
  });

  it("takes a part of what is stated for a part of the rooms", () => {
    const [part] = atSite({ ways: ["lease"], cost: 40, yearlyCost: 8 }).measures;
    // 300 of 400 m²
    expect(part && spent(part)).toEqual(["S:lease-elderly-300", "lease", 30, 6, undefined, 5]);
  });

  it("leaves rooms that an estate was due to that estate, with or without a title", () => {
    const { measures } = atSite({ ways: ["reclaim"], zone: "A", titleCertificate: false });
    expect(measures.map(({ kind, leaves }) => [kind, leaves.map(({ zone }) => zone)])).toContainEqual([
      "reclaim",
      ["A"],
    ]);
    expect(why({ ways: ["swap"], titleCertificate: false })).toEqual(["no-title"]);
  });

  it("builds on land, however it is had", () => {
    const kinds = atSite({ kind: "vacant_land", ways: ["buy", "lease"] }).measures.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(["build"]));
  });

  it("takes land of which nothing more is known to bear as many m² as it has, and says so", () => {
    const land = { ...aSite({ kind: "vacant_land", landArea: 300 }) };
    const { usableArea: _area, ...bare } = land;
    const { measures } = found(aProject([], [], { sites: [bare] }));
    expect(measures.map(({ id, conditions }) => [id, conditions])).toContainEqual([
      "S:elderly-300",
      ["area"],
    ]);
    expect(found(aProject([], [], { sites: [{ ...bare, kind: "school" }] })).measures).toEqual([]);
  });

  it("of a point of a grid asks first whether there is any land", () => {
    const { expropriationListed: _listed, ...point } = aSite({ kind: "vacant_land", assumed: true });
    expect(found(aProject([], [], { sites: [point] })).measures[0]?.conditions).toEqual(["site-unknown"]);
  });

  it("makes of a kindergarten a nursery that is one of its own, and no centre for the elderly", () => {
    const rows = atSite({ kind: "kindergarten" }).measures.flatMap(({ leaves }) => leaves);
    expect(rows.map(({ kind, slots }) => [kind, slots])).toEqual([
      ["C_KINDERGARTEN", 20],
      ["C_KINDERGARTEN", 40],
    ]);
  });
});

describe("rooms that are refused", () => {
  it.each<[Partial<CandidateSite>, string[]]>([
    [{ fireCompliant: false }, ["not-fire-safe"]],
    [{ fireClass: 3, storey: 2 }, []],
    [{ fireClass: 3, storey: 3 }, ["fire-class"]],
    [{ fireClass: 4, storey: 2 }, ["fire-class"]],
    [{ usableYears: 0 }, ["no-years-left"]],
    [{ ways: ["buy", "lease"], expropriationListed: true }, ["to-be-expropriated"]],
    [{ kind: "vacant_land", fireClass: 4, storey: 3, titleCertificate: false }, []],
  ])("%j: %j", (differs, reasons) => {
    expect(why(differs)).toEqual(reasons);
  });

  it("may stand higher in Lianyungang where both conditions are stated", () => {
    const facts = { storey: 3, denseArea: true };
    expect(why({ ...facts, fireCompliant: true }, "lianyungang-draft")).toEqual([]);
    expect(why({ storey: 3, fireCompliant: true, denseArea: false }, "lianyungang-draft")).toEqual([
      "storey-not-allowed",
    ]);
  });

  it("need their fire safety looked at where neither class nor finding is stated", () => {
    const { fireClass: _class, ...unsure } = aSite();
    const conditions = (site: CandidateSite) =>
      found(aProject([], [], { sites: [site] })).measures[0]?.conditions;
    expect(conditions(unsure)).toEqual(["fire"]);
    expect(conditions({ ...unsure, fireCompliant: true })).toEqual([]);
  });
});

describe("facilities that grow", () => {
  const centre = aFacility("F", { at: east(50), ...elderlyRooms(250) });
  const growing = (row: Facility, differs: Partial<CandidateSite> = {}, pack?: string) =>
    found(aProject([], [row], { sites: [aSite({ enlarges: "F", usableArea: 350, ...differs })] }), pack);

  it("keep what they have, and are judged with what they get", () => {
    const { measures } = growing(centre);
    expect(measures.map(spent)).toEqual([
      ["S:elderly-300", "enlarge", 140, undefined, undefined, undefined],
      ["S:elderly-350", "enlarge", 160, undefined, undefined, undefined],
    ]);
    expect(measures[0]).toMatchObject({
      runs: centre,
      leaves: [{ ...centre, areas: [...centre.areas, { subject: "elderly", area: 300 }] }],
    });
    // 250 and 40 m² are below the 300 of Sucheng; 250 and 50 are not.
    expect(growing(centre, { usableArea: 40 }).refused).toEqual([
      { place: { site: "S" }, subject: "elderly", why: "too-small", rule: "SQ-F-E-300" },
    ]);
    expect(growing(centre, { usableArea: 50 }).measures).toHaveLength(1);
  });

  it("get slots with a nursery, which has to be registered where there is none yet", () => {
    const garden = aFacility("F", { kind: "C_KINDERGARTEN", slots: 0, at: east(50) });
    const [first] = growing(garden, {}, "xuzhou-2022").measures;
    expect(first).toMatchObject({ kind: "add_nursery", conditions: ["registration"] });
    expect(first?.leaves[0]).toMatchObject({ slots: 20, registered: true });
  });

  it.each<[string, Facility, Partial<CandidateSite>]>([
    ["no-such-facility", aFacility("G"), {}],
    ["not-running", { ...centre, status: "closed" }, {}],
    ["below-ground", centre, { storey: -1 }],
    ["feeds-no-ratio", { ...centre, kind: "E_INSTITUTION" }, {}],
    ["size-not-known", { ...centre, areas: [] }, {}],
    ["size-not-known", { ...centre, unread: ["storey"] }, {}],
    ["size-not-known", aFacility("F", { kind: "C_COMMUNITY" }), {}],
    ["not-registered", aFacility("F", { kind: "C_INSTITUTION", slots: 9 }), {}],
  ])("not where %s", (reason, row, differs) => {
    const { measures, refused } = growing(row, differs, "xuzhou-2022");
    expect([measures, refused.map((each) => each.why)]).toEqual([[], [reason]]);
  });

  it("grow by one site alone", () => {
    const sites = [aSite({ id: "S", enlarges: "F" }), aSite({ id: "T", enlarges: "F" })];
    const { measures, refused } = found(aProject([], [centre], { sites }));
    expect(new Set(measures.map(({ place }) => JSON.stringify(place)))).toEqual(new Set(['{"site":"S"}']));
    expect(refused).toEqual([{ place: { site: "T" }, why: "enlarged-by-another" }]);
  });
});

describe("rooms that a zone was due", () => {
  const due = { elderly_building_area: 300, childcare_building_area: 150 };
  const zone = aZone("A", { planningCondition: due });
  const ids = (...[zones, rows]: [Parameters<typeof aProject>[0], Facility[]]) =>
    found(aProject(zones, rows)).measures.map((each) => [each.id, toNumber(each.cost)]);

  it("are reclaimed as far as neither the survey nor rooms of its own show them", () => {
    // 5 and 0.05 for each m²
    expect(ids([zone], [])).toEqual([
      ["A:reclaim-elderly", 20],
      ["A:reclaim-childcare", 12.5],
      ["A:reclaim-elderly+childcare", 27.5],
    ]);
    const own = aFacility("F", { zone: "A", ...elderlyRooms(200) });
    const gone = aFacility("P", { zone: "A", status: "converted", ...elderlyRooms(100) });
    expect(ids([zone], [own, gone])[0]).toEqual(["A:reclaim-elderly", 10]);
    const coming = { ...gone, status: "planned" as const };
    expect(ids([zone], [own, coming]).map(([id]) => id)).toEqual(["P:finish", "A:reclaim-childcare"]);
    const asBuiltSurvey = { elderly_building_area: 300, childcare_building_area: 150 };
    expect(ids([{ ...zone, asBuiltSurvey }], [])).toEqual([]);
  });

  it("are that zone's own, and only of zones that are there already", () => {
    const [measure] = found(aProject([zone], [])).measures;
    expect(measure).toMatchObject({ place: { zone: "A" }, conditions: ["owed"] });
    expect(measure?.leaves).toMatchObject([{ zone: "A", kind: "E_ESTATE_STATION", status: "built" }]);
    expect(ids([{ ...zone, status: "new" }], [])).toEqual([]);
  });

  it("have slots by the square metre, and square metres by the slot", () => {
    const rows = found(aProject([zone], [])).measures[1]?.leaves;
    expect(rows).toMatchObject([{ slots: 15, registered: true }]);
    const bySlots = aZone("A", { planningCondition: { childcare_slots: 24 } });
    expect(found(aProject([bySlots], [])).measures[0]?.leaves).toMatchObject([
      { slots: 24, areas: [{ subject: "childcare", area: 240 }] },
    ]);
  });
});

describe("rooms that are built", () => {
  it("count for estates only by kinds that estates are asked for", () => {
    const home = aFacility("H", { kind: "E_INSTITUTION", status: "built_not_handed_over", beds: 90 });
    const zones = [aZone("A")];
    expect(found(aProject(zones, [{ ...home, at: east(1) }])).refused).toEqual([
      { place: { facility: "H" }, why: "feeds-no-ratio" },
    ]);
  });

  it("count by what is stated of them, at a place that is known", () => {
    const refusals = (differs: Partial<Facility>) => {
      const row = aFacility("H", { status: "planned", at: east(1), ...elderlyRooms(300), ...differs });
      return found(aProject([aZone("A")], [row]), "xuzhou-2022").refused.map(({ why: each }) => each);
    };
    expect(refusals({})).toEqual([]);
    expect(refusals({ areas: [], totalArea: 10_500 })).toEqual(["size-not-known"]);
    expect(refusals({ kind: "E_STREET_COMP" })).toEqual(["second-reading-only"]);
    const { at: _at, ...nowhere } = aFacility("H", { status: "planned", ...elderlyRooms(300) });
    expect(found(aProject([aZone("A")], [nowhere])).refused).toEqual([
      { place: { facility: "H" }, why: "no-place" },
    ]);
  });

  it("are finished for what is stated of them, in the year that is stated", () => {
    const coming = (status: Facility["status"], differs: Partial<Facility> = {}) => {
      const row = aFacility("H", {
        ...(status && { status }),
        at: east(1),
        ...elderlyRooms(300),
        ...differs,
      });
      const [measure] = found(aProject([], [row]), "xuzhou-2022", 2026).measures;
      return measure && [...spent(measure), measure.conditions];
    };
    const stated = { investment: 600, opens: 2030 };
    expect(coming("under_construction", stated)).toEqual([
      ...["H:finish", "finish", 600, undefined, 2030, undefined, []],
    ]);
    expect(coming("planned", { ...stated, opens: 2020 })?.[4]).toBe(2026);
    expect(coming("approved_plan")).toEqual(["H:finish", "finish", 0, undefined, 2028, undefined, ["cost"]]);
    expect(coming("planned")?.[1]).toBe("finish");
    expect(coming("built_not_handed_over", stated)?.slice(2, 5)).toEqual([5, undefined, undefined]);
    expect(["built", "closed", "converted"].map((each) => coming(each as "built"))).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });

  it("gain nothing where their status counts as it is", () => {
    const row = aFacility("H", { status: "planned", at: east(1), ...elderlyRooms(300) });
    const measures = (...countStatuses: Facility["status"][]) =>
      measuresOf(aProject([], [row]), shippedTerms(), () => undefined, {
        countStatuses: countStatuses as NonNullable<Facility["status"]>[],
      }).measures;
    expect([measures("built").length, measures("built", "planned").length]).toEqual([1, 0]);
  });

  it("have to be registered where the pack asks that of them", () => {
    const nursery = aFacility("H", {
      ...{ kind: "C_INSTITUTION", status: "handed_over_not_operating", slots: 40, at: east(1) },
    });
    const [measure] = found(aProject([], [nursery]), "xuzhou-2022").measures;
    expect(measure).toMatchObject({ conditions: ["registration"], leaves: [{ registered: true }] });
  });
});
