import { moment } from "./clock.ts";
import type { ReadFile } from "./files.ts";
import { keptValues } from "./kept-values.ts";

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
  return tried(async () => {
    const [[list], there] = [await values.get([LIST]), new Set(await values.keys())];
    return listed(list).filter(({ name }) => there.has(fileKey(name)));
  });
}

/** Puts a project at the head of the list, in place of one of its name; the oldest make room. */
export async function keepRecent({ name, bytes }: ReadFile): Promise<void> {
  if (bytes.length > LARGEST) return;
  await tried(async () => {
    await values.write({ put: [[fileKey(name), bytes]] });
    let gone: readonly RecentProject[] = [];
    await values.update(LIST, (before) => {
      const others = listed(before).filter((one) => one.name !== name);
      const all = [{ name, at: moment() }, ...others];
      gone = all.slice(MOST);
      return all.slice(0, MOST);
    });
    await values.write({ remove: gone.map((one) => fileKey(one.name)) });
    return [];
  });
}

/** Its bytes; `undefined` where the browser has dropped them. */
export async function recentFile(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [bytes] = await tried(() => values.get([fileKey(name)]));
  return bytes as Uint8Array<ArrayBuffer> | undefined;
}

export async function forgetRecent(name: string): Promise<void> {
  await tried(async () => {
    await values.update(LIST, (all) => listed(all).filter((one) => one.name !== name));
    await values.write({ remove: [fileKey(name)] });
    return [];
  });
}

const values = keptValues("quan-recent", "projects");
const LIST = "list";

function fileKey(name: string): string {
  return `file ${name}`;
}

function listed(list: unknown): readonly RecentProject[] {
  return (list as readonly RecentProject[] | undefined) ?? [];
}

/** A store that is full or forbidden costs the list of recent projects and nothing else. */
async function tried<Entry>(work: () => Promise<readonly Entry[]>): Promise<readonly Entry[]> {
  try {
    return await work();
  } catch {
    return [];
  }
}
