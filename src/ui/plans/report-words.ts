import type { Text } from "../../core/standards/clause.ts";
import { counted } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";

/** “还剩 34 天”, “今天到期”, “已逾期 331 天”; of what only ends and is not owed: “已过 331 天”. */
export function daysLeftWords(
  daysLeft: number,
  { t }: Pick<Speech, "t">,
  after: "overdue" | "past" = "overdue",
): string {
  if (daysLeft === 0) return t("report.dueToday");
  return t(`report.${daysLeft < 0 ? after : "daysLeft"}`, counted(Math.abs(daysLeft)));
}

/** Some of the rules by name, and how many they are. */
export function titlesWords(titles: readonly Text[], { t, text }: Pick<Speech, "t" | "text">): string {
  const named = titles.slice(0, MOST_TITLES).map(text).join(t("report.betweenTitles"));
  const more = titles.length - MOST_TITLES;
  return more > 0 ? t("report.moreTitles", { titles: named, ...counted(more) }) : named;
}

/** Names of units without something, some of many. */
export function unitsWords(names: readonly string[], { t }: Pick<Speech, "t">): string {
  if (names.length <= MOST_UNITS) return names.join(t("effect.between"));
  return t("report.moreUnits", {
    units: names.slice(0, MOST_UNITS).join(t("effect.between")),
    ...counted(names.length - MOST_UNITS),
  });
}

const MOST_TITLES = 3;
const MOST_UNITS = 12;
