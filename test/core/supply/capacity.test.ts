import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toNumber } from "../../../src/core/base/decimal.ts";
import { FACILITY_STATUSES, type Facility } from "../../../src/core/model/facility.ts";
import { FACILITY_KINDS } from "../../../src/core/model/facility-kind.ts";
import { METRICS, type Metric } from "../../../src/core/standards/rule.ts";
import type { RulePack } from "../../../src/core/standards/rule-pack.ts";
import { packById } from "../../../src/core/standards/standards.ts";
import { type Capacity, capacityTable } from "../../../src/core/supply/capacity.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { aFacility, elderlyRooms } from "../../builders/rows.ts";

const pack = (id: string) => packById(shippedStandards(), id) as RulePack;
const huaibei = pack("huaibei-draft");
const NO_DUPLICATES = { groups: [], perhaps: [] };
const oneGroup = (rows: readonly unknown[]) => ({ groups: [rows.map((_, row) => row)], perhaps: [] });
const BUILT = { stage: "built", duplicates: NO_DUPLICATES } as const;

function shown(capacity: Capacity | undefined) {
  if (capacity === undefined) return undefined;
  const amount = capacity.amount && toNumber(capacity.amount);
  return capacity.counts === "yes" ? amount : `${capacity.counts} ${amount ?? "?"} ${capacity.why}`;
}

function one(
  facility: Facility,
  metric: Metric,
  choices: Parameters<typeof capacityTable>[2] = BUILT,
  of = huaibei,
) {
  return shown(capacityTable([facility], of, choices)[metric][0]);
}

describe("what a facility supplies", () => {
  it("is the functional area of the subject: 280 and 220 of 1 200 m²", () => {
    const areas = [
      { subject: "elderly" as const, area: 200 },
      { subject: "elderly" as const, area: 80 },
      { subject: "childcare" as const, area: 220 },
    ];
    const complex = aFacility("F", { totalArea: 1200, areas });
    expect(one(complex, "elderly_building_area")).toBe(280);
    expect(one(aFacility("F", { totalArea: 1200 }), "elderly_building_area")).toBe(
      "perhaps ? no-amount-stated",
    );
    expect(one(complex, "childcare_building_area")).toBe("wider 220 second-reading-only");
    expect(one(complex, "childcare_slots")).toBeUndefined();
  });

  it("is nothing of a kind that never counts, and the second reading's where it is listed there", () => {
    const rooms = elderlyRooms(500);
    expect(one(aFacility("F", { kind: "E_INSTITUTION", ...rooms }), "elderly_building_area")).toBe(
      "no 500 kind-never-counts",
    );
    expect(one(aFacility("F", { kind: "E_STREET_COMP", ...rooms }), "elderly_building_area")).toBe(
      "wider 500 second-reading-only",
    );
    expect(one(aFacility("F", { kind: "E_INSTITUTION", beds: 70 }), "beds")).toBe(70);
  });

  it("counts an approved plan while plans are reviewed, whatever else only in a scenario", () => {
    const plan = aFacility("F", { status: "approved_plan", ...elderlyRooms(100) });
    expect(one(plan, "elderly_building_area")).toBe("no 100 status-not-counted");
    expect(one(plan, "elderly_building_area", { ...BUILT, stage: "plan_review" })).toBe(100);
    expect(one(plan, "elderly_building_area", { ...BUILT, countStatuses: ["planned"] })).toBe(
      "no 100 status-not-counted",
    );
    const { status: _status, ...somewhere } = plan;
    expect(one(somewhere, "elderly_building_area")).toBe("perhaps 100 status-unknown");
    const closed = { ...plan, status: "closed" as const };
    expect(one(closed, "elderly_building_area", { ...BUILT, countStatuses: ["closed"] })).toBe(
      "no 100 status-not-counted",
    );
  });

  it("asks what operates for its registration, and a plan for none", () => {
    const nursery = aFacility("F", { kind: "C_INSTITUTION", slots: 30 });
    expect(one(nursery, "childcare_slots")).toBe("perhaps 30 registration-unknown");
    expect(one({ ...nursery, registered: false }, "childcare_slots")).toBe("no 30 not-registered");
    expect(one({ ...nursery, registered: true }, "childcare_slots")).toBe(30);
    expect(one({ ...nursery, kind: "C_COMMUNITY" }, "childcare_slots")).toBe(30);
    expect(
      one({ ...nursery, status: "approved_plan" }, "childcare_slots", { ...BUILT, stage: "plan_review" }),
    ).toBe(30);
  });

  it("keeps to the storey rule of the pack and never counts what lies below ground", () => {
    const nursery = aFacility("F", { kind: "C_COMMUNITY", slots: 30, storey: 2 });
    const there = (more: Partial<Facility>) =>
      one({ ...nursery, ...more }, "childcare_slots", BUILT, pack("lianyungang-draft"));
    expect(there({ denseArea: true, fireCompliant: true })).toBe(30);
    expect(there({ denseArea: true })).toBe("perhaps 30 storey-unknown");
    expect(there({ denseArea: false, fireCompliant: true })).toBe("no 30 storey-too-high");
    expect(there({ storey: -1 })).toBe("no 30 below-ground");
    expect(one({ ...nursery, storey: 9 }, "childcare_slots")).toBe(30);
    expect(one({ ...nursery, storey: 0 }, "childcare_slots")).toBe("no 30 below-ground");
  });

  it("takes land by the kinds that count by their rooms", () => {
    const xuzhou = pack("xuzhou-2022");
    expect(one(aFacility("F", { landArea: 90 }), "elderly_land_area", BUILT, xuzhou)).toBe(90);
    expect(one(aFacility("F"), "elderly_land_area", BUILT, xuzhou)).toBe("perhaps ? no-land-area-stated");
    expect(
      one(aFacility("F", { kind: "C_COMMUNITY", landArea: 90 }), "elderly_land_area", BUILT, xuzhou),
    ).toBeUndefined();
    expect(
      one(
        aFacility("F", { kind: "C_COMMUNITY", landArea: 90 }),
        "elderly_childcare_land_area",
        BUILT,
        xuzhou,
      ),
    ).toBe(90);
  });
});

describe("rows that seem to be one facility", () => {
  const column = (facilities: Facility[], metric: Metric = "elderly_building_area") =>
    capacityTable(facilities, huaibei, { ...BUILT, duplicates: oneGroup(facilities) })[metric].map(shown);

  it("count once, at the smaller supply of each metric", () => {
    const pair = [
      aFacility("A", { ...elderlyRooms(220), beds: 5 }),
      aFacility("B", { ...elderlyRooms(190), beds: 9 }),
    ];
    expect(column(pair)).toEqual(["no 220 duplicate", 190]);
    const nurseries = [
      aFacility("A", { kind: "C_COMMUNITY", slots: 20 }),
      aFacility("B", { kind: "C_COMMUNITY", slots: 20 }),
    ];
    expect(column(nurseries, "childcare_slots")).toEqual([20, "no 20 duplicate"]);
  });

  it("take the amount of the row that states one", () => {
    expect(column([aFacility("A"), aFacility("B", elderlyRooms(190))])).toEqual(["no ? duplicate", 190]);
  });

  it("lose nothing to a plan for the same place, and all certainty to a closed row", () => {
    const built = aFacility("A", elderlyRooms(220));
    expect(column([built, aFacility("B", { ...elderlyRooms(50), status: "planned" })])).toEqual([
      220,
      "no 50 status-not-counted",
    ]);
    expect(column([built, aFacility("B", { ...elderlyRooms(220), status: "closed" })])).toEqual([
      "perhaps 220 duplicate",
      "no 220 status-not-counted",
    ]);
  });

  it("count under the second reading only, if one of them does", () => {
    const pair = [
      aFacility("A", elderlyRooms(220)),
      aFacility("B", { kind: "E_EMBEDDED", ...elderlyRooms(300) }),
    ];
    expect(column(pair)).toEqual(["wider 220 second-reading-only", "no 300 duplicate"]);
  });
});

it("no facility supplies more than it states, and nothing that is closed counts", () => {
  const facility = fc.record({
    kind: fc.constantFrom(...FACILITY_KINDS),
    status: fc.constantFrom(...FACILITY_STATUSES),
    elderly: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
    slots: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
    registered: fc.option(fc.boolean(), { nil: undefined }),
    storey: fc.option(fc.integer({ min: -1, max: 5 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(
      fc.array(facility, { maxLength: 6 }),
      fc.constantFrom(...shippedStandards().packs),
      (given, of) => {
        const rows = given.map(
          ({ elderly, slots, registered, storey, ...rest }, i): Facility => ({
            id: `f${i}`,
            ...rest,
            areas: elderly === undefined ? [] : [{ subject: "elderly", area: elderly }],
            ...(slots !== undefined && { slots }),
            ...(registered !== undefined && { registered }),
            ...(storey !== undefined && { storey }),
          }),
        );
        const alone = capacityTable(rows, of, BUILT);
        const paired = capacityTable(rows, of, {
          ...BUILT,
          duplicates: rows.length > 1 ? oneGroup([0, 1]) : NO_DUPLICATES,
        });
        const sum = (column: readonly (Capacity | undefined)[]) =>
          column.reduce((total, each) => total + (each?.counts === "yes" ? toNumber(each.amount) : 0), 0);
        for (const metric of METRICS) {
          expect(sum(paired[metric])).toBeLessThanOrEqual(sum(alone[metric]));
          alone[metric].forEach((capacity, row) => {
            if (capacity === undefined || capacity.counts === "no") return;
            expect(rows[row]?.status).toBe("built");
            const stated =
              metric === "childcare_slots"
                ? rows[row]?.slots
                : metric === "elderly_building_area"
                  ? rows[row]?.areas[0]?.area
                  : undefined;
            expect(capacity.amount && toNumber(capacity.amount)).toBe(stated);
          });
        }
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});
