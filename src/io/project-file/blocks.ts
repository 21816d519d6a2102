import { crc32, gzipped, inflated } from "../packing.ts";

/**
 * Blocks of a project file: each a gzip member of its own that says its number and its size, so that what one damaged
 * block held is all that is lost. A program that knows nothing of blocks unpacks them as one text.
 */
export function packBlock(number: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const plain = gzipped(content);
  const block = new Uint8Array(plain.length + EXTRA);
  block.set(plain.subarray(0, HEAD));
  block.set(plain.subarray(HEAD), HEAD + EXTRA);
  block[3] = HAS_EXTRA;
  block.set(MARK, HEAD);
  const view = new DataView(block.buffer);
  view.setUint32(HEAD + MARK.length, number, true);
  view.setUint32(HEAD + MARK.length + 4, block.length, true);
  return block;
}

export interface Block {
  readonly number: number;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** The sound blocks among the bytes, in their order. Cost: linear, however many are damaged. */
export function* soundBlocks(bytes: Uint8Array<ArrayBuffer>): Generator<Block> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = nextMark(bytes, 0); at !== undefined; ) {
    const size = view.getUint32(at + HEAD + MARK.length + 4, true);
    const content = contentOf(bytes.subarray(at, at + size), size);
    if (content) yield { number: view.getUint32(at + HEAD + MARK.length, true), content };
    at = nextMark(bytes, content ? at + size : at + 1);
  }
}

/** Whether some of the bytes are the beginning of a block. */
export function hasBlocks(bytes: Uint8Array): boolean {
  return nextMark(bytes, 0) !== undefined;
}

/** Length of a gzip header without its extra field, and of that field. */
const HEAD = 10;
const HAS_EXTRA = 4;
/** Twelve bytes of extra field: a part named QN of eight. */
const MARK = new Uint8Array([12, 0, 0x51, 0x4e, 8, 0]);
const EXTRA = MARK.length + 8;
const START = new Uint8Array([0x1f, 0x8b, 8, HAS_EXTRA]);
const TAIL = 8;
/** No block of ours is a tenth as large unpacked; what says it is would fill the memory. */
const MOST_UNPACKED = 1 << 28;

function nextMark(bytes: Uint8Array, from: number): number | undefined {
  const last = bytes.length - HEAD - EXTRA - TAIL;
  for (let at = bytes.indexOf(START[0] as number, from); at !== -1 && at <= last; ) {
    if (isAt(bytes, at, START) && isAt(bytes, at + HEAD, MARK)) return at;
    at = bytes.indexOf(START[0] as number, at + 1);
  }
  return undefined;
}

function isAt(bytes: Uint8Array, at: number, mark: Uint8Array): boolean {
  return mark.every((byte, i) => bytes[at + i] === byte);
}

function contentOf(block: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> | undefined {
  if (block.length < size || size < HEAD + EXTRA + TAIL) return undefined;
  const tail = new DataView(block.buffer, block.byteOffset + size - TAIL, TAIL);
  const length = tail.getUint32(4, true);
  if (length > MOST_UNPACKED) return undefined;
  try {
    const content = inflated(block.subarray(HEAD + EXTRA, size - TAIL), length);
    return content.length === length && crc32(content) === tail.getUint32(0, true) ? content : undefined;
  } catch {
    return undefined;
  }
}
