import { Gunzip, gzipSync, inflateSync, zipSync } from "fflate";

/** Inflates raw deflate of a known size. Throws where it is broken. */
export function inflated(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  return inflateSync(packed, { out: new Uint8Array(size) }) as Uint8Array<ArrayBuffer>;
}

/**
 * A gzip member of the bytes, without a name or a time: the same bytes for the same content on every machine. A level of
 * 3 takes half the time of 6 and 2 % more room.
 */
export function gzipped(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return gzipSync(bytes, { mtime: 0, level: 3 }) as Uint8Array<ArrayBuffer>;
}

/** A zip of files of different names, without times: the same bytes for the same content on every machine. */
export function zipped(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Uint8Array<ArrayBuffer> {
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  // The first day that a zip can tell, by whatever clock the machine has.
  return zipSync(entries, { mtime: new Date(1980, 0, 1) }) as Uint8Array<ArrayBuffer>;
}

/**
 * The content of one gzip member piece by piece, as far as it can be unpacked; then whether it is whole and as its check
 * sum says.
 */
export function* gunzipped(bytes: Uint8Array): Generator<Uint8Array<ArrayBuffer>, boolean> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const stream = new Gunzip((piece) => pieces.push(piece as Uint8Array<ArrayBuffer>));
  let sum = 0;
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      stream.push(bytes.subarray(at, at + PIECE));
      for (const piece of pieces.splice(0)) {
        sum = crc32(piece, sum);
        yield piece;
      }
    }
    stream.push(new Uint8Array(), true);
  } catch {
    return false;
  }
  if (bytes.length < SMALLEST) return false;
  const tail = bytes.subarray(-8);
  return new DataView(tail.buffer, tail.byteOffset).getUint32(0, true) === sum;
}

/** A gzip member of nothing. */
const SMALLEST = 20;

/** Packed bytes that are unpacked at a time: what broken bytes take with them, and what a bomb can grow to unnoticed. */
const PIECE = 1 << 12;

/** The check sum that zip and gzip keep of what they hold; `before`: that of what comes before. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] as number) ^ (sum >>> 8);
  return ~sum >>> 0;
}

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});
