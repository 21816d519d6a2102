import type { Exact } from "../base/decimal.ts";
import { type AllocationProblem, asNumbers } from "./allocation-problem.ts";

/** A problem in columns, as it goes from one thread to another. */
export interface ProblemColumns extends Pick<AllocationProblem, "starts" | "facilities" | "metres"> {
  readonly needs: ExactColumns;
  readonly capacities: ExactColumns;
}

/** By row; as numbers where those hold all of the column exactly. */
export interface ExactColumns {
  readonly numerators: Float64Array | readonly bigint[];
  readonly denominators: Float64Array | readonly bigint[];
}

export function columnsOfProblem({ needs, capacities, ...links }: AllocationProblem): ProblemColumns {
  return { needs: columnsOf(needs), capacities: columnsOf(capacities), ...links };
}

/** The same problem again. */
export function problemOfColumns({ needs, capacities, ...links }: ProblemColumns): AllocationProblem {
  return { needs: exactsOf(needs), capacities: exactsOf(capacities), ...links };
}

/** What can be moved without a copy. */
export function buffersOf({ needs, capacities, starts, facilities, metres }: ProblemColumns): ArrayBuffer[] {
  const amounts = [needs.numerators, needs.denominators, capacities.numerators, capacities.denominators];
  return [...amounts, starts, facilities, metres].flatMap((column) =>
    ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : [],
  );
}

function columnsOf(amounts: readonly Exact[]): ExactColumns {
  const numerators = amounts.map(({ numerator }) => numerator);
  const denominators = amounts.map(({ denominator }) => denominator);
  return {
    numerators: asNumbers(numerators) ?? numerators,
    denominators: asNumbers(denominators) ?? denominators,
  };
}

function exactsOf({ numerators, denominators }: ExactColumns): Exact[] {
  return Array.from({ length: numerators.length }, (_, row) => ({
    numerator: BigInt(numerators[row] as number | bigint),
    denominator: BigInt(denominators[row] as number | bigint),
  }));
}
