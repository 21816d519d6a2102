import { digestOf } from "../../core/base/digest.ts";
import { issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import type { WalkGraph } from "../../core/network/walk-graph.ts";
import type { WalkProfile } from "../../core/network/walk-profile.ts";
import { graphFault } from "./graph-fault.ts";

/** A prepared network in one file, as docs/walk-graph.md describes it: a head, then the columns as they stand in memory. */
export function writeWalkGraph(graph: WalkGraph, profile: WalkProfile): Uint8Array<ArrayBuffer> {
  const counts = {
    nodes: graph.lng.length,
    stretches: graph.from.length,
    corners: graph.shapeLng.length,
  };
  const { places, length } = layout(counts);
  const bytes = new Uint8Array(length);
  for (const { name, at } of places) {
    const column = graph[name];
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
  }
  const head = new DataView(bytes.buffer);
  bytes.set(ascii(MAGIC, TEXT_AT.magic.length), TEXT_AT.magic.at);
  head.setUint32(VERSION_AT, VERSION, true);
  for (const [i, count] of COUNTS.entries()) head.setUint32(COUNTS_AT + 4 * i, counts[count], true);
  bytes.set(ascii(profile.id, TEXT_AT.profile.length), TEXT_AT.profile.at);
  bytes.set(ascii(digestOf(profile), TEXT_AT.rules.length), TEXT_AT.rules.at);
  head.setUint32(SUM_AT, sumOf(bytes), true);
  return bytes;
}

/**
 * The network in such a file: views on the bytes, which must not change from then on. Everything that a search relies on
 * is checked. Refused where the file is damaged, of another version, or made for others than `profile` or under other
 * rules than its.
 */
export function readWalkGraph(
  bytes: Uint8Array<ArrayBuffer>,
  file: string,
  profile: WalkProfile,
): Outcome<WalkGraph> {
  const at = { file };
  if (bytes.length < HEAD || !isWalkGraph(bytes)) return refused(issue("file.damaged", "error", {}, at));
  const aligned = bytes.byteOffset % ALIGNED === 0 ? bytes : bytes.slice();
  const head = new DataView(aligned.buffer, aligned.byteOffset, HEAD);
  const version = head.getUint32(VERSION_AT, true);
  if (version !== VERSION) return refused(issue("network.graph-version", "error", { version }, at));
  const [nodes = 0, stretches = 0, corners = 0] = COUNTS.map((_, i) =>
    head.getUint32(COUNTS_AT + 4 * i, true),
  );
  const { places, length } = layout({ nodes, stretches, corners });
  if (aligned.length !== length || head.getUint32(SUM_AT, true) !== sumOf(aligned)) {
    return refused(issue("file.damaged", "error", {}, at));
  }
  const made = textAt(aligned, TEXT_AT.profile);
  if (made !== profile.id) {
    return refused(issue("network.graph-profile", "error", { made, asked: profile.id }, at));
  }
  if (textAt(aligned, TEXT_AT.rules) !== digestOf(profile)) {
    return refused(issue("network.graph-rules", "error", { profile: profile.id }, at));
  }
  const columns = places.map(({ name, kind, at: start, count }) => [
    name,
    new kind(aligned.buffer, aligned.byteOffset + start, count),
  ]);
  const graph = Object.fromEntries(columns) as WalkGraph;
  return graphFault(graph) ? refused(issue("file.damaged", "error", {}, at)) : done(graph);
}

/** Whether a file says of itself that it is such a one. */
export function isWalkGraph(bytes: Uint8Array): boolean {
  return textAt(bytes, TEXT_AT.magic) === MAGIC;
}

/** The usual ending of its name. */
export const WALK_GRAPH_ENDING = ".quanwalk";

const MAGIC = "QUANWALK";
const VERSION = 1;
const COUNTS = ["nodes", "stretches", "corners"] as const;
type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

const TEXT_AT = {
  magic: { at: 0, length: 8 },
  profile: { at: 32, length: 32 },
  rules: { at: 64, length: 64 },
} as const;
const VERSION_AT = 8;
const COUNTS_AT = 12;
const SUM_AT = 24;
const HEAD = 128;
const ALIGNED = 8;

/** The columns in their order, and how many numbers each holds. */
const COLUMNS: {
  readonly [Name in keyof WalkGraph]: readonly [
    kind: typeof Float64Array | typeof Float32Array | typeof Uint32Array,
    count: (counts: Counts) => number,
  ];
} = {
  lng: [Float64Array, ({ nodes }) => nodes],
  lat: [Float64Array, ({ nodes }) => nodes],
  metres: [Float64Array, ({ stretches }) => stretches],
  shapeLng: [Float64Array, ({ corners }) => corners],
  shapeLat: [Float64Array, ({ corners }) => corners],
  from: [Uint32Array, ({ stretches }) => stretches],
  to: [Uint32Array, ({ stretches }) => stretches],
  forth: [Float32Array, ({ stretches }) => stretches],
  back: [Float32Array, ({ stretches }) => stretches],
  ways: [Uint32Array, ({ stretches }) => stretches],
  shapeStarts: [Uint32Array, ({ stretches }) => stretches + 1],
  starts: [Uint32Array, ({ nodes }) => nodes + 1],
  stretches: [Uint32Array, ({ stretches }) => 2 * stretches],
  components: [Uint32Array, ({ nodes }) => nodes],
};

function layout(counts: Counts) {
  let length = HEAD;
  const places = (Object.keys(COLUMNS) as (keyof WalkGraph)[]).map((name) => {
    const [kind, countOf] = COLUMNS[name];
    const [at, count] = [length, countOf(counts)];
    length += ALIGNED * Math.ceil((count * kind.BYTES_PER_ELEMENT) / ALIGNED);
    return { name, kind, at, count };
  });
  return { places, length };
}

function ascii(text: string, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => text.charCodeAt(i) || 0);
}

function textAt(bytes: Uint8Array, { at, length }: { readonly at: number; readonly length: number }): string {
  return String.fromCharCode(...bytes.subarray(at, at + length)).replace(/\0+$/, "");
}

/** FNV-1a over words of 32 bits, even and odd rows apart, that of the sum itself taken for 0. */
function sumOf(bytes: Uint8Array<ArrayBuffer>): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  let even = BASIS;
  let odd = BASIS;
  for (let i = 0; i < words.length; i += 2) {
    even = Math.imul(even ^ (i === SUM_AT / 4 ? 0 : (words[i] as number)), PRIME);
    odd = Math.imul(odd ^ (words[i + 1] as number), PRIME);
  }
  return Math.imul(even ^ odd, PRIME) >>> 0;
}

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
