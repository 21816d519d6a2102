import { textHash } from "../core/base/text-hash.ts";

/** Rows of a file that are looked at; that other rows have the name of one of them goes unseen. */
const MOST_CONSIDERED = 5000;

/** Some of very many rows, chosen by their ids: the same in any order. */
export function someOf<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= MOST_CONSIDERED) return rows;
  const every = Math.ceil(rows.length / MOST_CONSIDERED);
  return rows.filter(({ id }) => {
    const hash = textHash(id);
    // Its high bits mixed into the low ones: ids that count up differ in these too little.
    return ((hash ^ (hash >>> 15)) >>> 0) % every === 0;
  });
}

/** So many rows at most, spread evenly over all. */
export function evenly<Row>(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  return Array.from({ length: most }, (_, i) => rows[Math.floor((i * rows.length) / most)] as Row);
}
