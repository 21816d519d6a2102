import type { Metres } from "../base/units.ts";

/**
 * Nodes to go on from, the nearest bucket first and in no order within one. A node may be put in again when it has come
 * nearer; whoever takes it out knows what is still open. Takes no metres above those it was made for, and never less
 * than the bucket that was taken from last.
 */
export interface SearchQueue {
  put(node: number, metres: Metres): void;
  /** `NO_NODE` if there is none left; the queue is then as new. */
  take(): number;
}

export const NO_NODE = -1;

/** For metres from 0 to `most`. */
export function searchQueue(most: Metres): SearchQueue {
  const width = Math.max(BUCKET_WIDTH, most / MOST_BUCKETS);
  /** By bucket: its last entry, or −1. */
  const heads = new Int32Array(Math.floor(most / width) + 1).fill(-1);
  let nodes = new Int32Array(1024);
  /** By entry: the one before it in the bucket. */
  let befores = new Int32Array(1024);
  let count = 0;
  let current = 0;
  let last = -1;

  function put(node: number, metres: Metres): void {
    if (count === nodes.length) {
      nodes = doubled(nodes);
      befores = doubled(befores);
    }
    const bucket = Math.floor(metres / width);
    nodes[count] = node;
    befores[count] = heads[bucket] as number;
    heads[bucket] = count++;
    if (bucket > last) last = bucket;
  }

  function take(): number {
    while (current <= last) {
      const entry = heads[current] as number;
      if (entry >= 0) {
        heads[current] = befores[entry] as number;
        return nodes[entry] as number;
      }
      current++;
    }
    [count, current, last] = [0, 0, -1];
    return NO_NODE;
  }

  return { put, take };
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * column.length);
  longer.set(column);
  return longer;
}

const BUCKET_WIDTH: Metres = 8;
const MOST_BUCKETS = 1 << 20;
