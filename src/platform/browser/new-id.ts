/**
 * An id for a row that somebody adds, such as `new-7kq3xm`, which none of these has. By chance, so that another office
 * that adds a row meanwhile does not get the same one, nor a row that is added after one was deleted that others name.
 */
export function newId(taken: readonly string[]): string {
  const known = new Set(taken);
  for (;;) {
    const id = `new-${Array.from(crypto.getRandomValues(new Uint8Array(6)), letterOf).join("")}`;
    if (!known.has(id)) return id;
  }
}

/** Without those that are taken for each other. */
const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

function letterOf(byte: number): string {
  return LETTERS[byte % LETTERS.length] as string;
}
