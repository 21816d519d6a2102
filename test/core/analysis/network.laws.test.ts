import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/analysis/parameters.ts";
import { openPipeline, type Pipeline } from "../../../src/core/analysis/pipeline.ts";
import { present } from "../../../src/core/base/invariant.ts";
import { finish } from "../../../src/core/base/work.ts";
import { CARE_SUBJECTS } from "../../../src/core/model/facility-kind.ts";
import type { Project } from "../../../src/core/model/project.ts";
import { NO_FACILITY, partOf } from "../../../src/core/spatial/reach-table.ts";
import { PROFILES } from "../../../src/core/standards/rule-pack.ts";
import { analysisFiles } from "../../../src/io/export/analysis-files.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";
import { randomProject } from "../../builders/random-project.ts";
import { townStreets } from "../../builders/town-streets.ts";
import { slowStart, slowStreets } from "../../oracles/slow-streets.ts";

function opened(project: Project, choice: Partial<Parameters> = {}): Pipeline {
  const parameters: Parameters = { ...DEFAULT_PARAMETERS, reach: "network", ...choice };
  const outcome = finish(openPipeline(project, shippedStandards(), parameters));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

const LONG = process.env.QUAN_LONG !== undefined;
const seeds = fc.nat(1e6);

describe("an analysis along streets", () => {
  it("links and covers the zones that slow walks do, by every profile", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(seeds, fc.constantFrom(100, 250), (seed, cap) => {
        const project: Project = { ...randomProject(seed, 8, 12), streets: townStreets(seed, true) };
        const { reach, parameters } = opened(project, { cap });
        const { walks, places, covered } = reach.value;
        for (const profile of PROFILES) {
          const limit = parameters.limits[profile];
          const walk = present(walks?.[profile], "every profile walks");
          const { graph } = walk.network;
          project.zones.forEach((zone, row) => {
            seen.add(slowStart(graph, zone).kind);
            expect(walk.origins.kinds[row]).toBe(slowStart(graph, zone).kind);
          });
          for (const subject of CARE_SUBJECTS) {
            const at = project.facilities.map((_, row) => {
              const [lng, lat] = [
                places[subject].lng[row] ?? Number.NaN,
                places[subject].lat[row] ?? Number.NaN,
              ];
              return Number.isNaN(lng) ? {} : { at: { lng, lat } };
            });
            const slow = slowStreets(graph, project.zones, at, limit, cap);
            const { table } = walk.reach[subject];
            project.zones.forEach((_, zone) => {
              const [from, to] = [table.starts[zone] ?? 0, table.starts[zone + 1] ?? 0];
              project.facilities.forEach((_, facility) => {
                const link = table.facilities.subarray(from, to).indexOf(facility);
                const expected = slow.link(zone, facility);
                if (Math.abs(expected.metres - limit) < 0.01) return;
                expect(link >= 0).toBe(expected.part > 0);
                if (link < 0) return;
                expect(Math.abs((table.metres[from + link] ?? 0) - expected.metres)).toBeLessThan(0.01);
                expect(Math.abs((table.walked?.[from + link] ?? 0) - expected.walked)).toBeLessThan(0.01);
                expect(partOf(table, zone, from + link)).toBeCloseTo(expected.part, 9);
              });
            });
            for (const { question, byProfile } of covered) {
              if (question.subject !== subject) continue;
              const { columns } = present(byProfile[PROFILES.indexOf(profile)], "every profile is asked");
              project.zones.forEach((_, zone) => {
                const expected = slow.coverage(zone, [...question.subset]);
                expect(columns.choices[zone]).toBe(expected.choices);
                expect(columns.covered[zone]).toBe(expected.covered);
                expect(columns.nearest[zone]).toBe(expected.nearest ?? NO_FACILITY);
                if (expected.nearest === undefined) expect(columns.metres[zone]).toBe(Infinity);
                else expect(Math.abs((columns.metres[zone] ?? 0) - expected.metres)).toBeLessThan(0.01);
              });
            }
          }
        }
      }),
      { seed: 1, numRuns: LONG ? 200 : 6 },
    );
    expect([...seen].sort()).toEqual(["buildings", "crossings", "entrances", "none", "point", "sample"]);
  });

  it("says the same whatever order streets and corners of outlines came in", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const streets = townStreets(seed);
        const project: Project = { ...randomProject(seed, 10, 12), streets };
        const count = streets.tags.length;
        const order = Array.from({ length: count }, (_, way) => count - 1 - way);
        const nodesOf = (way: number) => streets.nodes.subarray(streets.starts[way], streets.starts[way + 1]);
        const shuffled: Project["streets"] = {
          ...streets,
          nodes: Uint32Array.from(order.flatMap((way) => [...nodesOf(way)])),
          starts: Uint32Array.from([
            0,
            ...order.map((_, i) => order.slice(0, i + 1).reduce((sum, way) => sum + nodesOf(way).length, 0)),
          ]),
          tags: Uint32Array.from(order, (way) => streets.tags[way] ?? 0),
        };
        const [one, other] = [opened(project), opened({ ...project, streets: shuffled })];
        expect(analysisFiles(other)["links.csv"]).toBe(analysisFiles(one)["links.csv"]);
        expect(other.results.zones).toEqual(one.results.zones);
        expect(other.results.coverage).toEqual(one.results.coverage);
      }),
      { seed: 1, numRuns: LONG ? 200 : 6 },
    );
  });

  it("never reaches or covers less with a longer walk or a wider cap", () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, wider) => {
        const project: Project = { ...randomProject(seed, 10, 12), streets: townStreets(seed) };
        const few = opened(project, { cap: 120 });
        const limits = { elderly: 1000, carer_with_infant: 1100, adult: 1300 };
        const many = opened(project, wider ? { cap: 250 } : { cap: 120, limits });
        few.results.coverage.forEach(({ columns }, at) => {
          const more = present(many.results.coverage[at], "the same questions are asked").columns;
          columns.covered.forEach((part, zone) => {
            if (!Number.isNaN(part)) expect(more.covered[zone]).toBeGreaterThanOrEqual(part);
          });
          columns.choices.forEach((count, zone) => {
            expect(more.choices[zone]).toBeGreaterThanOrEqual(count);
          });
        });
      }),
      { seed: 1, numRuns: LONG ? 200 : 8 },
    );
  });
});
