import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/cli/command.ts";
import { plan } from "../../src/cli/commands/plan.ts";
import type { Project } from "../../src/core/model/project.ts";
import { readProject } from "../../src/io/project-file/read-project.ts";
import { value } from "../builders/outcomes.ts";
import { ran } from "../builders/printed.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../builders/rows.ts";
import { writtenProject } from "../builders/written-project.ts";

/** A zone that lacks 200 m² for the elderly, a nursery that is enough, rooms not handed over for half, and a site. */
const TOWN = aProject(
  [aZone("A")],
  [
    aFacility("N", { kind: "C_COMMUNITY", slots: 100, at: east(100) }),
    aFacility("H", { status: "built_not_handed_over", at: east(200), ...elderlyRooms(100) }),
  ],
  {
    sites: [
      {
        ...{ id: "S", kind: "school", at: east(100), usableArea: 600, storey: 1, fireClass: 2, cost: 90 },
        ...{ titleCertificate: true, expropriationListed: false },
      },
      { id: "T", kind: "workshop", at: east(100), usableArea: 600, titleCertificate: false },
    ],
  },
);

/** A has nothing, and B, far away, has more than half of what three times as many households need; a site for each of them. */
const UNEQUAL = aProject(
  [aZone("A"), aZone("B", { at: east(9000), households: 3000 })],
  [
    aFacility("N", { kind: "C_COMMUNITY", slots: 1000, at: east(100) }),
    aFacility("M", { kind: "C_COMMUNITY", slots: 1000, at: east(9100) }),
    aFacility("F", { at: east(9100), ...elderlyRooms(360) }),
  ],
  {
    sites: [
      ["S", 100],
      ["T", 9100],
    ].map(([id, metres]) => ({
      ...{
        id: String(id),
        kind: "school",
        at: east(Number(metres)),
        usableArea: 300,
        storey: 1,
        fireClass: 2,
      },
      ...{ cost: 60, titleCertificate: true, expropriationListed: false },
    })),
  },
);

/** Plans over years are looked for until they are the best. */
const BEST = "--gap 0";

async function planned(asked: string, project: Project = TOWN, costs = "") {
  const files = { "P.quan": await writtenProject(project), "C.csv": costs };
  const { code, text } = await ran(plan, `P.quan ${asked}`, files);
  return { code, ...JSON.parse(text) };
}

describe("quan plan", () => {
  it("closes everything at the least cost, and says what it did and could not do", async () => {
    expect(await planned("--for close")).toEqual({
      ...{ code: 0, status: "optimal", reason: null, lacking: [], waysOut: [] },
      // Half of the school costs half: 300 of 600 m² for 45. What is not handed over would be too little.
      ...{ objective: 45, bound: 45, gap: 0, cost: 45 },
      missing: [
        { metric: "elderly_building_area", before: 200, after: 0, certainBefore: 200, certainAfter: 0 },
        { metric: "childcare_slots", before: 0, after: 0, certainBefore: 0, certainAfter: 0 },
      ],
      shares: [
        { metric: "elderly_building_area", before: [1, 0, 0, 0], after: [0, 0, 0, 1] },
        { metric: "childcare_slots", before: [0, 0, 0, 1], after: [0, 0, 0, 1] },
      ],
      measures: [
        {
          ...{ id: "S:elderly-300", kind: "convert", site: "S", cost: 45, lifetime: 5 },
          ...{ elderly_m2: 300, childcare_m2: 0, slots: 0 },
        },
      ],
      refused: [{ site: "T", why: "no-title" }],
      asked: { for: "close", with: [], without: [], ownCosts: false },
    });
  });

  it("does the most for a budget, and nothing for none", async () => {
    const half = await planned("--for budget --budget 5");
    expect(half).toMatchObject({ code: 0, status: "optimal", objective: 0.5, cost: 5 });
    expect(half.measures).toEqual([
      {
        id: "H:hand_over",
        kind: "hand_over",
        facility: "H",
        cost: 5,
        elderly_m2: 100,
        childcare_m2: 0,
        slots: 0,
      },
    ]);
    const none = await planned("--for budget --budget 0");
    expect(none).toMatchObject({ code: 0, status: "optimal", objective: 1, bound: 1, measures: [] });
  });

  it("does something where that is asked in any case, and nothing where it is barred", async () => {
    const both = await planned("--for close --with H");
    expect(both).toMatchObject({ status: "optimal", cost: 50 });
    expect(both.measures.map(({ id }: { id: string }) => id)).toEqual(["H:hand_over", "S:elderly-300"]);
    expect(await planned("--for budget --budget 60 --without S")).toMatchObject({ cost: 5, objective: 0.5 });
    expect(await planned("--for budget --budget 4 --with H")).toMatchObject({
      ...{ code: 1, status: "infeasible", reason: expect.stringContaining("--with") },
    });
    // Nothing can be done at a site without title.
    expect(await planned("--for most --with T")).toMatchObject({ code: 1, status: "infeasible" });
  });

  it("says who stays short where nothing closes everything, with a way out", async () => {
    const far = { ...TOWN, sites: [] };
    expect(await planned("--for close", far)).toMatchObject({
      ...{ code: 1, status: "infeasible", objective: null, bound: null, gap: null, cost: null, measures: [] },
      lacking: [{ metric: "elderly_building_area", zones: ["A"], missing: 100 }],
      reason: expect.stringMatching(
        /^At least one shortage stays with everything done that can be, with at least this missing: 100 m² of rooms for the elderly of zone A\. Give sites/,
      ),
    });
  });

  it("names ways out of what no plan closes, each of which is enough", async () => {
    // 1,000 m of the limit of 800: the rooms of K, of which nobody else has use, are too far off for A.
    const spare = aFacility("K", { at: east(1000 / 1.3), ...elderlyRooms(150) });
    const far = { ...TOWN, sites: [], facilities: [...TOWN.facilities, spare] };
    const answer = await planned("--for close", far);
    const [way] = answer.waysOut;
    expect(way).toMatchObject({ metric: "elderly_building_area", zones: ["A"], missing: 100 });
    expect(way.enlarge).toEqual({ facility: "H", by: 100 });
    expect(way.walk).toMatchObject({ zone: "A", gives: 100 });
    expect(answer.reason).toMatch(
      /100 m² of rooms for the elderly of zone A stay missing in the plan that closes most: give sites .* or enlarge H by 100 m², or accept a limit of (999|1000|1001) m for zone A/,
    );
    const walked = {
      ...far,
      parameters: { limits: { elderly: Math.ceil(way.walk.limit), carer_with_infant: 900, adult: 1000 } },
    };
    expect(await planned("--for close", walked)).toMatchObject({ code: 0, cost: 5 });
    const short = {
      ...walked,
      parameters: { limits: { ...walked.parameters.limits, elderly: Math.floor(way.walk.limit) - 1 } },
    };
    expect(await planned("--for close", short)).toMatchObject({ code: 1 });
    const codeOf = async (area: number) => {
      const enlarged = far.facilities.map((each) =>
        each.id === "H" ? { ...each, ...elderlyRooms(area) } : each,
      );
      return (await planned("--for close", { ...far, facilities: enlarged })).code;
    };
    expect([await codeOf(199), await codeOf(200)]).toEqual([1, 0]);
  });

  it("reckons with the costs that somebody gives, by kind", async () => {
    const dear = "kind,per_m2,once\nhand_over,0.5,10\n";
    expect(await planned("--for budget --budget 60 --without S --costs C.csv", TOWN, dear)).toMatchObject({
      // 10 and half of 100 m²
      ...{ cost: 60, objective: 0.5 },
    });
    expect(await planned("--for budget --budget 59 --without S --costs C.csv", TOWN, dear)).toMatchObject({
      ...{ cost: 0, objective: 1 },
    });
  });

  it("reckons with yearly costs, those given or those assumed", async () => {
    const sites = [{ ...TOWN.sites[0], id: "S", at: east(100), ways: ["lease" as const] }];
    const { cost: _cost, ...leased } = sites[0] as NonNullable<(typeof sites)[0]>;
    const yearly = async (costs?: string) => {
      const asked = `--for close --without H${costs === undefined ? "" : " --costs C.csv"}`;
      const { measures } = await planned(asked, { ...TOWN, sites: [leased] }, costs);
      return [measures[0].id, measures[0].cost, measures[0].yearly];
    };
    // 300 m²: 10 and 0.15 for each, 0.03 a year
    expect(await yearly()).toEqual(["S:lease-elderly-300", 55, 9]);
    expect(await yearly("kind,per_m2,once\nlease,0.1,0\n")).toEqual(["S:lease-elderly-300", 30, 9]);
    expect(await yearly("kind,per_m2,once,yearly\nlease,0.1,0,0.05\n")).toEqual([
      ...["S:lease-elderly-300", 30, 15],
    ]);
  });

  it.each([
    [
      "kind,per_m2,once,yearly\nlease,1,0,-1\n",
      "C.csv, row 2, column yearly: -1 is below 0. Give a number from 0.",
    ],
    [
      "kind,per_m2,once\nhand_over,-1,0\n",
      "C.csv, row 2, column per_m2: -1 is below 0. Give a number from 0.",
    ],
    [
      "kind,per_m2,once\nbye,1,0\n",
      'C.csv, row 2, column kind: "bye" is no kind of measure. Write one of hand_over',
    ],
    ["kind,per_m2,once\nbuild,1,0\nbuild,2,0\n", "C.csv, row 3, column kind: build is in row 2 already."],
    ["kind,per_m2\nbuild,1\n", "once"],
  ])("refuses costs that are wrong, with row and mend: %j", async (costs, sentence) => {
    await expect(planned("--for close --costs C.csv", TOWN, costs)).rejects.toThrow(sentence);
  });

  it("says so where no rule asks anything of existing zones", async () => {
    const { households: _none, ...lianyungang } = aZone("A", { adminCode: "320703" });
    const plan = await planned("--for close", { ...TOWN, zones: [lianyungang] });
    expect(plan).toMatchObject({ code: 0, status: "optimal", cost: 0, measures: [], missing: [] });
    expect(plan.reason).toMatch(/^No rule in use asks/);
  });

  it("spreads a plan over years, each with its money, and dates when zones have enough", async () => {
    // A school takes a year to be converted: 45 in 2027 for all that is missing.
    const plan = await planned(`--for close --years 2026-2028 --yearly 45 ${BEST}`);
    expect(plan).toMatchObject({ code: 0, status: "optimal", objective: 45, cost: 45 });
    expect(plan.measures).toMatchObject([{ id: "S:elderly-300", year: 2027, earliest: 2027 }]);
    const missing = (elderly: number) => [
      { metric: "elderly_building_area", missing: elderly },
      { metric: "childcare_slots", missing: 0 },
    ];
    expect(plan.years).toEqual([
      { year: 2026, cost: 0, missing: missing(200) },
      { year: 2027, cost: 45, missing: missing(0) },
      { year: 2028, cost: 0, missing: missing(0) },
    ]);
    expect(plan.zones).toEqual([{ zone: "A", metric: "elderly_building_area", year: 2027, missing: 0 }]);
    expect(plan.deadlines).toMatchObject([{ pack: "xuzhou-2022", remedies: [{ years: 4 }] }]);
  });

  it("lets money that is left over lapse unless it is carried on", async () => {
    const lapsing = await planned(`--for budget --years 2026-2028 --yearly 15 ${BEST}`);
    // Half of what is missing in each of three years, for the 5 of what is not handed over.
    expect(lapsing).toMatchObject({ status: "optimal", objective: 1.5, cost: 5 });
    expect(lapsing.measures).toMatchObject([{ id: "H:hand_over", year: 2026 }]);
    expect(lapsing.zones).toEqual([{ zone: "A", metric: "elderly_building_area", year: null, missing: 100 }]);
    const carried = await planned(`--for close --years 2026-2028 --yearly 15 --carry ${BEST}`);
    expect(carried).toMatchObject({ status: "optimal", cost: 45, zones: [{ zone: "A", year: 2028 }] });
    expect(await planned("--for close --years 2026-2028 --yearly 15")).toMatchObject({
      ...{ code: 1, status: "infeasible", measures: [], years: [], zones: [] },
    });
    expect(await planned(`--for close --years 2026-2028 --yearly 0,0,45 ${BEST}`)).toMatchObject({
      ...{ status: "optimal", measures: [{ id: "S:elderly-300", year: 2028 }] },
    });
  });

  it("chooses among points of a grid where a project has no sites, and says that nobody has named them", async () => {
    const bare = { ...TOWN, sites: [] };
    const plan = await planned("--for close --grid 400 --without H", bare);
    expect(plan).toMatchObject({ code: 0, status: "optimal", missing: [{ after: 0 }, { after: 0 }] });
    // 50 and 0.45 for each of 300 m²
    expect(plan.measures).toEqual([
      expect.objectContaining({ kind: "build", cost: 185, elderly_m2: 300, conditions: ["site-unknown"] }),
    ]);
    const [{ site }] = plan.measures;
    expect(site).toMatch(/^grid:-?\d+\/-?\d+$/);
    const barred = await planned(`--for close --grid 400 --without H,${site}`, bare);
    expect(barred.measures[0].site).not.toBe(site);
    await expect(planned("--for close --grid 400")).rejects.toThrow("--grid is for a project without sites");
    await expect(planned("--for close --grid 50", bare)).rejects.toThrow("Give at least 100 m");
  });

  it("writes what it builds on the grid, and none of the points", async () => {
    const written: Record<string, Uint8Array> = {};
    const files = { "P.quan": await writtenProject({ ...TOWN, sites: [] }) };
    await ran(plan, "P.quan --for close --grid 400 --out P2.quan", files, [], written);
    const project = value(await readProject(new Uint8Array(written["P2.quan"] ?? []), "P2.quan"));
    expect([project.sites, project.facilities.length]).toEqual([[], 3]);
    expect(project.facilities.map(({ source }) => source)).toContain("quan plan");
  });

  it("says where there is nothing to choose from", async () => {
    const bare = { ...TOWN, sites: [], facilities: TOWN.facilities.filter(({ id }) => id === "N") };
    const none = await planned("--for budget --budget 100", bare);
    expect([none.status, none.measures]).toEqual(["optimal", []]);
    expect(none.reason).toMatch(/^There is nothing to choose from: .*--grid METRES/);
    expect((await planned("--for budget --budget 0")).reason).toBeNull();
  });

  it("puts those who have least first where they are to count more", async () => {
    const asked = "--for budget --budget 60";
    const idsOf = ({ measures }: { measures: { id: string }[] }) => measures.map(({ id }) => id);
    // B lacks 240 of 600 m² and A all of its 200; there is money for one of them.
    const alike = await planned(asked, UNEQUAL);
    expect([idsOf(alike), alike.objective]).toEqual([["T:elderly-300"], 200 / 440]);
    expect(alike.shares[0]).toMatchObject({ before: [1, 0, 1, 0], after: [1, 0, 0, 1] });
    // Four times as much counts who has under a quarter, and twice who has under three quarters.
    const fair = await planned(`${asked} --equity 4`, UNEQUAL);
    expect([fair.status, idsOf(fair)]).toEqual(["optimal", ["S:elderly-300"]]);
    expect(fair.objective).toBeCloseTo((2 * 240) / 440, 9);
    expect(fair.shares[0]).toMatchObject({ after: [0, 0, 1, 1] });
    // 1.2 × 200 is less than 1.2 / 3 more of 240.
    expect(idsOf(await planned(`${asked} --equity 1.2`, UNEQUAL))).toEqual(["T:elderly-300"]);
    // Over years the money comes to both, first to those who have nothing.
    const years = await planned(`--for budget --years 2026-2028 --yearly 60 --equity 4 ${BEST}`, UNEQUAL);
    expect(years.measures.map(({ id, year }: { id: string; year: number }) => [id, year])).toEqual([
      ["S:elderly-300", 2027],
      ["T:elderly-300", 2028],
    ]);
    const turned = { ...UNEQUAL, zones: UNEQUAL.zones.toReversed(), sites: UNEQUAL.sites.toReversed() };
    expect(await planned(`${asked} --equity 4`, turned)).toEqual(fair);
  });

  it("is good under doubt: at worst or on average, with what is missing in every case", async () => {
    const worst = await planned(`--for budget --budget 60 --doubt worst ${BEST}`);
    expect(worst).toMatchObject({ code: 0, status: "optimal", worst: expect.stringMatching(/^loss /) });
    const names = worst.cases.map((each: { case: string }) => each.case);
    expect(names.slice(0, 6)).toEqual([
      "as-given",
      "speed 0.7",
      "speed 1",
      "speed 1.3",
      "people 0.9",
      "people 1.1",
    ]);
    expect(names).toHaveLength(7);
    const lackOf = (answer: typeof worst, name: string) =>
      answer.cases.find((each: { case: string }) => each.case.startsWith(name)).lack;
    // Both are done for 50: without the school the rooms handed over are half of what is missing, without those the school is enough.
    expect(worst.measures.map(({ id }: { id: string }) => id)).toEqual(["H:hand_over", "S:elderly-300"]);
    expect([worst.objective, lackOf(worst, "loss"), lackOf(worst, "as-given")]).toEqual([0.5, 0.5, 0]);
    // A tenth more people want 20 m² more, which both give.
    expect(lackOf(worst, "people 1.1")).toBe(0);
    const average = await planned(`--for budget --budget 60 --doubt average ${BEST}`);
    expect(average.objective).toBeCloseTo(0.5 / 7, 9);
    expect(average.average).toBeCloseTo(0.5 / 7, 9);
    // 0.7 m/s for fifteen minutes are 630 m, 1.3 times a straight line of less than 485 m.
    const far = { ...TOWN, sites: TOWN.sites.map((each) => ({ ...each, at: east(500) })) };
    const slow = await planned(`--for budget --budget 60 --with S --doubt worst ${BEST}`, far);
    expect([lackOf(slow, "speed 0.7"), lackOf(slow, "speed 1")]).toEqual([0.5, 0]);
    expect(await planned("--for close --doubt worst")).toMatchObject({ code: 1, status: "infeasible" });
  });

  it("does not depend on the order of rows", async () => {
    const turned = {
      ...TOWN,
      zones: TOWN.zones.toReversed(),
      facilities: TOWN.facilities.toReversed(),
      sites: TOWN.sites.toReversed(),
    };
    for (const asked of [
      "--for budget --budget 50",
      "--for most --years 2026-2028 --yearly 20 --carry",
      "--for budget --budget 50 --doubt average",
      "--for close --without S",
    ])
      expect(await planned(asked, turned)).toEqual(await planned(asked));
  });

  it.each([
    ["", "--for"],
    ["--for everything", "--for"],
    ["--for budget", "--budget"],
    ["--for budget --budget -1", "--budget"],
    ["--for budget --budget NaN", "--budget"],
    ["--for close --doubt some", "--doubt"],
    ["--for close --equity 0.5", "--equity"],
    ["--for close --equity more", "--equity"],
    ["--for close --yearly 5", "--yearly is for --years"],
    ["--for close --years 2030-2026", '--years: "2030-2026" is no years'],
    ["--for close --years soon", '--years: "soon" is no years'],
    ["--for close --years 2026-2028 --yearly 5,6", "--yearly: 2 amounts are given for 3 years"],
    ["--for close --years 2026-2028 --yearly 5,,6", '--yearly: "" is no amount'],
    ["--for close --years 2026-2028 --yearly -5", '--yearly: "-5" is no amount'],
    ["--for close --years 2026-2028 --carry", "--carry is for --yearly"],
    ["--for close --budget 5", "--budget is for --for budget"],
    ["--for close --rounds 0", "--rounds"],
    ["--for close --gap -1", "--gap"],
    ["--for close --with S,X", '--with: the project has no facility and no site "X"'],
    ["--for close --with S --without S", '"S" is in --with and in --without'],
  ])("refuses %j in a sentence", async (asked, sentence) => {
    const asking = planned(asked);
    await expect(asking).rejects.toThrow(UsageError);
    await expect(asking).rejects.toThrow(sentence);
  });
});
