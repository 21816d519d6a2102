import type { SupplyMethod } from "../../core/analysis/parameters.ts";
import { compare, type Exact, minus, toNumber } from "../../core/base/decimal.ts";
import { mostRequired } from "../../core/deficit/deficit.ts";
import type { Line } from "../../core/standards/judgement.ts";
import type { PopulationBase } from "../../core/standards/rule.ts";
import { UNIT_SPACE } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";

/** Whose number is missing, so that nothing can be worked out. */
export function unknownBase({ threshold, base }: Line): PopulationBase | undefined {
  const isUnknown = base !== undefined && base.value === undefined && base.band === undefined;
  return threshold !== undefined && isUnknown ? base.name : undefined;
}

/**
 * What a screening method does is said of the method; where it plays no part, only if a pass was withheld for it. Whom a
 * pass by the fair allocation rests on is said by their names, beside it.
 */
export function notesOf(
  { notes, verdict }: Line,
  method: SupplyMethod | undefined,
  t: Speech["t"],
): readonly string[] {
  return notes.flatMap((note) => {
    if (note === "others-may-use" && method === "fair") return [];
    if (note !== "screening-method" || method === undefined || method === "fair") {
      return [t(`judging.note.${note}`)];
    }
    const idle = method === "onsite" && verdict !== "needs_ruling";
    return idle ? [] : [t(`judging.screening.${method}`)];
  });
}

/** Of people known as a band, which end a line is told for: a failure for the low one, a pass for the high one. */
export function boundOf(base: Line["base"]): "atLeast" | "atMost" | undefined {
  if (base?.band === undefined || base.value === undefined) return undefined;
  return compare(base.value, base.band.low) === 0 ? "atLeast" : "atMost";
}

/** What is asked for: of people known as a band from the low end to the high one, or where that is met, no more than it. */
export function requiredIn(line: Line, { t, exact }: Words): string | undefined {
  const { required, unit, whole, base } = line;
  if (required === undefined) return undefined;
  const said = (amount: Exact) => exact(amount, unit, whole);
  if (boundOf(base) === "atMost") return t("evidence.atMost", { amount: said(required) });
  return rangeWords(said(required), said(mostRequired(line) ?? required), t);
}

/** What is there: of rooms that only may count, from what surely does to what may. */
export function providedIn({ actual, sure, unit }: Line, { t, provided }: Speech): string | undefined {
  if (actual === undefined || sure === undefined) return actual && provided(actual, unit);
  return rangeWords(provided(sure, unit), provided(actual, unit), t);
}

/**
 * What is missing, where something is: slots and beds whole, as in every list. From the least to the most, where more may
 * count or fewer people may be there.
 */
export function missingIn(line: Line, { t, exact }: Words): string | undefined {
  const { actual, sure = actual, shortage, unit, whole } = line;
  if (shortage === undefined || shortage.numerator <= 0n) return undefined;
  const said = (amount: Exact) => exact(amount, unit, whole || unit === "slot" || unit === "bed");
  const most = mostRequired(line);
  return rangeWords(said(shortage), said(most && sure ? minus(most, sure) : shortage), t);
}

/** Two amounts, with their unit once. */
function rangeWords(least: string, most: string, t: Speech["t"]): string {
  const [number = least] = least.split(UNIT_SPACE);
  return least === most ? least : t("evidence.between", { least: number, most });
}

type Words = Pick<Speech, "t" | "exact">;

/** Up to how many whole people the supply would do; nothing where it would do for nobody. */
export function neededOf({
  needed,
}: Line): { readonly base: PopulationBase; readonly atMost: number } | undefined {
  const atMost = needed ? Math.floor(toNumber(needed.atMost)) : 0;
  return needed && atMost > 0 ? { base: needed.base, atMost } : undefined;
}
