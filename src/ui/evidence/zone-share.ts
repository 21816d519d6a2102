import type { ServedState, Shortness } from "../../core/analysis/allocation-findings.ts";
import type { CountedFacility, LineEvidence } from "../../core/analysis/evidence.ts";
import { exact } from "../../core/base/decimal.ts";
import type { Line } from "../../core/standards/judgement.ts";
import type { Metric, RuleUnit } from "../../core/standards/rule.ts";
import { counted, formatNumber, formatProvided, roundedDown, unitWord } from "../../i18n/numbers.ts";
import type { AreaDetail } from "../areas/area-facts.ts";
import { amountWords } from "../areas/area-words.ts";
import type { Speech } from "../words.ts";

/** What the fair allocation of one metric says of a zone. */
export interface ZoneShareFacts {
  readonly metric: Metric;
  readonly state: Exclude<ServedState, "none">;
  /** m² or slots, unrounded; of people known as a band, at its high end. */
  readonly need: number;
  readonly share: number;
  /** Of a short zone: how, and the 片区 that it is short in. */
  readonly short?: ZoneShortage;
}

export interface ZoneShortage {
  readonly shortness: Exclude<Shortness, "none">;
  readonly area: AreaDetail;
  /** Names of the other zones of the 片区, the worst served first. */
  readonly others: readonly string[];
}

/** What a zone has of its own, and what it is given of others'; m² or slots. */
export function givenTo(of: readonly CountedFacility[]): { readonly own: number; readonly given: number } {
  let [own, given] = [0, 0];
  for (const { amount, where } of of) {
    if (where === "circle") given += amount;
    else own += amount;
  }
  return { own, given };
}

/** What one facility gives: slots whole, since a part of a slot is no slot. */
export function givenWords(
  { amount, whole = amount }: Pick<CountedFacility, "amount" | "whole">,
  unit: RuleUnit,
  { t, language }: Pick<Speech, "t" | "language">,
): string {
  if (amount === 0) return t("evidence.givesNone");
  if (whole === 0) return t("evidence.lessThanOne", { unit: unitWord(unit, language, 1) });
  return formatProvided(exact(whole), unit, language);
}

/** 单独不足, or 片区共同不足 and with whom. */
export function shortnessWords({ shortness, others }: ZoneShortage, { t }: Pick<Speech, "t">): string {
  if (shortness === "alone") return t("evidence.share.alone");
  const names = others.slice(0, NAMED).join(t("evidence.share.join"));
  const { count, number } = counted(others.length);
  return others.length > NAMED
    ? t("evidence.share.togetherAndMore", { names, count, number })
    : t("evidence.share.together", { names });
}

/** That only what surely counts is given, that people are those of the high end, and that slots are shown whole. */
export function shareRemarks(
  { actual, sure, base, unit }: Line,
  given: readonly CountedFacility[],
  words: Pick<Speech, "t" | "language">,
): readonly string[] {
  const whole = wholeWords(given, unit, words);
  return [
    ...(actual === undefined || sure !== undefined ? [words.t("evidence.share.sure")] : []),
    ...(base?.band === undefined ? [] : [words.t("evidence.share.high")]),
    ...(whole === undefined ? [] : [whole]),
  ];
}

/** That slots are shown whole, where some of them are not; `undefined` where nothing is rounded. */
export function wholeWords(
  of: readonly CountedFacility[],
  unit: RuleUnit,
  words: Pick<Speech, "t" | "language">,
): string | undefined {
  if (of.every(({ amount, whole }) => whole === undefined || Math.abs(amount - whole) < SHOWN / 2))
    return undefined;
  const whole = of.reduce((sum, each) => sum + (each.whole ?? 0), 0);
  const { own, given } = givenTo(of);
  const exact = amountWords(roundedDown(own + given), unit, words);
  return words.t("evidence.share.whole", { exact, whole: formatNumber(whole) });
}

/** Who is assumed to use none of the rooms outside that a pass counts on: those that reach them, and those that hang nowhere. */
export function assumptionWords(
  assumes: LineEvidence["assumes"],
  { t }: Pick<Speech, "t">,
): readonly string[] {
  if (assumes === undefined) return [];
  const { zones, more, placeless } = assumes;
  const names = zones.map(({ zone, name }) => name ?? zone).join(t("evidence.share.join"));
  const who = more > 0 ? t("evidence.assumes.andMore", { names, ...counted(zones.length + more) }) : names;
  return [
    ...(zones.length > 0 ? [t("evidence.assumes.reach", { who })] : []),
    ...(placeless > 0 ? [t("evidence.assumes.placeless", counted(placeless))] : []),
  ];
}

const NAMED = 3;
/** The least that amounts are shown to differ by. */
const SHOWN = 0.01;
