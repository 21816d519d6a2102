import type { CapacitatedProblem } from "../../src/core/siting/capacitated/capacitated-problem.ts";
import { CLOSED, OPEN } from "../../src/core/siting/location-problem.ts";
import { highs } from "./highs-walk.ts";

/** Every choice of sites that keeps to states and numbers. */
export function* openingsOf({ states, least, most }: CapacitatedProblem): Generator<readonly number[]> {
  for (let marks = 0; marks < 2 ** states.length; marks++) {
    const isOpen = (site: number) => ((marks >> site) & 1) === 1;
    const open = [...states.keys()].filter(isOpen);
    const keeps = states.every((state, site) => (isOpen(site) ? state !== CLOSED : state !== OPEN));
    if (keeps && open.length >= least && open.length <= most) yield open;
  }
}

/** What the cheapest of all services costs, each customer whole at one site; `Infinity` if there is none. */
export function leastWhole(problem: CapacitatedProblem): number {
  let best = Number.POSITIVE_INFINITY;
  for (const open of openingsOf(problem)) {
    const left = problem.capacities.slice();
    const serve = (customer: number, cost: number): void => {
      if (cost >= best) return;
      if (customer + 1 === problem.starts.length) {
        best = cost;
        return;
      }
      for (
        let link = problem.starts[customer] as number;
        link < (problem.starts[customer + 1] as number);
        link++
      ) {
        const [site, size] = [problem.sites[link] as number, problem.sizes[link] as number];
        if (!open.includes(site) || size > (left[site] as number)) continue;
        left[site] = (left[site] as number) - size;
        serve(customer + 1, cost + (problem.costs[link] as number));
        left[site] = (left[site] as number) + size;
      }
    };
    serve(
      0,
      open.reduce((sum, site) => sum + (problem.fixed[site] as number), 0),
    );
  }
  return best;
}

const solver = await highs;

/** The same where customers may be served in parts: a linear programme for each opening, by HiGHS. */
export function leastShared(problem: CapacitatedProblem): number {
  const { fixed, starts, sites, costs, sizes, capacities } = problem;
  const customerCount = starts.length - 1;
  const rows = customerCount + fixed.length;
  let best = Number.POSITIVE_INFINITY;
  for (const open of openingsOf(problem)) {
    const links = [...sites.keys()].filter((link) => open.includes(sites[link] as number));
    const customerOf = (link: number) =>
      starts.findIndex((start, at) => start <= link && link < (starts[at + 1] as number));
    const spent = open.reduce((sum, site) => sum + (fixed[site] as number), 0);
    const model = solver.createModel({
      ...{ numCols: links.length, numRows: rows },
      colCost: Float64Array.from(links, (link) => costs[link] as number),
      colLower: new Float64Array(links.length),
      colUpper: new Float64Array(links.length).fill(1),
      rowLower: Float64Array.from([
        ...new Array<number>(customerCount).fill(1),
        ...[...capacities].map(() => -solver.infinity),
      ]),
      rowUpper: Float64Array.from([...new Array<number>(customerCount).fill(1), ...capacities]),
      matrix: {
        ...{ format: "csc", numRows: rows, numCols: links.length },
        starts: Int32Array.from({ length: links.length + 1 }, (_, at) => 2 * at),
        indices: Int32Array.from(
          links.flatMap((link) => [customerOf(link), customerCount + (sites[link] as number)]),
        ),
        values: Float64Array.from(links.flatMap((link) => [1, sizes[link] as number])),
      },
    });
    model.options.set({ output_flag: false });
    model.run();
    if (links.length > 0 && model.getModelStatus() === solver.constants.modelStatus.optimal)
      best = Math.min(best, spent + model.getObjectiveValue());
    model.dispose();
  }
  return best;
}
