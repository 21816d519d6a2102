import type { AnalysisView, ProjectView } from "../../../workers/protocol.ts";
import { tierOf } from "../../core/deficit/territory.ts";
import type { CareSubject } from "../../core/model/facility-kind.ts";
import type { RuleUnit } from "../../core/standards/rule.ts";
import type { UnitPaint } from "../../map/columns.ts";
import { type Palette, shareClass } from "../../ui/look/palette.ts";
import { unitOf } from "./facts.ts";

const STREET_TIER = 1;

/** Whether any 街道 or 镇 has ground that can be shaded. */
export function haveGround(units: ProjectView["units"]): boolean {
  return units.some(
    ({ level, shapes }) => (level === "street" || level === "town") && shapes.positions.length > 0,
  );
}

/**
 * 街道 by the least share of what their zones need for a subject that is met, and what they lack of it; those of which
 * nothing is known stay blank. `lackOf` says an amount.
 */
export function unitPaint(
  results: AnalysisView,
  subject: CareSubject,
  stale: boolean,
  palette: Palette,
  lackOf: (amount: number, unit: RuleUnit) => string,
): UnitPaint {
  const least = new Map<string, number>();
  const lines = new Map<string, string>();
  for (const { level, unit, subject: of, metric, required, missing, share } of results.rollUp) {
    if (tierOf(level) !== STREET_TIER || of !== subject || !(required > 0) || Number.isNaN(share)) continue;
    if (!(share >= (least.get(unit) ?? Number.POSITIVE_INFINITY))) least.set(unit, share);
    if (missing > 0 && !lines.has(unit)) lines.set(unit, lackOf(missing, unitOf(results, metric)));
  }
  const fills = new Map([...least].map(([unit, share]) => [unit, palette.shares[shareClass(share)] ?? ""]));
  return { fills, lines, opacity: stale ? 0.2 : 0.5 };
}
