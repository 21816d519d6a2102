import type { Text } from "../../core/standards/clause.ts";

/** What a user types is shown as typed in both languages: nobody has translated it. */
export function ownText(typed: string): Text {
  return { zh: typed, en: typed };
}
