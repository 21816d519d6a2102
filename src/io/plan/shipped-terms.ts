import shipped from "../../../seeds/plan/measures.json" with { type: "json" };
import type { MeasureTerms } from "../../core/plan/measure.ts";

/** What measures cost unless somebody says better: assumed, with the reason beside the figures. */
export function shippedTerms(): MeasureTerms {
  return shipped;
}
