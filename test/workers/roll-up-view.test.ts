import { expect, test } from "vitest";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../src/core/analysis/pipeline.ts";
import { finish } from "../../src/core/base/work.ts";
import { demoCity } from "../../src/core/demo/demo-city.ts";
import type { Project } from "../../src/core/model/project.ts";
import { demoSpec } from "../../src/io/demo/shipped.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { analysisColumns, analysisView } from "../../workers/views/analysis-view.ts";
import { value } from "../builders/outcomes.ts";
import { aProject } from "../builders/rows.ts";

function bothWays(project: Project) {
  const pipeline = value(finish(openPipeline(project, shippedStandards(), DEFAULT_PARAMETERS)));
  return {
    sent: pipeline.results.rollUp,
    read: analysisView(structuredClone(analysisColumns(pipeline))).rollUp,
  };
}

test("sums of units come to the screen as they were sent, NaN included", () => {
  const { sent, read } = bothWays(finish(demoCity(demoSpec("lianyungang"), 1)));
  expect(sent.length).toBeGreaterThan(100);
  expect(read).toEqual(sent);
});

test("of no unit there is none", () => {
  const { sent, read } = bothWays(aProject([], []));
  expect([sent, read]).toEqual([[], []]);
});
