import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { LngLat } from "../../../src/core/geo/lng-lat.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { gridSites } from "../../../src/core/plan/candidates/grid-sites.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

function grid(project: Project, spacing: number) {
  return gridSites(
    value(finish(openPipeline(project, shippedStandards(), DEFAULT_PARAMETERS))),
    spacing,
    1000,
  );
}

const cells = (project: Project, spacing: number) =>
  value(grid(project, spacing)).map(({ id }) => id.slice(5));
const square = (x: number, y: number, half: number): readonly [readonly LngLat[]] => [
  [east(x - half, y - half), east(x + half, y - half), east(x + half, y + half), east(x - half, y + half)],
];

/** Enough for the elderly, so that childcare alone is short: 900 m of walk are 692.3 m straight. */
const enough = aFacility("F", { at: east(0), ...elderlyRooms(900) });
const town = aProject([aZone("A")], [enough]);

describe("a grid of sites", () => {
  it("has the points from which short zones are within the walk that decides", () => {
    // 692.3 m: 600 m along an axis and (400, 400), but neither (600, 400) nor 800 m.
    expect(cells(town, 400)).toEqual(
      ["-1/-1", "-1/0", "-1/1", "0/-1", "0/0", "0/1", "1/-1", "1/0", "1/1"].toSorted(),
    );
    expect(cells(town, 690)).toHaveLength(5);
    expect(cells(town, 695)).toHaveLength(1);
  });

  it("has none around zones that have enough, in new estates, or in water", () => {
    const nursery = aFacility("N", { kind: "C_COMMUNITY", slots: 100, at: east(0), registered: true });
    expect(cells({ ...town, facilities: [enough, nursery] }, 400)).toEqual([]);
    const estate = aZone("B", { status: "new", at: east(400), shape: [square(400, 0, 50)] });
    expect(cells({ ...town, zones: [...town.zones, estate] }, 400)).not.toContain("1/0");
    const { backdrop } = town;
    const lake = { ...town, backdrop: { ...backdrop, water: [square(400, 0, 50)] } };
    expect(cells(lake, 400)).toHaveLength(8);
  });

  it("does not depend on the order of rows, and says of each site that nobody has named it", () => {
    const zones = [...town.zones, aZone("B", { at: east(700, 300) }), aZone("C", { at: east(-500, 900) })];
    const project = { ...town, zones };
    expect(grid({ ...project, zones: zones.toReversed() }, 350)).toEqual(grid(project, 350));
    const [site] = value(grid(town, 400));
    expect(site).toMatchObject({ assumed: true, kind: "vacant_land", usableArea: 1000 });
  });

  it("is refused where there would be too many, with a spacing at which there are not", () => {
    const fine = grid(town, 40);
    if (fine.ok) throw new Error("it is not refused");
    const [told] = fine.issues;
    expect(told).toMatchObject({ code: "plan.grid-too-fine", facts: { most: 400, metres: 100 } });
    expect(cells(town, 100).length).toBeLessThanOrEqual(400);
  });
});
