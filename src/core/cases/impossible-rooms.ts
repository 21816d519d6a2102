import type { CaseRooms } from "./case.ts";

/** Areas below zero, or slots and beds that are no whole number of them. */
export function areImpossible(rooms: CaseRooms): boolean {
  const { elderlyAreaM2, childcareAreaM2, communityAreaM2, totalAreaM2, landAreaM2, slots, beds } = rooms;
  const negative = [
    elderlyAreaM2,
    childcareAreaM2,
    communityAreaM2,
    totalAreaM2,
    landAreaM2,
    slots,
    beds,
  ].some((amount) => typeof amount === "number" && amount < 0);
  return negative || [slots, beds].some((count) => typeof count === "number" && !Number.isInteger(count));
}
