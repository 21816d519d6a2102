import { describe, expect, it } from "vitest";
import type { Project } from "../../../src/core/model/project.ts";
import type { CandidateSite } from "../../../src/core/model/site.ts";
import { measuresOf } from "../../../src/core/plan/measures-of.ts";
import { shippedTerms } from "../../../src/io/plan/shipped-terms.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { aProject, east } from "../../builders/rows.ts";

const PACK = shippedStandards().packs.find(({ id }) => id === "sucheng-2023");
const found = (project: Project, year?: number) => measuresOf(project, shippedTerms(), () => PACK, year);

function aSite(differs: Partial<CandidateSite> = {}): CandidateSite {
  return {
    ...{ id: "S", kind: "public_building", at: east(100), usableArea: 400, storey: 1 },
    ...{ titleCertificate: true, expropriationListed: false },
    ...differs,
  };
}

describe("years and yearly costs of measures", () => {
  it("takes them from the terms: a converted building serves from next year for a transition period", () => {
    const { measures } = found(aProject([], [], { sites: [aSite()] }), 2026);
    expect(measures.map(({ id, earliest, lifetime, yearly }) => [id, earliest, lifetime, yearly])).toEqual([
      ["S:elderly-300", 2027, 5, undefined],
      ["S:elderly-400", 2027, 5, undefined],
      ["S:childcare-200", 2027, 5, undefined],
      ["S:childcare-400", 2027, 5, undefined],
    ]);
  });
});
