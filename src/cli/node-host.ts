import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Host } from "./command.ts";
import { UsageError } from "./command.ts";

/** The machine that the command runs on. */
export const nodeHost: Host = {
  async read(path) {
    try {
      const bytes = await readFile(path);
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    } catch (error) {
      throw new UsageError(
        `${path} cannot be read (${reasonOf(error)}). Check the name and that the file is open to you.`,
      );
    }
  },
  async write(path, content) {
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    } catch (error) {
      throw new UsageError(`${path} cannot be written (${reasonOf(error)}). Choose another place.`);
    }
  },
  async list(path) {
    try {
      return (await readdir(path)).sort();
    } catch {
      return undefined;
    }
  },
  print(text) {
    process.stdout.write(text);
  },
  say(text) {
    process.stderr.write(`${text}\n`);
  },
  async drive(work) {
    let spokenAt = performance.now();
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (performance.now() - spokenAt > SILENCE_MS) {
        spokenAt = performance.now();
        nodeHost.say(`${step.value.part} ${Math.floor(step.value.share * 100)} %`);
      }
    }
  },
};

const SILENCE_MS = 2000;

function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder";
  if (code === "EACCES") return "permission denied";
  return typeof code === "string" ? code : String(error);
}
