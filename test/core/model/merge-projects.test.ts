import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical } from "../../../src/core/base/digest.ts";
import { mergeProjects } from "../../../src/core/model/merge-projects.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { randomlyEdited, randomProject } from "../../builders/random-project.ts";
import { aFacility, aProject, aZone, elderlyRooms } from "../../builders/rows.ts";

const BASE = aProject(
  [aZone("Z1"), aZone("Z2")],
  [aFacility("F1", elderlyRooms(100)), aFacility("F2", elderlyRooms(200))],
);
const withZone = (differs: Parameters<typeof aZone>[1]) =>
  aProject([aZone("Z1", differs), aZone("Z2")], BASE.facilities);

describe("two projects made of one", () => {
  it("are joined row by row and field by field", () => {
    // One office counts households anew and removes F2, the other counts residents anew and adds F3.
    const a = aProject(
      [aZone("Z1", { households: 1100 }), aZone("Z2")],
      [aFacility("F1", elderlyRooms(100))],
    );
    const b = aProject(
      [aZone("Z1", { residents: 3000 }), aZone("Z2")],
      [...BASE.facilities, aFacility("F3", elderlyRooms(300))],
    );
    expect(mergeProjects(BASE, a, b)).toEqual({
      conflicts: [],
      project: aProject(
        [aZone("Z1", { households: 1100, residents: 3000 }), aZone("Z2")],
        [aFacility("F1", elderlyRooms(100)), aFacility("F3", elderlyRooms(300))],
      ),
    });
  });

  it("are in conflict where both changed a field, each in its own way; what is taken is said", () => {
    const [a, b] = [withZone({ residents: 3000 }), withZone({ residents: 3100, households: 900 })];
    const conflict = {
      ...{ table: "zones", id: "Z1", field: "residents+residentsBasis" },
      ...{ base: { residents: 2800 }, a: { residents: 3000 }, b: { residents: 3100 } },
    };
    expect(mergeProjects(BASE, a, b)).toEqual({ conflicts: [conflict] });
    for (const [take, residents] of [
      ["a", 3000],
      ["b", 3100],
    ] as const) {
      const { project, conflicts } = mergeProjects(BASE, a, b, take);
      expect(conflicts).toEqual([conflict]);
      expect(project?.zones[0]).toEqual(aZone("Z1", { residents, households: 900 }));
    }
  });

  it("do not lose a row that one removed and the other changed", () => {
    const a = aProject(BASE.zones, [aFacility("F1", elderlyRooms(100))]);
    const b = aProject(BASE.zones, [aFacility("F1", elderlyRooms(100)), aFacility("F2", elderlyRooms(250))]);
    const conflict = { table: "facilities", id: "F2", base: BASE.facilities[1], b: b.facilities[1] };
    expect(mergeProjects(BASE, a, b)).toEqual({ conflicts: [conflict] });
    expect(mergeProjects(BASE, a, b, "a").project?.facilities).toHaveLength(1);
    expect(mergeProjects(BASE, a, b, "b").project?.facilities).toHaveLength(2);
  });

  it("never join a number of one with what the other says it is", () => {
    // An estimate that became a count must not be taken for the other office's number.
    const base = withZone({ householdsBasis: "estimated" });
    const a = withZone({ householdsBasis: "declared" });
    const b = withZone({ householdsBasis: "estimated", households: 1200 });
    expect(mergeProjects(base, a, b).conflicts.map(({ field }) => field)).toEqual([
      "households+householdsBasis",
    ]);
  });

  it("take a value away that one took away, and both rows of one id that both added alike", () => {
    const { residents: _residents, ...unknown } = aZone("Z1");
    const a = aProject([unknown, aZone("Z2"), aZone("Z3")], BASE.facilities);
    const b = aProject([aZone("Z1"), aZone("Z2"), aZone("Z3")], BASE.facilities);
    expect(mergeProjects(BASE, a, b)).toEqual({ conflicts: [], project: a });
  });

  it("join what is set for the analysis, by parameter", () => {
    const of = (project: Project, parameters: Project["parameters"]): Project =>
      parameters ? { ...project, parameters } : project;
    const base = of(BASE, { detour: 1.3, year: 2025 });
    const a = of(BASE, { detour: 1.4, year: 2025 });
    const b = of(BASE, { detour: 1.3, year: 2025, supply: "floating" });
    expect(mergeProjects(base, a, b).project?.parameters).toEqual({
      ...{ detour: 1.4, year: 2025, supply: "floating" },
    });
    expect(mergeProjects(base, a, of(BASE, { detour: 1.5 })).conflicts).toEqual([
      { table: "parameters", field: "detour", base: 1.3, a: 1.4, b: 1.5 },
    ]);
  });
});

describe("the laws of a merge", () => {
  const options = { seed: 11, numRuns: process.env.QUAN_LONG ? 3000 : 150 };
  const edits = fc.tuple(
    fc.nat(50),
    fc.array(fc.nat(), { maxLength: 6 }),
    fc.array(fc.nat(), { maxLength: 6 }),
  );
  const versions = ([seed, forA, forB]: [number, number[], number[]]) => {
    const base = randomProject(seed, 8, 10);
    return [base, forA.reduce(randomlyEdited, base), forB.reduce(randomlyEdited, base)] as const;
  };
  const plain = (project: Project | undefined) => canonical(project);

  it("one made of nothing else is itself; unchanged gives the other", () => {
    fc.assert(
      fc.property(edits, (given) => {
        const [base, a] = versions(given);
        expect(mergeProjects(base, a, a)).toEqual({ conflicts: [], project: a });
        expect(mergeProjects(base, base, a)).toEqual({ conflicts: [], project: a });
        expect(mergeProjects(base, a, base)).toEqual({ conflicts: [], project: a });
      }),
      options,
    );
  });

  it("exchanged sides give the same, with the sides of the conflicts exchanged", () => {
    fc.assert(
      fc.property(edits, (given) => {
        const [base, a, b] = versions(given);
        const [one, other] = [mergeProjects(base, a, b), mergeProjects(base, b, a)];
        expect(plain(one.project)).toBe(plain(other.project));
        const turned = other.conflicts.map(({ a: theirs, b: mine, ...rest }) => ({
          ...rest,
          a: mine,
          b: theirs,
        }));
        expect(canonical(one.conflicts)).toBe(canonical(turned));
        expect(plain(mergeProjects(base, a, b, "a").project)).toBe(
          plain(mergeProjects(base, b, a, "b").project),
        );
      }),
      options,
    );
  });

  it("loses no row: each is there, or a side removed it that saw it as it is", () => {
    fc.assert(
      fc.property(edits, fc.constantFrom("a" as const, "b" as const), (given, take) => {
        const [base, a, b] = versions(given);
        const { project, conflicts } = mergeProjects(base, a, b, take);
        for (const table of ["zones", "facilities"] as const) {
          const there = new Set(project?.[table].map(({ id }) => id));
          for (const [mine, theirs, side] of [
            [a, b, "b"],
            [b, a, "a"],
          ] as const) {
            for (const row of mine[table]) {
              const gone = !theirs[table].some(({ id }) => id === row.id);
              const unchanged = base[table].some((old) => canonical(old) === canonical(row));
              const decided =
                take === side && conflicts.some((one) => one.table === table && one.id === row.id);
              expect(there.has(row.id)).toBe(!(gone && (unchanged || decided)));
            }
          }
        }
      }),
      options,
    );
  });
});
