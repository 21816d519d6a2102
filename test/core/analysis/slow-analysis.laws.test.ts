import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { needsOf } from "../../../src/core/analysis/needs.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline } from "../../../src/core/analysis/pipeline.ts";
import { toNumber } from "../../../src/core/base/decimal.ts";
import { indexOfId } from "../../../src/core/base/order.ts";
import { finish } from "../../../src/core/base/work.ts";
import type { Facility } from "../../../src/core/model/facility.ts";
import { CARE_SUBJECTS, type CareSubject, subjectOfKind } from "../../../src/core/model/facility-kind.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { NO_FACILITY, partOf } from "../../../src/core/spatial/reach-table.ts";
import type { Metric } from "../../../src/core/standards/rule.ts";
import { isSure } from "../../../src/core/supply/demand.ts";
import type { Ledger } from "../../../src/core/supply/ledger.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { randomProject } from "../../builders/random-project.ts";
import { aProject } from "../../builders/rows.ts";
import { type SlowQuestion, slowCoverage, slowLedger, slowLink } from "../../oracles/slow-analysis.ts";

/** Without polygons, pools and plans under review, which the slow analysis does not know. */
function plainProject(seed: number): Project {
  const { zones, facilities, units } = randomProject(seed, 14, 18);
  return aProject(
    zones.map(({ shape: _shape, stage: _stage, phases: _phases, ...zone }) => zone),
    facilities.map(({ pooling: _pooling, ...facility }) => facility),
    { units },
  );
}

function opened(project: Project, choice: Partial<Parameters>): Pipeline {
  const outcome = finish(openPipeline(project, shippedStandards(), { ...DEFAULT_PARAMETERS, ...choice }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

function questionOf(pipeline: Pipeline, metric: Metric, subject: CareSubject): SlowQuestion {
  const { project, parameters, supply } = pipeline;
  const packs = pipeline.packs.value;
  const needs = needsOf(project, packs, parameters).high;
  const packOf = (id: string) => packs.packs[packs.of[indexOfId(project.zones, id)] ?? 255]?.pack;
  const ruled = (id: string) =>
    packOf(id)?.rules.some((rule) => rule.level === "estate" && rule.metric === metric) === true;
  return {
    zones: project.zones.filter(({ id }) => ruled(id)),
    facilities: project.facilities,
    limit: parameters.limits[parameters.decides[subject]],
    detour: parameters.detour,
    amount: (facility, zone) => {
      const pack = packs.of[indexOfId(project.zones, zone.id)] ?? 255;
      const row = indexOfId(project.facilities, facility.id);
      const offer = supply.value.offers[pack]?.built[metric]?.[row]?.offer;
      return offer !== undefined && isSure(offer) ? offer.shown : undefined;
    },
    need: (zone) => {
      const need = needs.of(indexOfId(project.zones, zone.id), metric);
      return need && toNumber(need);
    },
    outside: (zone) =>
      zone.status === "existing" &&
      packOf(zone.id)?.rules.some(
        (rule) => rule.metric === metric && rule.type === "ratio_min" && rule.estateStatus === "existing",
      ) === true,
    walkable: ({ kind, status }) => {
      const name = subject === "elderly" ? "E_ANY_COMMUNITY" : "C_ANY";
      const kinds = packs.packs.flatMap(({ pack }) => pack.countedKinds.kindSets[name].kinds);
      return kinds.includes(kind) && status === "built";
    },
  };
}

/** By its kind, or by a room or slots of its own. */
function serves({ kind, areas, slots }: Facility, subject: CareSubject): boolean {
  return (
    subjectOfKind(kind) === subject ||
    areas.some((room) => room.subject === subject) ||
    (subject === "childcare" && slots !== undefined)
  );
}

function byId(ledger: Ledger, { project }: Pipeline): Record<string, Record<string, number>> {
  const by: Record<string, Record<string, number>> = {};
  ledger.zones.forEach((zone, row) => {
    const id = project.zones[zone]?.id ?? "";
    const facility = project.facilities[ledger.facilities[row] ?? 0]?.id ?? "";
    by[id] = { ...by[id], [facility]: ledger.amounts[row] ?? 0 };
  });
  return by;
}

const runs = { seed: 1, numRuns: process.env.QUAN_LONG ? 1000 : 60 };

describe("an analysis, against nested loops", () => {
  it.each(["onsite", "catchment", "floating"] as const)("hands out the same rooms: %s", (supply) => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const pipeline = opened(plainProject(seed), { supply });
        for (const { metric, ledger } of pipeline.supply.value.ledgers) {
          if (ledger.subject === "community" || metric === "elderly_land_area") continue;
          const question = questionOf(pipeline, metric, ledger.subject);
          const slow = slowLedger(question, supply);
          const fast = byId(ledger, pipeline);
          for (const { id } of question.zones) {
            expect(Object.keys(fast[id] ?? {}).sort()).toEqual(Object.keys(slow[id] ?? {}).sort());
            for (const [facility, amount] of Object.entries(slow[id] ?? {})) {
              expect(fast[id]?.[facility]).toBeCloseTo(amount, 5);
            }
          }
        }
      }),
      runs,
    );
  });

  it("links and covers the same zones", () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const pipeline = opened(plainProject(seed), {});
        const { project, results } = pipeline;
        for (const subject of CARE_SUBJECTS) {
          const question = questionOf(pipeline, "elderly_building_area", subject);
          const table = results.reach[subject];
          const { starts, facilities, metres } = table;
          project.zones.forEach((zone, row) => {
            for (let link = starts[row] ?? 0; link < (starts[row + 1] ?? 0); link++) {
              const facility = project.facilities[facilities[link] ?? 0];
              const slow = facility && slowLink(zone, facility, question);
              expect(metres[link]).toBeCloseTo(slow?.metres ?? Number.NaN, 5);
              expect(partOf(table, row, link)).toBe(slow?.part);
            }
            const reached = project.facilities.filter(
              (facility) => serves(facility, subject) && slowLink(zone, facility, question).part > 0,
            );
            expect((starts[row + 1] ?? 0) - (starts[row] ?? 0)).toBe(reached.length);
            const found = slowCoverage(zone, question);
            const columns = results.zones.bySubject[subject];
            const nearest = columns.nearest[row] ?? NO_FACILITY;
            expect(project.facilities[nearest]?.id).toBe(found.nearest);
            expect(columns.choices[row]).toBe(found.choices);
            expect(columns.covered[row]).toBe(found.covered);
            if (found.nearest !== undefined) expect(columns.metres[row]).toBeCloseTo(found.metres, 4);
          });
        }
      }),
      runs,
    );
  });
});
