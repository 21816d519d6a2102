import { expect, it } from "vitest";
import { DEFAULT_PARAMETERS } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { CandidateSite } from "../../../src/core/model/site.ts";
import { gridSites } from "../../../src/core/plan/candidates/grid-sites.ts";
import { isMovable } from "../../../src/core/plan/movable.ts";
import { measuresIn } from "../../../src/core/plan/plan-basis.ts";
import { shippedTerms } from "../../../src/io/plan/shipped-terms.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../../builders/rows.ts";

const terms = shippedTerms();

function movableIn(sites: readonly CandidateSite[]) {
  const facilities = [
    aFacility("H", { status: "built_not_handed_over", at: east(200), ...elderlyRooms(300) }),
    aFacility("R", { at: east(100), ...elderlyRooms(300) }),
  ];
  const base = value(
    finish(
      openPipeline(aProject([aZone("A")], facilities, { sites }), shippedStandards(), DEFAULT_PARAMETERS),
    ),
  );
  const { measures } = measuresIn(base, terms);
  const kinds = (of: typeof measures) => [...new Set(of.map(({ kind }) => kind))].sort();
  return {
    can: kinds(measures.filter(isMovable)),
    cannot: kinds(measures.filter((each) => !isMovable(each))),
    base,
  };
}

const SITE: CandidateSite = {
  ...{ id: "S", kind: "public_building", at: east(100), usableArea: 600, storey: 1, fireClass: 2 },
  ...{ titleCertificate: true, expropriationListed: false },
};

it("moves what is built on land, and nothing that makes use of a building", () => {
  const { can, cannot } = movableIn([
    { ...SITE, ways: ["own", "buy", "lease", "swap"] },
    { ...SITE, id: "L", kind: "vacant_land" },
    { ...SITE, id: "K", kind: "community_rooms" },
    { ...SITE, id: "U", enlarges: "R" },
  ]);
  expect(can).toEqual(["build"]);
  expect(cannot).toEqual(["buy", "convert", "enlarge", "hand_over", "lease", "reallocate", "swap"]);
});

it("moves what is built at the points of a grid, which nobody has named", () => {
  const { base } = movableIn([]);
  const points = value(gridSites(base, 300, terms.gridM2));
  expect(movableIn(points.slice(0, 2)).can).toEqual(["build"]);
});
