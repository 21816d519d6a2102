import { compare, type Exact, exact, minus, plus, ZERO } from "../base/decimal.ts";
import { wholeSlots } from "../supply/whole-slots.ts";
import type { CountedFacility } from "./evidence.ts";

/**
 * Slots that facilities give a zone, as whole ones too, for showing alone: together they are all that it is `provided`
 * with, rounded down. `counted` is what it is given, by id.
 */
export function inWholeSlots(
  counted: readonly CountedFacility[],
  provided: Exact,
): readonly CountedFacility[] {
  const parts = counted.map(({ amount }) => exact(amount));
  if (parts.length === 0) return counted;
  // Amounts are rounded to be shown: the largest makes up for what their sum is off the exact one.
  const off = minus(provided, parts.reduce(plus, ZERO));
  const largest = parts.reduce((most, part, at) => (compare(part, parts[most] as Exact) > 0 ? at : most), 0);
  const whole = wholeSlots(parts.map((part, at) => (at === largest ? plus(part, off) : part)));
  return counted.map((each, at) => ({ ...each, whole: whole[at] as number }));
}
