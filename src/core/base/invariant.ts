/** Our own mistake, never the user's: a state the program must not reach. */
export class BrokenInvariant extends Error {
  override readonly name = "BrokenInvariant";
}

/** Throws `BrokenInvariant` unless `condition` holds. */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new BrokenInvariant(what);
}

/** The value, which the caller knows to be present. */
export function present<T>(value: T | undefined | null, what: string): T {
  invariant(value !== undefined && value !== null, what);
  return value;
}
