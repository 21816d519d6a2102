import type { Tags } from "../../../core/network/street-map.ts";
import type { Block } from "./block.ts";
import { eachField, Malformed, type Reader, readerOf, type Span, spanAt, zigzagAt } from "./message.ts";
import { WantedKeys } from "./strings.ts";
import { tagsAt } from "./ways.ts";

export interface NodeSink {
  readonly isWantedKey: (key: string) => boolean;
  /** The row of a node; less than 0 if nobody wants it. */
  readonly rowOf: (id: number) => number;
  /** Degrees, and what is said under wanted keys, if anything. */
  readonly node: (row: number, lng: number, lat: number, tags: Tags | undefined) => void;
}

/** Reads the nodes of a block that are wanted. Throws where the block is malformed, or one of them is nowhere on earth. */
export function readNodes(block: Block, sink: NodeSink): void {
  const keys = new WantedKeys(block.strings, sink.isWantedKey);
  for (const span of block.plainNodes) readPlain(block, span, sink, keys);
  for (const span of block.denseNodes) readDense(block, span, sink, keys);
}

function readPlain(block: Block, { start, end }: Span, sink: NodeSink, keys: WantedKeys): void {
  const reader = readerOf(block.bytes);
  let [id, lng, lat] = [0, 0, 0];
  let [keysAt, valuesAt] = [NOTHING, NOTHING];
  reader.pos = start;
  eachField(reader, end, (field) => {
    if (field === 1) id = zigzagAt(reader);
    else if (field === 2) keysAt = spanAt(reader);
    else if (field === 3) valuesAt = spanAt(reader);
    else if (field === 8) lat = zigzagAt(reader);
    else if (field === 9) lng = zigzagAt(reader);
  });
  const row = sink.rowOf(id);
  if (row < 0) return;
  const values = readerOf(block.bytes);
  const tags = tagsAt({ reader, at: keysAt }, { reader: values, at: valuesAt }, keys);
  place(block, row, lng, lat, tags, sink);
}

/** Four lists side by side: numbers of nodes and both coordinates, each as what it adds to the one before; and tags. */
function readDense(block: Block, { start, end }: Span, sink: NodeSink, keys: WantedKeys): void {
  const head = readerOf(block.bytes);
  let [idsAt, latsAt, lngsAt, tagsIn] = [NOTHING, NOTHING, NOTHING, NOTHING];
  head.pos = start;
  eachField(head, end, (field) => {
    if (field === 1) idsAt = spanAt(head);
    else if (field === 8) latsAt = spanAt(head);
    else if (field === 9) lngsAt = spanAt(head);
    else if (field === 10) tagsIn = spanAt(head);
  });
  const [ids, lats, lngs] = [at(block, idsAt), at(block, latsAt), at(block, lngsAt)];
  const said = tagsIn.start === tagsIn.end ? undefined : at(block, tagsIn);
  let [id, lat, lng] = [0, 0, 0];
  while (ids.pos < idsAt.end) {
    id += ids.readSVarint();
    lat += lats.readSVarint();
    lng += lngs.readSVarint();
    const row = sink.rowOf(id);
    const tags = said && denseTags(said, tagsIn.end, row < 0 ? undefined : keys);
    if (row >= 0) place(block, row, lng, lat, tags, sink);
  }
  const isEven = ids.pos === idsAt.end && lats.pos === latsAt.end && lngs.pos === lngsAt.end;
  if (!isEven || (said && said.pos !== tagsIn.end)) throw new Malformed();
}

/** Key and value in turn, up to a 0. Without `keys` they are passed over. */
function denseTags(said: Reader, end: number, keys: WantedKeys | undefined): Tags | undefined {
  let tags: Record<string, string> | undefined;
  for (;;) {
    if (said.pos >= end) throw new Malformed();
    const number = said.readVarint();
    if (number === 0) return tags;
    const value = said.readVarint();
    const key = keys?.at(number);
    if (keys === undefined || key === undefined) continue;
    tags ??= {};
    tags[key] = keys.strings.text(value);
  }
}

/** Whole billionths of a degree are exact, so that degrees are the nearest number to what the file says. */
function place(
  block: Block,
  row: number,
  lng: number,
  lat: number,
  tags: Tags | undefined,
  sink: NodeSink,
): void {
  const east = (block.lng + block.step * lng) / 1e9;
  const north = (block.lat + block.step * lat) / 1e9;
  if (Math.abs(east) > 180 || Math.abs(north) > 90) throw new Malformed();
  sink.node(row, east, north, tags);
}

function at({ bytes }: Block, { start }: Span): Reader {
  const reader = readerOf(bytes);
  reader.pos = start;
  return reader;
}

const NOTHING: Span = { start: 0, end: 0 };
