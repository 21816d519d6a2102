import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AllocationFindings, NOT_ALLOCATED } from "../../../src/core/analysis/allocation-findings.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline, update } from "../../../src/core/analysis/pipeline.ts";
import { compare, type Exact, minus, plus, ZERO } from "../../../src/core/base/decimal.ts";
import { diceOf } from "../../../src/core/base/random.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Project } from "../../../src/core/model/project.ts";
import type { ResidentialZone } from "../../../src/core/model/residential-zone.ts";
import { VERDICTS } from "../../../src/core/standards/verdict.ts";
import { analysisFiles } from "../../../src/io/export/analysis-files.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { randomProject } from "../../builders/random-project.ts";
import { aFacility, aProject, east, elderlyRooms } from "../../builders/rows.ts";

function opened(project: Project, choice: Partial<Parameters> = {}): Pipeline {
  const parameters: Parameters = { ...DEFAULT_PARAMETERS, supply: "fair", ...choice };
  const outcome = finish(openPipeline(project, shippedStandards(), parameters));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

const runs = { seed: 1, numRuns: process.env["QUAN_LONG"] ? 1000 : 60 };
const seeds = fc.nat(1e6);

const CHOICES: readonly Partial<Parameters>[] = [
  {},
  { offsite: "circle-and-community" },
  { pack: "sucheng-2023" },
  { pack: "huaibei-draft" },
];
const choices = fc.constantFrom(...CHOICES);

/** Served shares of the zones of a metric, ascending. */
function sortedShares({ levels, zones }: AllocationFindings): readonly Exact[] {
  return [...zones.levelOf]
    .filter((level) => level !== NOT_ALLOCATED)
    .sort((a, b) => a - b)
    .map((level) => levels[level] as Exact);
}

function isNowhere({ at, entrances, buildings, shape }: ResidentialZone): boolean {
  return (at ?? entrances ?? buildings ?? shape) === undefined;
}

describe("a fair allocation", () => {
  it("passes no zone that everything it reaches, counted for it alone, would not pass", () => {
    fc.assert(
      fc.property(seeds, choices, (seed, choice) => {
        const project = randomProject(seed);
        const fair = opened(project, choice).results.zones.judgements;
        const most = opened(project, { ...choice, supply: "catchment" }).results.zones.judgements;
        const own = opened(project, { ...choice, supply: "onsite" }).results.zones.judgements;
        for (const [row, { lines }] of fair.entries()) {
          for (const [at, line] of lines.entries()) {
            if (!line.verdict.startsWith("pass")) continue;
            // A screening method withholds the pass that it would be.
            const others = [most, own].map((of) => of[row]?.lines[at]?.verdict);
            expect(others.some((verdict) => verdict?.startsWith("pass") || verdict === "needs_ruling")).toBe(
              true,
            );
          }
        }
      }),
      runs,
    );
  });

  it("judges what is built in a new estate as its own rooms alone do", () => {
    fc.assert(
      fc.property(seeds, choices, (seed, choice) => {
        const project = randomProject(seed);
        const fair = opened(project, choice).results.zones.judgements;
        const own = opened(project, { ...choice, supply: "onsite" }).results.zones.judgements;
        for (const [row, { status }] of project.zones.entries()) {
          if (status !== "new") continue;
          const verdicts = (of: typeof fair) => of[row]?.lines.map(({ verdict }) => verdict);
          expect([fair[row]?.overall, verdicts(fair)]).toEqual([own[row]?.overall, verdicts(own)]);
        }
      }),
      runs,
    );
  });

  it("gives no m² or slot twice, and to no zone more than it lacks", () => {
    fc.assert(
      fc.property(seeds, choices, (seed, choice) => {
        const { results, supply } = opened(randomProject(seed), choice);
        const { rows, capacity, load } = results.facilities;
        for (const [at] of rows.entries()) {
          const held = capacity[at] ?? 0;
          expect(load[at]).toBeLessThanOrEqual((Number.isNaN(held) ? 0 : held) + 1e-6);
        }
        for (const { ledger, allocation } of supply.value.ledgers) {
          if (allocation === undefined) continue;
          const { zones, certificates, totals } = allocation;
          let served = ZERO;
          for (const [row, need] of zones.needs.entries()) {
            const has = ledger.provided[row];
            if (need === undefined || has === undefined) continue;
            served = plus(served, compare(has, need) < 0 ? has : need);
          }
          expect(compare(served, totals.served)).toBe(0);
          const missing = certificates.filter(({ maximal }) => maximal).map((each) => each.missing);
          expect(compare(missing.reduce(plus, ZERO), minus(totals.need, served))).toBe(0);
        }
      }),
      runs,
    );
  });

  it("lowers neither what is served in all nor the sorted shares where rooms are added", () => {
    fc.assert(
      fc.property(seeds, fc.nat(1e6), (seed, at) => {
        const project = randomProject(seed);
        const dice = diceOf(at, "more rooms");
        const beside = dice.pick(project.zones.filter(({ at: point }) => point !== undefined));
        if (beside?.at === undefined) return;
        const more = aFacility("more", { at: beside.at, shared: true, ...elderlyRooms(dice.whole(1, 900)) });
        const larger = aProject(project.zones, [...project.facilities, more], { units: project.units });
        const [before = [], after = []] = [project, larger].map((each) => opened(each).results.allocations);
        for (const old of before) {
          const now = after.find(({ metric }) => metric === old.metric);
          if (now === undefined) throw new Error("the same metrics are shared out");
          expect(compare(now.totals.served, old.totals.served)).toBeGreaterThanOrEqual(0);
          const [shares, were] = [sortedShares(now), sortedShares(old)];
          const apart = shares.findIndex((share, place) => compare(share, were[place] as Exact) !== 0);
          if (apart >= 0) expect(compare(shares[apart] as Exact, were[apart] as Exact)).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  it("fails no zone that would pass, and passes none that would fail, once the unknown is known", () => {
    fc.assert(
      fc.property(seeds, fc.nat(1e6), (seed, at) => {
        const project = randomProject(seed);
        const dice = diceOf(at, "made known");
        const known = aProject(
          project.zones,
          project.facilities.map((row) => ({
            ...row,
            ...(row.registered === undefined && { registered: dice.chance(0.5) }),
          })),
          { units: project.units },
        );
        const results = [opened(project), opened(known)].map((pipeline) => pipeline.results);
        const [before, after] = results.map(({ zones }) => zones.judgements);
        const [asTold, asIs] = results.map(({ allocations = [] }) => allocations);
        for (const { metric, totals } of asTold ?? []) {
          const now = asIs?.find((each) => each.metric === metric)?.totals.missing ?? ZERO;
          expect(compare(totals.certain, now)).toBeLessThanOrEqual(0);
          expect(compare(now, totals.missing)).toBeLessThanOrEqual(0);
        }
        for (const [row, { lines }] of (before ?? []).entries()) {
          for (const [line, { verdict }] of lines.entries()) {
            const now = after?.[row]?.lines[line]?.verdict;
            if (verdict === "fail") expect(now).toBe("fail");
            if (verdict === "pass") expect(now).toBe("pass");
          }
        }
      }),
      runs,
    );
  });

  it("passes without notes only whom it passes however many live where nobody knows", () => {
    fc.assert(
      fc.property(seeds, choices, fc.nat(1e6), (seed, choice, at) => {
        const { zones, facilities, units } = randomProject(seed);
        const dice = diceOf(at, "people and places");
        const placed = dice.chance(0.7);
        const told = aProject(
          zones.map((zone) =>
            placed && isNowhere(zone) ? { ...zone, at: east(dice.whole(0, 2500)) } : zone,
          ),
          facilities,
          { units },
        );
        // A place of its own could show that rooms lie too far away to be those of a zone.
        const tied = new Set(facilities.flatMap(({ zone, pooling }) => [zone, ...(pooling?.zones ?? [])]));
        const known = aProject(
          told.zones.map((zone) => ({
            ...zone,
            ...(isNowhere(zone) &&
              !tied.has(zone.id) && { at: east(dice.whole(0, 2500), dice.whole(0, 2500)) }),
            ...(zone.status === undefined && { status: "existing" as const }),
            ...(zone.households === undefined && {
              residents: dice.whole(1, 90_000),
              ...zone,
              households: dice.whole(1, 40_000),
            }),
          })),
          facilities,
          { units },
        );
        const [before, after] = [told, known].map(
          (project) => opened(project, choice).results.zones.judgements,
        );
        for (const [row, zone] of told.zones.entries()) {
          if (isNowhere(zone) || zone.status === undefined || zone.households === undefined) continue;
          for (const [line, { verdict, rule }] of (before?.[row]?.lines ?? []).entries()) {
            if (verdict !== "pass") continue;
            expect(after?.[row]?.lines[line]?.verdict, rule).toMatch(/^pass/);
          }
        }
      }),
      runs,
    );
  });

  it("gives the same for any names of the rows", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { zones, facilities, units } = randomProject(seed, 12, 16);
        const turned = (id: string, count: number) => `${id.slice(0, 1)}${count - Number(id.slice(1))}`;
        const other = aProject(
          zones.map((zone) => ({
            ...zone,
            id: turned(zone.id, 90),
            ...(zone.phases && {
              phases: zone.phases.map((phase) => ({
                ...phase,
                ...(phase.facilities && { facilities: phase.facilities.map((id) => turned(id, 90)) }),
              })),
            }),
          })),
          facilities.map(({ zone, pooling, ...row }) => ({
            ...row,
            id: turned(row.id, 90),
            ...(zone !== undefined && { zone: turned(zone, 90) }),
            ...(pooling && { pooling: { ...pooling, zones: pooling.zones.map((id) => turned(id, 90)) } }),
          })),
          { units },
        );
        const byName = (pipeline: Pipeline, name: (id: string) => string) =>
          Object.fromEntries(
            pipeline.project.zones.map(({ id }, row) => [
              name(id),
              [
                VERDICTS[pipeline.results.zones.verdict[row] ?? 0],
                pipeline.supply.value.ledgers.map(({ ledger }) => ledger.provided[row]),
              ],
            ]),
          );
        const [one, two] = [
          byName(opened(aProject(zones, facilities, { units })), (id) => turned(id, 90)),
          byName(opened(other), (id) => id),
        ];
        expect(one).toEqual(two);
      }),
      runs,
    );
  });

  it("is worked out anew where rooms change, whoever is touched", () => {
    const project = randomProject(11);
    const pipeline = opened(project);
    const larger = aProject(
      project.zones,
      project.facilities.map((row, at) => (at === 2 ? { ...row, ...elderlyRooms(333) } : row)),
      { units: project.units },
    );
    const next = finish(update(pipeline, { project: larger }));
    expect(next.ok && analysisFiles(next.value)).toEqual(analysisFiles(opened(larger)));
  });
});
