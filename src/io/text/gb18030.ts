/**
 * The text in GB18030, which browsers read and do not write: the table is made from their own reader at the first call,
 * so that they read back what was written. Every character has a form, of one, two or four bytes; half a surrogate pair
 * and the few characters for private use that the reader gives no form to are written as U+FFFD.
 */
export function gb18030(text: string): Uint8Array<ArrayBuffer> {
  forms ??= formsRead();
  const bytes = new Uint8Array(text.length * 4);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      bytes[length++] = unit;
      continue;
    }
    const point = text.codePointAt(at) ?? UNKNOWN;
    if (point > 0xffff) at += 1;
    const form =
      point > 0xffff ? fourBytes(point - 0x10000 + BEYOND) : ((forms[point] || forms[UNKNOWN]) ?? 0);
    if (form > 0xffff) {
      bytes[length++] = form >>> 24;
      bytes[length++] = (form >>> 16) & 0xff;
    }
    bytes[length++] = (form >>> 8) & 0xff;
    bytes[length++] = form & 0xff;
  }
  return bytes.slice(0, length);
}

const UNKNOWN = 0xfffd;

/** By character of the basic plane: its bytes as one number, 0 where it has none. */
let forms: Uint32Array | undefined;

/** The forms of two bytes go before those of four. */
function formsRead(): Uint32Array {
  const found = new Uint32Array(0x10000);
  const two: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) two.push(lead * 0x100 + trail);
  }
  const four = Array.from({ length: OF_BASIC_PLANE }, (_, place) => fourBytes(place));
  for (const [written, width] of [[two, 2] as const, [four, 4] as const]) {
    const bytes = new DataView(new ArrayBuffer(written.length * width));
    for (const [i, form] of written.entries()) {
      if (width === 2) bytes.setUint16(i * 2, form);
      else bytes.setUint32(i * 4, form);
    }
    const read = new TextDecoder("gb18030").decode(bytes);
    // Each form is one character of the basic plane, and so one unit of the text.
    for (const [i, form] of written.entries()) {
      const point = read.charCodeAt(i);
      if (found[point] === 0 && (point !== UNKNOWN || form === OF_UNKNOWN)) found[point] = form;
    }
  }
  return found;
}

/** The form of four bytes at a place among them. */
function fourBytes(place: number): number {
  const first = 0x81 + Math.floor(place / 12600);
  const second = 0x30 + (Math.floor(place / 1260) % 10);
  const third = 0x81 + (Math.floor(place / 10) % 126);
  return ((first << 24) | (second << 16) | (third << 8) | (0x30 + (place % 10))) >>> 0;
}

/** Forms of four bytes for the basic plane, and the place of the first one beyond it. */
const OF_BASIC_PLANE = 39420;
const BEYOND = 189000;
const OF_UNKNOWN = 0x8431a437;
