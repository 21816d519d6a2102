import type { TierGap } from "../../core/city/city-facts.ts";

/** What an entry of units is known by, whatever its numbers. */
export function tierKey({ rules }: TierGap): string {
  return rules.join();
}
