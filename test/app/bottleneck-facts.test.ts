import { describe, expect, test } from "vitest";
import { findArea } from "../../src/app/derived/area-facts.ts";
import {
  bottleneckFacts,
  bottleneckSums,
  surplusFacts,
  surplusSums,
} from "../../src/app/derived/bottleneck-facts.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../src/core/analysis/pipeline.ts";
import { finish } from "../../src/core/base/work.ts";
import type { Project } from "../../src/core/model/project.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { bottlenecksOf } from "../../workers/tasks/bottlenecks-of.ts";
import { analysisColumns, analysisView } from "../../workers/views/analysis-view.ts";
import { projectView } from "../../workers/views/project-view.ts";
import { value } from "../builders/outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../builders/rows.ts";

function shown(project: Project) {
  const parameters = { ...DEFAULT_PARAMETERS, supply: "fair" } as const;
  const pipeline = value(finish(openPipeline(project, shippedStandards(), parameters)));
  return {
    view: projectView(project, shippedStandards()),
    results: analysisView(analysisColumns(pipeline)),
    found: finish(bottlenecksOf(pipeline, "elderly")),
  };
}

const zones = [
  aZone("a", { name: "甲园", households: 1000 }),
  aZone("b", { households: 500, at: east(500) }),
  aZone("c", { name: "丙园", households: 500, at: east(9000) }),
];
const full = aFacility("f", { ...elderlyRooms(150), name: "食堂", at: east(200) });
const roomy = aFacility("g", { ...elderlyRooms(130), at: east(9100) });

describe("bottlenecks and what is left over, as they are listed", () => {
  const { view, results, found } = shown(aProject(zones, [full, roomy]));

  test("say who gains first, and lead to their 片区", () => {
    const [only, ...more] = bottleneckFacts(view, found, (kind) => `(${kind})`);
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      ...{ id: "f", name: "食堂", kindName: "(E_COMM_CENTRE)", subject: "elderly", unit: "m2" },
      // 300 are needed by 甲园 and b, and 150 there; the one without a name is told by its id.
      ...{ served: 100, lack: 150, share: 0.5, firstCount: 2, first: ["甲园", "b"], area: 1 },
    });
    expect(findArea(view.zones, results, only?.areaId ?? "")?.number).toBe(1);
  });

  test("say what of a facility is unused, and how much in all", () => {
    expect(surplusFacts(view, results, "elderly", String)).toMatchObject([
      { id: "g", name: "g", open: 130, room: 30 },
    ]);
    expect(surplusSums(results, found)).toMatchObject([{ facilities: 1, open: 30, kept: 0 }]);
  });

  test("tell no bottleneck where nobody is short from none that could be enlarged", () => {
    const said = (project: Project) => {
      const { results, found } = shown(project);
      return bottleneckSums(results, found).map(({ facilities, isShort }) => [facilities, isShort]);
    };
    expect(bottleneckSums(results, found)).toMatchObject([{ facilities: 1, amount: 100, isShort: true }]);
    expect(said(aProject(zones.slice(2), [roomy]))).toEqual([[0, false]]);
    expect(said(aProject(zones, [roomy]))).toEqual([[0, true]]);
  });
});
