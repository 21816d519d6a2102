import { expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { toNumber } from "../../../src/core/base/decimal.ts";
import { finish } from "../../../src/core/base/work.ts";
import { measuresIn } from "../../../src/core/plan/plan-basis.ts";
import { withMeasures } from "../../../src/core/plan/plan-of-analysis.ts";
import { plannedServices } from "../../../src/core/plan/planned-service.ts";
import { shippedTerms } from "../../../src/io/plan/shipped-terms.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

const LAND = { kind: "vacant_land", titleCertificate: true, expropriationListed: false } as const;

it("tells of each measure what its own rooms give to a 片区, and what that lacks by all of them", () => {
  // A and B want 200 m² each and share R's 100 m²: one 片区 that lacks 300 m². C is far away and lacks 200 m².
  const project = aProject(
    [aZone("A"), aZone("B", { at: east(50) }), aZone("C", { at: east(9000) })],
    [aFacility("R", { at: east(20), ...elderlyRooms(100) })],
    {
      sites: [
        { ...LAND, id: "S", at: east(30), usableArea: 300 },
        { ...LAND, id: "T", at: east(40), usableArea: 600 },
        { ...LAND, id: "U", at: east(9010), usableArea: 300 },
        { ...LAND, id: "V", at: east(0), usableArea: 300 },
        { ...LAND, id: "W", at: east(50), usableArea: 300 },
      ],
    },
  );
  const [standards, parameters] = [shippedStandards(), { ...DEFAULT_PARAMETERS, supply: "fair" } as const];
  const base = value(finish(openPipeline(project, standards, parameters)));
  const servicesOf = (ids: readonly string[]) =>
    areasOf(ids).map((areas) => areas.map(({ number, given, left }) => [number, given, toNumber(left)]));
  const changesOf = (ids: readonly string[]) =>
    areasOf(ids).flatMap((areas) => areas.map(({ before, left }) => [toNumber(before), toNumber(left)]));
  const areasOf = (ids: readonly string[]) => {
    const measures = measuresIn(base, shippedTerms()).measures.filter(({ id }) => ids.includes(id));
    const after = value(finish(openPipeline(withMeasures(project, measures), standards, parameters)));
    return plannedServices(base, after, measures).map(({ areas }) =>
      areas.filter(({ metric }) => metric === "elderly_building_area"),
    );
  };
  const [ofA, ofC] = [1, 2];
  expect(servicesOf(["U:elderly-300"])).toEqual([[[ofC, 200, 0]]]);
  // Both zones of the 片区 get something of S: together all that it has.
  expect(servicesOf(["S:elderly-300", "U:elderly-300"])).toEqual([[[ofA, 300, 0]], [[ofC, 200, 0]]]);
  const [byS, byT] = servicesOf(["S:elderly-300", "T:elderly-600"]);
  const sum = [...(byS ?? []), ...(byT ?? [])].reduce((all, [, given = 0]) => all + given, 0);
  expect(sum).toBeLessThanOrEqual(400);
  expect(sum).toBeGreaterThanOrEqual(300);
  expect(changesOf(["U:elderly-300"])).toEqual([[200, 0]]);
  // At their doors A has all of V and B all of W, 200 m² each, and R stands free: 400 m² are used where 300 m² were missing.
  expect(servicesOf(["V:elderly-300", "W:elderly-300"])).toEqual([[[ofA, 200, 0]], [[ofA, 200, 0]]]);
  expect(changesOf(["V:elderly-300", "W:elderly-300"])).toEqual([
    [300, 0],
    [300, 0],
  ]);
});
