import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Exact } from "../core/base/decimal.ts";
import type { Issue } from "../core/base/issue.ts";
import type { Text } from "../core/standards/clause.ts";
import type { RuleUnit } from "../core/standards/rule.ts";
import { type Language, sentenceFor, textIn } from "../i18n/catalogue.ts";
import {
  formatExact,
  formatGist,
  formatProvided,
  formatProvidedGist,
  formatQuantity,
  keptTogether,
} from "../i18n/numbers.ts";

/** Everything a component needs to speak: sentences, two-language texts, issues and quantities; numbers stay with what they count. */
export interface Speech {
  readonly t: TFunction;
  readonly language: Language;
  readonly text: (text: Text) => string;
  readonly sentence: (issue: Issue) => string;
  readonly quantity: (value: number, unit: RuleUnit) => string;
  readonly gist: (value: number, unit: RuleUnit) => string;
  readonly exact: (value: Exact, unit: RuleUnit, whole: boolean) => string;
  readonly provided: (value: Exact, unit: RuleUnit) => string;
  readonly providedGist: (value: number, unit: RuleUnit) => string;
}

/** Sentences one after another; Chinese ones end in their own space. */
export function inARow(sentences: readonly string[], { language }: Pick<Speech, "language">): string {
  return sentences.join(language === "zh" ? "" : " ");
}

/** A sentence with one gap, worked out once and filled in for each of many. */
export function fillable(sentence: (gap: string) => string): (value: string) => string {
  const [before, after] = sentence(GAP).split(GAP);
  return (value) => `${before ?? ""}${value}${after ?? ""}`;
}

const GAP = "\uFFFC";

export function useWords(): Speech {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === "en" ? "en" : "zh";
  return useMemo(
    () => ({
      t: ((...asked: Parameters<TFunction>) => {
        const said: unknown = t(...asked);
        return typeof said === "string" ? keptTogether(said) : said;
      }) as TFunction,
      language,
      text: (text) => keptTogether(textIn(text, language)),
      sentence: (issue) => keptTogether(sentenceFor(issue, language)),
      quantity: (value, unit) => formatQuantity(value, unit, language),
      gist: (value, unit) => formatGist(value, unit, language),
      exact: (value, unit, whole) => formatExact(value, unit, language, whole),
      provided: (value, unit) => formatProvided(value, unit, language),
      providedGist: (value, unit) => formatProvidedGist(value, unit, language),
    }),
    [t, language],
  );
}
