import { eachField, Malformed, type Reader, readerOf, type Span, spanAt, wholeAt } from "./message.ts";
import { Strings } from "./strings.ts";

/** A block of nodes, ways and relations, before any of them is read. */
export interface Block {
  readonly bytes: Uint8Array;
  readonly strings: Strings;
  /** By what they hold; a group holds things of one kind. */
  readonly plainNodes: readonly Span[];
  readonly denseNodes: readonly Span[];
  readonly ways: readonly Span[];
  /** Steps of coordinates, and where they are counted from, in billionths of a degree. */
  readonly step: number;
  readonly lng: number;
  readonly lat: number;
}

/** Throws where the block is malformed. Its fields may come in any order. */
export function blockOf(bytes: Uint8Array): Block {
  const reader = readerOf(bytes);
  const found = { step: 100, lng: 0, lat: 0 };
  let table: Span = { start: 0, end: 0 };
  const groups: Span[] = [];
  eachField(reader, bytes.length, (field) => {
    if (field === 1) table = spanAt(reader);
    else if (field === 2) groups.push(spanAt(reader));
    else if (field === 17) found.step = wholeAt(reader);
    else if (field === 19) found.lat = wholeAt(reader);
    else if (field === 20) found.lng = wholeAt(reader);
  });
  if (found.step <= 0) throw new Malformed();
  const held: Record<"plainNodes" | "denseNodes" | "ways", Span[]> = {
    plainNodes: [],
    denseNodes: [],
    ways: [],
  };
  for (const group of groups) readGroup(reader, group, held);
  return { bytes, strings: new Strings(bytes, table), ...found, ...held };
}

function readGroup(
  reader: Reader,
  { start, end }: Span,
  held: Record<"plainNodes" | "denseNodes" | "ways", Span[]>,
): void {
  reader.pos = start;
  eachField(reader, end, (field) => {
    if (field === 1) held.plainNodes.push(spanAt(reader));
    else if (field === 2) held.denseNodes.push(spanAt(reader));
    else if (field === 3) held.ways.push(spanAt(reader));
  });
}
