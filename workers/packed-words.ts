/**
 * Long lists of words on their way to another thread: one by one they would hold up both threads as they are copied.
 * Lists within lists are left as they are.
 */
export function withWordsPacked<Message>(message: Message): Message {
  return changed(message, (list) => (isWords(list) ? packed(list) : list)) as Message;
}

/** The message as it was. */
export function withWordsUnpacked<Message>(message: Message): Message {
  return changed(message, (list) => list) as Message;
}

type Word = string | undefined;

/** few: words that recur, each once, and by row which of them. many: all in one text, and by row where the word ends. */
type PackedWords =
  | { readonly packed: "few"; readonly words: readonly Word[]; readonly rows: Uint8Array }
  | { readonly packed: "many"; readonly text: string; readonly ends: Uint32Array };

/** Shorter lists are sent as they are. */
const LONG = 1000;

function isWords(list: readonly unknown[]): list is readonly Word[] {
  return list.length >= LONG && list.every((word) => word === undefined || typeof word === "string");
}

function packed(list: readonly Word[]): PackedWords | readonly Word[] {
  const few = fewWords(list);
  if (few !== undefined) return few;
  const ends = new Uint32Array(list.length);
  let end = 0;
  for (let row = 0; row < list.length; row++) {
    const word = list[row];
    if (word === undefined) return list;
    end += word.length;
    ends[row] = end;
  }
  return { packed: "many", text: list.join(""), ends };
}

/** `undefined` where there are more than a byte can tell apart. */
function fewWords(list: readonly Word[]): PackedWords | undefined {
  const places = new Map<Word, number>();
  const rows = new Uint8Array(list.length);
  for (let row = 0; row < list.length; row++) {
    const word = list[row];
    const place = places.get(word) ?? places.size;
    if (place === places.size) places.set(word, place);
    if (place > 0xff) return undefined;
    rows[row] = place;
  }
  return { packed: "few", words: [...places.keys()], rows };
}

function unpacked(words: PackedWords): Word[] {
  const list: Word[] = [];
  if (words.packed === "few") {
    for (const place of words.rows) list.push(words.words[place]);
    return list;
  }
  const { text, ends } = words;
  for (let row = 0, from = 0; row < ends.length; row++) {
    const end = ends[row] as number;
    list.push(text.slice(from, end));
    from = end;
  }
  return list;
}

function isPacked(value: object): value is PackedWords {
  const { rows, ends } = value as { readonly rows?: unknown; readonly ends?: unknown };
  return "packed" in value && (rows instanceof Uint8Array || ends instanceof Uint32Array);
}

/** The value with `pack` applied to its lists and what was packed unpacked; itself where nothing changes. */
function changed(value: unknown, pack: (list: readonly unknown[]) => unknown): unknown {
  if (Array.isArray(value)) return pack(value);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (isPacked(value)) return unpacked(value);
  const entries = Object.entries(value);
  const members = entries.map(([name, member]) => [name, changed(member, pack)] as const);
  return members.every(([, member], i) => member === entries[i]?.[1]) ? value : Object.fromEntries(members);
}
