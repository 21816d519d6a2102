import type { FacilityKind } from "../../core/model/facility-kind.ts";
import type { KindChoice, KindSetName, Rule, RuleUnit, TargetByYear } from "../../core/standards/rule.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";

/** What a rule requires, in one phrase: 每 100 户不少于 20 m². */
export function requirementOf(rule: Rule, speech: Speech, kindName: (kind: string) => string): string {
  const { t } = speech;
  const targets = "targetByYear" in rule ? rule.targetByYear : undefined;
  const stated = bare(rule, speech, kindName);
  return targets === undefined || Object.keys(targets).length === 0
    ? stated
    : stated + t("standards.requires.byYear", { targets: targetsText(targets, speech) });
}

/** Yearly targets as a list: 2023 年 20、2025 年 20. */
export function targetsText(targets: TargetByYear, { t }: Speech): string {
  return Object.entries(targets)
    .map(([year, value]) =>
      value === null
        ? t("standards.requires.yearUnreadable", { year })
        : t("standards.requires.yearTarget", { year, value: formatNumber(value, 15) }),
    )
    .join(t("standards.requires.and"));
}

function bare(rule: Rule, speech: Speech, kindName: (kind: string) => string): string {
  const { t } = speech;
  switch (rule.type) {
    case "ratio_min": {
      const amount = amountText(rule.threshold, rule.unit, speech);
      return rule.per === 1
        ? t("standards.requires.ratioOne", { amount, base: t(`standards.baseOne.${rule.base}`) })
        : t("standards.requires.ratio", {
            ...{ amount, per: formatNumber(rule.per, 15), base: t(`judging.base.${rule.base}`) },
          });
    }
    case "floor": {
      const amount = amountText(rule.threshold, rule.unit, speech);
      const slots = rule.andSlots === undefined ? undefined : amountText(rule.andSlots, "slot", speech);
      return slots === undefined
        ? t("standards.requires.floor", { amount })
        : t("standards.requires.floorSlots", { amount, slots });
    }
    case "max": {
      const amount = amountText(rule.threshold, rule.unit, speech);
      const relaxed = rule.relaxed && amountText(rule.relaxed.threshold, rule.unit, speech);
      return (
        t("standards.requires.max", { amount }) +
        (relaxed === undefined ? "" : t("standards.requires.relaxed", { amount: relaxed }))
      );
    }
    case "presence":
    case "count_min":
    case "share_min": {
      const amount = t("standards.requires.floor", {
        amount: amountText(rule.threshold, rule.unit, speech),
      });
      return rule.kinds === undefined
        ? amount
        : t("standards.requires.kinds", { amount, kinds: kindsText(rule.kinds, speech, kindName) });
    }
    case "reach":
      return t("standards.requires.reach", {
        amount: amountText(rule.threshold, rule.unit, speech),
        kinds: kindsText(rule.kinds, speech, kindName),
      });
    case "process":
      return rule.threshold === undefined || rule.unit === undefined
        ? t("standards.requires.process")
        : t("standards.requires.processAmount", { amount: amountText(rule.threshold, rule.unit, speech) });
    case "not_specified":
      return t("standards.requires.unspecified");
  }
}

/** The number of a rule with all its decimals, as it is compared: 4.54 slots are no count. */
function amountText(value: number, unit: RuleUnit, { t }: Speech): string {
  return `${formatNumber(value, 15)} ${t(`judging.unit.${unit}`)}`;
}

function kindsText({ allOf }: KindChoice, { t }: Speech, kindName: (kind: string) => string): string {
  const word = (kind: FacilityKind | KindSetName) =>
    kind === "E_ANY_COMMUNITY" || kind === "C_ANY" || kind === "C_INCLUSIVE"
      ? t(`standards.kindSets.${kind}`)
      : kindName(kind);
  return allOf
    .map((choice) => choice.map(word).join(t("standards.requires.or")))
    .join(t("standards.requires.and"));
}
