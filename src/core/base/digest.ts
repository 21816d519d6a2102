import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Digest } from "./ids.ts";
import { byCodeUnit } from "./order.ts";

/** A plain value: what JSON can say. `undefined` members are left out. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Plain[]
  | { readonly [key: string]: Plain };

/**
 * Digest of a plain value, the same for every order of its keys. Cost: linear in its size. Objects and arrays are
 * remembered by identity, so an unchanged row of an immutable document costs nothing the second time.
 */
export function digestOf(value: unknown): Digest {
  const digest = digestOnce(value);
  if (typeof value === "object" && value !== null) remembered.set(value, digest);
  return digest;
}

/**
 * The same, but one that is not remembered yet is not remembered either. For the rows of large tables: a weak memory
 * of a million rows is looked through again at every collection of garbage, which costs more than all their digests.
 */
export function digestOnce(value: unknown): Digest {
  const known = typeof value === "object" && value !== null ? remembered.get(value) : undefined;
  return known ?? bytesToHex(sha256(utf8ToBytes(canonical(value))));
}

/** Digest of a list of digests, in the order given. */
export function digestOfAll(digests: readonly Digest[]): Digest {
  return bytesToHex(sha256(utf8ToBytes(digests.join("\n"))));
}

/** A digest of bytes that come piece by piece. */
export interface GrowingDigest {
  add(piece: Uint8Array): void;
  /** Of all pieces; nothing can be added after. */
  digest(): Digest;
}

export function growingDigest(): GrowingDigest {
  const hash = sha256.create();
  return { add: (piece) => void hash.update(piece), digest: () => bytesToHex(hash.digest()) };
}

/** JSON with keys in code-unit order and without `undefined` members: equal content gives equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
    const record = member as Record<string, unknown>;
    const sorted: Record<string, unknown> = {};
    for (const key of Object.keys(record).sort(byCodeUnit)) sorted[key] = record[key];
    return sorted;
  });
}

const remembered = new WeakMap<object, Digest>();
