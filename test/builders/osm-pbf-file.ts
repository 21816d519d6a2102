import { zlibSync } from "fflate";
import { PbfWriter } from "pbf";
import type { Tags } from "../../src/core/network/street-map.ts";

/** A node as OpenStreetMap has it. Whole millionths of a degree, so that every step of the format can tell them. */
export interface PlainNode {
  readonly id: number;
  readonly east: number;
  readonly north: number;
  readonly tags?: Tags;
}

export interface PlainWay {
  readonly id: number;
  readonly through: readonly number[];
  readonly tags: Tags;
}

export type PlainThing = PlainNode | PlainWay;

/** How a file is written; all of it makes no difference to what it says. */
export interface Writing {
  readonly dense?: boolean;
  readonly zlib?: boolean;
  /** Billionths of a degree; divides 1000. */
  readonly step?: number;
  /** Where coordinates are counted from, in millionths of a degree. */
  readonly from?: number;
  /** Things of a block. */
  readonly perBlock?: number;
  /** The fields of each block in the other order. */
  readonly reversed?: boolean;
  /** Who changed each node and when. */
  readonly authors?: boolean;
  readonly required?: readonly string[];
}

/** A file of OpenStreetMap with these things, in this order. */
export function osmPbf(things: readonly PlainThing[], how: Writing = {}): Uint8Array<ArrayBuffer> {
  const { required = ["OsmSchema-V0.6", "DenseNodes"], perBlock = 8000 } = how;
  const head = message((pbf) => {
    for (const feature of required) pbf.writeStringField(4, feature);
    pbf.writeStringField(16, "test");
  });
  const blocks = [blob("OSMHeader", head, how)];
  for (let start = 0; start < things.length; start += perBlock)
    blocks.push(blob("OSMData", block(things.slice(start, start + perBlock), how), how));
  return joined(blocks);
}

/** One part of a file. */
export function blob(type: string, raw: Uint8Array, { zlib = true }: Writing = {}): Uint8Array<ArrayBuffer> {
  const body = message((pbf) => {
    if (!zlib) return pbf.writeBytesField(1, raw);
    pbf.writeVarintField(2, raw.length);
    pbf.writeBytesField(3, zlibSync(raw));
  });
  return blobOf(type, body);
}

/** One part of a file whose body is written already. */
export function blobOf(type: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = message((pbf) => {
    pbf.writeStringField(1, type);
    pbf.writeVarintField(3, body.length);
  });
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, head.length);
  return joined([length, head, body]);
}

export function message(write: (pbf: PbfWriter) => void): Uint8Array {
  const pbf = new PbfWriter();
  write(pbf);
  return pbf.finish().slice();
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Things of one kind that follow each other are a group. */
function block(things: readonly PlainThing[], how: Writing): Uint8Array {
  const { step = 100, from = 0, reversed = false } = how;
  const strings = [""];
  const stringOf = (text: string) => {
    const known = strings.indexOf(text);
    return known > 0 ? known : strings.push(text) - 1;
  };
  const groups: PlainThing[][] = [];
  for (const thing of things) {
    const last = groups.at(-1);
    if (last !== undefined && "through" in (last[0] as PlainThing) === "through" in thing) last.push(thing);
    else groups.push([thing]);
  }
  const written = groups.map((group) =>
    message((pbf) => {
      const nodes = group.filter((thing) => !("through" in thing)) as PlainNode[];
      if (nodes.length > 0 && how.dense !== false) pbf.writeBytesField(2, denseNodes(nodes, how, stringOf));
      else for (const node of nodes) pbf.writeBytesField(1, plainNode(node, how, stringOf));
      for (const thing of group) if ("through" in thing) pbf.writeBytesField(3, way(thing, stringOf));
    }),
  );
  const table = message((pbf) => {
    for (const text of strings) pbf.writeStringField(1, text);
  });
  const fields: ((pbf: PbfWriter) => void)[] = [
    (pbf) => pbf.writeBytesField(1, table),
    (pbf) => {
      for (const group of written) pbf.writeBytesField(2, group);
    },
    (pbf) => pbf.writeVarintField(17, step),
    (pbf) => pbf.writeVarintField(19, from * 1000),
    (pbf) => pbf.writeVarintField(20, from * 1000),
  ];
  return message((pbf) => {
    for (const field of reversed ? fields.toReversed() : fields) field(pbf);
  });
}

type StringOf = (text: string) => number;

function plainNode({ id, east, north, tags = {} }: PlainNode, how: Writing, stringOf: StringOf): Uint8Array {
  return message((pbf) => {
    pbf.writeSVarintField(1, id);
    pbf.writePackedVarint(2, Object.keys(tags).map(stringOf));
    pbf.writePackedVarint(3, Object.values(tags).map(stringOf));
    if (how.authors)
      pbf.writeBytesField(
        4,
        message((info) => info.writeVarintField(1, 7)),
      );
    pbf.writeSVarintField(8, stepsOf(north, how));
    pbf.writeSVarintField(9, stepsOf(east, how));
  });
}

function denseNodes(nodes: readonly PlainNode[], how: Writing, stringOf: StringOf): Uint8Array {
  const said = nodes.flatMap(({ tags = {} }) => [...Object.entries(tags).flat().map(stringOf), 0]);
  const isTagged = said.some((each) => each !== 0);
  return message((pbf) => {
    pbf.writePackedSVarint(1, differences(nodes.map(({ id }) => id)));
    if (how.authors)
      pbf.writeBytesField(
        5,
        message((info) =>
          info.writePackedVarint(
            1,
            nodes.map(() => 7),
          ),
        ),
      );
    pbf.writePackedSVarint(8, differences(nodes.map(({ north }) => stepsOf(north, how))));
    pbf.writePackedSVarint(9, differences(nodes.map(({ east }) => stepsOf(east, how))));
    if (isTagged) pbf.writePackedVarint(10, said);
  });
}

function way({ id, through, tags }: PlainWay, stringOf: StringOf): Uint8Array {
  return message((pbf) => {
    pbf.writeVarintField(1, id);
    pbf.writePackedVarint(2, Object.keys(tags).map(stringOf));
    pbf.writePackedVarint(3, Object.values(tags).map(stringOf));
    pbf.writePackedSVarint(8, differences(through));
  });
}

function stepsOf(millionths: number, { step = 100, from = 0 }: Writing): number {
  return ((millionths - from) * 1000) / step;
}

function differences(numbers: readonly number[]): number[] {
  return numbers.map((number, i) => number - (numbers[i - 1] ?? 0));
}
