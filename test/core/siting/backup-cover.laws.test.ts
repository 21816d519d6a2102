import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backupCover } from "../../../src/core/siting/backup-cover.ts";
import { CLOSED, OPEN } from "../../../src/core/siting/location-problem.ts";
import type { SitingTable } from "../../../src/core/siting/siting-table.ts";
import { loadProgrammes } from "../../../workers/solver/highs-programme.ts";
import { tinySitingTables } from "../../builders/location-problems.ts";

const RUNS = process.env["QUAN_LONG"] ? 1000 : 60;
const open = await loadProgrammes();

/** What every choice of sites costs that gives everybody two; none where nothing does. */
function everyBackup({ states, fixed, starts, sites }: SitingTable): number[] {
  const costs = [];
  for (let marks = 0; marks < 2 ** states.length; marks++) {
    const isOpen = (site: number) => ((marks >> site) & 1) === 1;
    if (!states.every((state, site) => (isOpen(site) ? state !== CLOSED : state !== OPEN))) continue;
    const isEnough = [...Array(starts.length - 1).keys()].every(
      (customer) => [...sites.subarray(starts[customer], starts[customer + 1])].filter(isOpen).length >= 2,
    );
    if (isEnough)
      costs.push([...states.keys()].filter(isOpen).reduce((sum, site) => sum + (fixed?.[site] ?? 1), 0));
  }
  return costs;
}

describe("two sites for everybody", () => {
  const answered = (table: SitingTable) =>
    backupCover({ table, wider: () => table, gap: 0, nodes: 10_000 }, open);

  it("cost as little as any that do, or there are none", () => {
    fc.assert(
      fc.property(tinySitingTables, (table) => {
        const answer = answered(table);
        const costs = everyBackup(table);
        if (costs.length === 0) {
          expect(answer).toMatchObject({ status: "infeasible", why: { is: "no-second-site" } });
          return;
        }
        const least = Math.min(...costs);
        expect(answer).toMatchObject({ status: "optimal", objective: least, bound: least, gap: 0 });
      }),
      { numRuns: RUNS, seed: 3 },
    );
  });

  it("tell within which everybody would reach a second one", () => {
    const table = {
      ...{ weights: Float64Array.of(1, 1), states: Uint8Array.of(0, 0) },
      ...{
        starts: Uint32Array.of(0, 2, 3),
        sites: Uint32Array.of(0, 1, 1),
        metres: Float64Array.of(5, 9, 4),
      },
    };
    const wide = {
      ...table,
      ...{ starts: Uint32Array.of(0, 2, 4), sites: Uint32Array.of(0, 1, 1, 0) },
      metres: Float64Array.of(5, 9, 4, 30),
    };
    const answer = backupCover({ table, wider: () => wide, gap: 0, nodes: 100 }, open);
    expect(answer).toEqual({
      status: "infeasible",
      why: { is: "no-second-site", customers: [1], within: 30 },
    });
  });
});
