import { inflated } from "../../packing.ts";

/** Unpacks a zlib stream of a known size; `undefined` where it is none, breaks off, or is not as its check sum says. */
export function unzlibbed(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> | undefined {
  if (packed.length < HEAD + TAIL) return undefined;
  const head = ((packed[0] as number) << 8) | (packed[1] as number);
  const isDeflate = ((head >> 8) & 0x0f) === 8;
  const needsDictionary = (head & 0x20) !== 0;
  if (!isDeflate || needsDictionary || head % 31 !== 0) return undefined;
  try {
    const raw = inflated(packed.subarray(HEAD, -TAIL), size);
    const sum = new DataView(packed.buffer, packed.byteOffset + packed.length - TAIL).getUint32(0);
    return raw.length === size && adler32(raw) === sum ? raw : undefined;
  } catch {
    return undefined;
  }
}

const HEAD = 2;
const TAIL = 4;

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let start = 0; start < bytes.length; start += UNREDUCED) {
    const end = Math.min(start + UNREDUCED, bytes.length);
    for (let i = start; i < end; i++) {
      a += bytes[i] as number;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}

/** Bytes that are summed before a sum could pass 31 bits. */
const UNREDUCED = 2048;
