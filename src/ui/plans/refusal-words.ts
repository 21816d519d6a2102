import type { Speech } from "../words.ts";
import type { RefusalFacts } from "./plan-facts.ts";

/** Why nothing is done at a place, or not for one subject. */
export function refusalWords(
  { subject, why }: Pick<RefusalFacts, "subject" | "why">,
  t: Speech["t"],
): string {
  const said = t(`plans.refusals.${why}`);
  if (subject === undefined) return said;
  return t("plans.refusedSubject", { subject: t(`judging.subject.${subject}`), why: said });
}
