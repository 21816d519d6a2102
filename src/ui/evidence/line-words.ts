import type { SupplyMethod } from "../../core/analysis/parameters.ts";
import { compare, minus, toNumber } from "../../core/base/decimal.ts";
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

/** What is there: of rooms that only may count, from what surely does to what may. */
export function providedIn({ actual, sure, unit }: Line, { t, provided }: Speech): string | undefined {
  if (actual === undefined || sure === undefined) return actual && provided(actual, unit);
  return t("evidence.between", { least: provided(sure, unit), most: provided(actual, unit) });
}

/** What is missing, where something is: with such rooms from the least to the most. */
export function missingIn({ required, actual, sure, shortage, unit, whole, base }: Line, speech: Speech) {
  const { t, exact } = speech;
  if (shortage === undefined || shortage.numerator <= 0n) return undefined;
  const least = exact(shortage, unit, whole);
  const bound = boundOf(base);
  if (bound !== undefined) return t(`evidence.${bound}`, { amount: least });
  if (required === undefined || actual === undefined || sure === undefined) return least;
  return t("evidence.between", { least, most: exact(minus(required, sure), unit, whole) });
}

/** Up to how many whole people the supply would do; nothing where it would do for nobody. */
export function neededOf({
  needed,
}: Line): { readonly base: PopulationBase; readonly atMost: number } | undefined {
  const atMost = needed ? Math.floor(toNumber(needed.atMost)) : 0;
  return needed && atMost > 0 ? { base: needed.base, atMost } : undefined;
}
