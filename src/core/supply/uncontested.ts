import { updateAllocation } from "../allocation/update-allocation.ts";
import { type Exact, minus, ZERO } from "../base/decimal.ts";
import type { RowMaps } from "../base/row-map.ts";
import { levelsBefore, rowsBefore } from "./earlier-problem.ts";
import { contestedRooms, type LeftOut } from "./left-out.ts";
import { type Solved, servedAt } from "./solved.ts";

/**
 * The careful problem as if zones left out took every room that they reach: nobody knows what they need, so no more of it
 * is sure for others. Fair shares never rise where rooms are lost, so that whoever has enough here has enough whatever
 * those need. Nothing where nobody is left out. With an earlier one, only what differs is allocated anew.
 */
export function uncontested(
  careful: Solved,
  leftOut: LeftOut,
  earlier?: RowMaps & { readonly solved: Solved },
): Solved | undefined {
  if (leftOut.zones.length === 0) return undefined;
  const contested = contestedRooms(careful.problem, leftOut);
  const capacities = careful.problem.capacities.map((held, at) => (contested[at] === 1 ? ZERO : held));
  const problem = { ...careful.problem, capacities };
  const was = earlier
    ? { ...earlier.solved, ...rowsBefore(problem, earlier.solved.problem, earlier) }
    : { ...careful, zones: rowsOf(problem.needs.length), facilities: rowsOf(capacities.length) };
  return { ...careful, problem, allocation: updateAllocation(was, problem) };
}

/** By zone row: what of `provided` is sure whatever zones left out take; absent where all of it is. */
export function surelyHad(
  careful: Solved,
  without: Solved,
  provided: readonly (Exact | undefined)[],
): readonly (Exact | undefined)[] {
  const had = new Array<Exact | undefined>(provided.length).fill(undefined);
  const places = levelsBefore(without.allocation.levels, careful.allocation.levels);
  careful.problem.zones.forEach((zone, at) => {
    if (places[without.allocation.levelOf[at] as number] === careful.allocation.levelOf[at]) return;
    const lost = minus(servedAt(careful, at), servedAt(without, at));
    had[zone] = minus(provided[zone] ?? ZERO, lost);
  });
  return had;
}

function rowsOf(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, row) => row);
}
