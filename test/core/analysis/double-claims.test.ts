import { expect, it } from "vitest";
import { doubleClaims } from "../../../src/core/analysis/double-claims.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import type { ResidentialZone } from "../../../src/core/model/residential-zone.ts";
import { aFacility, aProject, aZone, elderlyRooms } from "../../builders/rows.ts";

const pooling = (...zones: string[]) => ({ pooling: { zones, approvedBy: "资规局", date: "2023-05-01" } });
const phase = (no: number, ...facilities: string[]) => ({ no, households: 100, facilities });

/** Who claims the rooms of which facility. */
function claims(
  facilities: readonly Facility[],
  zones: readonly ResidentialZone[] = [aZone("A"), aZone("B")],
  groups: readonly (readonly number[])[] = [],
) {
  return doubleClaims(aProject(zones, facilities), { groups, perhaps: [] }).map(({ at, facts }) => [
    at.id,
    facts,
  ]);
}

it("zones claim the same rooms by the row, the agreement, a phase, or rows taken for one", () => {
  const twice = { name: "F", zones: ["A", "B"] };
  expect(claims([aFacility("F", { zone: "A", ...pooling("B") })])).toEqual([["F", twice]]);
  const phased = [aZone("A"), aZone("B", { phases: [phase(1, "F")] })];
  expect(claims([aFacility("F", { zone: "A" })], phased)).toEqual([["F", twice]]);
  const both = [aZone("A", { phases: [phase(1, "F")] }), aZone("B", { phases: [phase(1, "F")] })];
  expect(claims([aFacility("F")], both)).toEqual([["F", twice]]);
  expect(claims([aFacility("F", { zone: "A" }), aFacility("G", { zone: "B" })], [], [[0, 1]])).toEqual([
    ["F", twice],
  ]);
});

it("rooms of one zone, or shared by an agreement of all that claim them, are claimed once", () => {
  expect(claims([aFacility("F", { zone: "A", ...pooling("A", "B") }), aFacility("G")])).toEqual([]);
  const phased = [aZone("A", { phases: [phase(1, "F"), phase(2, "F")] }), aZone("B")];
  expect(claims([aFacility("F", { zone: "A" })], phased)).toEqual([]);
  expect(claims([aFacility("F", { zone: "A" }), aFacility("G", { zone: "A" })], [], [[0, 1]])).toEqual([]);
});

it("programmes claim the same m² where functional areas are more than the building", () => {
  const areas = [
    { subject: "elderly" as const, area: 300 },
    { subject: "childcare" as const, area: 150.5 },
  ];
  expect(claims([aFacility("F", { areas, totalArea: 450 })])).toEqual([
    ["F", { name: "F", sum: 450.5, total: 450 }],
  ]);
  expect(claims([aFacility("F", { areas, totalArea: 450.5 }), aFacility("G", elderlyRooms(3))])).toEqual([]);
});
