import { formatNumber, UNIT_SPACE } from "../../i18n/numbers.ts";
import { moneyUnit } from "../plans/plan-words.ts";
import type { Speech } from "../words.ts";
import type { FormField } from "./form-fields.ts";

/** A value as it is told: what was chosen by its label, a number with its unit, money as everywhere. Nothing is not stated. */
export function fieldWords(
  { choices, several, unit, money }: Pick<FormField, "choices" | "several" | "unit" | "money">,
  text: string | undefined,
  words: Pick<Speech, "t" | "language">,
): string {
  const { t } = words;
  if (text === undefined || text === "") return t("editing.unknown");
  const labelOf = (one: string) => choices?.find(({ value }) => value === one)?.label;
  if (several)
    return severalIn(text)
      .map((one) => labelOf(one) ?? one)
      .join(t("editing.listMark"));
  const label = labelOf(text);
  if (label !== undefined) return label;
  if (unit === undefined || !Number.isFinite(Number(text))) return text;
  if (money !== undefined) {
    const amount = formatNumber(Number(text) / moneyUnit(words), 9);
    const cost = t("plans.amount", { amount });
    return money === "once" ? cost : t("plans.perYear", { cost });
  }
  return `${formatNumber(Number(text), 9)}${UNIT_SPACE}${unit}`;
}

/** Values of a field that can have several, in their order. */
export function severalIn(text: string): readonly string[] {
  return text.split(";").filter((one) => one !== "");
}

export function severalAs(values: readonly string[]): string {
  return values.join(";");
}
