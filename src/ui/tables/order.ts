/** How a column of facts is put in order. Exactly one of the two; absent: the column cannot be sorted. */
export interface Sortable {
  /** NaN where there is nothing to compare: such rows come last, whichever way the column is sorted. */
  readonly value?: (row: number) => number;
  readonly words?: readonly string[];
}

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

/** The rows in the order of the column; equal ones keep the order of `rows`. Words go by the language's collation. */
export function orderRows(
  rows: Uint32Array,
  column: Sortable | undefined,
  descending: boolean,
  language: string,
): Uint32Array {
  const value = column?.words ? rankOf(column.words, language) : column?.value;
  if (!value) return rows;
  const values = Float64Array.from(rows, value);
  const sign = descending ? -1 : 1;
  const places = Uint32Array.from(rows, (_, place) => place).sort((a, b) => {
    const x = values[a] ?? Number.NaN;
    const y = values[b] ?? Number.NaN;
    if (x === y) return 0;
    if (Number.isNaN(x)) return Number.isNaN(y) ? 0 : 1;
    if (Number.isNaN(y)) return -1;
    return x < y ? -sign : sign;
  });
  return places.map((place) => rows[place] ?? 0);
}

/** Rows that hold the sought text in one of the columns, whatever its case; all rows for an empty text. */
export function findRows(
  count: number,
  sought: string,
  ...columns: readonly (readonly string[])[]
): Uint32Array {
  const needle = sought.trim().toLowerCase();
  const found: number[] = [];
  for (let row = 0; row < count; row++) {
    if (needle === "" || columns.some((words) => words[row]?.toLowerCase().includes(needle))) found.push(row);
  }
  return Uint32Array.from(found);
}

/** Place of each word in collation order; worked out once per list of words. */
function rankOf(words: readonly string[], language: string): (row: number) => number {
  const known = ranks.get(words);
  if (known) return (row) => known[row] ?? Number.NaN;
  const { compare } = new Intl.Collator(language === "zh" ? "zh-CN" : "en");
  const order = Uint32Array.from(words, (_, row) => row).sort((a, b) =>
    compare(words[a] ?? "", words[b] ?? ""),
  );
  const rank = new Uint32Array(words.length);
  order.forEach((row, place) => {
    const before = order[place - 1];
    const same = before !== undefined && compare(words[before] ?? "", words[row] ?? "") === 0;
    rank[row] = same ? (rank[before] ?? 0) : place;
  });
  ranks.set(words, rank);
  return (row) => rank[row] ?? Number.NaN;
}

const ranks = new WeakMap<readonly string[], Uint32Array>();
