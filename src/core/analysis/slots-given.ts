import { compare, type Exact, exact, minus, plus, ZERO } from "../base/decimal.ts";
import { wholeSlots } from "../supply/whole-slots.ts";

/**
 * Slots that facilities give a zone, or a facility zones, as whole ones too, for showing alone: together they are all that
 * is `provided`, rounded down. `given` is ordered by id.
 */
export function inWholeSlots<Given extends { readonly amount: number }>(
  given: readonly Given[],
  provided: Exact,
): readonly (Given & { readonly whole?: number })[] {
  const parts = given.map(({ amount }) => exact(amount));
  if (parts.length === 0) return given;
  // Amounts are rounded to be shown: the largest makes up for what their sum is off the exact one.
  const off = minus(provided, parts.reduce(plus, ZERO));
  const largest = parts.reduce((most, part, at) => (compare(part, parts[most] as Exact) > 0 ? at : most), 0);
  const whole = wholeSlots(parts.map((part, at) => (at === largest ? plus(part, off) : part)));
  return given.map((each, at) => ({ ...each, whole: whole[at] as number }));
}
