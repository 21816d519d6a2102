import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../../src/core/base/outcome.ts";
import { changeZone, type ZoneChange } from "../../../../src/core/model/edits/change-zone.ts";
import type { Patch } from "../../../../src/core/model/patch.ts";
import { value } from "../../../builders/outcomes.ts";
import { aProject, aZone } from "../../../builders/rows.ts";

const PROJECT = aProject(
  [
    aZone("Z1", { elderly60: 300 }),
    aZone("ESTIMATED", { householdsBasis: "estimated" }),
    aZone("WHOSE", { unread: ["residents"] }),
    { id: "HOW_MANY", unread: ["grantDate", "residents"] },
  ],
  [],
);
const change = (id: string, to: ZoneChange) => changeZone(PROJECT, { id, change: to });
const made = (outcome: Outcome<Patch>) => value(outcome).zones?.[0]?.after;
const why = (outcome: Outcome<Patch>) => outcome.issues.map(({ code, facts }) => ({ code, ...facts }));

describe("changing a zone", () => {
  it("sets what is stated and takes away what is not known any more", () => {
    const to = { households: 900, elderly60: undefined, status: "new" as const, name: "东园" };
    const { elderly60: _elderly60, ...rest } = PROJECT.zones.find(({ id }) => id === "Z1") ?? aZone("Z1");
    expect(made(change("Z1", to))).toEqual({ ...rest, households: 900, status: "new", name: "东园" });
  });

  it("takes stated households for no estimate, be they as many or unknown", () => {
    expect(made(change("ESTIMATED", { households: 1000 }))).not.toHaveProperty("householdsBasis");
    expect(made(change("ESTIMATED", { households: undefined }))).not.toHaveProperty("householdsBasis");
    expect(made(change("ESTIMATED", { residents: 5 }))).toHaveProperty("householdsBasis", "estimated");
  });

  it("keeps the doubt whose residents they are until it is said, and how many there are until a number is", () => {
    expect(made(change("WHOSE", { residents: 10 }))?.unread).toEqual(["residents"]);
    expect(made(change("WHOSE", { residentsBasis: "resident" }))).not.toHaveProperty("unread");
    expect(made(change("HOW_MANY", { residentsBasis: "resident" }))?.unread).toContain("residents");
    expect(made(change("HOW_MANY", { residents: 10 }))?.unread).toEqual(["grantDate"]);
  });

  it("is refused where it makes no sense", () => {
    expect(why(change("none", { residents: 1 }))).toEqual([{ code: "edit.unknown-zone", id: "none" }]);
    expect(why(change("Z1", { households: 1000 }))).toEqual([{ code: "edit.nothing-changed", id: "Z1" }]);
    expect(why(change("Z1", { households: -1 }))).toEqual([{ code: "edit.impossible-number", value: "-1" }]);
    expect(why(change("Z1", { under3: 1.5, residentialArea: -2 }))).toHaveLength(2);
    expect(why(change("Z1", { status: "old" as "new" }))).toMatchObject([{ code: "edit.unknown-status" }]);
  });
});
