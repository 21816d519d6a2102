import type { Metres } from "../../core/base/units.ts";
import type { RuleUnit } from "../../core/standards/rule.ts";
import { counted, formatMetres, formatNumber, formatShare, UNIT_SPACE } from "../../i18n/numbers.ts";
import { namesWords } from "../evidence/effect-words.ts";
import type { Speech } from "../words.ts";
import type { RebasedFacts } from "./conflict-facts.ts";
import {
  type CaseFacts,
  type LackFacts,
  type MeasureFacts,
  type OptionFacts,
  REACH_GOALS,
  type SearchFacts,
  type StandingFacts,
  type UnderFacts,
  type WayOutFacts,
  type WhyNotReached,
} from "./plan-facts.ts";

type Words = Pick<Speech, "t" | "language">;

/** 万元 as money is said: “3,698.2 万元”, “¥36.982 million”. */
export function moneyWords(cost: number, words: Words): string {
  return words.t("plans.amount", { amount: plainMoney(cost, words) });
}

/** 万元 without their unit: rounded up to a thousand yuan, in 万元 or millions of yuan. */
export function plainMoney(cost: number, { language }: Pick<Words, "language">): string {
  const thousands = Math.ceil(cost * THOUSANDS - SLACK) + 0;
  return language === "zh" ? formatNumber(thousands / THOUSANDS, 1) : formatNumber(thousands / 1000, 3);
}

/** 万元 to the whole yuan, where one measure is told by itself: “42.921 万元”, what tables take out of it. */
export function exactMoneyWords(cost: number, words: Words): string {
  return words.t("plans.amount", { amount: exactMoney(cost, words) });
}

/** The same without its unit. */
export function exactMoney(cost: number, words: Pick<Words, "language">): string {
  return formatNumber(wholeYuan(cost, words), 6);
}

/** Into how many parts a 万元 is cut where it is shown: thousands of yuan; and where tables take it out: whole ones. */
export const THOUSANDS = 10;
export const YUAN = 10_000;

/**
 * 万元 of rows as they are shown with their total, which is rounded up: each is the part of a 万元 below or above what it is
 * exactly, the largest remainders rounded up, of equal ones the first, so that the rows add up to the total.
 */
export function rowsAddingUp(costs: readonly number[], parts: number): readonly number[] {
  const below = costs.map((cost) => Math.floor(cost * parts + SLACK));
  const all = costs.reduce((sum, cost) => sum + cost, 0);
  const total = Math.ceil(all * parts - SLACK);
  const left = total - below.reduce((sum, each) => sum + each, 0);
  const remainderOf = (at: number) => (costs[at] ?? 0) * parts - (below[at] ?? 0);
  const raised = new Set(
    [...costs.keys()].sort((a, b) => remainderOf(b) - remainderOf(a) || a - b).slice(0, left),
  );
  return below.map((each, at) => (each + (raised.has(at) ? 1 : 0)) / parts);
}

/** Of a part: sums of decimals are a little off. */
const SLACK = 1e-6;

/** 万元 in what money is told in, such as a field for a budget: one, or a million yuan. */
export function moneyUnit({ language }: Pick<Words, "language">): number {
  return language === "zh" ? 1 : 100;
}

/** 万元 to a whole yuan, rounded up, as tables take it out: in what money is told in. */
export function wholeYuan(cost: number, words: Pick<Words, "language">): number {
  return Math.ceil(cost * YUAN - SLACK) / (YUAN * moneyUnit(words)) + 0;
}

/** “养老 300 m² + 60 个托位”: rooms of a nursery are told by its slots. */
export function sizeWords(
  { elderly, childcare, slots }: Pick<OptionFacts, "elderly" | "childcare" | "slots">,
  { t }: Pick<Speech, "t">,
): string {
  const said = [
    ...(elderly > 0 ? [t("plans.area", { amount: formatNumber(elderly) })] : []),
    ...(slots > 0
      ? [t("plans.slots", { amount: formatNumber(slots) })]
      : childcare > 0
        ? [t("plans.childArea", { amount: formatNumber(childcare) })]
        : []),
  ];
  return said.join(t("plans.plus"));
}

type Dated = OptionFacts & Pick<MeasureFacts, "year">;

/** “2028 年起 · 可用 5 年”: the year that a plan begins it in, else the first that it could. */
export function yearsWords(of: Dated, { t }: Pick<Speech, "t">): string {
  const from = startWords(of, { t });
  const { lifetime } = of;
  return lifetime === undefined ? from : `${from} · ${t("plans.lasting", { years: formatNumber(lifetime) })}`;
}

export function startWords(
  { year, earliest }: Pick<Dated, "year" | "earliest">,
  { t }: Pick<Speech, "t">,
): string {
  if (year !== undefined) return t("plans.beginsIn", { year: `${year}` });
  return earliest === undefined ? t("plans.atOnce") : t("plans.year", { year: `${earliest}` });
}

export function conditionsWords({ conditions }: OptionFacts, { t }: Pick<Speech, "t">): string {
  return conditions.map((one) => t(`plans.conditions.${one}`)).join(t("screen.headline.and"));
}

/** The best so far and what no plan is better than, in one sentence. */
export function soFarWords(of: SearchFacts, words: Words): string {
  return words.t(`plans.soFar.${of.of}`, boundFacts(of, words));
}

/** How a plan stands to all others, in sentences, and to which others that is. */
export function standingWords(of: StandingFacts, words: Words): readonly string[] {
  const under = of.under && of.status !== "moved" && !of.isStopped ? [underWords(of.under, words)] : [];
  return [...heldWords(of, words), ...under];
}

function underWords({ with: always, without, isSpread, doubt }: UnderFacts, { t }: Words): string {
  const conditions = [
    ...(always > 0 ? [t("plans.status.with", counted(always))] : []),
    ...(without > 0 ? [t("plans.status.without", counted(without))] : []),
    ...(isSpread ? [t("plans.status.spread")] : []),
    ...(doubt ? [t(`plans.status.doubt.${doubt}`)] : []),
  ];
  return t("plans.status.under", { conditions: conditions.join(t("screen.headline.and")) });
}

function heldWords(of: StandingFacts, words: Words): readonly string[] {
  const { t } = words;
  const { status, goal, bound, lacking } = of;
  if (of.rebased)
    return [...rebasedWords(of.rebased, words), ...(status === "moved" ? [t("plans.status.moved")] : [])];
  if (status === "counted" || goal === "known") return [t("plans.known.told")];
  if (status === "moved") return [t("plans.status.moved")];
  if (of.why) return [whyNotWords(of.why, words)];
  if (status === "infeasible")
    return [
      lacking > 0
        ? t("plans.status.infeasible", { count: lacking, number: formatNumber(lacking) })
        : t("plans.status.impossible"),
    ];
  if (status === "unknown") return [t(of.isApart ? "plans.status.apartNone" : "plans.status.unknown")];
  if (of.isStopped) {
    const facts = bound && boundFacts(bound, words);
    const told = bound && facts && t(`plans.stoppedBound.${bound.of === "cost" ? "cost" : "lack"}`, facts);
    return [t("plans.stopped"), ...(told ? [told] : [])];
  }
  if (of.isApart) return [t("plans.status.apart")];
  const spare = of.spare !== undefined && of.spare > 0 ? [t("plans.spare", counted(of.spare))] : [];
  if (of.gap !== undefined && status === "feasible")
    return [t("plans.status.reachGap", { gap: gapWords(of.gap) }), ...spare];
  if (of.isWeighed && (goal === "most" || goal === "budget") && status === "optimal")
    return [t(`plans.status.weighed.${goal}`)];
  if (status === "optimal" || !bound) return [t(`plans.status.${goal}`), ...spare];
  return [
    t(bound.of === "cost" ? "plans.status.costGap" : "plans.status.closedGap", boundFacts(bound, words)),
  ];
}

/** What became of a plan that was found before a change, in sentences. */
function rebasedWords(
  { leftOut, open, decided, done, overBudget, isPutBack }: RebasedFacts,
  words: Words,
): readonly string[] {
  const { t } = words;
  return [
    t("rebasing.told"),
    ...(done > 0 ? [t("rebasing.done", counted(done))] : []),
    ...(leftOut > 0 ? [t("rebasing.leftOut", counted(leftOut))] : []),
    ...(open > 0 ? [t("rebasing.open", counted(open))] : []),
    ...(open === 0 && decided > 0 ? [t("rebasing.decided", counted(decided))] : []),
    ...(overBudget === undefined
      ? []
      : [t("rebasing.overBudget", { budget: moneyWords(overBudget, words) })]),
    ...(isPutBack ? [t("rebasing.putBack")] : []),
  ];
}

/** Of a plan that does nothing: whether nothing is missing, or nothing helps. */
export function idleWords(
  { goal, status, isStopped, isApart, rebased }: StandingFacts,
  left: readonly Pick<LackFacts, "missing">[],
  { t }: Pick<Speech, "t">,
): string {
  if (rebased)
    return t(
      rebased.done > 0 && rebased.leftOut + rebased.open + rebased.decided === 0
        ? "rebasing.allDone"
        : "rebasing.noneLeft",
    );
  if (REACH_GOALS.some((one) => one === goal))
    return t(goal === "everybody" ? "plans.done" : "plans.noneBetter");
  if (!left.some(({ missing }) => missing > 0)) return t("plans.done");
  if (status !== "optimal" || isStopped || isApart) return t("plans.noneFound");
  return t(goal === "budget" ? "plans.nonePays" : "plans.noneCloses");
}

/** How much of what is missing is certain: rounded down, but where it is all of it. */
export function certainWords(
  certain: number,
  missing: number,
  unit: RuleUnit,
  { gist, providedGist }: Pick<Speech, "gist" | "providedGist">,
): string {
  return certain < missing ? providedGist(certain, unit) : gist(missing, unit);
}

/** The farthest walk there is, or a limit that takes it in: rounded up, so that who accepts as much as is told has it. */
export function farthestWords(walk: Metres): string {
  const step = walk < 10_000 ? 1 : 100;
  return formatMetres(Math.ceil(walk / step - SLACK) * step);
}

/** One shortage that no plan closes, and what would: room near by, a larger facility, or a longer walk. */
export function wayOutWords(way: WayOutFacts, words: Pick<Speech, "t" | "gist">): string {
  const { metric, unit, missing, zones, enlarge, walk } = way;
  const { t, gist } = words;
  const ways = [
    t("plans.ways.near", { amount: gist(missing, unit) }),
    ...(enlarge ? [t("plans.ways.enlarge", { facility: enlarge.facility, by: gist(enlarge.by, unit) })] : []),
    ...(walk
      ? [
          t("plans.ways.walk", {
            zone: walk.zone,
            limit: farthestWords(walk.limit),
            gives: gist(walk.gives, unit),
          }),
        ]
      : []),
  ];
  return t("plans.ways.line", {
    zones: namesWords(zones, words),
    metric: t(`judging.metric.${metric}`),
    missing: gist(missing, unit),
    ways: ways.join(t("plans.ways.or")),
  });
}

/** “走得慢（0.7 m/s）”, “文昌养老站停用”. */
export function caseWords({ of }: CaseFacts, { t }: Pick<Speech, "t">): string {
  switch (of.is) {
    case "as-given":
      return t("plans.cases.asGiven");
    case "speed":
      return t("plans.cases.speed", { times: formatNumber(of.times) });
    case "people":
      return t("plans.cases.people", {
        change: `${of.times < 1 ? "−" : "+"}${formatNumber(Math.round(Math.abs(of.times - 1) * 100))}`,
      });
    case "loss":
      return t("plans.cases.loss", { facility: of.facility });
  }
}

/** Why no choice of places answers a question of reach, and the ways out. */
function whyNotWords(why: WhyNotReached, { t, language }: Words): string {
  const within = "within" in why && why.within !== undefined ? farthestWords(why.within) : undefined;
  switch (why.is) {
    case "out-of-reach": {
      const named = why.zones.slice(0, MOST_ZONES_NAMED).join(language === "zh" ? "、" : ", ");
      const facts = { ...counted(why.zones.length), zones: named };
      return within === undefined
        ? t("plans.whyNot.outOfReach", facts)
        : t("plans.whyNot.outOfReachWithin", { ...facts, within });
    }
    case "no-second-site": {
      const named = why.zones.slice(0, MOST_ZONES_NAMED).join(language === "zh" ? "、" : ", ");
      const facts = { ...counted(why.zones.length), zones: named };
      return within === undefined
        ? t("plans.whyNot.noSecond", facts)
        : t("plans.whyNot.noSecondWithin", { ...facts, within });
    }
    case "too-few-places":
      return t("plans.whyNot.tooFewPlaces", { places: formatNumber(why.places) });
    case "too-few-to-serve":
      return within === undefined
        ? t("plans.whyNot.tooFewToServe", { can: formatNumber(why.can) })
        : t("plans.whyNot.tooFewToServeWithin", { can: formatNumber(why.can), within });
    case "too-many-wanted":
      return t("plans.whyNot.tooManyWanted", { wanted: formatNumber(why.wanted) });
  }
}

const MOST_ZONES_NAMED = 3;

/** Never further from what is known than it says: the bound is told in favour of other plans. */
function boundFacts({ of, best, bound }: SearchFacts, words: Words) {
  if (of === "gap") return { best: "", bound: "", gap: gapWords(best) };
  if (of === "cost") {
    const least = Math.floor(bound * 10 + 1e-6) / 10;
    const gap = best > 0 ? Math.max(0, best - bound) / best : 0;
    return { best: moneyWords(best, words), bound: moneyWords(least, words), gap: gapWords(gap) };
  }
  return {
    best: formatShare(best, 1),
    bound: `${formatNumber(Math.min(100, Math.ceil(bound * 1000 - 1e-6) / 10), 1)}${UNIT_SPACE}%`,
    gap: gapWords(Math.max(0, bound - best)),
  };
}

/** Per cent, rounded up: what is said is an upper limit. */
function gapWords(gap: number): string {
  return `${formatNumber(Math.ceil(gap * 1000 - 1e-6) / 10 + 0, 1)}${UNIT_SPACE}%`;
}

/** The share of what is missing that is closed, each metric counting the same. */
export function closedShare(of: readonly { readonly before: number; readonly missing: number }[]): number {
  const short = of.filter(({ before }) => before > 0);
  if (short.length === 0) return 1;
  const left = short.reduce((sum, { before, missing }) => sum + missing / before, 0);
  return Math.min(1, Math.max(0, 1 - left / short.length));
}
