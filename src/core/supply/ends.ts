import { type Exact, ZERO } from "../base/decimal.ts";
import { isSure, type Offer, type SupplyQuestion } from "./demand.ts";

/**
 * Which of two problems is made of what nobody knows. Careful: people at the high end of their band, and only what surely
 * counts. Hopeful: the low end, and everything that may count at most. What more or less capacity or need there is in
 * truth, no share is below the careful one nor above the hopeful one: none falls where capacity is added, need is taken
 * away, or zones are given copies of a facility to themselves.
 */
export type End = "careful" | "hopeful";

export function needAt({ need, least }: SupplyQuestion, zone: number, end: End): Exact | undefined {
  return end === "careful" ? need(zone) : least(zone);
}

export function counts(offer: Offer, end: End): boolean {
  return end === "hopeful" || isSure(offer) || offer.atLeast !== undefined;
}

/** Of what counts; absent without limit. */
export function amountAt(offer: Offer, end: End): Exact | undefined {
  if (isSure(offer)) return offer.exact;
  return end === "careful" ? (offer.atLeast?.exact ?? ZERO) : offer.atMost?.exact;
}
