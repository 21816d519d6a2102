/** Rows of a file that are looked at; that other rows have the name of one of them goes unseen. */
const MOST_CONSIDERED = 5000;

/** Some of very many rows, chosen by their ids: the same in any order. */
export function someOf<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= MOST_CONSIDERED) return rows;
  const every = Math.ceil(rows.length / MOST_CONSIDERED);
  return rows.filter(({ id }) => hashOf(id) % every === 0);
}

/** So many rows at most, spread evenly over all. */
export function evenly<Row>(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  return Array.from({ length: most }, (_, i) => rows[Math.floor((i * rows.length) / most)] as Row);
}

/** FNV-1a of the code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
