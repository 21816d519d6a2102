import { subjectOfMetric } from "../../core/analysis/zone-columns.ts";
import { byCodeUnit } from "../../core/base/order.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import { formatGist, formatNumber, formatProvidedGist } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";
import type { ServedAreaFacts } from "./plan-facts.ts";

type Words = Pick<Speech, "t" | "language">;
type Named = Pick<ServedAreaFacts, "metric" | "number">;

/** “养老片区 3 使用 120 m²”: what its zones use of one measure's rooms, which is no part of what the 片区 lacks. */
export function usedWords({ unit, given, ...area }: ServedAreaFacts, words: Words): string {
  const facts = { area: areaName(area, words), given: formatProvidedGist(given, unit, words.language) };
  return words.t("plans.used", facts);
}

/** “缺 1,188 m² → 45 m²”: what the whole plan does to the 片区. */
export function wholePlanWords({ unit, before, left }: ServedAreaFacts, { t, language }: Words): string {
  const lacked = formatGist(before, unit, language);
  return left > 0
    ? t("plans.wholeLeaves", { before: lacked, left: formatGist(left, unit, language) })
    : t("plans.wholeCloses", { before: lacked });
}

/** “养老片区 3”: each metric numbers its own. */
export function areaName({ metric, number }: Named, words: Pick<Speech, "t">): string {
  const subject = subjectWords(metric, words);
  return words.t("plans.areaOf", { subject, number: formatNumber(number) });
}

/** “养老 3 · 托育 1 5”: the numbers of 片区, by metric. */
export function areaNumbers(areas: readonly Named[], words: Pick<Speech, "t">): string {
  const numbers = new Map<Metric, string[]>();
  for (const { metric, number } of areas)
    numbers.set(metric, [...(numbers.get(metric) ?? []), formatNumber(number)]);
  return [...numbers].map(([metric, of]) => `${subjectWords(metric, words)} ${of.join(" ")}`).join(" · ");
}

/** “养老 120 m²”, cut as what its 片区 uses is: what one zone uses. */
export function zoneUsedWords(
  { metric, unit, amount }: { readonly metric: Metric; readonly unit: RuleUnit; readonly amount: number },
  words: Words,
): string {
  return `${subjectWords(metric, words)} ${formatProvidedGist(amount, unit, words.language)}`;
}

/** 片区 that use most first, each metric by itself. */
export function mostUsed(areas: readonly ServedAreaFacts[]): readonly ServedAreaFacts[] {
  return [...areas].sort((a, b) => byCodeUnit(a.metric, b.metric) || b.given - a.given);
}

function subjectWords(metric: Metric, { t }: Pick<Speech, "t">): string {
  return t(`plans.subjects.${subjectOfMetric(metric)}`);
}
