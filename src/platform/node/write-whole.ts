import { access, constants, mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/**
 * Writes a file, and the folders it needs. Content that cannot be written to its end leaves the file as it was: it is
 * written beside it and then takes its place. Rejects with the error of the system.
 */
export async function writeWhole(
  path: string,
  content: Uint8Array | string | AsyncIterable<Uint8Array>,
): Promise<void> {
  await makeFolder(dirname(path));
  const before = await statOf(path);
  // A device takes what it is given; a folder refuses it.
  if (before !== undefined && !before.isFile()) return writeFile(path, content);
  if (before !== undefined) await access(path, constants.W_OK);
  const place = before === undefined ? path : await realpath(path);
  const beside = `${place}.${process.pid}.part`;
  try {
    await writeFile(beside, content, before && { mode: before.mode });
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** One folder after another: asked for all at once, Node tries for ever where the system takes none. */
async function makeFolder(path: string): Promise<void> {
  const missing: string[] = [];
  for (let at = resolve(path); (await statOf(at)) === undefined; at = dirname(at)) missing.push(at);
  for (const folder of missing.reverse()) {
    await mkdir(folder).catch(async (error) => {
      // Another may have made it meanwhile.
      if ((await statOf(folder)) === undefined) throw error;
    });
  }
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
