import { updateAllocation } from "../allocation/update-allocation.ts";
import { type Exact, minus, ZERO } from "../base/decimal.ts";
import type { RowMaps } from "../base/row-map.ts";
import type { SupplyQuestion } from "./demand.ts";
import { levelsBefore, rowsBefore } from "./earlier-problem.ts";
import type { FairSupply } from "./fair.ts";
import type { Ledger } from "./ledger.ts";
import { contestedRooms, type LeftOut, leftOutOf } from "./left-out.ts";
import { type Solved, servedAt } from "./solved.ts";

/** What was handed out, with who takes no part in it and what is sure whatever those use. */
export interface Contested {
  readonly ledger: Ledger;
  readonly leftOut?: LeftOut;
  /** The careful problem as if those took all that they reach; absent where nobody is left out. */
  readonly without?: Solved;
}

/** The ledger with what is sure of it. With an earlier one, only what differs is allocated anew. */
export function contested(
  question: SupplyQuestion,
  { ledger, solved }: FairSupply,
  earlier?: RowMaps & Pick<Contested, "without">,
): Contested {
  if (question.outside === undefined || solved === undefined) return { ledger };
  const { careful } = solved;
  const leftOut = leftOutOf(question, question.outside, careful.problem.zones);
  const old = earlier?.without;
  const without = uncontested(careful, leftOut, old && earlier && { ...earlier, solved: old });
  if (without === undefined) return { ledger, leftOut };
  return {
    ledger: { ...ledger, uncontested: surelyHad(careful, without, ledger.provided) },
    leftOut,
    without,
  };
}

/**
 * The careful problem as if zones left out took every room that they reach: nobody knows what they need, so no more of it
 * is sure for others. Fair shares never rise where rooms are lost, so that whoever has enough here has enough whatever
 * those need. Nothing where nobody is left out. With an earlier one, only what differs is allocated anew.
 */
function uncontested(
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
function surelyHad(
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
