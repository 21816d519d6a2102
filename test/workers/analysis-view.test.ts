import { describe, expect, test } from "vitest";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../src/core/analysis/pipeline.ts";
import { finish } from "../../src/core/base/work.ts";
import { tierOf } from "../../src/core/deficit/territory.ts";
import { demoCity } from "../../src/core/demo/demo-city.ts";
import { geodesicMetres } from "../../src/core/geo/geodesic.ts";
import type { Project } from "../../src/core/model/project.ts";
import { demoSpec } from "../../src/io/demo/shipped.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { analysisColumns, analysisView } from "../../workers/views/analysis-view.ts";
import { value } from "../builders/outcomes.ts";
import { aProject } from "../builders/rows.ts";

function bothWays(project: Project) {
  const pipeline = value(finish(openPipeline(project, shippedStandards(), DEFAULT_PARAMETERS)));
  return {
    pipeline,
    sent: pipeline.results,
    read: analysisView(structuredClone(analysisColumns(pipeline))),
  };
}

describe("the results on the screen", () => {
  const { pipeline, sent, read } = bothWays(finish(demoCity(demoSpec("lianyungang"), 1)));

  test("have the sums of units as they were sent, NaN included", () => {
    expect(sent.rollUp.length).toBeGreaterThan(100);
    for (const tier of [0, 1, 2, 3])
      expect(read.rollUp.ofTier(tier)).toEqual(sent.rollUp.filter(({ level }) => tierOf(level) === tier));
    for (const { unit } of read.territory.units)
      expect(read.rollUp.ofUnit(unit)).toEqual(sent.rollUp.filter((row) => row.unit === unit));
    expect(read.rollUp.ofUnit("elsewhere")).toEqual([]);
  });

  test.each(["elderly", "childcare"] as const)("tell which facilities people walk to: %s", (subject) => {
    const { limits, decides, detour } = DEFAULT_PARAMETERS;
    const { origins } = pipeline.reach.value;
    const { facilities } = pipeline.project;
    const seen = new Set<boolean>();
    read.zones.bySubject[subject].choices.forEach((choices, zone) => {
      if (zone % 5 !== 0) return;
      const within = [...read.walkedTo[subject]].filter((row) => {
        const to = facilities[row]?.at;
        for (
          let at = origins[subject].starts[zone] ?? 0;
          to && at < (origins[subject].starts[zone + 1] ?? 0);
          at++
        ) {
          const from = {
            lng: origins[subject].lng[at] ?? Number.NaN,
            lat: origins[subject].lat[at] ?? Number.NaN,
          };
          if (geodesicMetres(from, to) * detour <= limits[decides[subject]]) return true;
        }
        return false;
      });
      expect(within).toHaveLength(choices);
      seen.add(choices > 0);
    });
    expect(seen.size).toBe(2);
  });
});

test("of no unit there are no sums", () => {
  const { sent, read } = bothWays(aProject([], []));
  expect([sent.rollUp, read.rollUp.ofTier(0), read.rollUp.ofTier(3)]).toEqual([[], [], []]);
});
