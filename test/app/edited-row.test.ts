import { expect, test } from "vitest";
import { editedRow } from "../../src/app/derived/edited-row.ts";
import { statusBefore } from "../../src/app/derived/status-before.ts";
import type { Facility } from "../../src/core/model/facility.ts";
import type { ResidentialZone } from "../../src/core/model/residential-zone.ts";
import type { CandidateSite } from "../../src/core/model/site.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { projectView } from "../../workers/views/project-view.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../builders/rows.ts";

const F = aFacility("F", { ...elderlyRooms(150), name: "甲" });
const G = aFacility("G");
const Z = aZone("Z");
const view = (facilities: readonly Facility[], zones: readonly ResidentialZone[] = [Z]) =>
  projectView(aProject(zones, facilities), shippedStandards());

test("the one row that is different is told with what became of it", () => {
  const before = view([F, G]);
  const told = (facilities: readonly Facility[], zones?: readonly ResidentialZone[]) =>
    editedRow(before, view(facilities, zones));
  expect(told([F, G])).toBeUndefined();
  expect(told([F])).toEqual({ name: "G", table: "facilities", how: "removed" });
  expect(told([F, G, aFacility("A")])).toEqual({ name: "A", table: "facilities", how: "added" });
  expect(told([{ ...F, ...elderlyRooms(160) }, G])).toEqual({
    name: "甲",
    table: "facilities",
    how: "edited",
  });
  expect(told([{ ...F, status: "closed" }, G])).toEqual({ name: "甲", table: "facilities", how: "closed" });
  expect(editedRow(view([{ ...F, status: "closed" }, G]), before)).toEqual({
    name: "甲",
    table: "facilities",
    how: "reopened",
  });
  expect(told([F, G], [{ ...Z, households: 5 }])).toEqual({ name: "Z", table: "zones", how: "edited" });
  expect(told([F, G], [])).toEqual({ name: "Z", table: "zones", how: "removed" });
  expect(told([{ ...F, status: "closed" }])).toBeUndefined();
  expect(told([{ ...F, slots: 3 }, G], [{ ...Z, households: 5 }])).toBeUndefined();
});

test("a candidate site is told as any other row", () => {
  const of = (sites: readonly CandidateSite[], facilities: readonly Facility[] = [F]) =>
    projectView(aProject([Z], facilities, { sites }), shippedStandards());
  const site: CandidateSite = { id: "S", name: "旧门面", at: east(0) };
  const before = of([site]);
  expect(editedRow(of([]), before)).toEqual({ name: "旧门面", table: "sites", how: "added" });
  expect(editedRow(before, of([]))).toEqual({ name: "旧门面", table: "sites", how: "removed" });
  expect(editedRow(before, of([{ ...site, at: east(5) }]))).toEqual({
    name: "旧门面",
    table: "sites",
    how: "edited",
  });
  const larger = of([{ ...site, usableArea: 420 }]);
  expect(editedRow(before, larger)).toEqual({ name: "旧门面", table: "sites", how: "edited" });
  expect(editedRow(larger, of([{ ...site, usableArea: 420 }]))).toBeUndefined();
  expect(editedRow(before, of([], []))).toBeUndefined();
});

test("an outline that is another is told as that, unless more of the zone is different", () => {
  const square = (width: number): ResidentialZone["shape"] => [
    [[east(0), east(width), east(width, width), east(0, width)]],
  ];
  const zones = (width: number, differs: Partial<ResidentialZone> = {}) =>
    view([F], [aZone("Y", { shape: square(50) ?? [] }), { ...Z, shape: square(width) ?? [], ...differs }]);
  const told = (after: ReturnType<typeof view>) => editedRow(zones(100), after);
  expect(told(zones(100))).toBeUndefined();
  expect(told(zones(120))).toEqual({ name: "Z", table: "zones", how: "outlined" });
  expect(told(zones(100, { at: east(9) }))).toEqual({ name: "Z", table: "zones", how: "outlined" });
  expect(told(zones(120, { households: 5 }))).toEqual({ name: "Z", table: "zones", how: "edited" });
});

test("what a facility was before it was closed is what the last closing says", () => {
  const closing = (from: Facility, to: Facility) => ({
    patch: { facilities: [{ before: from, after: to }] },
  });
  const planned: Facility = { ...F, status: "planned" };
  const closed: Facility = { ...F, status: "closed" };
  const { status: _status, ...unsaid } = F;
  expect(statusBefore([closing(F, closed)], "F")).toBe("built");
  expect(statusBefore([closing(F, closed), closing(closed, planned), closing(planned, closed)], "F")).toBe(
    "planned",
  );
  expect(statusBefore([closing(F, closed), closing(closed, { ...closed, beds: 3 })], "F")).toBe("built");
  expect(statusBefore([closing(unsaid, closed)], "F")).toBeUndefined();
  expect(statusBefore([closing(F, closed)], "G")).toBeUndefined();
  expect(statusBefore([], "F")).toBeUndefined();
});
