import { textHash } from "./text-hash.ts";

/**
 * Groups of places whose texts are equal, each of two or more, ascending; texts that are `undefined` are equal to none.
 * A table of numbers alone, since most texts of a long list are like no other and a map would keep each of them.
 */
export function equalTexts(texts: readonly (string | undefined)[]): readonly (readonly number[])[] {
  const size = 2 ** Math.ceil(Math.log2(2 * texts.length + 1));
  /** One more than the first place of a text, where its hash puts it; 0: nothing. */
  const slots = new Uint32Array(size);
  const hashes = new Uint32Array(texts.length);
  const groups = new Map<number, number[]>();
  for (let place = 0; place < texts.length; place++) {
    const text = texts[place];
    if (text === undefined) continue;
    const hash = textHash(text);
    hashes[place] = hash;
    let slot = hash & (size - 1);
    let first = (slots[slot] as number) - 1;
    while (first !== -1 && (hashes[first] !== hash || texts[first] !== text)) {
      slot = (slot + 1) & (size - 1);
      first = (slots[slot] as number) - 1;
    }
    const group = groups.get(first);
    if (first === -1) slots[slot] = place + 1;
    else if (group) group.push(place);
    else groups.set(first, [first, place]);
  }
  return [...groups.values()];
}
