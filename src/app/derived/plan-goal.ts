import { moneyWords } from "../../ui/plans/plan-words.ts";
import type { Speech } from "../../ui/words.ts";
import { type Asked, isOfReach, isOfRooms, type Spread } from "../state/plans.ts";

/** What a plan was asked for, in few words: “预算 2,000 万元”, “尽量补 · 每年 100 万元，结余留用 · 2026–2030”. */
export function goalWords(asked: Asked, words: Pick<Speech, "t" | "language">): string {
  const { t } = words;
  if (isOfReach(asked))
    return t(`plans.goalNames.${asked.goal.for}`, { subject: t(`judging.subject.${asked.goal.subject}`) });
  if (!isOfRooms(asked)) return t("plans.known.name");
  const { goal, years } = asked;
  // The page asks for one amount, the same in each year.
  const [each] = years?.yearly ?? [];
  const yearly =
    each !== undefined &&
    t(years?.carry ? "plans.eachYearCarried" : "plans.eachYear", { amount: moneyWords(each, words) });
  const budget = goal.for === "budget" ? yearly || moneyWords(goal.budget, words) : "";
  const name = t(`plans.goalNames.${goal.for}`, { budget });
  const parts = [name, goal.for !== "budget" && yearly, years && `${years.first}–${years.last}`];
  return parts.filter(Boolean).join(" · ");
}

/** What stays of a budget, 万元, where a plan is spread over years or no longer: its part of each year, or all of it. */
export function budgetOver(
  budget: number | undefined,
  was: Spread | undefined,
  is: Spread | undefined,
): number | undefined {
  if (budget === undefined || (was === undefined) === (is === undefined)) return budget;
  if (is) return Math.floor((budget / yearsIn(is)) * 10 + 1e-9) / 10;
  return was && Math.round(budget * yearsIn(was) * 10) / 10;
}

function yearsIn({ first, last }: Spread): number {
  return last - first + 1;
}
