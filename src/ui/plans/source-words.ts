import { counted as countedIn, formatNumber, gistOf, UNIT_SPACE, unitWord } from "../../i18n/numbers.ts";
import type { Speech } from "../words.ts";
import type { LackSource } from "./lack-source.ts";

type Words = Pick<Speech, "t" | "language">;

/** Of each metric whose amounts differ, as `sourceSentence` tells it. */
export function sourceSentences(of: readonly LackSource[], words: Words): readonly string[] {
  return of
    .filter(({ open, rounding, elsewhere }) => Math.abs(open - rounding - elsewhere) >= LEAST_TOLD)
    .map((each) => sourceSentence(each, words));
}

/**
 * What plans count and what stands on top of the page, told by the zones that are in it. Amounts have as few decimals as let
 * them add up as they are shown, two at most.
 */
export function sourceSentence(of: LackSource, words: Words): string {
  const { t, language } = words;
  const { metric, unit, judged, open, openZones, rounding, elsewhere } = of;
  const [counted, onTop] = [judged + open, judged + rounding + elsewhere];
  const digits = fewestDigits(of);
  const amount = (value: number) => {
    const shown = roundedTo(digits, value);
    return `${formatNumber(shown, digits)}${UNIT_SPACE}${unitWord(unit, language, shown)}`;
  };
  const more = [
    ...(rounding >= LEAST_TOLD ? [t("plans.sources.rounding", { amount: amount(rounding) })] : []),
    ...(elsewhere >= LEAST_TOLD ? [t("plans.sources.elsewhere", { amount: amount(elsewhere) })] : []),
  ];
  const first = t(open >= LEAST_TOLD ? "plans.sources.countedOpen" : "plans.sources.counted", {
    ...{ metric: t(`judging.metric.${metric}`), all: amount(counted), judged: amount(judged) },
    ...{ open: amount(open), ...countedIn(openZones) },
  });
  const onTopFacts = { all: amount(onTop), judged: amount(judged), more: more.join(t("plans.sources.and")) };
  return `${first}${t(more.length > 0 ? "plans.sources.onTopMore" : "plans.sources.onTop", onTopFacts)}`;
}

/** How many decimals are needed for what is shown to add up; wholes only where totals are those that lists show. */
function fewestDigits({ unit, judged, open, rounding, elsewhere }: LackSource): number {
  const sums = [
    [judged, open],
    [judged, rounding, elsewhere],
  ].map((parts) => ({ parts, all: parts.reduce((sum, part) => sum + part, 0) }));
  const adds = (digits: number) =>
    sums.every(({ parts, all }) => {
      const shown = parts.reduce((sum, part) => sum + roundedTo(digits, part), 0);
      return (
        Math.abs(shown - roundedTo(digits, all)) < 1e-6 &&
        (digits > 0 || roundedTo(0, all) === gistOf(all, unit))
      );
    });
  return [0, 1].find(adds) ?? 2;
}

function roundedTo(digits: number, value: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale + 0;
}

/** Less is shown as nothing. */
const LEAST_TOLD = 0.005;
