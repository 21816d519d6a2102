import type { Digest } from "../base/ids.ts";
import type { Work } from "../base/work.ts";

/**
 * A stage's value under the digest of what it was made from: the settings (choices, packs, units) and the rows. Other
 * rows under the same settings are worked out from the value before; other settings from scratch.
 */
export interface Stage<Value> {
  readonly settings: Digest;
  readonly rows: Digest;
  readonly value: Value;
}

/** The stage before if it still holds; else a new one. `compute` gets the value before, where it can build on it. */
export function* stage<Value>(
  settings: Digest,
  rows: Digest,
  before: Stage<Value> | undefined,
  compute: (before: Value | undefined) => Work<Value>,
): Work<Stage<Value>> {
  const usable = before?.settings === settings ? before : undefined;
  if (usable?.rows === rows) return usable;
  return { settings, rows, value: yield* compute(usable?.value) };
}
