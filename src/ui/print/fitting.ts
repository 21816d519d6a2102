import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/**
 * How many rows the sheet around an element can show and stay one page, at most and at least so many. `each`: pixels that a
 * row fewer saves at most, where it saves about as much every time.
 */
export function useFitting(
  most: number,
  least: number,
  each = Number.POSITIVE_INFINITY,
): readonly [number, RefObject<HTMLDivElement | null>] {
  const [count, setCount] = useState(most);
  const inside = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const height = inside.current?.closest(".sheet")?.getBoundingClientRect().height ?? 0;
    const over = height - PAGE_HEIGHT;
    if (over > 0 && count > least) setCount(Math.max(least, count - Math.max(1, Math.floor(over / each))));
  }, [count, least, each]);
  return [count, inside];
}

/** Pixels of the 274 mm that a sheet fills, as its style says, and one for rounding. */
const PAGE_HEIGHT = (274 * 96) / 25.4 + 1;
