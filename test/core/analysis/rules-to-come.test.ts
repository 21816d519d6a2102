import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline } from "../../../src/core/analysis/pipeline.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Project } from "../../../src/core/model/project.ts";
import type { ResidentialZone } from "../../../src/core/model/residential-zone.ts";
import { sentenceFor } from "../../../src/i18n/catalogue.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { aFacility, aProject, aZone, elderlyRooms } from "../../builders/rows.ts";

function told(project: Project, choices: Partial<Parameters>) {
  const outcome = finish(openPipeline(project, shippedStandards(), { ...DEFAULT_PARAMETERS, ...choices }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value.results.issues.filter(({ code }) => code === "analysis.rules-to-come");
}

const briefly = (project: Project, choices: Partial<Parameters>) =>
  told(project, choices).map(({ facts, at }) => [
    at.id,
    "rules" in facts && facts.rules,
    "first" in facts && facts.first,
  ]);

/** A zone in no district or city, of which much more is asked. */
function placeless(id: string, differs: Partial<ResidentialZone> = {}) {
  const { adminCode: _, ...zone } = aZone(id, { pack: "xuzhou-2022", ...differs });
  return zone;
}

const facilities = [aFacility("F", elderlyRooms(100))];

describe("rules whose first target lies after the year", () => {
  // An existing zone of Xuzhou is judged by 20 m² per 100 households (from 2020) and by what holds in any year.
  const existing = aProject([placeless("A")], facilities);

  it("are told with their pack, the year, how many they are and the first year stated", () => {
    const [issue, ...others] = told(existing, { year: 1999 });
    expect(others).toEqual([]);
    expect(issue).toEqual({
      code: "analysis.rules-to-come",
      severity: "warning",
      facts: { pack: "xuzhou-2022", year: "1999", rules: 1, first: "2020" },
      at: { id: "xuzhou-2022" },
    });
    expect(issue && sentenceFor(issue, "en")).toMatch(/xuzhou-2022 .*1999 yet: 1, .*from 2020 on/);
    expect(issue && sentenceFor(issue, "zh")).toMatch(/1999 年.*xuzhou-2022 有 1 条规则.*2020 年/);
  });

  it("are not told from their first year on, nor by the latest targets", () => {
    expect(briefly(existing, { year: 2020 })).toEqual([]);
    expect(briefly(existing, {})).toEqual([]);
  });

  it("are only those that would judge a zone, unit or circle of the document", () => {
    // New: 30 m² per 100 households (from 2020) and land (from 2025).
    const fresh = aProject([placeless("A", { status: "new" })], facilities);
    expect(briefly(fresh, { year: 1999 })).toEqual([["xuzhou-2022", 2, "2020"]]);
    expect(briefly(fresh, { year: 2020 })).toEqual([["xuzhou-2022", 1, "2025"]]);
    // A street with its centre for the elderly (from 2025).
    const street = aProject([placeless("A", { street: "东街" })], facilities);
    expect(briefly(street, { year: 1999 })).toEqual([["xuzhou-2022", 2, "2020"]]);
    expect(briefly(street, { year: 2020 })).toEqual([["xuzhou-2022", 1, "2025"]]);
    // Its rooms, a nursery of its district, and of its city a nursery, two targets of beds, two of slots and one of
    // nursing beds: 1 + 1 + 6.
    expect(briefly(aProject([aZone("A")], facilities), { year: 1999 })).toEqual([["xuzhou-2022", 8, "2020"]]);
    // The circle of Sucheng (from 2025) is judged only against a share that is set.
    const sucheng = { pack: "sucheng-2023", year: 2024 };
    expect(briefly(existing, sucheng)).toEqual([]);
    expect(briefly(existing, { ...sucheng, coverageTarget: 0.8 })).toEqual([["sucheng-2023", 1, "2025"]]);
  });

  it("are told of each pack in use", () => {
    const both = aProject(
      [placeless("A"), placeless("B", { status: "new", pack: "sucheng-2023" })],
      facilities,
    );
    expect(briefly(both, { year: 1999, coverageTarget: 0.8 })).toEqual([
      ["sucheng-2023", 1, "2025"],
      ["xuzhou-2022", 1, "2020"],
    ]);
  });
});
