import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline, update } from "../../../src/core/analysis/pipeline.ts";
import { ZONE_FLAGS } from "../../../src/core/analysis/results.ts";
import { finish } from "../../../src/core/base/work.ts";
import { demoCity } from "../../../src/core/demo/demo-city.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import type { Project } from "../../../src/core/model/project.ts";
import type { ResidentialZone } from "../../../src/core/model/residential-zone.ts";
import { demoSpec } from "../../../src/io/demo/shipped.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { aFacility, aProject, aZone, elderlyRooms } from "../../builders/rows.ts";

const standards = shippedStandards();
const town = finish(demoCity(demoSpec("xuzhou"), 1));

function opened(project: Project, parameters: Parameters = DEFAULT_PARAMETERS): Pipeline {
  const outcome = finish(openPipeline(project, standards, parameters));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

function withFacility(project: Project, pick: number, change: (each: Facility) => Facility): Project {
  const row = pick % project.facilities.length;
  return { ...project, facilities: project.facilities.map((each, at) => (at === row ? change(each) : each)) };
}

/** A small town, so that many edits can be tried. */
const corner: Project = { ...town, zones: town.zones.slice(0, 60), facilities: town.facilities.slice(0, 90) };

describe("an analysis", () => {
  it("gives no pass under a screening method", () => {
    for (const supply of ["catchment", "floating"] as const) {
      const { judgements } = opened(town, { ...DEFAULT_PARAMETERS, supply });
      expect(judgements.value.filter(({ overall }) => overall.startsWith("pass"))).toEqual([]);
    }
  });

  it("marks a verdict that turns on what counts, and gives it no pass", () => {
    // 100 ÷ 100 × 20 = 20 m². The zone's own rooms are in a street centre, which counts under the second reading only.
    const rooms = aFacility("F1", { kind: "E_STREET_COMP", zone: "Z1", ...elderlyRooms(20) });
    const slots = aFacility("F2", { kind: "C_COMMUNITY", zone: "Z1", slots: 10 });
    const zone = aZone("Z1", { households: 100, residents: 280 });
    const { judgements, results } = opened(aProject([zone], [rooms, slots]));
    expect(judgements.value[0]).toMatchObject({ overall: "fail", secondReading: "pass" });
    expect((results.zones.flags[0] ?? 0) & ZONE_FLAGS.sensitive).toBe(ZONE_FLAGS.sensitive);
  });

  it("counts an approved design for a new estate whose plan is under review, and for no other zone", () => {
    // 100 ÷ 100 × 20 = 20 m² (or 30), 280 ÷ 1000 × 10 = 2.8 slots; land is not known, which is a note
    const facilities = [
      aFacility("F", { zone: "Z1", status: "approved_plan", ...elderlyRooms(30) }),
      aFacility("S", { kind: "C_COMMUNITY", zone: "Z1", status: "approved_plan", slots: 3 }),
    ];
    const verdictOf = (differs: Partial<ResidentialZone>) =>
      opened(aProject([aZone("Z1", { households: 100, residents: 280, ...differs })], facilities)).judgements
        .value[0]?.overall;
    expect(verdictOf({ status: "new", stage: "plan_review" })).toBe("pass_with_notes");
    expect(verdictOf({ status: "new", stage: "construction" })).toBe("fail");
    expect(verdictOf({ status: "existing", stage: "plan_review" })).toBe("fail");
  });

  it("labels a pass that rests on a part of pooled rooms by estimated households", () => {
    // A has 400 × 1000 ÷ 2000 = 200 m² of 1000 ÷ 100 × 20 = 200, and 23 slots of 2.8 × 8 = 22.4 by stated residents
    const pooling = { zones: ["A", "B"], approvedBy: "资规局", date: "2023-05-01" };
    const facilities = [
      aFacility("F", { pooling, ...elderlyRooms(400) }),
      aFacility("S", { kind: "C_COMMUNITY", pooling, slots: 46 }),
    ];
    const judged = (householdsBasis: "declared" | "estimated") =>
      opened(aProject([aZone("A"), aZone("B", { householdsBasis })], facilities));
    const verdicts = ({ judgements }: Pipeline) =>
      judgements.value[0]?.lines.map(({ rule, verdict }) => [rule, verdict]);
    expect(verdicts(judged("declared"))).toEqual([
      ["XZ-O-C-8", "pass"],
      ["XZ-O-E-20", "pass"],
    ]);
    expect(verdicts(judged("estimated"))).toEqual([
      ["XZ-O-C-8", "pass"],
      ["XZ-O-E-20", "pass_estimated"],
    ]);
    const changed = finish(
      update(judged("declared"), {
        project: aProject([aZone("A"), aZone("B", { householdsBasis: "estimated" })], facilities),
      }),
    );
    expect(changed.ok && changed.value.judgements.value[0]?.overall).toBe("pass_estimated");
  });

  it("asks under the overlay of Anhui that single rooms of a new estate are large enough", () => {
    // 10 × 30 = 300 m² are met either way; one room has 350 m², two have 200 m² each
    const zone = aZone("Z1", { status: "new", households: 1000, residents: 1000, stage: "use" });
    const slots = aFacility("S", { kind: "C_COMMUNITY", zone: "Z1", slots: 10 });
    const verdictOf = (overlays: Parameters["overlays"], ...areas: number[]) => {
      const rooms = areas.map((area, i) =>
        aFacility(`F${i}`, { name: `${i}号楼`, zone: "Z1", ...elderlyRooms(area) }),
      );
      const parameters = { ...DEFAULT_PARAMETERS, pack: "huaibei-draft", overlays };
      return opened(aProject([zone], [slots, ...rooms]), parameters).judgements.value[0]?.overall;
    };
    const anhui = ["anhui-2022-elderly-overlay"];
    expect(verdictOf([], 200, 200)).toBe("pass");
    expect(verdictOf(anhui, 350)).toBe("pass");
    expect(verdictOf(anhui, 200, 200)).toBe("insufficient_data");
    expect(verdictOf(anhui)).toBe("fail");
  });

  it("never deepens a deficit when a facility gets more", () => {
    const asIs = new Map<string, ReturnType<typeof opened>>();
    fc.assert(
      fc.property(
        fc.nat({ max: corner.facilities.length - 1 }),
        fc.constantFrom("onsite", "catchment"),
        (row, supply) => {
          const parameters: Parameters = { ...DEFAULT_PARAMETERS, supply: supply as "onsite" | "catchment" };
          const more = withFacility(corner, row, (each) => ({
            ...each,
            ...(each.slots !== undefined && { slots: each.slots + 10 }),
            areas: each.areas.map((room) => ({ ...room, area: room.area + 100 })),
          }));
          const before = asIs.get(supply) ?? opened(corner, parameters);
          asIs.set(supply, before);
          const after = opened(more, parameters);
          for (const [at, { missing }] of before.results.zones.byMetric.entries()) {
            const later = after.results.zones.byMetric[at]?.missing ?? [];
            for (const [zone, lack] of missing.entries()) {
              if (Number.isFinite(lack)) expect(later[zone]).toBeLessThanOrEqual(lack);
            }
          }
        },
      ),
      { seed: 1, numRuns: 12 },
    );
  });

  it("reaches no fewer zones with a longer walk", () => {
    const limits = { elderly: 900, carer_with_infant: 1000, adult: 1100 };
    const [near, far] = [opened(corner), opened(corner, { ...DEFAULT_PARAMETERS, limits })];
    near.results.facilities.reachedZones.forEach((count, row) => {
      expect(far.results.facilities.reachedZones[row]).toBeGreaterThanOrEqual(count);
    });
  });
});
