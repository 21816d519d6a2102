import type { Year } from "../../core/base/units.ts";
import type { Rule } from "../../core/standards/rule.ts";
import { inForce } from "../../core/standards/select-rules.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";

/** The comparison a rule makes in a year, in signs: 养老用房（m²）× 100 ≥ 20 × 户数; in words where it makes none. */
export function formulaOf(rule: Rule, year: Year | undefined, { t }: Speech): string {
  if (rule.type === "process" || rule.type === "not_specified") return t("method.standards.byPaper");
  const threshold = inForce(rule, year)?.threshold;
  if (threshold === undefined) return t("method.standards.notYet");
  const number = formatNumber(threshold, 15);
  const unit = t(`judging.unit.${rule.unit}`);
  switch (rule.type) {
    case "ratio_min": {
      const base = t(`method.bases.${rule.base}`);
      const supply = `${t(`judging.metric.${rule.metric}`)} (${unit})`;
      return rule.per === 1
        ? `${supply} ≥ ${number} × ${base}`
        : `${supply} × ${formatNumber(rule.per, 15)} ≥ ${number} × ${base}`;
    }
    case "floor":
      return [
        `${t(`judging.metric.${rule.metric}`)} ≥ ${number} ${unit}`,
        ...(rule.andSlots === undefined
          ? []
          : [
              `${t("judging.metric.childcare_slots")} ≥ ${formatNumber(rule.andSlots, 15)} ${t("judging.unit.slot")}`,
            ]),
      ].join(" ∧ ");
    case "max":
      return `${t("method.storey")} ≤ ${number} ${unit}`;
    case "presence":
    case "count_min":
      return `${t(`method.counts.${rule.metric}`)} ≥ ${number} ${unit}`;
    case "share_min":
      return `${t(`method.shares.${rule.metric}`)} ≥ ${number} ${unit}`;
    case "reach":
      return `${t("method.walk")} ≤ ${number} ${unit}`;
  }
}
