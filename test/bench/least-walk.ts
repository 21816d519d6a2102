import { fairAllocation } from "../../src/core/allocation/fair-allocation.ts";
import { leastWalk } from "../../src/core/allocation/least-walk.ts";
import { highs, walkProgramme } from "../oracles/highs-walk.ts";
import { allocationCity } from "./allocation-city.ts";
import { type Bench, type BenchRow, median, ms, mustAgree, took } from "./bench.ts";

const ROUNDS = 3;
const CITY = 20_000;

/** The least walk among the flows of a fair allocation, against HiGHS on the same linear programme. */
export const leastWalking: Bench = {
  name: "least-walk",
  async run() {
    const solver = await highs;
    return [1, 2].map((seed): BenchRow => {
      const problem = allocationCity(seed, CITY);
      const fair = fairAllocation(problem);
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        let amounts = fair.amounts;
        ours.push(
          took(() => {
            ({ amounts } = leastWalk(problem, fair));
          }),
        );
        const least = amounts.reduce(
          (sum, amount, link) => sum + amount * (problem.metres?.[link] as number),
          0,
        );
        const programme = walkProgramme(solver, problem, fair);
        let found = Number.NaN;
        theirs.push(
          took(() => {
            found = programme.solve();
          }),
        );
        programme.dispose();
        mustAgree(Math.abs(least - found) <= 1e-9 * found, `${least} and ${found} metres × m²`);
      }
      const [our, their] = [median(ours), median(theirs)];
      const count = (of: number) => of.toLocaleString("en");
      return {
        what: `city ${seed}: least metres × m² among equal flows`,
        ours: ms(our),
        peer: `${ms(their)} (HiGHS WASM, its own choice of method)`,
        ratio: their / our,
        goal: "45, asked 20",
        note: `${count(CITY)} zones × ${count(problem.capacities.length)} facilities, ${count(problem.facilities.length)} links, ${count(fair.levels.length)} levels; same objective to 1e-9; the first of the ${ROUNDS} rounds of ours is cold`,
      };
    });
  },
};
