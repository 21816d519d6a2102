import type { Rule } from "../../core/standards/rule.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";

/** For whom, from when and in which sense a rule holds, in words: all that `conditions` of a comparison may mean. */
export function conditionsOf(rule: Rule, { t }: Speech): string {
  const words: string[] = [t(`standards.holdsFor.${rule.estateStatus ?? "all"}`)];
  if (rule.grantedFrom !== undefined)
    words.push(t("standards.conditions.granted", { day: rule.grantedFrom }));
  if (rule.wordedForRenewal === true) words.push(t("standards.conditions.renewal"));
  if (rule.approximate === true) words.push(t("standards.conditions.about"));
  if (rule.deadline !== undefined) {
    const start = rule.deadline.startStated ? "deadline" : "deadlineOpen";
    words.push(t(`standards.conditions.${start}`, { years: formatNumber(rule.deadline.years) }));
  }
  if (rule.type === "floor" && rule.andSlots !== undefined) {
    words.push(t("standards.conditions.slots", { slots: formatNumber(rule.andSlots) }));
  }
  if (rule.type === "max" && rule.relaxed !== undefined) {
    words.push(t("standards.conditions.relaxed", { storey: formatNumber(rule.relaxed.threshold) }));
  }
  if (rule.type === "process") {
    const materials = rule.materials === undefined ? "materialsOpen" : "materials";
    words.push(t(`standards.conditions.${materials}`, { number: formatNumber(rule.materials?.length ?? 0) }));
  }
  return words.join(t("standards.conditions.and"));
}
