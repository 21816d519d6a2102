import { describe, expect, it } from "vitest";
import { withMembers } from "../../../src/core/model/edits/with-members.ts";
import type { CandidateSite } from "../../../src/core/model/site.ts";
import { placingFrom } from "../../../src/io/to-model/placing.ts";
import { rowReader } from "../../../src/io/to-model/row-reader.ts";
import { toSite } from "../../../src/io/to-model/to-site.ts";
import type { Typed } from "../../../src/io/typed/typed-row.ts";
import { type SiteField, typedSite, typedSiteChange, writtenSite } from "../../../src/io/typed/typed-site.ts";
import { value } from "../../builders/outcomes.ts";

/** All that a site can say. */
const BEFORE: CandidateSite = {
  ...{ id: "H1", name: "旧门面", kind: "commercial", at: { lng: 117.2, lat: 34.26 }, owner: "区供销社" },
  ...{ ways: ["lease", "buy"], enlarges: "f1", zone: "z1", usableArea: 420.5, landArea: 300, storey: -1 },
  ...{ fireClass: 2, fireCompliant: true, denseArea: false, titleCertificate: true },
  ...{ expropriationListed: false, cost: 60.25, yearlyCost: 12, earliest: 2027, usableYears: 10 },
};
const change = (typed: Typed<SiteField>) => value(typedSiteChange(BEFORE, typed));
const wrong = (typed: Typed<SiteField>) =>
  typedSiteChange(BEFORE, typed).issues.map(({ code, at }) => [code, at.column]);

describe("what is typed for a candidate site", () => {
  it("changes what was typed into and nothing else; emptied, it is not known any more", () => {
    expect(change({ usable_m2: "1,200 ㎡", ways: "购置；租赁" })).toEqual({
      usableArea: 1200,
      ways: ["buy", "lease"],
    });
    expect(change({ fire_class: "三级", storey: "B1", cost: "80万元" })).toEqual({
      fireClass: 3,
      storey: -1,
      cost: 80,
    });
    expect(change({ cost: "", ways: " ", kind: "" })).toEqual({
      cost: undefined,
      ways: undefined,
      kind: undefined,
    });
    expect(change({ lat: "34.3" })).toEqual({ at: { lng: 117.2, lat: 34.3 } });
  });

  it("is refused where a file would leave it unknown, at its column", () => {
    expect(wrong({ usable_m2: "约400", cost: "-1", earliest: "27", usable_years: "2.5" })).toEqual([
      ["value.estimate", "usable_m2"],
      ["value.out-of-range", "cost"],
      ["value.out-of-range", "earliest"],
      ["value.no-whole", "usable_years"],
    ]);
    expect(wrong({ kind: "庙", ways: "own;steal", fire_class: "五级", title_certificate: "也许" })).toEqual([
      ["value.unknown-word", "kind"],
      ["value.unknown-word", "ways"],
      ["value.unknown-word", "fire_class"],
      ["value.no-flag", "title_certificate"],
    ]);
    expect(wrong({ storey: "夹层" })).toEqual([["value.no-storey", "storey"]]);
    expect(wrong({ lon: "", lat: "" })).toEqual([["row.place-missing", "lon"]]);
    expect(wrong({ lon: "" })).toEqual([
      ["place.half", "lon"],
      ["row.place-missing", "lon"],
    ]);
  });

  it("is the site that a file of the same cells would give", () => {
    const typed = { id: "N", kind: "社区用房", usable_m2: "300平", lon: "117.2", lat: "34.2" };
    const values = new Map(Object.entries(typed)) as Parameters<typeof rowReader>[0]["values"];
    const reader = rowReader({ row: 2, values }, "s.csv", new Map());
    expect(value(typedSite(typed))).toEqual(toSite(reader, placingFrom({})));
    expect(typedSite({ lon: "117.2", lat: "34.2" }).issues.map(({ code }) => code)).toEqual([
      "row.id-missing",
    ]);
  });

  it("takes away what is emptied, column by column, and nothing beside it", () => {
    const { id: _id, lon: _lon, lat: _lat, ...texts } = writtenSite(BEFORE).texts;
    for (const column of Object.keys(texts) as SiteField[]) {
      const { [column]: _gone, ...left } = writtenSite(BEFORE).texts;
      expect(writtenSite(withMembers(BEFORE, change({ [column]: "" }))).texts, column).toEqual(left);
    }
  });

  it("leaves a site as it was where its own texts are typed again, each column alone too", () => {
    const { id: _id, ...texts } = writtenSite(BEFORE).texts;
    expect(Object.keys(texts)).toHaveLength(20);
    for (const [column, text] of [...Object.entries(texts), ["lon", "117.2"]])
      expect(withMembers(BEFORE, change({ [column as SiteField]: text }))).toBe(BEFORE);
    expect(withMembers(BEFORE, change(texts))).toBe(BEFORE);
  });
});
