import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceOf } from "../../../src/core/analysis/evidence-of.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline } from "../../../src/core/analysis/pipeline.ts";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import { CHECK_STATUSES, type CheckStatus } from "../../../src/core/model/check-status.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { sentenceFor } from "../../../src/i18n/catalogue.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { value } from "../../builders/outcomes.ts";
import { randomProject } from "../../builders/random-project.ts";
import { aFacility, aProject, aZone, elderlyRooms } from "../../builders/rows.ts";

function opened(project: Project, choices: Partial<Parameters> = {}): Pipeline {
  return value(finish(openPipeline(project, shippedStandards(), { ...DEFAULT_PARAMETERS, ...choices })));
}

function told({ results }: Pipeline) {
  return results.issues.filter(({ code }) => code === "analysis.verdicts-unchecked");
}

const checked = { checked: "checked" } as const;
const own = (zone: string) => ({ zone, ...elderlyRooms(300) });

describe("verdicts on rows that are not checked", () => {
  // A is checked with all it counts, B counts rooms of a facility that is not, C is not checked itself.
  const project = aProject(
    [aZone("A", checked), aZone("B", checked), aZone("C")],
    [
      aFacility("F", { ...own("A"), ...checked }),
      aFacility("G", { ...own("B"), name: "幸福站", checked: "unchecked" }),
      // Closed: nobody counts its rooms.
      aFacility("H", { ...own("A"), status: "closed" }),
    ],
  );

  it("are counted, with the rows that are not", () => {
    const [issue, ...others] = told(opened(project));
    expect(others).toEqual([]);
    expect(issue).toEqual({
      ...{ code: "analysis.verdicts-unchecked", severity: "note", at: {} },
      facts: { verdicts: 2, zones: 3, unchecked: 1, facilities: 1 },
    });
    expect(issue && sentenceFor(issue, "zh")).toContain("3 个判定中有 2 个依据未核实的资料");
    expect(issue && sentenceFor(issue, "en")).toContain("not checked: 2 of 3.");
  });

  it("say in the evidence which rows these are", () => {
    const pipeline = opened(project);
    const unchecked = (id: string) => value(evidenceOf(pipeline, id)).unchecked;
    expect(unchecked("A")).toBeUndefined();
    expect(unchecked("B")).toEqual({ zone: false, facilities: [{ facility: "G", name: "幸福站" }] });
    expect(unchecked("C")).toEqual({ zone: true, facilities: [] });
  });

  it("are not spoken of where no row says anything of checking, or all are checked", () => {
    const silent = opened(aProject([aZone("A")], [aFacility("F", own("A"))]));
    expect(told(silent)).toEqual([]);
    expect(value(evidenceOf(silent, "A")).unchecked).toBeUndefined();
    const all = aProject([aZone("A", checked)], [aFacility("F", { ...own("A"), ...checked })]);
    expect(told(opened(all))).toEqual([]);
    // One row that says it is not is enough.
    const one = aProject([aZone("A")], [aFacility("F", { ...own("A"), checked: "unchecked" })]);
    expect(told(opened(one))).toMatchObject([{ facts: { verdicts: 1, zones: 1 } }]);
  });
});

/** The project with checks said at random, of some rows not at all. */
function withChecks(project: Project, seed: number): Project {
  const dice = diceOf(seed, "checks");
  const said = <Row extends { readonly checked?: CheckStatus }>(row: Row): Row =>
    dice.chance(0.2) ? row : { ...row, checked: dice.chance(0.8) ? "checked" : dice.pick(CHECK_STATUSES) };
  return { ...project, zones: project.zones.map(said), facilities: project.facilities.map(said) };
}

const runs = {
  ...{ seed: 1, numRuns: process.env.QUAN_LONG ? 500 : 40 },
  // Rooms of a metric that no line of the zone asks for, and rooms that a later phase delivers.
  examples: [
    [284774, "onsite"],
    [366552, "floating"],
  ] as [number, "onsite" | "floating"][],
};

it("the count is that of the zones whose evidence counts a row that is not checked, and no verdict changes", () => {
  fc.assert(
    fc.property(
      fc.nat(1e6),
      fc.constantFrom("onsite" as const, "catchment" as const, "floating" as const),
      (seed, supply) => {
        const plain = randomProject(seed, 12, 16);
        const project = withChecks(plain, seed);
        const pipeline = opened(project, { supply });
        const status = new Map([...project.zones, ...project.facilities].map((row) => [row.id, row.checked]));
        const evidence = project.zones.map(({ id }) => value(evidenceOf(pipeline, id)));
        const behind = evidence.map(({ zone, lines }) => {
          const counted = lines.flatMap((line) => line.counted.map(({ facility }) => facility));
          return [...new Set([zone, ...counted])].filter((id) => status.get(id) !== "checked");
        });
        const shown = evidence.map(({ zone, unchecked }) => [
          ...(unchecked?.zone ? [zone] : []),
          ...(unchecked?.facilities.map(({ facility }) => facility) ?? []),
        ]);
        expect(shown).toEqual(behind);
        const rows = new Set(behind.flat());
        const verdicts = behind.filter((ids) => ids.length > 0).length;
        const facts = {
          ...{ verdicts, zones: project.zones.length },
          unchecked: project.zones.filter(({ id }) => rows.has(id)).length,
          facilities: project.facilities.filter(({ id }) => rows.has(id)).length,
        };
        expect(told(pipeline).map((issue) => issue.facts)).toEqual(verdicts === 0 ? [] : [facts]);
        expect(pipeline.results.zones.verdict).toEqual(opened(plain, { supply }).results.zones.verdict);
      },
    ),
    runs,
  );
});
