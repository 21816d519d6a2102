import type { Source } from "../../../workers/protocol.ts";
import { digestOnce } from "../../core/base/digest.ts";
import type { KeptValues } from "./kept-values.ts";

/** One thing done to a document, as a plain value of whoever keeps the journal. */
export interface Entry {
  readonly what: unknown;
  /** Files that it took in. */
  readonly source?: Source;
}

/** What a list of journals says of one. */
export interface JournalHead {
  readonly id: string;
  /** What the person calls the project. */
  readonly name: string;
  /** Which page keeps it: it is left behind once that page is gone. */
  readonly page: string;
  /** When the last edit was made: ISO 8601, UTC. */
  readonly at: string;
  /** How many edits are done in it. */
  readonly edits: number;
}

export interface JournalBase {
  readonly source: Source;
  /** Whatever else the keeper needs to begin from. */
  readonly more: unknown;
}

export interface ReadJournal {
  readonly base: JournalBase;
  /** In their order, as far as they are sound and without a gap. */
  readonly entries: readonly Entry[];
  /** Entries before these that the base holds already. */
  readonly from: number;
  /** Of all that there are, in the store: more than `entries` where one is torn, or there is a gap. */
  readonly names: readonly string[];
}

/**
 * The journal of one document: what it began from, then every edit as it is made. Each is written at once; what is not yet
 * known to be kept is written again with the next one, so that a store that failed once leaves no gap.
 */
export interface Journal {
  readonly id: string;
  add(entry: Entry, told: Told): void;
  /** Replaces the last entry, while one goes on typing. */
  amend(entry: Entry, told: Told): void;
  /** Begins anew from a document that holds all entries up to `count`; what came later stays. */
  compact(base: JournalBase, count: number, told: Told): void;
  /** Entries so far, compacted ones among them. */
  count(): number;
  /** Whether all entries so far are known to be kept. */
  kept(): boolean;
  /** Takes it out of the store, for good. */
  end(): void;
}

export type Told = Omit<JournalHead, "id">;

/** What became of the last write. */
export type Fate = (failure: unknown) => void;

export function newJournal(
  values: KeptValues,
  id: string,
  base: JournalBase,
  told: Told,
  fate: Fate,
): Journal {
  const put = [
    [key(id, BASE), { ...base, from: 0 }],
    [key(id, HEAD), { id, ...told }],
  ] as const;
  return keeping(values, id, fate, { from: 0, next: 0, put });
}

/** Goes on behind the entries of one that was left behind; all others of its names are taken out. */
export function goOnWith(
  values: KeptValues,
  id: string,
  { from, entries, names }: ReadJournal,
  fate: Fate,
): Journal {
  return keeping(values, id, fate, {
    from,
    next: from + entries.length,
    remove: names.slice(entries.length),
  });
}

/** Journals in the store, the last edited first. */
export async function journals(values: KeptValues): Promise<readonly JournalHead[]> {
  const heads = (await values.keys()).filter((name) => name.endsWith(` ${HEAD}`));
  const found = (await values.get(heads)) as readonly (JournalHead | undefined)[];
  return found.filter((head) => head !== undefined).sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** `undefined` where what it began from is gone. */
export async function readJournal(values: KeptValues, id: string): Promise<ReadJournal | undefined> {
  const names = (await values.keys()).filter((name) => name.startsWith(key(id, ENTRY))).sort();
  const [base, ...kept] = await values.get([key(id, BASE), ...names]);
  if (!isBase(base)) return undefined;
  const { from } = base;
  const entries: Entry[] = [];
  const numbered = names
    .map((name, i) => ({ name, value: kept[i] }))
    .filter(({ name }) => numberOf(name) >= from);
  for (const { name, value } of numbered) {
    const entry = numberOf(name) === from + entries.length ? soundEntry(value) : undefined;
    if (entry === undefined) break;
    entries.push(entry);
  }
  return { base, from, entries, names: numbered.map(({ name }) => name) };
}

function numberOf(name: string): number {
  return Number(name.slice(name.lastIndexOf(" ") + 1));
}

export async function dropJournal(values: KeptValues, id: string): Promise<void> {
  const names = (await values.keys()).filter((name) => name.startsWith(`${id} `));
  await values.write({ remove: names });
}

const GONE = Symbol("gone");
const BASE = "base";
const HEAD = "head";
const ENTRY = "entry ";

interface KeptEntry {
  readonly text: string;
  readonly digest: string;
  readonly source?: Source;
}

function key(id: string, part: string): string {
  return `${id} ${part}`;
}

function entryKey(id: string, number: number): string {
  return key(id, `${ENTRY}${String(number).padStart(9, "0")}`);
}

interface Beginning {
  readonly from: number;
  readonly next: number;
  readonly put?: readonly (readonly [string, unknown])[];
  readonly remove?: readonly string[];
}

function keeping(values: KeptValues, id: string, fate: Fate, beginning: Beginning): Journal {
  /** Not yet known to be done: what is to be kept, and what is to go. */
  const waiting = new Map<string, unknown>();
  let { from, next } = beginning;
  let ended = false;

  function write(put: Beginning["put"] = [], remove: readonly string[] = []): void {
    for (const [name, value] of put) waiting.set(name, value);
    for (const name of remove) waiting.set(name, GONE);
    const sent = [...waiting];
    values
      .write({
        put: sent.filter(([, value]) => value !== GONE),
        remove: sent.filter(([, value]) => value === GONE).map(([name]) => name),
      })
      .then(
        () => {
          for (const [name, value] of sent) if (waiting.get(name) === value) waiting.delete(name);
          if (!ended) fate(undefined);
        },
        (failure: unknown) => {
          if (!ended) fate(failure ?? new Error("the store gave no reason"));
        },
      );
  }

  const headed = (told: Told): readonly [string, unknown] => [key(id, HEAD), { id, ...told }];
  if (beginning.put || (beginning.remove?.length ?? 0) > 0) write(beginning.put, beginning.remove);

  return {
    id,
    add(entry, told) {
      write([[entryKey(id, next), kept(entry)], headed(told)]);
      next += 1;
    },
    amend(entry, told) {
      write([[entryKey(id, next - 1), kept(entry)], headed(told)]);
    },
    compact(base, count, told) {
      const old = Array.from({ length: count - from }, (_, i) => entryKey(id, from + i));
      from = count;
      write([[key(id, BASE), { ...base, from }], headed(told)], old);
    },
    count: () => next,
    kept: () => waiting.size === 0,
    end() {
      ended = true;
      waiting.clear();
      // What a store that fails still has is offered once more, which costs a press.
      dropJournal(values, id).catch(() => {});
    },
  };
}

function kept({ what, source }: Entry): KeptEntry {
  const text = JSON.stringify(what);
  return { text, digest: digestOnce(text), ...(source && { source }) };
}

/** `undefined` where it is not what was written. */
function soundEntry(value: unknown): Entry | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { text, digest, source } = value as Partial<KeptEntry>;
  if (typeof text !== "string" || digestOnce(text) !== digest) return undefined;
  return { what: JSON.parse(text), ...(source && { source }) };
}

function isBase(base: unknown): base is JournalBase & { readonly from: number } {
  return typeof base === "object" && base !== null && "source" in base && "from" in base;
}
