/** Of the longest name that a first column makes room for; a longer one ends in dots. */
const WIDEST_NAMES = 176;
const [BEFORE_FIRST, BESIDE] = [16, 16];
const ARROW = 12;

/**
 * Pixels of the columns, given what each needs and how much is in view: the leading ones that fit fill it together, so
 * that the edge of the view cuts none of them; the first takes what is left. Those beyond are scrolled to.
 */
export function fitColumns(needs: readonly number[], room: number): number[] {
  let sum = 0;
  let filled = 0;
  for (const need of needs) {
    sum += need;
    if (sum <= room) filled = sum;
  }
  return needs.map((need, at) => (at === 0 && filled > 0 ? need + room - filled : need));
}

/** Pixels of a heading with the arrow that tells the order. */
export const headingWidth = (title: string): number => wordsWidth(title, 12) + ARROW + BESIDE;

/** Pixels of a first column for these names, with `before` pixels in front of each. */
export function namesWidth(names: Iterable<string>, before = 0): number {
  return Math.min(WIDEST_NAMES, widest(names, OF_NAMES)) + before + BEFORE_FIRST + BESIDE / 2;
}

/** Pixels of the longest of these words in a cell. */
export function widest(all: Iterable<string>, latin = LATIN): number {
  let most = 0;
  for (const words of all) most = Math.max(most, wordsWidth(words, 13, latin));
  return Math.ceil(most);
}

/** About as wide as the words are set: a Chinese character takes a square, a Latin letter part of one. */
function wordsWidth(words: string, size: number, latin = LATIN): number {
  let width = 0;
  for (let i = 0; i < words.length; i++) width += words.charCodeAt(i) < LATIN_ENDS ? latin : 1;
  return width * size;
}

const LATIN = 0.48;
/** A name of digits and capitals has no room to spare in its cell, which would end it in dots. */
const OF_NAMES = 0.6;
const LATIN_ENDS = 0x2000;
