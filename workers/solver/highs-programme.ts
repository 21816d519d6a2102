import loadHighs from "highs";
import type {
  Choice,
  ChoiceProgramme,
  ChoiceQuestion,
  Cut,
  OpenProgramme,
  Worsts,
} from "../../src/core/siting/choice-programme.ts";

/** HiGHS, compiled to run anywhere: loaded once, and asked at once after that. */
export async function loadProgrammes(): Promise<OpenProgramme> {
  const highs = await loadHighs();
  const { modelStatus, solutionStatus, variableType } = highs.constants;

  return (question: ChoiceQuestion, nodes: number): ChoiceProgramme => {
    const { costs, exclusive, purses, shorts, least, limits } = question;
    const actionCount = costs.length;
    // Columns: actions, shortages, and of every group of several weighings the largest of them.
    const worstFirst = actionCount + shorts;
    const groups = [...(least ?? []), ...limits.flatMap(({ lack }) => lack)];
    const worstOf = new Map(
      groups.filter(({ length }) => length > 1).map((group, at) => [group, worstFirst + at]),
    );
    const count = worstFirst + worstOf.size;
    /** What each column counts in such a sum. */
    const rowOf = (lack: Worsts) => {
      const row = new Float64Array(count);
      for (const group of lack) {
        const worst = worstOf.get(group);
        if (worst !== undefined) row[worst] = 1;
        else
          group[0]?.forEach((weight, short) => {
            row[actionCount + short] = (row[actionCount + short] as number) + weight;
          });
      }
      return row;
    };
    const model = highs.createModel({
      numCols: count,
      numRows: 0,
      colCost:
        least === undefined ? Float64Array.from({ length: count }, (_, at) => costs[at] ?? 0) : rowOf(least),
      colLower: new Float64Array(count),
      colUpper: Float64Array.from({ length: count }, (_, at) => (at < actionCount ? 1 : highs.infinity)),
      rowLower: new Float64Array(0),
      rowUpper: new Float64Array(0),
      integrality: Int32Array.from({ length: count }, (_, column) =>
        column < actionCount ? variableType.integer : variableType.continuous,
      ),
      matrix: {
        format: "csc",
        numRows: 0,
        numCols: count,
        starts: new Int32Array(count + 1),
        indices: new Int32Array(0),
        values: new Float64Array(0),
      },
    });
    model.options.set({
      output_flag: false,
      mip_abs_gap: 0,
      mip_max_nodes: nodes,
      random_seed: 0,
    });
    const atMost = (row: ArrayLike<number>, most: number) => {
      const indices = Array.from(row, (_, at) => at).filter((at) => row[at] !== 0);
      model.addRow(-highs.infinity, most, { indices, values: indices.map((at) => row[at] as number) });
    };
    for (const actions of exclusive) {
      model.addRow(-highs.infinity, 1, { indices: [...actions], values: actions.map(() => 1) });
    }
    for (const purse of purses) atMost(purse.costs, purse.most);
    for (const { lack, most } of limits) atMost(rowOf(lack), most);
    for (const [group, worst] of worstOf) {
      for (const weights of group) {
        const row = rowOf([[weights]]);
        row[worst] = -1;
        atMost(row, 0);
      }
    }

    return {
      add({ actions, gives, short, atLeast }: Cut) {
        const indices = [...actions];
        const values = [...gives];
        if (short !== undefined) {
          indices.push(actionCount + short);
          values.push(1);
        }
        model.addRow(atLeast, highs.infinity, { indices, values });
      },
      relax() {
        if (count === 0) return undefined;
        model.options.set({ solve_relaxation: true });
        model.run();
        model.options.set({ solve_relaxation: false });
        if (model.getModelStatus() !== modelStatus.optimal) return undefined;
        const parts = Float64Array.from(model.getSolution().colValue.subarray(0, actionCount));
        return { parts, bound: model.getObjectiveValue() };
      },
      choose(gap): Choice {
        // A model without columns is not solved at all.
        if (count === 0) return { done: new Uint8Array(0), bound: 0, settled: true };
        model.options.set({ mip_rel_gap: gap });
        model.run();
        const status = model.getModelStatus();
        if (status === modelStatus.infeasible) return { bound: Number.POSITIVE_INFINITY, settled: true };
        const settled = status === modelStatus.optimal;
        // Without actions there is no tree, and no bound of one.
        const isBest = settled && (gap === 0 || actionCount === 0);
        const bound = isBest ? model.getObjectiveValue() : Number(model.info.get("mip_dual_bound"));
        if (!settled && model.info.get("primal_solution_status") !== solutionStatus.feasible)
          return { bound, settled };
        const { colValue } = model.getSolution();
        return {
          done: Uint8Array.from({ length: actionCount }, (_, action) =>
            Math.round(colValue[action] as number),
          ),
          ...{ bound, settled },
        };
      },
      close: () => model.dispose(),
    };
  };
}
