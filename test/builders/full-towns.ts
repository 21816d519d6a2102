import type { CapacitatedProblem } from "../../src/core/siting/capacitated/capacitated-problem.ts";

/**
 * A town with so many villages at places that are drawn by lot, each of which may serve others, to need 1 to 20; just `count` are
 * to serve them, who hold as much each, so that they are full to the part `fill`. Walks in whole units.
 */
export function fullTown(villages: number, count: number, fill: number, seed: number): CapacitatedProblem {
  const draw = drawn(seed);
  const places = Array.from({ length: villages }, () => [draw(100) + 1, draw(100) + 1] as const);
  const needs = places.map(() => draw(20) + 1);
  const all = needs.reduce((sum, need) => sum + need, 0);
  const rows = places.map(([x, y]) =>
    places
      .map(([toX, toY], site) => ({ site, cost: Math.floor(Math.hypot(x - toX, y - toY)) }))
      .sort((a, b) => a.cost - b.cost || a.site - b.site),
  );
  return {
    ...{ fixed: new Float64Array(villages), states: new Uint8Array(villages) },
    capacities: new Float64Array(villages).fill(Math.ceil(all / count / fill)),
    starts: Uint32Array.from({ length: villages + 1 }, (_, customer) => customer * villages),
    sites: Uint32Array.from(rows.flat(), ({ site }) => site),
    costs: Float64Array.from(rows.flat(), ({ cost }) => cost),
    sizes: Float64Array.from(rows.flatMap((row, customer) => row.map(() => needs[customer] as number))),
    ...{ least: count, most: count, isSplit: false },
  };
}

/** Whole numbers below a limit (linear congruences of Numerical Recipes). */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  for (let skipped = 0; skipped < 10; skipped++) next();
  return (below) => Math.floor(next() * below);
}
