import { issue } from "../../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../../core/base/outcome.ts";
import { eachField, readerOf, type Span, spanAt, textAt, wholeAt } from "./message.ts";
import { unzlibbed } from "./zlib.ts";

/** One part of a file, packed by itself. */
export interface Blob {
  /** `OSMHeader`, `OSMData`, or another that is skipped. */
  readonly type: string;
  readonly start: number;
  /** Where the next one starts. */
  readonly end: number;
}

/** The part that starts there; `undefined` if none does, or it is cut off. */
export function blobAt(bytes: Uint8Array, at: number): Blob | undefined {
  if (bytes.length - at < 4) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0);
  const start = at + 4 + length;
  if (length > MOST_HEAD || start > bytes.length) return undefined;
  const head = { type: "", size: 0 };
  const reader = readerOf(bytes.subarray(at + 4, start));
  try {
    eachField(reader, length, (field) => {
      if (field === 1) head.type = textAt(reader);
      else if (field === 3) head.size = wholeAt(reader);
    });
  } catch {
    return undefined;
  }
  const end = start + head.size;
  const isSound = head.type !== "" && head.size >= 0 && head.size <= MOST_BLOB && end <= bytes.length;
  return isSound ? { type: head.type, start, end } : undefined;
}

/** What is in a part. Refused where it is damaged, or packed in a way that is not read. */
export function unpacked(bytes: Uint8Array, { start, end }: Blob, file: string): Outcome<Uint8Array> {
  const damaged = refused(issue("file.damaged", "error", {}, { file }));
  const blob = bytes.subarray(start, end);
  const reader = readerOf(blob);
  let rawSize: number | undefined;
  let content: { readonly field: number; readonly span: Span } | undefined;
  try {
    eachField(reader, blob.length, (field) => {
      if (field === 2) rawSize = wholeAt(reader);
      else if (field === RAW || field in PACKINGS) content = { field, span: spanAt(reader) };
    });
  } catch {
    return damaged;
  }
  if (content === undefined) return damaged;
  const { field, span } = content as { readonly field: number; readonly span: Span };
  const held = blob.subarray(span.start, span.end);
  if (field === RAW) return done(held);
  const packing = PACKINGS[field] as string;
  if (packing !== "zlib") return refused(issue("network.packing", "error", { packing }, { file }));
  if (rawSize === undefined || rawSize < 0 || rawSize > MOST_BLOB) return damaged;
  const raw = unzlibbed(held, rawSize);
  return raw === undefined ? damaged : done(raw);
}

/** Field of a blob that holds its content as it is; of the others, how they are packed. */
const RAW = 1;
const PACKINGS: Readonly<Record<number, string>> = { 3: "zlib", 4: "lzma", 5: "bzip2", 6: "lz4", 7: "zstd" };

/** Bytes that the format allows for the head of a part, and for a part packed or unpacked. */
const MOST_HEAD = 64 * 1024;
const MOST_BLOB = 32 * 1024 * 1024;
