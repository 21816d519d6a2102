/**
 * Groups of places whose texts are equal, each of two or more, ascending; texts that are `undefined` are equal to none.
 * A table of numbers alone, since most texts of a long list are like no other and a map would keep each of them.
 */
export function equalTexts(texts: readonly (string | undefined)[]): readonly (readonly number[])[] {
  const size = 2 ** Math.ceil(Math.log2(2 * texts.length + 1));
  /** One more than the first place of a text, where its hash puts it; 0: nothing. */
  const slots = new Uint32Array(size);
  const hashes = new Int32Array(texts.length);
  const groups = new Map<number, number[]>();
  for (let place = 0; place < texts.length; place++) {
    const text = texts[place];
    if (text === undefined) continue;
    const hash = hashOf(text);
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

/** FNV-1a over code units, its high bits mixed into the low ones. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
