import { describe, expect, it } from "vitest";
import { checkProject } from "../../../src/core/model/check-project.ts";
import { outsideOf } from "../../../src/core/model/study-area.ts";
import { aFacility, aProject, aZone, east } from "../../builders/rows.ts";

/** Ten zones, one in each kilometre. */
const ZONES = Array.from({ length: 10 }, (_, i) => aZone(`z${i}`, { at: east(1000 * i) }));

describe("a place outside the study area", () => {
  it("lies more than a kilometre from the outlines of all units", () => {
    const shape = [[[east(0), east(5000), east(5000, 5000), east(0, 5000)]]] as never;
    const units = [{ id: "320302", name: "云龙区", level: "district" as const, shape }];
    const tells = outsideOf(aProject([], [], { units }));
    const code = (x: number, y: number) => tells({ id: "f", at: east(x, y) })?.code;
    expect([code(2500, 2500), code(5990, 2500), code(2500, -990)]).toEqual([undefined, undefined, undefined]);
    expect([code(6020, 2500), code(2500, -1020)]).toEqual(["project.outside-units", "project.outside-units"]);
    // 12 km east of the side, and 5 km north: √(12² + 5²) = 13.
    expect(tells({ id: "f", at: east(17_000, 10_000) })).toMatchObject({
      facts: { km: 13 },
      at: { id: "f" },
    });
    expect(tells({ id: "f" })).toBeUndefined();
  });

  it("lies 30 km and more from the middle of the zones where no unit is drawn", () => {
    // The middle is the sixth of ten, at 5 km.
    const tells = outsideOf(aProject(ZONES, []));
    expect(tells({ id: "f", at: east(34_900) })).toBeUndefined();
    expect(tells({ id: "f", at: east(36_000) })).toMatchObject({
      code: "project.far-away",
      facts: { km: 31 },
    });
    expect(tells({ id: "f", at: { lng: 2.35, lat: 48.85 } })).toBeUndefined();
  });

  it("is not known of few places, nor of a province whose zones all lie far apart", () => {
    const far = { id: "f", at: east(900_000) };
    expect(outsideOf(aProject(ZONES.slice(1), []))(far)).toBeUndefined();
    const apart = Array.from({ length: 40 }, (_, i) => aZone(`z${i}`, { at: east(25_000 * i) }));
    expect(outsideOf(aProject(apart, []))(far)).toBeUndefined();
  });

  it("is told once of each row that lies there", () => {
    const astray = aFacility("f1", { at: east(60_000) });
    const findings = checkProject(aProject(ZONES, [astray, aFacility("f2", { at: east(10) })]));
    expect(findings.filter(({ finding }) => finding.code === "project.far-away")).toMatchObject([
      { table: "facilities", finding: { at: { id: "f1" }, facts: { km: 55 } } },
    ]);
  });
});
