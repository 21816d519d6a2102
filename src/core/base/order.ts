/** Order by UTF-16 code unit: the same on every machine and in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A copy of `rows` ordered by id. Rows of equal id keep their order. */
export function sortedById<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => byCodeUnit(a.id, b.id));
}

/** First index whose id is not below `id`, in rows ordered by id. */
export function lowerBound(rows: readonly { readonly id: string }[], id: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] as { id: string }).id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the row with this id in rows ordered by id; -1 if there is none. */
export function indexOfId(rows: readonly { readonly id: string }[], id: string): number {
  const at = lowerBound(rows, id);
  return rows[at]?.id === id ? at : -1;
}
