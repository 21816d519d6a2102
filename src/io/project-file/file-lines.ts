import { type GrowingDigest, growingDigest } from "../../core/base/digest.ts";
import type { Digest } from "../../core/base/ids.ts";

/** A file that is larger than it may be once it is inflated, or has a line that is. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

export interface FileLines {
  /** Lines of the text, without their ends and without empty ones. */
  readonly lines: AsyncIterable<string>;
  /** Digest of all bytes behind the first line, once all lines have been read. */
  content(): Digest;
}

/** Of all text. A nation takes about a tenth; a small file that inflates to more is no project. */
const MOST_BYTES = 4e9;
/** Of one line. */
const MOST_CHARACTERS = 1 << 27;

/**
 * Lines of a file, inflated piece by piece if it is compressed. Reading throws `TooLarge` beyond the bounds, and other
 * errors where the compression or the encoding is broken.
 */
export function fileLines(bytes: Uint8Array<ArrayBuffer>): FileLines {
  const digest = growingDigest();
  return { lines: linesOf(bytes, digest), content: () => digest.digest() };
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function* linesOf(bytes: Uint8Array<ArrayBuffer>, content: GrowingDigest): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = plainStream(bytes).getReader();
  let size = 0;
  let behindFirst = false;
  let rest = "";
  try {
    for (;;) {
      const { done, value }: ReadableStreamReadResult<Uint8Array> = await reader.read();
      if (done) break;
      size += value.length;
      if (size > MOST_BYTES) throw new TooLarge();
      const end: number = behindFirst ? -1 : value.indexOf(LINE_FEED);
      if (behindFirst) content.add(value);
      else if (end >= 0) content.add(value.subarray(end + 1));
      behindFirst ||= end >= 0;
      const text = decoder.decode(value, { stream: true });
      let from = 0;
      for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", from)) {
        const line = rest + text.slice(from, at);
        rest = "";
        from = at + 1;
        if (line !== "") yield line;
      }
      rest += text.slice(from);
      if (rest.length > MOST_CHARACTERS) throw new TooLarge();
    }
    rest += decoder.decode();
    if (rest !== "") yield rest;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function plainStream(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  const whole = new Blob([bytes]).stream();
  return isGzip(bytes) ? whole.pipeThrough(new DecompressionStream("gzip")) : whole;
}

const LINE_FEED = 10;
