import { type Issue, issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import type { SourceFile } from "../import-report.ts";
import { crc32, inflated } from "../packing.ts";
import { startsWith } from "./format.ts";

/** A file in a zip, still packed. */
export interface Entry {
  /** With its folders, `/` between them. */
  readonly path: string;
  /** Bytes once it is unpacked, as the archive says. */
  readonly size: number;
  /** Unpacks it; refused if it is locked, damaged, or not as large as the archive says. */
  readonly unpack: () => Outcome<Uint8Array<ArrayBuffer>>;
}

export function isZip(file: SourceFile): boolean {
  return startsWith(file, [0x50, 0x4b, 0x03, 0x04]) || startsWith(file, [0x50, 0x4b, 0x05, 0x06]);
}

/** More than so many bytes are not unpacked from one archive: what a small file can grow to would end the page. */
export const MOST_UNPACKED = 512 * 1024 * 1024;

/**
 * The files that the directory of a zip lists, without folders and what systems add. Refused if there is no directory, or
 * if all of it unpacked is more than `MOST_UNPACKED`. Names without a mark of their encoding are UTF-8 or GB18030.
 */
export function entriesOf({ name: file, bytes }: SourceFile): Outcome<readonly Entry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = refused(issue("file.damaged", "error", {}, { file }));
  const directory = directoryOf(view);
  if (directory === undefined) return damaged;
  const entries: Entry[] = [];
  let at = directory.start;
  let total = 0;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return damaged;
    const head = headAt(view, at);
    const nameEnd = at + 46 + head.nameLength;
    const path = nameOf(bytes.subarray(at + 46, nameEnd), (head.flags & 0x800) !== 0);
    at = nameEnd + head.extraLength + head.noteLength;
    if (path.endsWith("/") || OF_SYSTEMS.test(path)) continue;
    total += head.size;
    entries.push({ path, size: head.size, unpack: () => unpacked(bytes, view, head, file) });
  }
  if (total > MOST_UNPACKED) {
    const limit = `${MOST_UNPACKED / 1024 / 1024} MB`;
    return refused(issue("file.unpacks-too-large", "error", { limit }, { file }));
  }
  return done(entries);
}

/** What is told of files in a zip that are not read, though rows or words may be in them. */
export function othersIn(file: SourceFile, isRead: (path: string) => boolean): readonly Issue[] {
  const entries = entriesOf(file);
  const paths = entries.ok ? entries.value.map(({ path }) => path) : [];
  const others = paths.filter((path) => !isRead(path) && !LOOKS_ONLY.test(path));
  if (others.length === 0) return [];
  return [issue("file.others-in-zip", "warning", { files: others.slice(0, 10) }, { file: file.name })];
}

/** Pictures, styles, and notes that programs keep on a file. */
const LOOKS_ONLY = /\.(?:png|jpe?g|gif|bmp|svg|tiff?|xml|html?|css|qml|qmd|sld|lyr|lyrx|ini)$/i;

const OF_SYSTEMS = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|~\$)/;

/** Where the directory starts and how many entries it has, from the record at the end. */
function directoryOf(view: DataView): { readonly start: number; readonly count: number } | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const start = view.getUint32(at + 16, true);
    return start <= at ? { start, count: view.getUint16(at + 10, true) } : undefined;
  }
  return undefined;
}

interface Head {
  readonly flags: number;
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  readonly nameLength: number;
  readonly extraLength: number;
  readonly noteLength: number;
  readonly place: number;
}

function headAt(view: DataView, at: number): Head {
  const [short, long] = [
    (by: number) => view.getUint16(at + by, true),
    (by: number) => view.getUint32(at + by, true),
  ];
  return {
    ...{ flags: short(8), method: short(10), sum: long(16), packed: long(20), size: long(24) },
    ...{ nameLength: short(28), extraLength: short(30), noteLength: short(32), place: long(42) },
  };
}

function unpacked(
  bytes: Uint8Array<ArrayBuffer>,
  view: DataView,
  { flags, method, sum, packed, size, place }: Head,
  file: string,
): Outcome<Uint8Array<ArrayBuffer>> {
  if ((flags & 1) !== 0) return refused(issue("file.locked", "error", {}, { file }));
  const damaged = refused(issue("file.damaged", "error", {}, { file }));
  if (place + 30 > bytes.length || view.getUint32(place, true) !== 0x04034b50) return damaged;
  const start = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
  const content = bytes.slice(start, start + packed);
  if (content.length < packed) return damaged;
  try {
    const found = method === 0 ? content : inflated(content, size);
    const whole = found.length === size && crc32(found) === sum;
    return whole ? done(found) : damaged;
  } catch {
    return damaged;
  }
}

function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
