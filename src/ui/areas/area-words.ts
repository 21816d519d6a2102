import type { RuleUnit } from "../../core/standards/rule.ts";
import {
  counted,
  formatNumber,
  formatShare,
  roundedDown,
  roundedUp,
  UNIT_SPACE,
  unitWord,
} from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";
import type { AreaDetail, AreaFacts, Shortage } from "./area-facts.ts";

type Words = Pick<Speech, "t" | "language">;

/**
 * Need, what is there, and what is missing, to two decimals: need and what is missing rounded up, as everywhere, and what is
 * there such that the third is the first less the second.
 */
export function addedUp({ need, missing }: Pick<Shortage, "need" | "missing">): {
  readonly need: number;
  readonly capacity: number;
  readonly missing: number;
} {
  const [needed, lacks] = [roundedUp(need), roundedUp(missing)];
  return { need: needed, capacity: Math.round((needed - lacks) * 100) / 100, missing: lacks };
}

/** To two decimals, slots too: rounded to wholes, sums would not add up. */
export function amountWords(amount: number, unit: RuleUnit, { language }: Pick<Speech, "language">): string {
  return `${formatNumber(amount)}${UNIT_SPACE}${unitWord(unit, language, amount)}`;
}

export function areaName({ number }: Pick<AreaFacts, "number">, { t }: Pick<Speech, "t">): string {
  return t("areas.name", { number: formatNumber(number) });
}

/**
 * What a 片区 lacks whatever the assignment, in one sentence that adds up. Where less may be missing once what nobody knows
 * is known, also what is missing then at least.
 */
export function areaSentence(facts: AreaFacts, words: Words): string {
  const said = { area: areaName(facts, words), ...shortageWords(facts, facts.unit, words) };
  if (isInDoubt(facts)) {
    if (facts.certain < LEAST_TOLD) return words.t("areas.sentenceOpen", said);
    const certain = amountWords(roundedDown(facts.certain), facts.unit, words);
    return words.t("areas.sentenceDoubt", { ...said, certain });
  }
  return words.t(facts.facilities === 0 ? "areas.sentenceNone" : "areas.sentence", said);
}

/** Whether less may be missing than is told. */
export function isInDoubt({ missing, certain }: Pick<AreaFacts, "missing" | "certain">): boolean {
  return missing - certain >= LEAST_TOLD;
}

/** Less is shown as nothing. */
const LEAST_TOLD = 0.005;

/** The same of a part of it. */
export function coreSentence(
  core: AreaDetail["cores"][number],
  { unit, isFirst }: { readonly unit: RuleUnit; readonly isFirst: boolean },
  words: Words,
): string {
  const said = { ...shortageWords(core, unit, words), share: formatShare(core.share, 1) };
  return words.t(isFirst ? "areas.core" : "areas.coreMore", said);
}

function shortageWords(of: Shortage, unit: RuleUnit, words: Words) {
  const { need, capacity, missing } = addedUp(of);
  const { count, number: zones } = counted(of.zones);
  return {
    ...{ count, zones },
    need: amountWords(need, unit, words),
    capacity: amountWords(capacity, unit, words),
    missing: amountWords(missing, unit, words),
  };
}

/** What its facilities hold, and how much of that is kept for zones outside; `undefined` where nothing is. */
export function heldSentence({ facts, reserved }: AreaDetail, words: Words): string | undefined {
  const kept = Math.round(reserved * 100);
  if (kept === 0) return undefined;
  const { capacity } = addedUp(facts);
  const { count, number } = counted(facts.facilities);
  return words.t("areas.held", {
    ...{ count, number },
    held: amountWords(capacity + kept / 100, facts.unit, words),
    reserved: amountWords(kept / 100, facts.unit, words),
    capacity: amountWords(capacity, facts.unit, words),
  });
}

/** Where it lies: its largest 街道, and how many there are. */
export function streetsWords(streets: readonly string[], { t }: Pick<Speech, "t">): string {
  const [first, second] = streets;
  if (first === undefined) return "—";
  return second === undefined ? first : t("areas.streetsMore", { name: first, number: `${streets.length}` });
}
