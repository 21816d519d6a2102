import { moneyWords } from "../../ui/plans/plan-words.ts";
import type { Speech } from "../../ui/words.ts";
import { type Asked, isOfReach, isOfRooms } from "../state/plans.ts";

/** What a plan was asked for, in few words: “预算 2,000 万元 · 2026–2030”. */
export function goalWords(asked: Asked, words: Pick<Speech, "t" | "language">): string {
  const { t } = words;
  if (isOfReach(asked))
    return t(`plans.goalNames.${asked.goal.for}`, { subject: t(`judging.subject.${asked.goal.subject}`) });
  if (!isOfRooms(asked)) return t("plans.known.name");
  const { goal, years } = asked;
  const budget = goal.for === "budget" ? moneyWords(goal.budget, words) : "";
  const name = t(`plans.goalNames.${goal.for}`, { budget });
  return years ? `${name} · ${years.first}–${years.last}` : name;
}
