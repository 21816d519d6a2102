import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/cli/command.ts";
import { plan } from "../../src/cli/commands/plan.ts";
import { verify } from "../../src/cli/commands/verify.ts";
import { ran } from "../builders/printed.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../builders/rows.ts";
import { writtenProject } from "../builders/written-project.ts";

const COSTS = "kind,per_m2,once,yearly\nhand_over,0,5,0.01\nconvert,0.2,0,0.02\n";
/** Two zones that lack 200 m² each, rooms not handed over, and a site that takes a year. */
const P = await writtenProject(
  aProject(
    [aZone("A"), aZone("B", { at: east(300) })],
    [
      aFacility("N", { kind: "C_COMMUNITY", slots: 200, at: east(100) }),
      aFacility("H", { status: "built_not_handed_over", at: east(200), ...elderlyRooms(100) }),
    ],
    {
      sites: [
        {
          ...{ id: "S", kind: "school", at: east(100), usableArea: 600, storey: 1 },
          ...{ titleCertificate: true, expropriationListed: false },
        },
      ],
    },
  ),
);

type Json = Record<string, unknown>;

async function planned(asked: string): Promise<Json> {
  return JSON.parse((await ran(plan, `P.quan ${asked}`, { "P.quan": P, "C.csv": COSTS })).text);
}

async function verified(written: unknown, costs = "") {
  const files = { "P.quan": P, "C.csv": COSTS, "PLAN.json": JSON.stringify(written) };
  const { code, text } = await ran(verify, `PLAN.json P.quan${costs}`, files);
  return { code, ...JSON.parse(text) } as {
    code: number;
    ok: boolean;
    wrong: { check: string; at: string }[];
  };
}

const ASKED = [
  "--for close",
  "--for most",
  "--for budget --budget 50",
  "--for budget --budget 50 --doubt worst",
  "--for close --years 2026-2028",
  "--for budget --years 2026-2029 --yearly 60,40,40,40 --carry",
  "--for most --years 2026-2028 --yearly 100 --doubt average",
  "--for close --without S",
  "--for budget --budget 5 --equity 4",
  "--for budget --years 2026-2028 --yearly 30 --equity 4",
  "--for budget --budget 5 --equity 4 --doubt worst",
];

describe("quan verify of a plan", () => {
  it("asks for the project where a plan stands alone", async () => {
    const files = { "PLAN.json": JSON.stringify(await planned("--for close")) };
    await expect(ran(verify, "PLAN.json", files)).rejects.toThrow(
      "PLAN.json is a plan. Give the project that it was made for beside it.",
    );
  });

  it.each(ASKED)("finds nothing wrong in what was printed of %s", async (asked) => {
    expect(await verified(await planned(asked))).toMatchObject({ code: 0, ok: true, wrong: [] });
  });

  it("finds nothing wrong where rooms get in each other's way, so that nothing is proved", async () => {
    const nursery = aFacility("N", { kind: "C_COMMUNITY", slots: 100, at: east(100) });
    const runs = aFacility("F", { name: "颐养之家", ...elderlyRooms(200) });
    const comes = aFacility("G", { name: "颐养之家", status: "planned", ...elderlyRooms(50) });
    const zones = [aZone("A"), aZone("B", { at: east(100), households: 100, residents: 280 })];
    const project = await writtenProject(aProject(zones, [nursery, runs, comes]));
    for (const asked of ["--for budget --budget 500", "--for most", "--for budget --budget 9 --equity 4"]) {
      const written = (await ran(plan, `P.quan ${asked}`, { "P.quan": project })).text;
      expect(JSON.parse(written)).toMatchObject({ status: "feasible" });
      const files = { "P.quan": project, "PLAN.json": written };
      expect(JSON.parse((await ran(verify, "PLAN.json P.quan", files)).text)).toMatchObject({ wrong: [] });
    }
  });

  it("adds up with the costs that it was made with, and only with these", async () => {
    const own = await planned("--for budget --years 2026-2027 --yearly 80 --costs C.csv");
    expect(await verified(own, " --costs C.csv")).toMatchObject({ code: 0, wrong: [] });
    await expect(verified(own)).rejects.toThrow("Give them with --costs.");
    await expect(verified(await planned("--for most"), " --costs C.csv")).rejects.toThrow(
      "Leave --costs out.",
    );
  });

  const YEARS = "--for budget --years 2026-2029 --yearly 60,40,40,40 --carry";
  it.each<[string, string, string, (written: Json) => void]>([
    ["a cost", "--for close", "costs", (of) => (of["cost"] = Number(of["cost"]) - 1)],
    [
      "the cost of a measure",
      YEARS,
      "measures",
      (of) => (measuresIn(of)[0] = { ...measuresIn(of)[0], cost: 1 }),
    ],
    [
      "a measure that cannot be",
      "--for close",
      "measures",
      (of) => measuresIn(of).push({ id: "S:pool", cost: 0 }),
    ],
    [
      "two things at one place",
      "--for close",
      "places",
      (of) => measuresIn(of).push({ ...measuresIn(of)[0] }),
    ],
    ["a budget that is less", "--for budget --budget 50", "purses", (of) => (askedIn(of)["budget"] = 4)],
    ["a purse that is less", YEARS, "purses", (of) => (askedIn(of)["yearly"] = [1, 1, 1, 1])],
    ["money that is not carried", YEARS, "purses", (of) => (askedIn(of)["carry"] = false)],
    ["a year too early", YEARS, "measures", (of) => setYear(of, 2026)],
    ["a place that was barred", "--for close", "places", (of) => (askedIn(of)["without"] = ["S"])],
    [
      "a place that was asked for",
      "--for budget --budget 0",
      "places",
      (of) => (askedIn(of)["with"] = ["S"]),
    ],
    ["what is missing", "--for most", "missing of plans", (of) => (firstOf(of, "missing")["after"] = 1)],
    ["what was missing", "--for most", "missing of plans", (of) => (firstOf(of, "missing")["before"] = 1)],
    ["a date of a zone", YEARS, "dates of zones", (of) => (firstOf(of, "zones")["year"] = 2026)],
    ["what a year lacks", YEARS, "years", (of) => (firstOf(of, "years")["missing"] = [])],
    ["what a year costs", YEARS, "costs", (of) => (firstOf(of, "years")["cost"] = 0)],
    ["a case", "--for most --doubt worst", "cases of doubt", (of) => (firstOf(of, "cases")["lack"] = 0.001)],
    [
      "how many are served which share",
      "--for most",
      "zones by share",
      (of) => (firstOf(of, "shares")["after"] = [9, 0, 0, 0]),
    ],
    ["an equity", "--for budget --budget 5 --equity 4", "objective", (of) => (askedIn(of)["equity"] = 3)],
    ["an objective", "--for budget --budget 50", "objective", (of) => (of["objective"] = 0.1)],
    ["a bound above it", "--for budget --budget 50", "objective", (of) => (of["bound"] = 9)],
    [
      "a question that something answers",
      "--for close --without S,H",
      "shortages that stay",
      (of) => (askedIn(of)["for"] = "most"),
    ],
    [
      "who stays short",
      "--for close --without S,H",
      "shortages that stay",
      (of) => (firstOf(of, "lacking")["missing"] = 9),
    ],
    [
      "a shortage that stays",
      "--for close --without S,H",
      "shortages that stay",
      (of) => (of["lacking"] = []),
    ],
    ["a refusal", "--for close", "refusals", (of) => (of["refused"] = [{ site: "T", why: "no-title" }])],
    ["a best that is none", "--for budget --budget 50", "objective", (of) => (of["bound"] = 0.01)],
    ["a gap", "--for close", "objective", (of) => (of["gap"] = 0.5)],
    [
      "a plan that does not close",
      "--for budget --budget 5",
      "objective",
      (of) => (askedIn(of)["for"] = "close"),
    ],
  ])("finds %s that was changed", async (_, asked, check, change) => {
    const written = await planned(asked);
    change(written);
    const { code, ok, wrong } = await verified(written);
    expect([code, ok]).toEqual([1, false]);
    expect(wrong.map((each) => each.check)).toContain(check);
  });

  it("refuses what is no plan in a sentence", async () => {
    const asking = verified({ status: "optimal" });
    await expect(asking).rejects.toThrow(UsageError);
    await expect(asking).rejects.toThrow("Give what quan plan printed");
  });
});

function measuresIn(of: Json): Json[] {
  return of["measures"] as Json[];
}

function askedIn(of: Json): Json {
  return of["asked"] as Json;
}

function firstOf(of: Json, key: string): Json {
  return (of[key] as Json[])[0] as Json;
}

/** Of the one that takes its time. */
function setYear(of: Json, year: number): void {
  for (const measure of measuresIn(of)) if (measure["earliest"] !== undefined) measure["year"] = year;
}
