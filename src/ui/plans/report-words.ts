import type { Text } from "../../core/standards/clause.ts";
import type { RuleUnit } from "../../core/standards/rule.ts";
import { counted } from "../../i18n/numbers.ts";
import { doubtWords, effectWords } from "../evidence/effect-words.ts";
import { inARow, type Speech } from "../words.ts";
import type { ReportPlan, ReportUnit } from "./report-facts.ts";

/** “还剩 34 天”, “今天到期”, “已逾期 331 天”; of what only ends and is not owed: “已过 331 天”. */
export function daysLeftWords(
  daysLeft: number,
  { t }: Pick<Speech, "t">,
  after: "overdue" | "past" = "overdue",
): string {
  if (daysLeft === 0) return t("report.dueToday");
  return t(`report.${daysLeft < 0 ? after : "daysLeft"}`, counted(Math.abs(daysLeft)));
}

/**
 * What a unit lacks with the plan of the metric at this place: at least what its zones do that can be judged, and unknown
 * where these lack nothing and there are others.
 */
export function afterWords(
  { after, unjudged }: UnitAfter,
  at: number,
  unit: RuleUnit,
  { t, gist, providedGist }: Pick<Speech, "t" | "gist" | "providedGist">,
): string {
  const amount = after[at] ?? Number.NaN;
  if (hasUnjudged({ unjudged }, at))
    return amount > 0 ? t("tables.atLeast", { number: providedGist(amount, unit) }) : t("tables.unknown");
  return Number.isNaN(amount) ? "—" : gist(amount, unit);
}

/** The same as a number: absent where nothing is known. */
export function afterKnown({ after, unjudged }: UnitAfter, at: number): number | undefined {
  const amount = after[at] ?? Number.NaN;
  return Number.isNaN(amount) || (amount === 0 && hasUnjudged({ unjudged }, at)) ? undefined : amount;
}

/** Whether zones of a unit cannot be judged with the plan, of the metric at this place or else of any. */
export function hasUnjudged({ unjudged }: Pick<UnitAfter, "unjudged">, at?: number): boolean {
  return unjudged.some(({ zones }, each) => zones > 0 && (at === undefined || at === each));
}

type UnitAfter = Pick<ReportUnit, "after" | "unjudged">;

/** Whom the plan gives and takes, and of whom nobody knows any more what they lack: a line for each metric. */
export function planEffectWords(
  effect: ReportPlan["effect"],
  words: Pick<Speech, "t" | "language" | "gist" | "exact" | "provided" | "providedGist">,
): readonly string[] {
  return effect.map((of) => {
    const doubt = doubtWords(of, words);
    return words.t("report.effect", {
      metric: words.t(`judging.metric.${of.metric}`),
      effect: inARow([effectWords(of, words), ...(doubt ? [doubt] : [])], words),
    });
  });
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
