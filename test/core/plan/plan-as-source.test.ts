import { expect, it } from "vitest";
import { withPlanAsSource } from "../../../src/core/plan/plan-as-source.ts";
import { aFacility } from "../../builders/rows.ts";

it("names the plan as the source of what it adds, and of nothing that was there", () => {
  const [was, is] = [aFacility("F", { source: "民政局" }), aFacility("F", { source: "民政局", slots: 3 })];
  const patch = withPlanAsSource(
    { facilities: [{ after: aFacility("N") }, { before: was, after: is }, { before: aFacility("G") }] },
    "补点方案",
  );
  expect(patch.facilities).toEqual([
    { after: aFacility("N", { source: "补点方案" }) },
    { before: was, after: is },
    { before: aFacility("G") },
  ]);
  expect(withPlanAsSource({ sites: [] }, "补点方案")).toEqual({ sites: [] });
});
