import { createInstance, type i18n, type TFunction } from "i18next";
import type { Issue } from "../core/base/issue.ts";
import type { Text } from "../core/standards/clause.ts";
import { factWords as englishWords } from "./en/fact-words.ts";
import { en } from "./en.ts";
import { formatNumber } from "./numbers.ts";
import { factWords as chineseWords } from "./zh/fact-words.ts";
import { zh } from "./zh.ts";

export const LANGUAGES = ["zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "words";
    resources: { words: Omit<typeof zh, "issues"> };
    contextSeparator: "~";
    pluralSeparator: "~";
    returnNull: false;
  }
}

/** Both languages, ready at once and without any request. Chinese is the first language. */
export const catalogue: i18n = createInstance({
  lng: "zh",
  fallbackLng: false,
  defaultNS: "words",
  ns: ["words"],
  resources: { zh: { words: zh }, en: { words: en } },
  interpolation: { escapeValue: false },
  contextSeparator: "~",
  pluralSeparator: "~",
  initAsync: false,
});
void catalogue.init();

/** The sentences of one language, whatever the page shows. */
export function wordsIn(language: Language): TFunction {
  return catalogue.getFixedT(language);
}

/** What an issue says: what is, then what to do. Facts are shown as text, numbers grouped, lists joined, words of ours said. */
export function sentenceFor(issue: Issue, language: Language): string {
  const facts: Record<string, string> = {};
  for (const [name, fact] of Object.entries(issue.facts))
    facts[name] = factAsText(spoken(name, fact, language), language);
  const sentence = (language === "zh" ? zh : en).issues[issue.code];
  return catalogue.services.interpolator.interpolate(sentence, facts, language, {});
}

/** The half of a two-language text that is asked for. */
export function textIn(text: Text, language: Language): string {
  return text[language];
}

/** A fact whose values are words of ours, in the words of the language. */
function spoken(name: string, fact: unknown, language: Language): unknown {
  const kind = KINDS_OF_WORDS[name];
  if (kind === undefined) return fact;
  const words: Readonly<Record<string, string>> = (language === "zh" ? chineseWords : englishWords)[kind];
  return Array.isArray(fact) ? fact.map((one) => words[String(one)] ?? one) : (words[String(fact)] ?? fact);
}

const KINDS_OF_WORDS: Readonly<Record<string, keyof typeof chineseWords>> = {
  datum: "datum",
  readAs: "datum",
  evidence: "evidence",
  words: "words",
};

function factAsText(fact: unknown, language: Language): string {
  if (typeof fact === "number") return formatNumber(fact, 9);
  if (Array.isArray(fact))
    return fact.map((one) => factAsText(one, language)).join(language === "zh" ? "、" : ", ");
  return String(fact);
}
