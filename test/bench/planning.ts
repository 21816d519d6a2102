import { DEFAULT_PARAMETERS } from "../../src/core/analysis/parameters.ts";
import { exact, toNumber } from "../../src/core/base/decimal.ts";
import { finish } from "../../src/core/base/work.ts";
import { demoCity } from "../../src/core/demo/demo-city.ts";
import { choiceAmong } from "../../src/core/plan/choice-among.ts";
import { choosePlan, type PlanState } from "../../src/core/plan/choose-plan.ts";
import { leastLack } from "../../src/core/plan/plan-aim.ts";
import { planBasis } from "../../src/core/plan/plan-basis.ts";
import { demoSpec } from "../../src/io/demo/shipped.ts";
import { shippedTerms } from "../../src/io/plan/shipped-terms.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { loadProgrammes } from "../../workers/solver/highs-programme.ts";
import { type Bench, type BenchRow, median, ms, mustAgree } from "./bench.ts";
import { PEERS, spentHere } from "./mip-peers.ts";
import { PARTS, wholePlanProgramme } from "./whole-plan.ts";

const LIMITS = { rounds: 1000, nodes: 100_000, gap: 0 };
/** Seconds after which a peer is stopped, and 万元 that may be spent. */
const LIMIT = 10;
const BUDGETS = [100, 300];
const ROUNDS = 3;

/** The plan that leaves the least missing for a budget, by cuts, against one programme with all flows in it. */
export const planning: Bench = {
  name: "planning",
  async run() {
    const open = await loadProgrammes();
    const rows: BenchRow[] = [];
    for (const town of ["xuzhou", "sucheng"] as const) {
      const project = finish(demoCity(demoSpec(town), 1));
      const basis = finish(
        planBasis({
          ...{ project, standards: shippedStandards(), parameters: DEFAULT_PARAMETERS },
          terms: shippedTerms(),
        }),
      );
      if (!basis.ok) throw new Error("an analysis is refused");
      const { problem, weights } = choiceAmong(basis.value, {});
      for (const budget of BUDGETS) {
        const aim = leastLack(problem, exact(budget), weights);
        const programme = wholePlanProgramme(problem, weights.map(toNumber), aim.purses);
        const ours: number[] = [];
        let state: PlanState | undefined;
        for (let round = 0; round < ROUNDS; round++) {
          const from = spentHere();
          state = last(choosePlan(problem, aim, open, LIMITS));
          ours.push(spentHere() - from);
        }
        const objective = PARTS * toNumber(state?.objective ?? exact(0));
        for (const { name, solve } of PEERS) {
          const solved = await solve(programme, LIMIT);
          if (solved === undefined) continue;
          if (solved.proved && state?.proved)
            mustAgree(
              Math.abs((solved.objective ?? 0) - objective) <= 1e-5 * Math.max(1, objective),
              `${town}, ${budget}, ${name}: ${objective} and ${solved.objective}`,
            );
          const links = problem.metrics.reduce((sum, metric) => sum + metric.problem.facilities.length, 0);
          rows.push({
            what: `demo ${town}: least missing for ${budget} 万元, ${name} with all flows`,
            ours: ms(median(ours)),
            peer: `${solved.proved ? "" : "over "}${ms(1000 * solved.seconds)}`,
            ratio: (1000 * solved.seconds) / median(ours),
            goal: "reported",
            note: `${problem.actions.length} actions, ${links} links; ${state?.proved ? "proved" : "not proved"}${solved.proved ? ", the same" : `; it was stopped after ${LIMIT} s`}`,
          });
        }
      }
    }
    return rows;
  },
};

function last(search: Generator<PlanState, PlanState, void>): PlanState {
  let told = search.next();
  while (told.done !== true) told = search.next();
  return told.value;
}
