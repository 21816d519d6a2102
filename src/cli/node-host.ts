import { closeSync, openSync, readSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { getSystemErrorMap } from "node:util";
import type { WorkStep } from "../core/base/work.ts";
import { writeWhole } from "../platform/node/write-whole.ts";
import type { Host } from "./command.ts";
import { UsageError } from "./command.ts";
import { oneLine } from "./one-line.ts";

/** The machine that the command runs on. */
export const nodeHost: Host = {
  async read(path) {
    try {
      const bytes = await readFile(path);
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    } catch (error) {
      throw unreadable(path, error);
    }
  },
  *pieces(path) {
    let file: number | undefined;
    let bytes = 0;
    try {
      file = openSync(path, "r");
      for (;;) {
        const piece = new Uint8Array(PIECE);
        const length = readSync(file, piece);
        if (length === 0) return;
        yield piece.subarray(0, length);
        bytes += length;
        sayNowAndThen(() => `read ${path} ${megabytes(bytes)}`);
      }
    } catch (error) {
      throw unreadable(path, error);
    } finally {
      if (file !== undefined) closeSync(file);
    }
  },
  async write(path, content) {
    try {
      await writeWhole(path, inPieces(content) ? watched(path, content) : content);
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
    // An error is dealt with where standard output is listened to.
    return new Promise((resolve) => process.stdout.write(text, () => resolve()));
  },
  say(text) {
    process.stderr.write(`${oneLine(text)}\n`);
  },
  async drive(work) {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      sayNowAndThen(() => toldOf(step.value));
    }
  },
};

function toldOf({ part, share, search }: WorkStep): string {
  if (search === undefined) return `${part} ${Math.floor(share * 100)} %`;
  return `${part}: best so far ${search.best?.objective ?? "none"}, none better than ${search.bound}`;
}

const PIECE = 1 << 20;
const SILENCE_MS = 2000;
let spokenAt = performance.now();

/** How far work has come that takes long: nothing where nothing does. */
function sayNowAndThen(text: () => string): void {
  if (performance.now() - spokenAt < SILENCE_MS) return;
  spokenAt = performance.now();
  nodeHost.say(text());
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1e6)} MB`;
}

function unreadable(path: string, error: unknown): UsageError {
  return new UsageError(
    `${path} cannot be read (${reasonOf(error)}). Check the name and that the file is open to you.`,
  );
}

function inPieces(content: Parameters<Host["write"]>[1]): content is AsyncIterable<Uint8Array> {
  return typeof content !== "string" && !(content instanceof Uint8Array);
}

/** The same pieces; says how much there is of them when they take long. */
async function* watched(path: string, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of pieces) {
    yield piece;
    bytes += piece.length;
    sayNowAndThen(() => `write ${path} ${megabytes(bytes)}`);
  }
}

/** Why the machine would not, in words. */
export function reasonOf(error: unknown): string {
  const { code, errno, message } = error as NodeJS.ErrnoException;
  const words = REASONS.get(code ?? "") ?? (errno === undefined ? undefined : described(errno));
  return words ?? message ?? String(error);
}

function described(errno: number): string | undefined {
  return getSystemErrorMap().get(errno)?.[1];
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "there is no such file or folder"],
  ["EISDIR", "it is a folder"],
  ["ENOTDIR", "a part of the path is a file, not a folder"],
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EROFS", "the disk is read-only"],
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "the disk is full"],
]);
