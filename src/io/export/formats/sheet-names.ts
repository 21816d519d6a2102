/**
 * Names that a workbook takes for its sheets, in order: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at
 * either end, and no two alike in any case; of those that would be, the later ones are numbered.
 */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = name.replace(FORBIDDEN, " ").replace(/\s+/g, " ");
    let found = cut(plain, MOST);
    for (let no = 2; taken.has(found.toLowerCase()); no++) {
      found = `${cut(plain, MOST - 1 - `${no}`.length)} ${no}`;
    }
    taken.add(found.toLowerCase());
    return found;
  });
}

const MOST = 31;
const FORBIDDEN = /[[\]:*?/\\\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** At most so long, without half a character, and never nothing. */
function cut(text: string, most: number): string {
  const bare = text.replace(/^['\s]+/, "").slice(0, most);
  return bare.replace(/[\ud800-\udbff]$/, "").replace(/['\s]+$/, "") || "-";
}
