import { compare, type Exact, minus, plus, ratio, ZERO } from "../base/decimal.ts";

/**
 * Slots as whole ones, for showing alone; never for deciding. Each part is the whole number below or above it, and
 * together they are all of them, rounded down: the largest remainders are rounded up, of equal ones those of the first.
 * Parts are not negative, and ordered by id.
 */
export function wholeSlots(parts: readonly Exact[]): readonly number[] {
  const whole = parts.map(({ numerator, denominator }) => numerator / denominator);
  const remainders = parts.map((part, at) => minus(part, ratio(whole[at] as bigint, 1n)));
  const rest = remainders.reduce(plus, ZERO);
  const up = Number(rest.numerator / rest.denominator);
  const first = [...parts.keys()]
    .sort((a, b) => compare(remainders[b] as Exact, remainders[a] as Exact) || a - b)
    .slice(0, up);
  const raised = new Set(first);
  return whole.map((slots, at) => Number(slots) + (raised.has(at) ? 1 : 0));
}
