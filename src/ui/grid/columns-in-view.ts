/** Columns that are drawn beside the first, both included, with a few on either side of those in view. */
export interface ColumnsInView {
  readonly from: number;
  readonly to: number;
}

/** Which columns stand in view. `left`: pixels that are scrolled sideways; `room`: pixels between the edges. */
export function columnsInView(widths: readonly number[], left: number, room: number): ColumnsInView {
  let edge = widths[0] ?? 0;
  const frozen = edge;
  let [from, to] = [widths.length, 0];
  for (let at = 1; at < widths.length; at++) {
    const end = edge + (widths[at] ?? 0);
    if (end > left + frozen && edge < left + room) {
      from = Math.min(from, at);
      to = at;
    }
    edge = end;
  }
  return { from: Math.max(1, from - BESIDE), to: Math.min(widths.length - 1, to + BESIDE) };
}

const BESIDE = 2;

/** A column that is drawn, or so many that are not. */
export type DrawnColumn = { readonly at: number } | { readonly at: number; readonly skipped: number };

/** The first column, those in view and the one that is worked (−1: none), with the gaps between them. */
export function drawnColumns(
  { from, to }: ColumnsInView,
  worked: number,
  count: number,
): readonly DrawnColumn[] {
  const drawn: DrawnColumn[] = [];
  let next = 0;
  for (let at = 0; at < count; at++) {
    if (at !== 0 && at !== worked && (at < from || at > to)) continue;
    if (at > next) drawn.push({ at: next, skipped: at - next });
    drawn.push({ at });
    next = at + 1;
  }
  if (next < count) drawn.push({ at: next, skipped: count - next });
  return drawn;
}
