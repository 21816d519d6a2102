import type { SupplyMethod } from "../../core/analysis/parameters.ts";
import { compare, toNumber } from "../../core/base/decimal.ts";
import type { Line } from "../../core/standards/judgement.ts";
import type { PopulationBase } from "../../core/standards/rule.ts";
import type { Speech } from "../words.ts";

/** Whose number is missing, so that nothing can be worked out. */
export function unknownBase({ threshold, base }: Line): PopulationBase | undefined {
  const isUnknown = base !== undefined && base.value === undefined && base.band === undefined;
  return threshold !== undefined && isUnknown ? base.name : undefined;
}

/** What a screening method does is said of the method; where it plays no part, only if a pass was withheld for it. */
export function notesOf(
  { notes, verdict }: Line,
  method: SupplyMethod | undefined,
  t: Speech["t"],
): readonly string[] {
  return notes.flatMap((note) => {
    if (note !== "screening-method" || method === undefined || method === "fair") {
      return [t(`judging.note.${note}`)];
    }
    const idle = method === "onsite" && verdict !== "needs_ruling";
    return idle ? [] : [t(`judging.screening.${method}`)];
  });
}

/** Of people known as a band, what is required and missing is told for the end that decided: no less, or no more, than it. */
export function boundOf(base: Line["base"]): "atLeast" | "atMost" | undefined {
  if (base?.band === undefined || base.value === undefined) return undefined;
  return compare(base.value, base.band.low) === 0 ? "atLeast" : "atMost";
}

/** Up to how many whole people the supply would do; nothing where it would do for nobody. */
export function neededOf({
  needed,
}: Line): { readonly base: PopulationBase; readonly atMost: number } | undefined {
  const atMost = needed ? Math.floor(toNumber(needed.atMost)) : 0;
  return needed && atMost > 0 ? { base: needed.base, atMost } : undefined;
}
