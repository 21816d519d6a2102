import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline, update } from "../../../src/core/analysis/pipeline.ts";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { changedStreets, type StreetChange } from "../../../src/core/network/changed-streets.ts";
import type { StreetMap } from "../../../src/core/network/street-map.ts";
import { analysisFiles } from "../../../src/io/export/analysis-files.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { randomChanges } from "../../builders/random-changes.ts";
import { randomlyEdited, randomProject } from "../../builders/random-project.ts";
import { east } from "../../builders/rows.ts";
import { townStreets } from "../../builders/town-streets.ts";

/** Choices that stages depend on, each alone and some together. */
const CHOICES: readonly Partial<Parameters>[] = [
  {},
  { supply: "catchment" },
  { supply: "floating" },
  { supply: "fair" },
  { supply: "fair", offsite: "circle-and-community", pack: "sucheng-2023" },
  { supply: "catchment", offsite: "circle-and-community" },
  { conflict: "strict" },
  { conflict: "clause", year: 2023 },
  { detour: 1.1 },
  { limits: { elderly: 1500, carer_with_infant: 600, adult: 1000 } },
  { decides: { elderly: "adult", childcare: "adult" } },
  { countStatuses: ["built", "planned", "under_construction"] },
  { pack: "huaibei-draft" },
  { overlays: ["anhui-2022-elderly-overlay"], pack: "huaibei-draft" },
];

/** The same for walks along streets. */
const STREET_CHOICES: readonly Partial<Parameters>[] = [
  {},
  { cap: 60 },
  { supply: "floating" },
  { supply: "fair" },
  { limits: { elderly: 1500, carer_with_infant: 600, adult: 1000 } },
  { decides: { elderly: "adult", childcare: "adult" }, supply: "catchment" },
  { reach: "straight" },
];

function opened(project: Project, parameters: Parameters): Pipeline {
  const outcome = finish(openPipeline(project, shippedStandards(), parameters));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

function updated(
  pipeline: Pipeline,
  change: { readonly project?: Project; readonly parameters?: Parameters },
) {
  const outcome = finish(update(pipeline, change));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

/** A copy without the identity of any row, as a file read again gives it. */
function readAgain(project: Project): Project {
  return structuredClone(project);
}

/** Other numbers of people in a zone that stays where it is. */
function peopleMoved(project: Project, seed: number): Project {
  const moved = seed % Math.max(1, project.zones.length);
  const zones = project.zones.map((zone, row) =>
    row === moved ? { ...zone, households: 50 + (seed % 700), residents: 100 + (seed % 2000) } : zone,
  );
  return { ...project, zones };
}

test(
  "after any edits the results are those of a run from scratch, byte for byte",
  () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.nat(CHOICES.length - 1),
        fc.array(fc.tuple(fc.nat(1e6), fc.nat(8 * CHOICES.length)), { minLength: 3, maxLength: 12 }),
        (seed, choice, edits) => {
          let parameters: Parameters = { ...DEFAULT_PARAMETERS, ...CHOICES[choice] };
          let project = randomProject(seed);
          let pipeline = opened(project, parameters);
          for (const [edit, next] of edits) {
            // most edits change the document, some the choices, some both
            if (next >= CHOICES.length || next % 2 === 0) {
              project = edit % 3 === 0 ? peopleMoved(project, edit) : randomlyEdited(project, edit);
            }
            if (next < CHOICES.length) parameters = { ...DEFAULT_PARAMETERS, ...CHOICES[next] };
            pipeline = updated(pipeline, { project, parameters });
          }
          const fresh = opened(readAgain(project), parameters);
          expect(analysisFiles(pipeline)).toEqual(analysisFiles(fresh));
          expect(pipeline.results).toEqual(fresh.results);
        },
      ),
      { seed: 1, numRuns: process.env["QUAN_LONG"] ? 3000 : 150 },
    );
  },
  process.env["QUAN_LONG"] ? 1_800_000 : 240_000,
);

test("along streets too, whatever becomes of rows, choices and streets", () => {
  fc.assert(
    fc.property(
      fc.nat(1e6),
      fc.array(fc.tuple(fc.nat(1e6), fc.nat(2 * STREET_CHOICES.length), fc.nat(9)), {
        minLength: 2,
        maxLength: 6,
      }),
      (seed, edits) => {
        const onStreets: Parameters = { ...DEFAULT_PARAMETERS, reach: "network" };
        let parameters = onStreets;
        let project: Project = { ...randomProject(seed, 9, 12), streets: townStreets(seed, false, 6) };
        let pipeline = opened(project, parameters);
        for (const [edit, choice, turn] of edits) {
          if (turn === 0) project = { ...changedBy(project, []), streets: townStreets(edit, false, 6) };
          if (turn === 1) project = { ...project, streets: structuredClone(project.streets) as StreetMap };
          if (turn > 1 && turn < 6) project = someStreetsChanged(project, edit);
          if (turn > 4) project = { ...project, ...rowsOf(randomlyEdited(project, edit)) };
          if (choice < STREET_CHOICES.length) parameters = { ...onStreets, ...STREET_CHOICES[choice] };
          pipeline = updated(pipeline, { project, parameters });
        }
        const fresh = opened(readAgain(project), parameters);
        expect(pipeline.results).toEqual(fresh.results);
        expect(analysisFiles(pipeline)).toEqual(analysisFiles(fresh));
      },
    ),
    { seed: 1, numRuns: process.env["QUAN_LONG"] ? 1000 : 16 },
  );
});

function rowsOf({ facilities, zones, units, duplicateDecisions }: Project) {
  return { facilities, zones, units, duplicateDecisions };
}

/** Some streets more closed, added or opened, or the first change taken back. */
function someStreetsChanged(project: Project, seed: number): Project {
  const dice = diceOf(seed, "street changes");
  const { streets, streetChanges = [] } = project;
  if (streets === undefined) return project;
  const next = dice.chance(0.3)
    ? streetChanges.slice(1)
    : [...streetChanges, ...randomChanges(streets, dice, 2500)];
  return changedStreets(streets, next).ok ? changedBy(project, next) : project;
}

function changedBy({ streetChanges: _changes, ...others }: Project, next: readonly StreetChange[]): Project {
  return next.length === 0 ? others : { ...others, streetChanges: next };
}

test("a closed street is walked around, and its walks are searched anew and no others", () => {
  const streets = townStreets(5);
  const project: Project = { ...randomProject(5), streets };
  const pipeline = opened(project, { ...DEFAULT_PARAMETERS, reach: "network" });
  const closed = updated(pipeline, {
    project: { ...project, streetChanges: [{ kind: "closed", way: 0, from: 0, to: 1 }] },
  });
  expect(closed.results.network?.changes).toBe(1);
  expect(closed.results.network?.streets).not.toBe(pipeline.results.network?.streets);
  expect(closed.results.issues.map(({ code }) => code)).toContain("analysis.streets-changed");
  expect(closed.results.key).not.toBe(pipeline.results.key);
  expect(closed.reach.value.origins.elderly).toBe(pipeline.reach.value.origins.elderly);
  const again = updated(closed, { project });
  expect(again.results).toEqual(pipeline.results);
  const unfit: Project = { ...project, streetChanges: [{ kind: "closed", way: 1e6, from: 0, to: 1 }] };
  const refusal = finish(update(pipeline, { project: unfit }));
  expect(refusal.ok ? [] : refusal.issues.map(({ code }) => code)).toEqual(["edit.unknown-street"]);
});

test.each(["catchment", "floating", "fair"] as const)(
  "closed streets take away what is supplied: %s",
  (supply) => {
    const parameters: Parameters = { ...DEFAULT_PARAMETERS, reach: "network", supply };
    const streets = townStreets(5);
    const project: Project = { ...randomProject(5), streets };
    const streetChanges = Array.from(
      { length: streets.tags.length / 2 },
      (_, i): StreetChange => ({ kind: "closed", way: 2 * i, from: 0, to: 1 }),
    );
    const pipeline = opened(project, parameters);
    const closed = updated(pipeline, { project: { ...project, streetChanges } });
    const fresh = opened({ ...project, streetChanges }, parameters);
    expect(fresh.results.ledgers).not.toEqual(pipeline.results.ledgers);
    expect(closed.results).toEqual(fresh.results);
  },
);

test("a facility that moves keeps the networks, and zones that stay where they are their origins", () => {
  const project: Project = { ...randomProject(5), streets: townStreets(5) };
  const pipeline = opened(project, { ...DEFAULT_PARAMETERS, reach: "network" });
  const next = updated(pipeline, {
    project: {
      ...project,
      facilities: project.facilities.map((each, row) => (row === 3 ? { ...each, at: east(500, 500) } : each)),
    },
  });
  expect(next.networks).toBe(pipeline.networks);
  expect(next.reach.value.origins.elderly).toBe(pipeline.reach.value.origins.elderly);
  const named = updated(next, {
    project: {
      ...next.project,
      zones: next.project.zones.map((each, row) => (row === 2 ? { ...each, households: 77 } : each)),
    },
  });
  expect(named.reach.value.origins.childcare).toBe(pipeline.reach.value.origins.childcare);
  expect(named.reach.value.covered[0]?.byProfile[0]?.columns).toBe(
    next.reach.value.covered[0]?.byProfile[0]?.columns,
  );
  const straight = updated(next, { parameters: DEFAULT_PARAMETERS });
  expect(straight.results.network).toBeUndefined();
  expect(straight.networks).toBe(pipeline.networks);
});

test("rows in any order give the same files", () => {
  const project = randomProject(7);
  const shuffled = { ...project, units: [...project.units].reverse() };
  expect(analysisFiles(opened(shuffled, DEFAULT_PARAMETERS))).toEqual(
    analysisFiles(opened(project, DEFAULT_PARAMETERS)),
  );
});

test("a change that nothing depends on keeps every stage", () => {
  const pipeline = opened(randomProject(3), DEFAULT_PARAMETERS);
  const next = updated(pipeline, { project: { ...pipeline.project, name: "another" } });
  expect(next.supply.value).toBe(pipeline.supply.value);
  expect(next.judgements.value).toBe(pipeline.judgements.value);
});
