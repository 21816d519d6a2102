import { gunzipped } from "../packing.ts";
import { type Block, hasBlocks, soundBlocks } from "./blocks.ts";
import { joined } from "./joined.ts";

/** Lines of a project file that were read together. */
export interface Piece {
  /** The number of their block; absent where the file is one stream. */
  readonly block?: number;
  /** Without their ends and without empty ones; `undefined` where the bytes of a line are no text. */
  readonly lines: readonly (string | undefined)[];
}

/** How the reading of a stream ended: `false` where its compression is broken. */
export type Ended = boolean;

/** A file that is larger than it may be once it is inflated, or has a line that is. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/**
 * Lines of a file, whatever of it can be read: sound blocks, the one with the header first, or a stream, compressed or
 * plain, as far as it goes. Throws `TooLarge` beyond the bounds.
 */
export function* filePieces(bytes: Uint8Array<ArrayBuffer>): Generator<Piece, Ended> {
  if (hasBlocks(bytes)) {
    const opening = openingBlock(bytes);
    if (opening === undefined) return true;
    yield { block: 0, lines: linesIn(opening.content) };
    let size = 0;
    for (const { number, content } of soundBlocks(bytes)) {
      size += content.length;
      if (size > MOST_BYTES) throw new TooLarge();
      if (number > 0) yield { block: number, lines: linesIn(content) };
    }
    return true;
  }
  return yield* streamed(isGzip(bytes) ? gunzipped(bytes) : plain(bytes));
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Of all text. A nation takes about a tenth; a small file that inflates to more is no project. */
const MOST_BYTES = 4e9;
/** Of one line. */
const MOST_LINE = 1 << 27;
const LINE_FEED = 10;

/** The first block, or what is left of it: its copy behind the last. */
function openingBlock(bytes: Uint8Array<ArrayBuffer>): Block | undefined {
  let last: Block | undefined;
  for (const block of soundBlocks(bytes)) {
    last = block;
    if (block.number === 0) break;
  }
  const opens = last && HEADER_START.every((byte, i) => last.content[i] === byte);
  return opens ? last : undefined;
}

/** `{"quan":`, in bytes. */
const HEADER_START = [...'{"quan":'].map((letter) => letter.charCodeAt(0));

function* streamed(parts: Generator<Uint8Array<ArrayBuffer>, boolean>): Generator<Piece, Ended> {
  let size = 0;
  let held: Uint8Array<ArrayBuffer>[] = [];
  let heldSize = 0;
  for (let part = parts.next(); ; part = parts.next()) {
    if (part.done) {
      if (heldSize > 0) yield { lines: linesIn(joined(held)) };
      return part.value;
    }
    size += part.value.length;
    if (size > MOST_BYTES) throw new TooLarge();
    const end = part.value.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      held.push(part.value.subarray(0, end));
      yield { lines: linesIn(joined(held)) };
      held = [];
      heldSize = 0;
    }
    held.push(part.value.subarray(end));
    heldSize += part.value.length - end;
    if (heldSize > MOST_LINE) throw new TooLarge();
  }
}

function* plain(bytes: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>, boolean> {
  for (let at = 0; at < bytes.length; at += PART) yield bytes.subarray(at, at + PART);
  return true;
}

const PART = 1 << 20;

function linesIn(bytes: Uint8Array<ArrayBuffer>): (string | undefined)[] {
  const whole = decoded(bytes);
  if (whole !== undefined) return whole.split("\n").filter((line) => line !== "");
  const lines: (string | undefined)[] = [];
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, from);
    const end = found === -1 ? bytes.length : found;
    if (end > from) lines.push(decoded(bytes.subarray(from, end)));
    from = end + 1;
  }
  return lines;
}

function decoded(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
