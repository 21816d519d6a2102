import { describe, expect, it } from "vitest";
import { mergeProjects } from "../../../src/core/model/merge-projects.ts";
import { EMPTY_PROJECT, type Project } from "../../../src/core/model/project.ts";
import { shownConflict } from "../../../src/io/merging/shown-conflict.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

const rowIn = (project: Project, table: "zones" | "facilities", id = "") =>
  project[table].find((row: { readonly id: string }) => row.id === id);

/** The conflicts of two versions as they are shown. */
function shown(base: Project, a: Project, b: Project) {
  return mergeProjects(base, a, b).conflicts.map((conflict) => {
    const { table, id } = conflict;
    if (table !== "zones" && table !== "facilities")
      return shownConflict(conflict, { base: undefined, a: undefined, b: undefined });
    return shownConflict(conflict, {
      base: rowIn(base, table, id),
      a: rowIn(a, table, id),
      b: rowIn(b, table, id),
    });
  });
}
const zone = (differs: Parameters<typeof aZone>[1]) =>
  aProject([aZone("Z1", { name: "东园", ...differs })], []);

describe("a conflict, as a person compares both sides", () => {
  it("is told by columns, with texts as they would be typed", () => {
    expect(shown(zone({}), zone({ residents: 3000 }), zone({ residents: 3100 }))).toEqual([
      {
        ...{ table: "zones", ids: ["Z1"], name: "东园" },
        values: [{ column: "residents", member: "residents", base: "2800", a: "3000", b: "3100" }],
      },
    ]);
  });

  it("says of households whether they are an estimate, once", () => {
    const [conflict] = shown(
      zone({}),
      zone({ households: 900, householdsBasis: "estimated" }),
      zone({ households: 900, householdsBasis: "declared" }),
    );
    expect(conflict?.values).toEqual([
      { column: "households", member: "householdsBasis", base: "1000", a: "≈900", b: "900" },
    ]);
  });

  it("says where a row stands, and how large what is drawn is", () => {
    const square = (metres: number) =>
      [[[east(0), east(metres), east(metres, metres), east(0, metres)]]] as const;
    const [place, outline] = shown(
      zone({}),
      zone({ at: east(10), shape: square(100) }),
      zone({ at: east(20), shape: square(200) }),
    );
    expect(place?.values[0]).toMatchObject({ column: "lonlat", base: "117.200000, 34.250000" });
    expect(outline?.values[0]).toMatchObject({ member: "shape" });
    expect(Number.parseInt(outline?.values[0]?.a ?? "", 10)).toBeCloseTo(10_000, -3);
    expect(outline?.values[0]).not.toHaveProperty("base");
  });

  it("tells of a row that one side removed what the other changed of it", () => {
    const withRoom = (area: number) => aProject([], [aFacility("F1", { ...elderlyRooms(area), name: "甲" })]);
    expect(shown(withRoom(100), aProject([], []), withRoom(250))).toEqual([
      {
        ...{ table: "facilities", ids: ["F1"], name: "甲", gone: "a" },
        values: [{ column: "elderly_m2", member: "areas", base: "100", b: "250" }],
      },
    ]);
  });

  it("tells what no column tells apart as it stands", () => {
    const measured = (basis: "gross" | "net") =>
      aProject([], [aFacility("F1", { areas: [{ subject: "elderly", area: 100, basis }] })]);
    const [conflict] = shown(aProject([], [aFacility("F1")]), measured("gross"), measured("net"));
    expect(conflict?.values).toHaveLength(1);
    expect(conflict?.values[0]).toMatchObject({ column: "elderly_m2", a: expect.stringContaining("gross") });
  });

  it("tells of a pair whether each takes it for one place, and of the project what it is called", () => {
    const named = (name: string, same: boolean): Project => ({
      ...EMPTY_PROJECT,
      name,
      duplicateDecisions: [{ facilities: ["F2", "F1"], same }],
    });
    expect(shown(EMPTY_PROJECT, named("东", true), named("西", false))).toEqual([
      { table: "project", ids: [], values: [] },
      {
        ...{ table: "duplicateDecisions", ids: ["F1", "F2"] },
        values: [{ member: "same", a: "true", b: "false" }],
      },
    ]);
  });
});
