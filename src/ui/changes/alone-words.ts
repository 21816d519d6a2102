import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import type { Speech } from "../words.ts";
import type { ChangeFacts } from "./change-facts.ts";

/**
 * “含改后算不出的 599 m²，不是补上”: how much of what is missing went or came because zones came to be unknown or known;
 * `undefined` where none did.
 */
export function aloneWords(
  knownAlone: ChangeFacts["knownAlone"],
  metric: Metric,
  unit: RuleUnit,
  { t, gist }: Pick<Speech, "t" | "gist">,
): string | undefined {
  const { before, after } = knownAlone.find((each) => each.metric === metric) ?? { before: 0, after: 0 };
  const told = [
    ...(before > 0 ? [t("changes.alone.before", { amount: gist(before, unit) })] : []),
    ...(after > 0 ? [t("changes.alone.after", { amount: gist(after, unit) })] : []),
  ];
  return told.length > 0 ? told.join(t("changes.between")) : undefined;
}
