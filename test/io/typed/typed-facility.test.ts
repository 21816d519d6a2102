import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedFacility } from "../../../src/core/model/edits/facility-change.ts";
import { placingFrom } from "../../../src/io/to-model/placing.ts";
import { rowReader } from "../../../src/io/to-model/row-reader.ts";
import { toFacility } from "../../../src/io/to-model/to-facility.ts";
import type { FacilityField } from "../../../src/io/typed/typed-facility.ts";
import { typedChange, typedFacility, writtenFacility } from "../../../src/io/typed/typed-facility.ts";
import type { Typed } from "../../../src/io/typed/typed-row.ts";
import { value } from "../../builders/outcomes.ts";
import { randomProject } from "../../builders/random-project.ts";
import { aFacility } from "../../builders/rows.ts";

const BEFORE = aFacility("A", {
  areas: [
    { subject: "childcare", area: 80 },
    { subject: "elderly", area: 300, basis: "net" },
  ],
  beds: 10,
  zone: "Z1",
  pooling: { zones: ["Z1", "Z2"], approvedBy: "资规局", date: "2024-06-30" },
  unread: ["storey"],
});
const change = (typed: Typed<FacilityField>) => value(typedChange(BEFORE, typed));
const wrong = (typed: Typed<FacilityField>) =>
  typedChange(BEFORE, typed).issues.map(({ code, at }) => [code, at.column]);

describe("what is typed for a facility", () => {
  it("changes what was typed into and nothing else; emptied, it is not known any more", () => {
    expect(change({ elderly_m2: "１,350 ㎡" })).toEqual({
      areas: [
        { subject: "childcare", area: 80 },
        { subject: "elderly", area: 1350, basis: "net" },
      ],
    });
    expect(change({ childcare_m2: " " }).areas).toEqual([{ subject: "elderly", area: 300, basis: "net" }]);
    expect(change({ community_m2: "20" }).areas).toHaveLength(3);
    expect(change({ checked: "已核实", source: "备案" })).toEqual({ checked: "checked", source: "备案" });
    expect(change({ investment: "300万元", opens: "2027年" })).toEqual({ investment: 300, opens: 2027 });
    expect(change({ beds: "", kind: "E_MEAL", status: "closed", registered: "yes" })).toEqual({
      beds: undefined,
      kind: "E_MEAL",
      status: "closed",
      registered: true,
    });
  });

  it("is refused where a file would leave it unknown, at its column", () => {
    expect(wrong({ beds: "约30" })).toEqual([["value.estimate", "beds"]]);
    expect(wrong({ beds: "-3", slots: "三十", storey: "夹层", date: "2024-02-30" })).toEqual([
      ["value.no-number", "slots"],
      ["value.out-of-range", "beds"],
      ["value.no-storey", "storey"],
      ["value.no-day", "date"],
    ]);
    expect(wrong({ investment: "-5", opens: "27" })).toEqual([
      ["value.out-of-range", "investment"],
      ["value.out-of-range", "opens"],
    ]);
    expect(wrong({ investment: "约300", opens: "2027.5" })).toEqual([
      ["value.estimate", "investment"],
      ["value.no-whole", "opens"],
    ]);
    expect(wrong({ checked: "部分核实" })).toEqual([["value.unknown-word", "checked"]]);
    expect(wrong({ kind: "E_NONE" })).toEqual([["row.kind-unknown", "kind"]]);
    expect(wrong({ kind: "" })).toEqual([["row.kind-missing", "kind"]]);
  });

  it("takes together what says something only together", () => {
    expect(change({ pooling_date: "2025.1.2" }).pooling).toEqual({
      zones: ["Z1", "Z2"],
      approvedBy: "资规局",
      date: "2025-01-02",
    });
    expect(wrong({ pooling_approved_by: "" })).toEqual([["row.pooling-incomplete", "pooled_with"]]);
    expect(change({ pooled_with: "", pooling_approved_by: "", pooling_date: "" }).pooling).toBeUndefined();
    expect(change({ lon: "118" }).at).toEqual({ lng: 118, lat: BEFORE.at?.lat });
    expect(wrong({ lon: "" })).toEqual([["place.half", "lon"]]);
  });

  it("is the facility that a file of the same cells would give", () => {
    const typed = {
      id: "N",
      kind: "老年食堂",
      elderly_m2: "60平",
      status: "在营",
      lon: "117.2",
      lat: "34.2",
    };
    const values = new Map(Object.entries(typed)) as Parameters<typeof rowReader>[0]["values"];
    const reader = rowReader({ row: 2, values }, "f.csv", new Map());
    expect(value(typedFacility(typed))).toEqual(toFacility(reader, placingFrom({})));
    const refusal = typedFacility({ kind: "E_MEAL", beds: "30-40" });
    expect(refusal.issues.map(({ at }) => at)).toEqual([{ column: "id" }]);
  });

  it("leaves a facility as it was where its own texts are typed again", () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        for (const facility of randomProject(seed, 4, 12).facilities) {
          const { texts } = writtenFacility(facility);
          const { id: _id, street: _street, community: _community, admin_code: _code, ...typed } = texts;
          const read = typedChange(facility, typed as Typed<FacilityField>);
          const zones = facility.pooling && [...new Set(facility.pooling.zones)].toSorted();
          const same = zones ? { ...facility, pooling: { ...facility.pooling, zones } } : facility;
          expect(changedFacility(facility, value(read))).toEqual(same);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("tells which columns of its source nobody could read", () => {
    expect(writtenFacility(BEFORE)).toMatchObject({
      texts: { id: "A", elderly_m2: "300", beds: "10", kind: "E_COMM_CENTRE", status: "built" },
      unread: ["storey"],
    });
  });
});
