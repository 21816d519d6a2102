import { PbfReader } from "pbf";

/** A place in the messages of a block: all of them are read with one reader that is moved. */
export type Reader = PbfReader;

/** Bytes of a block that belong together. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Thrown where bytes are not what they must be; whoever reads a block catches it, with what the library throws. */
export class Malformed extends Error {}

export function readerOf(bytes: Uint8Array): Reader {
  return new PbfReader(bytes);
}

/**
 * The fields of the message from where the reader is up to `end`, in the order they come; those that `read` leaves are
 * skipped. Behind it the reader stands at the end.
 */
export function eachField(reader: Reader, end: number, read: (field: number) => void): void {
  for (let field = reader.nextField(end); field !== 0; field = reader.nextField(end)) read(field);
  if (reader.pos !== end) throw new Malformed();
}

/**
 * Where the bytes of the present field are: a text, a message or packed numbers. The reader moves behind them; only once
 * its whole message is read is it known that they do not reach beyond it.
 */
export function spanAt(reader: Reader): Span {
  if (reader.type !== BYTES) throw new Malformed();
  const length = reader.readVarint();
  const start = reader.pos;
  const end = start + length;
  reader.pos = end;
  return { start, end };
}

/** The whole number of the present field; negative ones are as they are. */
export function wholeAt(reader: Reader): number {
  if (reader.type !== WHOLE) throw new Malformed();
  return reader.readVarint(true);
}

/** The number of the present field that is written zigzag. */
export function zigzagAt(reader: Reader): number {
  if (reader.type !== WHOLE) throw new Malformed();
  return reader.readSVarint();
}

export function textAt(reader: Reader): string {
  const { start, end } = spanAt(reader);
  return new TextDecoder().decode(reader.buf.subarray(start, end));
}

/** Types of the wire. */
const WHOLE = 0;
const BYTES = 2;
