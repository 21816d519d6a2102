import type { Issue } from "./issue.ts";

/** What came of a request that the user's data or choice can make impossible. Issues of a success are remarks. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export function done<T>(value: T, issues: readonly Issue[] = []): Outcome<T> {
  return { ok: true, value, issues };
}

export function refused(...issues: readonly Issue[]): Outcome<never> {
  return { ok: false, issues };
}
