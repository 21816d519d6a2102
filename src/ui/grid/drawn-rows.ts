/** A row that is drawn, or so many that are not. */
export interface DrawnRows {
  readonly from: number;
  /** Rows from there that are not drawn; 0: the one there is. */
  readonly skipped: number;
}

/** Rows of the window and the one that is worked, with the gaps between them. */
export function drawnRows(first: number, last: number, worked: number, count: number): readonly DrawnRows[] {
  const places = Array.from({ length: last - first }, (_, i) => first + i);
  if (worked < first && worked >= 0) places.unshift(worked);
  if (worked >= last && worked < count) places.push(worked);
  const parts: DrawnRows[] = [];
  let next = 0;
  for (const place of places) {
    if (place > next) parts.push({ from: next, skipped: place - next });
    parts.push({ from: place, skipped: 0 });
    next = place + 1;
  }
  if (next < count) parts.push({ from: next, skipped: count - next });
  return parts;
}
