import type { Place } from "./grid-range.ts";

/** The cell that something of it stands in. */
export function placeOf(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  if (!cell) return undefined;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

/** Scrolls sideways so far that the column is in view beside the first. */
export function revealColumn(scroller: HTMLElement | null, widths: readonly number[], column: number): void {
  if (!scroller || column === 0) return;
  const start = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const frozen = scroller.querySelector("th")?.offsetWidth ?? 0;
  const [least, most] = [start + (widths[column] ?? 0) - scroller.clientWidth, start - frozen];
  if (scroller.scrollLeft > most) scroller.scrollLeft = most;
  else if (scroller.scrollLeft < least) scroller.scrollLeft = least;
}
