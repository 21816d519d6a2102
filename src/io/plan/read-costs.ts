import {
  MEASURE_KINDS,
  type MeasureCost,
  type MeasureKind,
  type MeasureTerms,
} from "../../core/plan/measure.ts";
import { amountIn, type GivenFile, newFaults, tableRows } from "../text/table-rows.ts";

/**
 * Terms with the costs of a CSV `kind,per_m2,once`, in 万元, for the kinds that it names; `yearly` beside them is 万元 for each m² and year, and where
 * there is no such column what is assumed stays. Throws `UnreadableTables`: with a
 * wrong cost another plan would be the cheapest.
 */
export function withCosts(terms: MeasureTerms, file: GivenFile): MeasureTerms {
  const faults = newFaults();
  const table = tableRows(file, faults, ["kind", "per_m2", "once"], ["yearly"]);
  const costs: Record<MeasureKind, MeasureCost> = { ...terms.costs };
  const rowOf = new Map<MeasureKind, number>();
  for (const row of table?.rows ?? []) {
    const kind = MEASURE_KINDS.find((each) => each === row.cells.kind);
    if (kind === undefined) {
      faults.add(
        `${row.at("kind")}: "${row.cells.kind}" is no kind of measure. Write one of ${MEASURE_KINDS.join(", ")}.`,
      );
      continue;
    }
    const before = rowOf.get(kind);
    if (before !== undefined) {
      faults.add(`${row.at("kind")}: ${kind} is in row ${before} already. Keep one of them.`);
      continue;
    }
    rowOf.set(kind, row.row);
    const yearly = table?.has.has("yearly") ? amountIn(row, "yearly", faults) : costs[kind].yearly;
    costs[kind] = {
      ...{ perM2: amountIn(row, "per_m2", faults), once: amountIn(row, "once", faults) },
      ...(yearly !== undefined && { yearly }),
    };
  }
  faults.settle();
  return { ...terms, costs };
}
