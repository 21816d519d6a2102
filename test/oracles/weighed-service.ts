import type { AllocationProblem } from "../../src/core/allocation/allocation-problem.ts";
import { toNumber } from "../../src/core/base/decimal.ts";
import { highs } from "./highs-walk.ts";

/**
 * The least that stays missing where what a zone lacks counts by its weight, over all ways of sharing out: a linear programme
 * of all links, which knows nothing of sets of zones.
 */
export async function leastWeighed(
  { needs, capacities, starts, facilities }: AllocationProblem,
  weights: readonly number[],
): Promise<number> {
  const all = needs.reduce((sum, need, zone) => sum + toNumber(need) * (weights[zone] as number), 0);
  const [zoneCount, linkCount] = [needs.length, facilities.length];
  if (linkCount === 0) return all;
  const zoneOf = [...needs.keys()].flatMap((zone) =>
    new Array<number>((starts[zone + 1] as number) - (starts[zone] as number)).fill(zone),
  );
  const solver = await highs;
  const rows = [...needs, ...capacities].map(toNumber);
  const model = solver.createModel({
    numCols: linkCount,
    numRows: rows.length,
    colCost: Float64Array.from(zoneOf, (zone) => -(weights[zone] as number)),
    colLower: new Float64Array(linkCount),
    colUpper: new Float64Array(linkCount).fill(solver.infinity),
    rowLower: new Float64Array(rows.length).fill(-solver.infinity),
    rowUpper: Float64Array.from(rows),
    matrix: {
      format: "csc",
      numRows: rows.length,
      numCols: linkCount,
      starts: Int32Array.from({ length: linkCount + 1 }, (_, link) => 2 * link),
      indices: Int32Array.from(
        zoneOf.flatMap((zone, link) => [zone, zoneCount + (facilities[link] as number)]),
      ),
      values: new Float64Array(2 * linkCount).fill(1),
    },
  });
  try {
    model.options.set({ output_flag: false });
    model.run();
    if (model.getModelStatus() !== solver.constants.modelStatus.optimal)
      throw new Error(`HiGHS finds no optimum (${model.getModelStatus()})`);
    return all + model.getObjectiveValue();
  } finally {
    model.dispose();
  }
}
