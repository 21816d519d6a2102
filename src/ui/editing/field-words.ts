import { formatNumber, UNIT_SPACE } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";
import type { FormField } from "./form-fields.ts";

/** A value as its form shows it: what was chosen by its label, a number with its unit. Nothing is not stated. */
export function fieldWords(
  { choices, several, unit }: Pick<FormField, "choices" | "several" | "unit">,
  text: string | undefined,
  t: Speech["t"],
): string {
  if (text === undefined || text === "") return t("editing.unknown");
  const labelOf = (one: string) => choices?.find(({ value }) => value === one)?.label;
  if (several)
    return severalIn(text)
      .map((one) => labelOf(one) ?? one)
      .join(t("editing.listMark"));
  const label = labelOf(text);
  if (label !== undefined) return label;
  if (unit === undefined || !Number.isFinite(Number(text))) return text;
  return `${formatNumber(Number(text), 9)}${UNIT_SPACE}${unit}`;
}

/** Values of a field that can have several, in their order. */
export function severalIn(text: string): readonly string[] {
  return text.split(";").filter((one) => one !== "");
}

export function severalAs(values: readonly string[]): string {
  return values.join(";");
}
