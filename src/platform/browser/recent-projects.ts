import { createStore, del, get, keys, set, type UseStore, update } from "idb-keyval";
import type { ReadFile } from "./files.ts";

/** A project file that was opened or saved in this browser, kept in it. */
export interface RecentProject {
  readonly name: string;
  /** When it was last opened or saved: ISO 8601, UTC. */
  readonly at: string;
}

const MOST = 5;
/** Larger files are not kept: a browser may drop a store that grows beyond what it grants. */
const LARGEST = 128 * 2 ** 20;

/** The last ones first, but for those whose file the browser has dropped. Empty where it keeps nothing. */
export async function recentProjects(): Promise<readonly RecentProject[]> {
  return tried(async (store) => {
    const [list, there] = [await get<RecentProject[]>(LIST, store), new Set(await keys(store))];
    return (list ?? []).filter(({ name }) => there.has(fileKey(name)));
  });
}

/** Puts a project at the head of the list, in place of one of its name; the oldest make room. */
export async function keepRecent({ name, bytes }: ReadFile): Promise<void> {
  if (bytes.length > LARGEST) return;
  await tried(async (store) => {
    await set(fileKey(name), bytes, store);
    let gone: readonly RecentProject[] = [];
    await update<RecentProject[]>(
      LIST,
      (before = []) => {
        const all = [{ name, at: new Date().toISOString() }, ...before.filter((one) => one.name !== name)];
        gone = all.slice(MOST);
        return all.slice(0, MOST);
      },
      store,
    );
    for (const one of gone) await del(fileKey(one.name), store);
    return [];
  });
}

/** Its bytes; `undefined` where the browser has dropped them. */
export async function recentFile(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [bytes] = await tried(async (store) => {
    const found = await get<Uint8Array<ArrayBuffer>>(fileKey(name), store);
    return found ? [found] : [];
  });
  return bytes;
}

export async function forgetRecent(name: string): Promise<void> {
  await tried(async (store) => {
    await update<RecentProject[]>(LIST, (all = []) => all.filter((one) => one.name !== name), store);
    await del(fileKey(name), store);
    return [];
  });
}

const LIST = "list";

function fileKey(name: string): string {
  return `file ${name}`;
}

/** A store that is full or forbidden costs the list of recent projects and nothing else. */
async function tried<Entry>(work: (store: UseStore) => Promise<Entry[]>): Promise<Entry[]> {
  try {
    opened ??= createStore("quan-recent", "projects");
    return await work(opened);
  } catch {
    return [];
  }
}

let opened: UseStore | undefined;
