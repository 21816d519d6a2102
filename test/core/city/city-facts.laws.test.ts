import fc from "fast-check";
import { expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline } from "../../../src/core/analysis/pipeline.ts";
import { toNumber, ZERO } from "../../../src/core/base/decimal.ts";
import { finish } from "../../../src/core/base/work.ts";
import { type CityFacts, cityFacts } from "../../../src/core/city/city-facts.ts";
import { demoCity } from "../../../src/core/demo/demo-city.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { DEMO_CITIES, DEMO_SEED, demoSpec } from "../../../src/io/demo/shipped.ts";
import { shippedCities } from "../../../src/io/standards/cities.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { randomProject } from "../../builders/random-project.ts";

function opened(project: Project): Pipeline {
  const outcome = finish(openPipeline(project, shippedStandards(), DEFAULT_PARAMETERS));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

/** Each figure of the dashboard against what the tables of zones, units and facilities add up to, row by row. */
function expectSumsOfTables(pipeline: Pipeline, facts: CityFacts): void {
  const { results, project } = pipeline;
  const { zones, headline, rollUp, units } = results;
  expect(facts.zones.all).toBe(project.zones.length);
  expect(facts.zones.byStatus.new + facts.zones.byStatus.existing + facts.zones.byStatus.unstated).toBe(
    project.zones.length,
  );
  for (const { metric, required, missing, provided } of zones.byMetric) {
    const rows = facts.standards.filter((each) => each.metric === metric);
    const total = (of: "required" | "missing" | "zonesShort" | "zonesKnown") =>
      rows.reduce((sum, row) => sum + row[of], 0);
    const known = [...missing].flatMap((lack, row) => (Number.isNaN(lack) ? [] : [row]));
    const added = (column: Float64Array) => known.reduce((sum, row) => sum + (column[row] ?? 0), 0);
    expect(total("missing")).toBeCloseTo(added(missing), 4);
    expect(total("required")).toBeCloseTo(added(required), 4);
    expect(total("zonesKnown")).toBe(known.length);
    const ofHeadline = headline.missing.find((each) => each.metric === metric);
    expect(total("missing")).toBeCloseTo(ofHeadline?.amount ?? 0, 4);
    expect(total("zonesShort")).toBe(ofHeadline?.zones ?? 0);
    const filled = known.reduce((sum, row) => sum + Math.min(required[row] ?? 0, provided[row] ?? 0), 0);
    const shares = rows.reduce((sum, row) => sum + (row.required > 0 ? row.share * row.required : 0), 0);
    expect(shares).toBeCloseTo(filled, 4);
    const districts = rollUp.filter((row) => row.level === "district" && row.metric === metric);
    if (districts.reduce((sum, row) => sum + row.zones, 0) === project.zones.length) {
      expect(total("missing")).toBeCloseTo(
        districts.reduce((sum, row) => sum + row.missing, 0),
        4,
      );
    }
    for (const row of rows) {
      expect(row.zonesKnown + row.zonesWithoutData + row.zonesUnspecified).toBeLessThanOrEqual(row.zones);
    }
  }
  for (const { of, number, zones: stating, zonesWithout } of facts.people) {
    const stated = project.zones.flatMap((zone) => zone[of] ?? []);
    expect([number, stating, zonesWithout]).toEqual([
      stated.reduce((sum, each) => sum + each, 0),
      stated.length,
      project.zones.length - stated.length,
    ]);
  }
  for (const { subject, people, zones: counted } of facts.covered) {
    const { covered } = zones.bySubject[subject];
    expect(Object.values(counted).reduce((sum, each) => sum + each, 0)).toBe(project.zones.length);
    expect(counted.whole).toBe(covered.filter((part) => part === 1).length);
    expect(people).toEqual(headline.people.find((each) => each.subject === subject)?.covered);
  }
  for (const { rules, level, all, lacking } of facts.tiers) {
    for (const rule of rules) {
      const lines = units.filter((unit) => unit.judgement.lines.some((line) => line.rule === rule));
      const line = lines[0]?.judgement.lines.find((each) => each.rule === rule);
      if (line?.unit === "%") {
        // Where it is short, units that perhaps have one are counted too; in no demo city is there any.
        const actual = line.verdict === "insufficient_data" ? all : toNumber(line.actual ?? ZERO);
        expect(all - lacking.length).toBeLessThanOrEqual(actual);
        if (line.verdict === "pass" || project.origin === "demo") expect(all - lacking.length).toBe(actual);
      } else if (line !== undefined) {
        expect(lines.map((unit) => unit.level)).toEqual(Array.from({ length: all }, () => level));
        const failed = lines.filter(({ judgement }) =>
          judgement.lines.some((each) => each.rule === rule && each.verdict === "fail"),
        );
        expect(lacking.map(({ name }) => name)).toEqual(failed.map(({ name }) => name));
      }
    }
  }
}

it("adds up to the tables in every demo city", () => {
  for (const id of DEMO_CITIES) {
    const pipeline = opened(finish(demoCity(demoSpec(id), DEMO_SEED, "town")));
    expectSumsOfTables(pipeline, cityFacts(pipeline, shippedCities()));
  }
});

it("adds up to the tables whatever the document holds", () => {
  fc.assert(
    fc.property(fc.nat(10_000), (seed) => {
      const pipeline = opened(randomProject(seed));
      expectSumsOfTables(pipeline, cityFacts(pipeline, shippedCities()));
    }),
    { seed: 1, numRuns: 60 },
  );
});
