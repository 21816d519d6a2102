import type { Outcome } from "../../src/core/base/outcome.ts";

/** What a request that must succeed came to. */
export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}
