import { compare, type Exact, toNumber, ZERO } from "../../core/base/decimal.ts";
import type { Lacking } from "../../core/plan/choice-among.ts";
import { gapOf, type PlanAnswer } from "../../core/plan/plan-answer.ts";
import type { WayOut } from "../../core/plan/ways-out.ts";

/** Why a plan is no better, and the way out; `null` where it is the best there is. */
export function reasonOf(answer: PlanAnswer, rounds: number, gap: number): string | null {
  const { status, lacking, missing, waysOut } = answer;
  switch (status) {
    case "optimal":
      if (answer.isIdle && missing.some(({ after }) => compare(after, ZERO) > 0))
        return "There is nothing to choose from: no site, no rooms that are to come and no facility that could be more gives anybody anything. Give candidate sites (import --sites), or --grid METRES where the project has none.";
      return missing.length > 0
        ? null
        : "No rule in use asks existing zones for an amount within their circle, so that nothing can be told to be short: the standard gives no number, or no such zone is there.";
    case "feasible":
      if (answer.isApart)
        return "Some rooms get in each other's way (suspected duplicates, or several rooms of one zone), so that counting the plan anew finds otherwise than plans were weighed by: what is missing is as counted, and nothing is proved to be the best. Decide on suspected duplicates first.";
      return (gapOf(answer) ?? 0) <= gap
        ? "It is proved to be within the gap that was asked for; whether it is the best was not looked into."
        : `${rounds} rounds ended before it was proved whether this is the best. Give more --rounds or --nodes.`;
    case "unknown":
      if (answer.isApart)
        return "Some rooms get in each other's way (suspected duplicates, or several rooms of one zone), so that it is not proved that nothing closes everything: no plan was found that does, by what plans are weighed by. Decide on suspected duplicates first, or ask for --for most.";
      return `${rounds} rounds ended before any plan was found. Give more --rounds.`;
    case "infeasible":
      return [infeasible(lacking), ...waysOut.slice(0, MOST_NAMED).map(wayWords)].join(" ");
  }
}

function infeasible(lacking: readonly Lacking[]): string {
  return lacking.length === 0
    ? "At every place only one of its measures can be done, and no choice of them does what is asked, with something at every place of --with. Leave places out of --with, give more sites or a larger budget, or ask for --for most."
    : `${lacking.length === 1 ? "At least one shortage stays" : `At least ${lacking.length} shortages stay`} with everything done that can be, with at least this missing: ${lacking.slice(0, MOST_NAMED).map(lackWords).join("; ")}${lacking.length > MOST_NAMED ? "; …" : ""}. Give sites for rooms of that size within reach of these zones, or ask for the most that a budget does.`;
}

/** A shortage that even the plan that closes most leaves, and what would end it. */
function wayWords({ metric, zones, missing, enlarge, walk }: WayOut): string {
  const ways = [
    `give sites for so much within reach of ${zones.length === 1 ? "that zone" : "these zones"}`,
    ...(enlarge ? [`enlarge ${enlarge.facility} by ${amountWords(metric, enlarge.by)}`] : []),
    ...(walk
      ? [
          `accept a limit of ${Math.ceil(walk.limit)} m for zone ${walk.zone}, which gives ${amountWords(metric, walk.gives)} of it`,
        ]
      : []),
  ];
  return `${lackWords({ metric, zones, missing })} stay missing in the plan that closes most: ${ways.join(", or ")}.`;
}

function lackWords({ metric, zones, missing }: Lacking): string {
  const [first, ...others] = zones;
  const who = others.length === 0 ? first : `${first} and ${others.length} more`;
  return `${amountWords(metric, missing)} of ${WORDS[metric] ?? metric} of zone ${who}`;
}

/** Rounded up, so that it is enough. */
function amountWords(metric: string, amount: Exact): string {
  const unit = metric === "childcare_slots" ? "slots" : metric === "beds" ? "beds" : "m²";
  return `${Math.ceil(toNumber(amount) * 100) / 100} ${unit}`;
}

const WORDS: Readonly<Record<string, string>> = {
  elderly_building_area: "rooms for the elderly",
  childcare_slots: "childcare",
  childcare_building_area: "rooms for childcare",
};
const MOST_NAMED = 3;
