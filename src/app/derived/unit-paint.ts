import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import type { RollUpRow } from "../../core/analysis/results.ts";
import { STREET_TIER } from "../../core/deficit/territory.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import type { RuleUnit } from "../../core/standards/rule.ts";
import type { UnitPaint } from "../../map/columns.ts";
import { type Palette, shareClass } from "../../ui/look/palette.ts";
import { fillable, type Speech } from "../../ui/words.ts";
import { unitOf } from "./facts.ts";

/** Half of the opacity, behind a colour. */
const HALF = "80";

/** Whether any 街道 or 镇 has ground that can be shaded. */
export function haveGround(units: ProjectView["units"]): boolean {
  return units.some(
    ({ level, shapes }) => (level === "street" || level === "town") && shapes.positions.length > 0,
  );
}

/**
 * The ground of 街道 by the least share of what their zones need for a subject that is met, and what they lack of just
 * that; those of which nothing is known stay blank. Faint, and towns more so, since these are wide and few people live
 * there: their zones carry the colour. `lackOf` says an amount.
 */
export function unitPaint(
  results: AnalysisView,
  subject: CareSubject,
  palette: Palette,
  lackOf: (amount: number, unit: RuleUnit) => string,
): UnitPaint {
  const worst = worstOfStreets(results, subject);
  const fills = new Map(
    [...worst].map(([unit, { share, level }]) => {
      const colour = palette.shares[shareClass(share)] ?? "";
      return [unit, level === "town" ? `${colour}${HALF}` : colour];
    }),
  );
  const lines = new Map(
    [...worst].flatMap(([unit, { metric, missing }]) =>
      missing > 0 ? [[unit, lackOf(missing, unitOf(results, metric))] as const] : [],
    ),
  );
  const order = [...worst].sort(([, a], [, b]) => b.missing - a.missing).map(([unit]) => unit);
  return { fills, lines, order, opacity: 0.22 };
}

/** What is written below the name of a 街道. */
export function lackWords({
  t,
  gist,
}: Pick<Speech, "t" | "gist">): (amount: number, unit: RuleUnit) => string {
  const short = fillable((amount) => t("map.streetLack", { amount }));
  return (amount, unit) => short(gist(amount, unit));
}

/** The same while it is out of date: amounts are not written. */
export function outdatedUnitPaint(paint: UnitPaint): UnitPaint {
  return { ...paint, lines: new Map(), opacity: 0.1 };
}

/** By zone, the least share met of its 街道; NaN where nothing is known. */
export function shareOfStreets(results: AnalysisView, subject: CareSubject): Float64Array {
  const worst = worstOfStreets(results, subject);
  const { units, zoneUnits } = results.territory;
  const ofUnits = Float64Array.from(units, ({ unit }) => worst.get(unit)?.share ?? Number.NaN);
  const streets = zoneUnits[STREET_TIER] ?? new Int32Array();
  const shares = new Float64Array(streets.length);
  for (let zone = 0; zone < shares.length; zone++)
    shares[zone] = ofUnits[streets[zone] as number] ?? Number.NaN;
  return shares;
}

/** Of each 街道, the metric of a subject whose need is met least. */
function worstOfStreets({ rollUp }: AnalysisView, subject: CareSubject) {
  const worst = new Map<string, RollUpRow>();
  for (const row of rollUp.ofTier(STREET_TIER)) {
    const { unit, subject: of, required, share } = row;
    if (of !== subject || !(required > 0) || Number.isNaN(share)) continue;
    if (!(share >= (worst.get(unit)?.share ?? Number.POSITIVE_INFINITY))) worst.set(unit, row);
  }
  return worst;
}
