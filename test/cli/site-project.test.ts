import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/cli/command.ts";
import { site } from "../../src/cli/commands/site.ts";
import type { Project } from "../../src/core/model/project.ts";
import type { CandidateSite } from "../../src/core/model/site.ts";
import { ran } from "../builders/printed.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../builders/rows.ts";
import { writtenProject } from "../builders/written-project.ts";

const aSite = (id: string, metres: number, differs: Partial<CandidateSite> = {}): CandidateSite => ({
  ...{ id, kind: "school", at: east(metres), usableArea: 600, storey: 1, fireClass: 2 },
  ...{ titleCertificate: true, expropriationListed: false, cost: 90 },
  ...differs,
});

/** Along a road, walks being 1.3 times as long: A at 0, B at 1000, C at 2000, D at 3000; a centre runs at 0. */
const ROAD: Project = aProject(
  [
    aZone("A", { elderly60: 10 }),
    aZone("B", { at: east(1000), elderly60: 20 }),
    aZone("C", { at: east(2000), elderly60: 40 }),
    aZone("D", { at: east(3000) }),
  ],
  [
    aFacility("F", { ...elderlyRooms(300) }),
    aFacility("H", { status: "handed_over_not_operating", at: east(900), ...elderlyRooms(300) }),
  ],
  { sites: [aSite("S", 1500), aSite("T", 2600), aSite("U", 2000, { titleCertificate: false })] },
);

async function sited(asked: string, project: Project = ROAD) {
  const said: string[] = [];
  const files = { "P.quan": await writtenProject(project) };
  const { code, text } = await ran(site, `--project P.quan --subject elderly ${asked}`, files, said);
  return { code, said, ...JSON.parse(text) };
}

const chosenIn = ({ chosen }: { chosen: readonly { site: string }[] }) => chosen.map(({ site: id }) => id);

describe("quan site on a project", () => {
  it("covers most people with so many new places, beside what runs", async () => {
    const none = await sited("--model cover --p 0");
    expect([none.objective, none.sites, chosenIn(none)]).toEqual([10, ["F"], []]);
    const one = await sited("--model cover --p 1");
    expect([one.status, one.objective, one.sites]).toEqual(["optimal", 70, ["F", "S"]]);
    expect(one.chosen).toEqual([{ site: "S", measure: "S:elderly-300", cost: 45 }]);
    expect(one.unweighed).toEqual(["D"]);
    expect(one.said).toEqual(["Of 1 zones nobody knows the people (elderly60): they weigh nothing."]);
  });

  it("covers most people for money", async () => {
    const idle = await sited("--model cover --budget 30");
    expect([idle.objective, chosenIn(idle)]).toEqual([30, ["H"]]);
  });

  it("covers everybody with the fewest new places, whoever may live there", async () => {
    const all = await sited("--model set-cover");
    expect([all.objective, chosenIn(all)]).toEqual([2, ["S", "T"]]);
    const far = await sited("--model set-cover --without T");
    expect([far.code, far.status]).toEqual([1, "infeasible"]);
    expect(far.reason).toMatch(/^The zone D reaches no site .* within 800 m\. Raise --limit to 1950, /);
  });

  it("gives everybody a second place where one closes, or says who has none", async () => {
    const near = { ...ROAD, zones: ROAD.zones.slice(0, 3), sites: [...ROAD.sites, aSite("V", 300)] };
    const twice = await sited("--model set-cover --backup", near);
    expect([twice.status, twice.objective, chosenIn(twice)]).toEqual(["optimal", 4, ["H", "S", "T", "V"]]);
    const none = await sited("--model set-cover --backup");
    expect([none.status, none.code]).toEqual(["infeasible", 1]);
    expect(none.reason).toMatch(
      /^The zones A and D reach no second site that may be open within 800 m\. Raise/,
    );
  });

  it("walks least, and least far, with so many new places, and opens what has to be", async () => {
    const median = await sited("--model p-median --p 1");
    expect(chosenIn(median)).toEqual(["S"]);
    const centre = await sited("--model p-center --p 1");
    expect([chosenIn(centre), Math.round(centre.objective)]).toEqual([["T"], 1300]);
    const both = await sited("--model p-median --p 2 --with T");
    // B is 130 m from H and C 780 m from T: 33,800 together; with S instead 39,000.
    expect(chosenIn(both)).toEqual(["H", "T"]);
    const many = await sited("--model p-median --p 9");
    expect(many.reason).toBe("--p asks for 9 sites, and 3 may be open. Lower --p to 3, or give more sites.");
  });

  it.each([
    ["--model capacitated", /`quan plan`/],
    ["--model cover --p 1 --graph E.csv", /^--project has customers, sites and distances in it\./],
    ["--model cover --p 1 --with X", /has no facility and no site "X"/],
  ])("says what is wrong with %s", async (asked, sentence) => {
    const error = await sited(asked).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(String((error as Error).message)).toMatch(sentence);
  });
});
