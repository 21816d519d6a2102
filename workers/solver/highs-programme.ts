import loadHighs from "highs";
import type {
  Choice,
  ChoiceProgramme,
  ChoiceQuestion,
  Cut,
  OpenProgramme,
} from "../../src/core/plan/choice-programme.ts";

/** HiGHS, compiled to run anywhere: loaded once, and asked at once after that. */
export async function loadProgrammes(): Promise<OpenProgramme> {
  const highs = await loadHighs();
  const { modelStatus, solutionStatus, variableType } = highs.constants;

  return (question: ChoiceQuestion, nodes: number): ChoiceProgramme => {
    const { costs, exclusive, budget, weights, lack } = question;
    const [actionCount, shortCount] = [costs.length, weights.length];
    const count = actionCount + shortCount;
    const model = highs.createModel({
      numCols: count,
      numRows: 0,
      colCost: Float64Array.from(
        budget === undefined ? [...costs, ...weights.map(() => 0)] : [...costs.map(() => 0), ...weights],
      ),
      colLower: new Float64Array(count),
      colUpper: Float64Array.from([...costs.map(() => 1), ...weights.map(() => highs.infinity)]),
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
      mip_rel_gap: 0,
      mip_abs_gap: 0,
      mip_max_nodes: nodes,
      random_seed: 0,
    });
    for (const actions of exclusive) {
      model.addRow(-highs.infinity, 1, { indices: [...actions], values: actions.map(() => 1) });
    }
    if (budget !== undefined)
      model.addRow(-highs.infinity, budget, { indices: [...costs.keys()], values: [...costs] });

    if (lack !== undefined) {
      const indices = weights.map((_, short) => actionCount + short);
      model.addRow(-highs.infinity, lack, { indices, values: [...weights] });
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
      choose(): Choice {
        // A model without columns is not solved at all.
        if (count === 0) return { done: new Uint8Array(0), bound: 0, settled: true };
        model.run();
        const status = model.getModelStatus();
        if (status === modelStatus.infeasible) return { bound: Number.POSITIVE_INFINITY, settled: true };
        const settled = status === modelStatus.optimal;
        // Without actions there is no tree, and no bound of one.
        const bound = settled ? model.getObjectiveValue() : Number(model.info.get("mip_dual_bound"));
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
