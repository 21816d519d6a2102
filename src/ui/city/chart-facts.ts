import type { IndicatorFacts } from "../../core/city/city-facts.ts";
import type { TargetCell } from "../../core/standards/city-targets.ts";

/** An indicator as it is drawn: all values in its unit. */
export interface ChartFacts {
  readonly found: readonly ChartPoint[];
  /** Each holds from its year until the next. */
  readonly targets: readonly ChartPoint[];
  /** Year of the target that holds. */
  readonly inForce: number | undefined;
  /** What the document gives, where it can be compared with the targets. */
  readonly here: ChartValue | undefined;
}

export interface ChartPoint {
  readonly year: number;
  readonly value: number;
  readonly cell: TargetCell;
}

/** From `least` to `most`, the same if it is known; without `most` there is no upper end. */
export interface ChartValue {
  readonly least: number;
  readonly most?: number;
}

/**
 * What can be drawn of an indicator; `undefined` where no target or a single year is stated: the bar beside it says as
 * much. `invented`: an open end of an invented city is not drawn, as its counts are not compared.
 */
export function chartFacts(facts: IndicatorFacts, invented: boolean): ChartFacts | undefined {
  const points = facts.indicator.cells.flatMap((cell) =>
    cell.value === undefined ? [] : [{ year: cell.year, value: cell.value, cell }],
  );
  const [found, targets] = (["found", "target"] as const).map((kind) =>
    points.filter(({ cell }) => cell.kind === kind),
  ) as [ChartPoint[], ChartPoint[]];
  if (targets.length === 0 || points.length < 2) return undefined;
  return { found, targets, inForce: facts.target?.year, here: valueHere(facts, invented) };
}

function valueHere({ finding, target, reached }: IndicatorFacts, invented: boolean): ChartValue | undefined {
  if (finding.kind === "between" && !invented) {
    const { least, most } = finding;
    return most === undefined ? { least } : { least, most };
  }
  if (reached === undefined || target?.value === undefined) return undefined;
  // Of units a target is a percentage or so many in each: the part of it that is reached is in its own unit.
  const value = finding.kind === "figure" ? finding.value : reached * target.value;
  return { least: value, most: value };
}
