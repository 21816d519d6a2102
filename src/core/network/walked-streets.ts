import { digestOf } from "../base/digest.ts";
import type { Digest } from "../base/ids.ts";
import { done, type Outcome } from "../base/outcome.ts";
import { changedStreets, type StreetChange } from "./changed-streets.ts";
import type { StreetMap } from "./street-map.ts";

/** Streets as they were brought, and what a planner changes of them. */
export interface PlannedStreets {
  readonly streets?: StreetMap;
  readonly streetChanges?: readonly StreetChange[];
}

/**
 * The streets that people walk along: those brought, as changed. Refused where a change does not fit. The same objects
 * give the same map, which is remembered by them.
 */
export function walkedStreets({ streets, streetChanges }: PlannedStreets): Outcome<StreetMap | undefined> {
  if (streets === undefined || streetChanges === undefined) return done(streets);
  const known = remembered.get(streets);
  if (known?.changes === streetChanges) return known.outcome;
  const outcome = changedStreets(streets, streetChanges);
  remembered.set(streets, { changes: streetChanges, outcome });
  return outcome;
}

/** Of all that the changes do to the streets; empty without any. */
export function streetChangesDigest({ streetChanges }: PlannedStreets): Digest {
  if (streetChanges === undefined) return "" as Digest;
  return digestOf(streetChanges);
}

const remembered = new WeakMap<
  StreetMap,
  { readonly changes: readonly StreetChange[]; readonly outcome: Outcome<StreetMap> }
>();
