import fc from "fast-check";
import { expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Project } from "../../../src/core/model/project.ts";
import type { ResidentialZone } from "../../../src/core/model/residential-zone.ts";
import { VERDICTS } from "../../../src/core/standards/verdict.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { randomProject } from "../../builders/random-project.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";
import { townStreets } from "../../builders/town-streets.ts";

function verdictsOf(
  project: Project,
  supply: "catchment" | "floating" | "fair",
  reach: "straight" | "network" = "straight",
) {
  const outcome = finish(openPipeline(project, shippedStandards(), { ...DEFAULT_PARAMETERS, supply, reach }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return [...outcome.value.results.zones.verdict].map((index) => VERDICTS[index]);
}

function withoutPlace({
  at: _at,
  shape: _shape,
  entrances: _entrances,
  buildings: _buildings,
  ...zone
}: ResidentialZone): ResidentialZone {
  return zone;
}

const runs = { seed: 1, numRuns: process.env.QUAN_LONG ? 500 : 40 };

it.each(["catchment", "floating", "fair"] as const)(
  "a zone does not fail for want of its place, nor pass by it: %s",
  (supply) => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(100), (seed, at) => {
        const project = randomProject(seed, 10, 14);
        const row = at % project.zones.length;
        const zones = project.zones.map((zone, i) => (i === row ? withoutPlace(zone) : zone));
        const [before, after] = [
          verdictsOf(project, supply)[row],
          verdictsOf({ ...project, zones }, supply)[row],
        ];
        if (after === "fail") expect(before).toBe("fail");
        expect(after).not.toMatch(/^pass/);
      }),
      runs,
    );
  },
);

it.each(["catchment", "floating", "fair"] as const)(
  "a zone that hangs on no street is judged as one without a place: %s",
  (supply) => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(100), (seed, at) => {
        const project = { ...randomProject(seed, 10, 14), streets: townStreets(seed) };
        const row = at % project.zones.length;
        const judged = (place: Pick<ResidentialZone, "at">) => {
          const zones = project.zones.map((zone, i) =>
            i === row ? { ...withoutPlace(zone), ...place } : zone,
          );
          return verdictsOf({ ...project, zones }, supply, "network");
        };
        expect(judged({ at: east(0, -500_000) })).toEqual(judged({}));
      }),
      { ...runs, numRuns: runs.numRuns / 4 },
    );
  },
);

it("what a zone without a place reaches is not known, so that it lacks data", () => {
  const rooms = [aFacility("F", elderlyRooms(50)), aFacility("C", { kind: "C_COMMUNITY", slots: 90 })];
  const nowhere = withoutPlace(aZone("A"));
  expect(verdictsOf(aProject([nowhere, aZone("B")], rooms), "floating")).toEqual([
    "insufficient_data",
    "fail",
  ]);
  // A new estate is judged on its own rooms, wherever it lies.
  expect(verdictsOf(aProject([{ ...nowhere, status: "new" }], rooms), "floating")).toEqual(["fail"]);
});
