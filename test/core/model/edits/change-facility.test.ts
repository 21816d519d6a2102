import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../../src/core/base/outcome.ts";
import { applyPatch } from "../../../../src/core/model/apply-patch.ts";
import {
  addFacility,
  changeFacility,
  closeFacility,
  deleteFacility,
  reopenFacility,
} from "../../../../src/core/model/edits/change-facility.ts";
import type { FacilityChange } from "../../../../src/core/model/edits/facility-change.ts";
import { inverse } from "../../../../src/core/model/inverse.ts";
import type { Patch } from "../../../../src/core/model/patch.ts";
import { value } from "../../../builders/outcomes.ts";
import { aFacility, aProject, aZone, elderlyRooms } from "../../../builders/rows.ts";

const PROJECT = aProject(
  [aZone("Z1"), aZone("Z2"), aZone("Z3", { phases: [{ no: 1, households: 40, facilities: ["IN_PHASE"] }] })],
  [
    aFacility("A", { ...elderlyRooms(300), phone: "0516-1", beds: 12 }),
    aFacility("B", { status: "planned" }),
    aFacility("IN_PHASE"),
    aFacility("POOL", {
      zone: "Z1",
      pooling: { zones: ["Z1", "Z2"], approvedBy: "资规局", date: "2024-06-30" },
    }),
    aFacility("UNREAD", { unread: ["beds", "elderlyArea", "storey"] }),
  ],
  {
    duplicateDecisions: [
      { facilities: ["A", "B"], same: false },
      { facilities: ["B", "POOL"], same: true },
    ],
  },
);

const why = (outcome: Outcome<Patch>) => outcome.issues.map(({ code, facts }) => ({ code, ...facts }));
const change = (id: string, to: FacilityChange) => changeFacility(PROJECT, { id, change: to });
const made = (outcome: Outcome<Patch>) => value(outcome).facilities?.[0]?.after;

describe("changing a facility", () => {
  it("sets what is stated, takes away what is not known any more, and leaves the rest", () => {
    const areas = elderlyRooms(350).areas;
    const to = { areas, phone: undefined, hours: "8-17", zone: "Z1", shared: true };
    const { phone: _phone, ...rest } = PROJECT.facilities[0] ?? aFacility("A");
    expect(made(change("A", to))).toEqual({ ...rest, areas, hours: "8-17", zone: "Z1", shared: true });
  });

  it("takes what is stated now for no doubt any more", () => {
    expect(made(change("UNREAD", { beds: 20 }))?.unread).toEqual(["elderlyArea", "storey"]);
    expect(made(change("UNREAD", { ...elderlyRooms(0), beds: 0 }))?.unread).toEqual(["storey"]);
    expect(made(change("UNREAD", { storey: undefined, phone: "1" }))?.unread).toHaveLength(3);
    const all = made(change("UNREAD", { ...elderlyRooms(10), beds: 1, storey: 2 }));
    expect(all && "unread" in all).toBe(false);
  });

  it("is refused where it makes no sense, with what and why", () => {
    expect(why(change("none", { beds: 1 }))).toEqual([{ code: "edit.unknown-facility", id: "none" }]);
    expect(why(change("A", { beds: 12 }))).toEqual([{ code: "edit.nothing-changed", id: "A" }]);
    expect(why(change("A", { zone: "Z9" }))).toEqual([{ code: "edit.unknown-zone", id: "Z9" }]);
    for (const wrong of [
      { beds: -1 },
      { slots: 2.5 },
      { storey: 1.5 },
      { investment: -1 },
      { opens: 2027.5 },
      { landArea: Number.NaN },
      elderlyRooms(-3),
    ])
      expect(why(change("A", wrong))).toMatchObject([{ code: "edit.impossible-number" }]);
    expect(why(change("A", { kind: "E_NONE" as "E_MEAL" }))).toEqual([
      { code: "row.kind-unknown", kind: "E_NONE" },
    ]);
    expect(why(change("A", { status: "gone" as "built" }))).toMatchObject([
      { code: "edit.unknown-status", status: "gone" },
    ]);
    expect(why(change("A", { at: { lng: 200, lat: 34 } }))).toMatchObject([{ code: "edit.no-place" }]);
    expect(why(change("POOL", { pooling: { zones: ["Z1", "Z8"] } }))).toEqual([
      { code: "edit.unknown-zone", id: "Z8" },
    ]);
  });

  it("does not leave an agreement without the zone whose rooms it is about", () => {
    expect(why(change("POOL", { zone: undefined }))).toEqual([
      { code: "edit.pooling-without-zone", zones: ["Z1", "Z2"] },
    ]);
    expect(change("POOL", { zone: undefined, pooling: undefined }).ok).toBe(true);
    expect(change("POOL", { zone: "Z2" }).ok).toBe(true);
  });
});

describe("adding a facility", () => {
  it("takes it in, in its place; its inverse takes it out", () => {
    const patch = value(addFacility(PROJECT, aFacility("AA", { zone: "Z2" })));
    const added = value(applyPatch(PROJECT, patch));
    expect(added.facilities.map(({ id }) => id)).toEqual(["A", "AA", "B", "IN_PHASE", "POOL", "UNREAD"]);
    expect(value(applyPatch(added, inverse(patch)))).toEqual(PROJECT);
  });

  it("is refused without an id, with one that is taken, and in a zone that is not there", () => {
    expect(why(addFacility(PROJECT, aFacility(" ")))).toEqual([{ code: "row.id-missing" }]);
    expect(why(addFacility(PROJECT, aFacility("A")))).toEqual([{ code: "edit.id-taken", id: "A" }]);
    expect(why(addFacility(PROJECT, aFacility("N", { zone: "Z9", slots: -1 })))).toMatchObject([
      { code: "edit.unknown-zone" },
      { code: "edit.impossible-number" },
    ]);
  });
});

describe("closing and reopening", () => {
  it("closes what runs, and brings it back to what it was before, or to unknown", () => {
    const closed = value(applyPatch(PROJECT, value(closeFacility(PROJECT, { id: "B" }))));
    expect(closed.facilities[1]?.status).toBe("closed");
    const back = value(reopenFacility(closed, { id: "B", status: "planned" }));
    expect(value(applyPatch(closed, back))).toEqual(PROJECT);
    expect(made(reopenFacility(closed, { id: "B" }))).not.toHaveProperty("status");
    expect(why(closeFacility(closed, { id: "B" }))).toEqual([{ code: "edit.closed-already", id: "B" }]);
    expect(why(reopenFacility(closed, { id: "B", status: "converted" }))).toMatchObject([
      { code: "edit.open-already" },
    ]);
  });

  it("is refused for what is open, and what nobody knows", () => {
    expect(why(reopenFacility(PROJECT, { id: "B" }))).toEqual([{ code: "edit.open-already", id: "B" }]);
    expect(why(reopenFacility(PROJECT, { id: "?" }))).toEqual([{ code: "edit.unknown-facility", id: "?" }]);
    expect(why(closeFacility(PROJECT, { id: "?" }))).toEqual([{ code: "edit.unknown-facility", id: "?" }]);
  });
});

describe("deleting a facility", () => {
  it("takes it out with the rulings on it alone; its inverse brings all back", () => {
    const patch = value(deleteFacility(PROJECT, { id: "A" }));
    const left = value(applyPatch(PROJECT, patch));
    expect(left.facilities.map(({ id }) => id)).toEqual(["B", "IN_PHASE", "POOL", "UNREAD"]);
    expect(left.duplicateDecisions).toEqual([{ facilities: ["B", "POOL"], same: true }]);
    expect(value(applyPatch(left, inverse(patch)))).toEqual(PROJECT);
    expect(value(deleteFacility(PROJECT, { id: "UNREAD" })).settings).toBeUndefined();
  });

  it("is refused while zones pool its rooms or a phase names it", () => {
    expect(why(deleteFacility(PROJECT, { id: "POOL" }))).toEqual([
      { code: "edit.facility-pools", id: "POOL", zones: ["Z2"] },
    ]);
    expect(why(deleteFacility(PROJECT, { id: "IN_PHASE" }))).toEqual([
      { code: "edit.facility-in-phase", id: "IN_PHASE", zones: ["Z3"] },
    ]);
    expect(why(deleteFacility(PROJECT, { id: "?" }))).toEqual([{ code: "edit.unknown-facility", id: "?" }]);
  });
});
