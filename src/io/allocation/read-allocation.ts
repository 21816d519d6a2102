import type { AllocationProblem } from "../../core/allocation/allocation-problem.ts";
import { exact } from "../../core/base/decimal.ts";
import { linksIn, rowsById } from "../text/rows-by-id.ts";
import { amountIn, type GivenFile, newFaults, tableRows } from "../text/table-rows.ts";

/** A problem with the ids of its rows, which ascend by code unit. */
export interface NamedProblem {
  readonly problem: AllocationProblem;
  readonly zones: readonly string[];
  readonly facilities: readonly string[];
}

/**
 * Reads `id,need`, `id,capacity` and `demand,supply[,metres]`: the same problem for any order of rows. Throws
 * `UnreadableTables`: one wrong row would change what others get.
 */
export function readAllocation(demand: GivenFile, supply: GivenFile, links: GivenFile): NamedProblem {
  const faults = newFaults();
  const zones = rowsById(demand, faults, ["need"], [], (row) => amountIn(row, "need", faults));
  const facilities = rowsById(supply, faults, ["capacity"], [], (row) => amountIn(row, "capacity", faults));
  const table = tableRows(links, faults, ["demand", "supply"], ["metres"]);
  const walked = table?.has.has("metres") === true;
  const { starts, ends, values } = linksIn(
    table,
    { column: "demand", of: zones },
    { column: "supply", of: facilities },
    faults,
    (row) => (walked ? amountIn(row, "metres", faults) : 0),
  );
  faults.settle();
  return {
    problem: {
      needs: zones.values.map(exact),
      capacities: facilities.values.map(exact),
      ...{ starts, facilities: ends },
      ...(walked && { metres: values }),
    },
    zones: zones.ids,
    facilities: facilities.ids,
  };
}
