import { describe, expect, it } from "vitest";
import { foundSentence } from "../../src/cli/found-sentence.ts";
import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../src/core/analysis/pipeline.ts";
import { finish } from "../../src/core/base/work.ts";
import type { Project } from "../../src/core/model/project.ts";
import { analysisFiles } from "../../src/io/export/analysis-files.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { reAddAnalysis } from "../../src/io/verify/re-add-analysis.ts";
import { aFacility, aProject, aZone, east, elderlyRooms } from "../builders/rows.ts";
import { onDisk } from "../builders/written-files.ts";

function opened(project: Project) {
  const parameters = { ...DEFAULT_PARAMETERS, supply: "onsite" } as const;
  const outcome = finish(openPipeline(project, shippedStandards(), parameters));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

/** Nobody knows how many live here. */
function withoutPeople(id: string) {
  const { households: _, residents: __, ...zone } = aZone(id, { street: "东街" });
  return zone;
}

describe("the sentence of an analysis", () => {
  it("says what is missing in how many of the known zones, and how many lack data", () => {
    // A: 1000 ÷ 100 × 20 = 200 m², has 150; 2800 ÷ 1000 × 8 = 22.4 → 23 slots, has 0. B: nothing is known.
    const project = aProject(
      [aZone("A"), withoutPeople("B")],
      [aFacility("F", { zone: "A", ...elderlyRooms(150) })],
    );
    expect(foundSentence(opened(project))).toBe(
      "2 zones. elderly_building_area: 50 missing in 1 of 1 zones, 1 zone lacks data; childcare_slots: 23 missing in 1 of 1 zones, 1 zone lacks data.",
    );
  });

  it("says that nothing can be said where no zone is known, and writes no amount", () => {
    const pipeline = opened(aProject([withoutPeople("A"), withoutPeople("B")], []));
    expect(foundSentence(pipeline)).toBe(
      "2 zones. elderly_building_area: nothing can be said, 2 zones lack data; childcare_slots: nothing can be said, 2 zones lack data.",
    );
    const files = analysisFiles(pipeline);
    const streets = files["rollup.csv"].split("\n").filter((line) => line.startsWith("street"));
    expect(streets).toEqual([
      "street,320302/东街,elderly,elderly_building_area,,,,2,,,",
      "street,320302/东街,childcare,childcare_slots,,,,2,,,",
    ]);
    expect(reAddAnalysis(onDisk(files)).wrong).toEqual([]);
  });

  it("says how much of what is missing is in doubt", () => {
    // 2800 ÷ 1000 × 8 = 22.4 → 23; a nursery of 4 may be registered or not
    const nursery = aFacility("N", { kind: "C_INSTITUTION", zone: "A", slots: 4 });
    expect(foundSentence(opened(aProject([aZone("A")], [nursery])))).toContain(
      "childcare_slots: 23 missing (up to 4 of it in doubt) in 1 of 1 zones",
    );
  });

  it("says how many verdicts are estimated, by a borrowed standard or against invented facilities", () => {
    // 1000 ÷ 100 × 20 = 200 m² of A, 500 ÷ 100 × 20 = 100 m² of B; 2800 ÷ 1000 × 8 = 22.4 → 23 slots of each.
    const guessed = aZone("B", { households: 500, householdsBasis: "estimated", adminCode: "110101" });
    const invented = aFacility("F", { at: east(30), source: "演示数据" });
    const project = aProject([aZone("A"), guessed], [invented, aFacility("G", { at: east(60) })], {
      pack: "xuzhou-2022",
    });
    expect(foundSentence(opened(project))).toBe(
      "2 zones. elderly_building_area: 300 missing in 2 of 2 zones; childcare_slots: 46 missing in 2 of 2 zones. 1 verdict rests on estimates (估算). 1 zone is judged by a borrowed standard (借用标准). 1 facility is demonstration data (演示数据).",
    );
    expect(foundSentence(opened({ ...project, origin: "demo" }))).toContain(
      " 2 facilities are demonstration data (演示数据).",
    );
  });

  it("says that no standard asks anything where none holds", () => {
    const { adminCode: _, ...zone } = aZone("A");
    expect(foundSentence(opened(aProject([zone], [])))).toBe("1 zone. No standard asks anything of them.");
  });
});
