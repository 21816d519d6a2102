import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../../src/core/base/outcome.ts";
import { applyPatch } from "../../../../src/core/model/apply-patch.ts";
import {
  addSite,
  changeSite,
  deleteSite,
  type SiteChange,
} from "../../../../src/core/model/edits/change-site.ts";
import { inverse } from "../../../../src/core/model/inverse.ts";
import type { Patch } from "../../../../src/core/model/patch.ts";
import type { CandidateSite } from "../../../../src/core/model/site.ts";
import { value } from "../../../builders/outcomes.ts";
import { aFacility, aProject, aZone, east } from "../../../builders/rows.ts";

const SHOP: CandidateSite = { id: "S2", name: "旧门面", at: east(100), usableArea: 420, ways: ["lease"] };
const PROJECT = aProject([aZone("Z1")], [aFacility("A")], {
  sites: [{ id: "S1", at: east(0) }, SHOP],
});

const why = (outcome: Outcome<Patch>) =>
  outcome.issues.map(({ code, facts, at }) => ({ code, ...facts, column: at.column }));
const change = (id: string, to: SiteChange) => changeSite(PROJECT, { id, change: to });

describe("editing candidate sites", () => {
  it("adds one among the others, and is taken back", () => {
    const site: CandidateSite = { id: "S15", at: east(50), enlarges: "A", zone: "Z1" };
    const patch = value(addSite(PROJECT, site));
    const after = value(applyPatch(PROJECT, patch));
    expect(after.sites.map(({ id }) => id)).toEqual(["S1", "S15", "S2"]);
    expect(value(applyPatch(after, inverse(patch))).sites).toEqual(PROJECT.sites);
  });

  it("sets what is stated, takes away what is not known any more, and leaves the rest", () => {
    const [row] = value(change("S2", { ways: ["buy", "lease"], name: undefined, at: east(9) })).sites ?? [];
    expect(row).toEqual({
      before: SHOP,
      after: { id: "S2", at: east(9), usableArea: 420, ways: ["buy", "lease"] },
    });
  });

  it("deletes one, with nothing else", () => {
    expect(value(deleteSite(PROJECT, { id: "S2" }))).toEqual({ sites: [{ before: SHOP }] });
  });

  it("is refused where it makes no sense, with what and where", () => {
    expect(why(addSite(PROJECT, { ...SHOP, id: " " }))).toMatchObject([{ code: "row.id-missing" }]);
    expect(why(addSite(PROJECT, SHOP))).toEqual([{ code: "edit.site-id-taken", id: "S2", column: "id" }]);
    expect(why(change("S9", { storey: 1 }))).toMatchObject([{ code: "edit.unknown-site", id: "S9" }]);
    expect(why(deleteSite(PROJECT, { id: "S9" }))).toMatchObject([{ code: "edit.unknown-site", id: "S9" }]);
    expect(why(change("S2", { usableArea: 420 }))).toMatchObject([{ code: "edit.nothing-changed" }]);
    expect(why(change("S2", { enlarges: "B", zone: "Z9" }))).toEqual([
      { code: "edit.unknown-facility", id: "B", column: "enlarges" },
      { code: "edit.unknown-zone", id: "Z9", column: "zone" },
    ]);
    expect(why(change("S2", { at: { lng: 117, lat: 95 } }))).toMatchObject([{ code: "edit.no-place" }]);
    expect(why(change("S2", { at: { lng: 10, lat: 50 } }))).toEqual([
      { code: "edit.outside-china", column: "lon" },
    ]);
    expect(why(addSite(PROJECT, { id: "S3", at: { lng: 34, lat: 117 } }))).toMatchObject([
      { code: "edit.no-place", column: "lon" },
    ]);
    const abroad = aProject([aZone("Z1", { at: { lng: 10.1, lat: 50 } })], []);
    expect(addSite(abroad, { id: "S3", at: { lng: 10, lat: 50 } }).ok).toBe(true);
    for (const wrong of [
      ...[{ usableArea: -1 }, { landArea: Number.NaN }, { cost: -0.5 }, { yearlyCost: -3 }],
      ...[{ earliest: 2027.5 }, { usableYears: -1 }, { storey: 1.5 }],
    ])
      expect(why(change("S2", wrong)), JSON.stringify(wrong)).toMatchObject([
        { code: "edit.impossible-number" },
      ]);
  });
});
