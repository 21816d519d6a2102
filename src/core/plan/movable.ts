import type { Measure } from "./measure.ts";

/**
 * Whether something could be done elsewhere as well: what is to be built on land (新建, on a parcel or at a point of a grid).
 * A building that is there, to be handed over, bought, leased, converted or enlarged, stands where it stands.
 */
export function isMovable({ kind, place }: Pick<Measure, "kind" | "place">): boolean {
  return kind === "build" && "site" in place;
}
