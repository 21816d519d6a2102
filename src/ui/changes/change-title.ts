import type { Speech } from "../words.ts";
import type { ChangeFacts } from "./change-facts.ts";

/** What was changed or taken back, in a line. */
export function changeTitle(
  { what, takenBack }: Pick<ChangeFacts, "what" | "takenBack">,
  t: Speech["t"],
): string {
  return t(takenBack ? "changes.takenBack" : "changes.of", { what: what.join(t("changes.and")) });
}
