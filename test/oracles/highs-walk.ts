import loadHighs from "highs";
import type { AllocationProblem, FairShares } from "../../src/core/allocation/allocation-problem.ts";
import { type Exact, times, toNumber } from "../../src/core/base/decimal.ts";

type Highs = Awaited<ReturnType<typeof loadHighs>>;

export const highs: Promise<Highs> = loadHighs();

/**
 * A linear programme for HiGHS: the least total of metres × amount with which every zone gets its share and no facility
 * gives more than it holds, among all links. `solve` runs it and gives the total; to be disposed of.
 */
export function walkProgramme(
  solver: Highs,
  { needs, capacities, starts, facilities, metres }: AllocationProblem,
  { levels, levelOf }: FairShares,
) {
  if (metres === undefined) throw new Error("a walk has metres");
  const [zoneCount, linkCount] = [needs.length, facilities.length];
  const rows = zoneCount + capacities.length;
  const indices = new Int32Array(2 * linkCount);
  for (let zone = 0; zone < zoneCount; zone++) {
    for (let link = starts[zone] as number; link < (starts[zone + 1] as number); link++) {
      indices[2 * link] = zone;
      indices[2 * link + 1] = zoneCount + (facilities[link] as number);
    }
  }
  const given = needs.map((need, zone) => toNumber(times(need, levels[levelOf[zone] as number] as Exact)));
  const held = capacities.map(toNumber);
  const model = solver.createModel({
    numCols: linkCount,
    numRows: rows,
    colCost: metres,
    colLower: new Float64Array(linkCount),
    colUpper: new Float64Array(linkCount).fill(solver.infinity),
    rowLower: Float64Array.from([...given, ...held.map(() => -solver.infinity)]),
    rowUpper: Float64Array.from([...given, ...held]),
    matrix: {
      format: "csc",
      numRows: rows,
      numCols: linkCount,
      starts: Int32Array.from({ length: linkCount + 1 }, (_, link) => 2 * link),
      indices,
      values: new Float64Array(2 * linkCount).fill(1),
    },
  });
  model.options.set({ output_flag: false });
  return {
    solve(): number {
      model.run();
      const { optimal, empty } = solver.constants.modelStatus;
      // Without a link there is nothing to choose, which HiGHS does not call an optimum.
      if (model.getModelStatus() !== (linkCount === 0 ? empty : optimal))
        throw new Error(`HiGHS finds no optimum (${model.getModelStatus()})`);
      return model.getObjectiveValue();
    },
    dispose: () => model.dispose(),
  };
}
