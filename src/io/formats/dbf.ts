/** A table of attributes (dBase), as it lies beside the outlines of a Shapefile. */
export interface Dbf {
  /** Rows in order; `undefined` where one was deleted and only its room is left. */
  readonly rows: readonly (Attributes | undefined)[];
  /** Where its text is in another encoding than the one that is declared. */
  readonly otherwise?: { readonly declared: string; readonly read: string };
}

/** By name of column. Numbers are the digits that stand there; days are `2024-03-01`; empty cells are absent. */
export type Attributes = Readonly<Record<string, string | boolean>>;

/**
 * Reads a dBase table. `declared`: its encoding, as a .cpg names it; absent: that of the table's own mark, else UTF-8 or
 * GB18030. Neither counts against the bytes: what plainly is UTF-8 is read so, and of the others the one that leaves
 * fewest characters unreadable. `undefined` if it is no such table, or cut off. Own, since the reader of the library
 * takes a blank truth value for false, rounds long numbers, and gives back deleted rows.
 */
export function readDbf(bytes: Uint8Array<ArrayBuffer>, declared?: string): Dbf | undefined {
  if (bytes.length < 33) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [count, head, width] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
  if (head < 33 || width < 1 || head + count * width > bytes.length) return undefined;
  const named = encodingNamed(declared);
  const encoding = encodingOf(
    textIn(bytes, head, count * width),
    named ?? (bytes[29] === GBK_MARK ? "gb18030" : "utf-8"),
  );
  const decoder = new TextDecoder(encoding);
  const columns = columnsOf(bytes, head, decoder);
  if (columns === undefined || columns.reduce((sum, { size }) => sum + size, 1) > width) return undefined;
  const rows = Array.from({ length: count }, (_, row) => {
    const start = head + row * width;
    return bytes[start] === DELETED ? undefined : attributesAt(bytes, view, start + 1, columns, decoder);
  });
  const otherwise = { declared: named?.toUpperCase() ?? "", read: encoding.toUpperCase() };
  return { rows, ...(named !== undefined && named !== encoding && { otherwise }) };
}

const GBK_MARK = 0x4d;
const DELETED = 0x2a;
const END_OF_COLUMNS = 0x0d;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

function columnsOf(bytes: Uint8Array, head: number, decoder: TextDecoder): readonly Column[] | undefined {
  const columns: Column[] = [];
  for (let at = 32; bytes[at] !== END_OF_COLUMNS; at += 32) {
    if (at + 32 > head) return undefined;
    const end = bytes.subarray(at, at + 11).indexOf(0);
    // A name of ten bytes may end in the middle of a character.
    const name = decoder
      .decode(bytes.subarray(at, at + (end < 0 ? 11 : end)))
      .replace(/\uFFFD+$/, "")
      .trim();
    columns.push({
      name,
      type: String.fromCharCode(bytes[at + 11] as number),
      size: bytes[at + 16] as number,
    });
  }
  return columns;
}

function attributesAt(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  columns: readonly Column[],
  decoder: TextDecoder,
): Attributes {
  const attributes: Record<string, string | boolean> = {};
  let at = start;
  for (const { name, type, size } of columns) {
    const value = valueAt(bytes, view, at, { type, size }, decoder);
    // Written as a member of its own, whatever its name.
    if (value !== undefined && value !== "")
      Object.defineProperty(attributes, name, { value, enumerable: true, configurable: true });
    at += size;
  }
  return attributes;
}

function valueAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  { type, size }: Pick<Column, "type" | "size">,
  decoder: TextDecoder,
): string | boolean | undefined {
  if (type === "I" && size === 4) return String(view.getInt32(at, true));
  if ((type === "B" || type === "O") && size === 8) return String(view.getFloat64(at, true));
  const text = decoder
    .decode(bytes.subarray(at, at + size))
    .replace(/\0/g, " ")
    .trim();
  if (NUMERIC.has(type) && NO_VALUE.test(text)) return undefined;
  switch (type) {
    case "L":
      return /^[ty]$/i.test(text) ? true : /^[fn]$/i.test(text) ? false : undefined;
    case "D":
      return text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3").replace(/^0000-00-00$/, "");
    default:
      return text;
  }
}

/** Numbers and days, of which a field full of asterisks says that nothing is known. */
const NUMERIC: ReadonlySet<string> = new Set(["N", "F", "D"]);
const NO_VALUE = /^\*+$/;

type Encoding = "utf-8" | "gb18030";

/** What a .cpg says, for the decoder; `undefined` if it says nothing that we know. */
function encodingNamed(declared: string | undefined): Encoding | undefined {
  const name = declared?.trim().toLowerCase() ?? "";
  if (/^(?:utf-?8|65001)$/.test(name)) return "utf-8";
  if (/^(?:(?:ansi |cp|ms|windows-)?936|gbk|gb-?2312|gb-?18030)$/.test(name)) return "gb18030";
  return undefined;
}

/** Its rows and the names of its columns, without the numbers between these. */
function textIn(bytes: Uint8Array, head: number, size: number): Uint8Array {
  const text = bytes.slice(32, head + size);
  for (let at = 0; at < head - 32; at++) if (at % 32 >= 11) text[at] = 0x20;
  return text;
}

function encodingOf(text: Uint8Array, expected: Encoding): Encoding {
  const utf8 = unreadableIn(text, "utf-8");
  if (utf8 === 0 && text.filter((byte) => byte >= 0x80).length >= PLAINLY) return "utf-8";
  const other = unreadableIn(text, "gb18030");
  if (utf8 === other) return expected;
  return utf8 < other ? "utf-8" : "gb18030";
}

/** So many bytes beyond ASCII are hardly ever UTF-8 by chance, as the four of 联通 in GBK are. */
const PLAINLY = 12;

function unreadableIn(text: Uint8Array, encoding: Encoding): number {
  return new TextDecoder(encoding).decode(text).split("\uFFFD").length - 1;
}
