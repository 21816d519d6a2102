import { expect, it } from "vitest";
import { hintsOn } from "../../src/app/derived/hints.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../src/core/analysis/pipeline.ts";
import { finish } from "../../src/core/base/work.ts";
import type { Facility } from "../../src/core/model/facility.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { analysisColumns, analysisView } from "../../workers/views/analysis-view.ts";
import { projectView } from "../../workers/views/project-view.ts";
import { value } from "../builders/outcomes.ts";
import { aFacility, aProject, aZone, elderlyRooms } from "../builders/rows.ts";

function hints(facilities: readonly Facility[]) {
  const project = aProject([aZone("Z1"), aZone("Z2")], facilities);
  const standards = shippedStandards();
  const pipeline = value(finish(openPipeline(project, standards, DEFAULT_PARAMETERS)));
  return hintsOn(
    projectView(project, standards),
    analysisView(analysisColumns(pipeline)),
    DEFAULT_PARAMETERS,
  );
}

it("tells of any facility that has no place, since walks cannot count it", () => {
  const placed = aFacility("F1", { zone: "Z1", ...elderlyRooms(5000) });
  const { at: _, ...placeless } = aFacility("F2", elderlyRooms(100));
  expect(hints([placed])).not.toContainEqual(expect.objectContaining({ about: "placeless" }));
  expect(hints([placed, placeless])).toContainEqual({ about: "placeless", count: 1 });
});
