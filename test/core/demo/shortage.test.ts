import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import { demoCity } from "../../../src/core/demo/demo-city.ts";
import type { ZoneStage } from "../../../src/core/model/residential-zone.ts";
import { DEMO_CITIES, DEMO_SEED, demoSpec } from "../../../src/io/demo/shipped.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";

describe.each(DEMO_CITIES)("what %s lacks", (city) => {
  const town = finish(demoCity(demoSpec(city), DEMO_SEED));
  const outcome = finish(openPipeline(town, shippedStandards(), DEFAULT_PARAMETERS));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const lines = outcome.value.results.zones.judgements.flatMap((judgement) => judgement.lines);
  const count = (rule: string, verdict: string) =>
    lines.filter((line) => line.rule === rule && line.verdict === verdict).length;

  it("is neither nothing nor everything, by any rule for estates that gives a number", () => {
    const rules = [...new Set(lines.map((line) => line.rule))].filter(
      (rule) => count(rule, "not_specified") === 0,
    );
    expect(rules.length).toBeGreaterThanOrEqual(3);
    for (const rule of rules) {
      expect([rule, count(rule, "pass") > 0, count(rule, "fail") > 0]).toEqual([rule, true, true]);
    }
  });

  it("is more care for old people at the edge, by the share of existing estates with rooms of their own", () => {
    const served = new Set(
      town.facilities.filter((f) => f.status === "built" && f.kind === "E_ESTATE_STATION").map((f) => f.zone),
    );
    const share = (old: boolean) => {
      const estates = town.zones.filter(
        (zone) => zone.status === "existing" && (zone.oldEstate ?? false) === old,
      );
      return estates.filter((zone) => served.has(zone.id)).length / estates.length;
    };
    expect(share(true)).toBeGreaterThan(share(false));
  });

  it("comes with estates that are not lived in yet: their rooms are planned or being built", () => {
    const stages = new Map(town.zones.map((zone) => [zone.id, zone.stage]));
    const allowed = (stage: ZoneStage | undefined) =>
      stage === "planning_condition" || stage === "plan_review"
        ? ["approved_plan"]
        : stage === "construction"
          ? ["under_construction"]
          : ["built"];
    const rooms = town.facilities.filter((facility) => facility.zone !== undefined);
    for (const room of rooms) expect(allowed(stages.get(room.zone ?? ""))).toContain(room.status);
    for (const status of ["approved_plan", "under_construction"]) {
      expect(rooms.some((room) => room.status === status)).toBe(true);
    }
  });
});
