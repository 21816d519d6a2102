import { toNumber } from "../../core/base/decimal.ts";
import { gapOf, type Lacking, type PlanAnswer } from "../../core/plan/plan-answer.ts";

/** Why a plan is no better, and the way out; `null` where it is the best there is. */
export function reasonOf(answer: PlanAnswer, rounds: number, gap: number): string | null {
  const { status, lacking, missing } = answer;
  switch (status) {
    case "optimal":
      return missing.length > 0
        ? null
        : "No rule in use asks existing zones for an amount within their circle, so that nothing can be told to be short: the standard gives no number, or no such zone is there.";
    case "feasible":
      return (gapOf(answer) ?? 0) <= gap
        ? "It is proved to be within the gap that was asked for; whether it is the best was not looked into."
        : `${rounds} rounds ended before it was proved whether this is the best. Give more --rounds or --nodes.`;
    case "unknown":
      return `${rounds} rounds ended before any plan was found. Give more --rounds.`;
    case "infeasible":
      return lacking.length === 0
        ? "At every place only one of its measures can be done, and no choice of them does what is asked, with something at every place of --with. Leave places out of --with, give more sites or a larger budget, or ask for --for most."
        : `${lacking.length === 1 ? "One shortage stays" : `${lacking.length} shortages stay`} with everything done that can be: ${lacking.slice(0, MOST_NAMED).map(lackWords).join("; ")}${lacking.length > MOST_NAMED ? "; …" : ""}. Give sites for rooms of that size within reach of these zones, or ask for the most that a budget does.`;
  }
}

function lackWords({ metric, zones, missing }: Lacking): string {
  const amount = Math.ceil(toNumber(missing) * 100) / 100;
  const unit = metric === "childcare_slots" ? "slots" : metric === "beds" ? "beds" : "m²";
  const [first, ...others] = zones;
  const who = others.length === 0 ? first : `${first} and ${others.length} more`;
  return `${amount} ${unit} of ${WORDS[metric] ?? metric} of zone ${who}`;
}

const WORDS: Readonly<Record<string, string>> = {
  elderly_building_area: "rooms for the elderly",
  childcare_slots: "childcare",
  childcare_building_area: "rooms for childcare",
};
const MOST_NAMED = 3;
