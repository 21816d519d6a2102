import type { Tags } from "../../../core/network/street-map.ts";
import type { Block } from "./block.ts";
import { eachField, Malformed, type Reader, readerOf, type Span, spanAt, wholeAt } from "./message.ts";
import { WantedKeys } from "./strings.ts";

export interface WaySink {
  readonly isWantedKey: (key: string) => boolean;
  /** Takes the nodes of a way with these tags, or `undefined` if nobody wants it. */
  readonly way: (id: number, tags: Tags) => ((node: number) => void) | undefined;
}

/** Reads the ways of a block. Those without a wanted key are passed over. Throws where the block is malformed. */
export function readWays(block: Block, sink: WaySink): void {
  const reader = readerOf(block.bytes);
  const values = readerOf(block.bytes);
  const keys = new WantedKeys(block.strings, sink.isWantedKey);
  for (const { start, end } of block.ways) {
    let id = 0;
    let [keysAt, valuesAt, nodesAt] = [NOTHING, NOTHING, NOTHING];
    reader.pos = start;
    eachField(reader, end, (field) => {
      if (field === 1) id = wholeAt(reader);
      else if (field === 2) keysAt = spanAt(reader);
      else if (field === 3) valuesAt = spanAt(reader);
      else if (field === 8) nodesAt = spanAt(reader);
    });
    const tags = tagsAt({ reader, at: keysAt }, { reader: values, at: valuesAt }, keys);
    const take = tags && sink.way(id, tags);
    if (take) readNodes(reader, nodesAt, take);
  }
}

/** Packed numbers. */
interface Numbers {
  readonly reader: Reader;
  readonly at: Span;
}

/** Tags whose keys and values stand in two lists; `undefined` if none has a wanted key. */
export function tagsAt(keysIn: Numbers, valuesIn: Numbers, keys: WantedKeys): Tags | undefined {
  let tags: Record<string, string> | undefined;
  keysIn.reader.pos = keysIn.at.start;
  valuesIn.reader.pos = valuesIn.at.start;
  while (keysIn.reader.pos < keysIn.at.end) {
    if (valuesIn.reader.pos >= valuesIn.at.end) throw new Malformed();
    const key = keys.at(keysIn.reader.readVarint());
    const value = valuesIn.reader.readVarint();
    if (key === undefined) continue;
    tags ??= {};
    tags[key] = keys.strings.text(value);
  }
  if (keysIn.reader.pos !== keysIn.at.end || valuesIn.reader.pos !== valuesIn.at.end) throw new Malformed();
  return tags;
}

function readNodes(reader: Reader, { start, end }: Span, take: (node: number) => void): void {
  reader.pos = start;
  let node = 0;
  while (reader.pos < end) {
    node += reader.readSVarint();
    take(node);
  }
  if (reader.pos !== end) throw new Malformed();
}

const NOTHING: Span = { start: 0, end: 0 };
