import type { LocateAsked, PlanAsked } from "../../../workers/plan-tasks.ts";
import { CARE_SUBJECTS } from "../../core/model/facility-kind.ts";
import { counted, formatNumber } from "../../i18n/numbers.ts";
import type { AskedFacts } from "../../ui/plans/asked-facts.ts";
import { moneyWords } from "../../ui/plans/plan-words.ts";
import type { Speech } from "../../ui/words.ts";
import { type Asked, equityOf, isOfReach, isOfRooms, type Spread } from "../state/plan-asked.ts";
import type { Scenario } from "../state/plan-made.ts";

/** What a plan was asked for, in full. */
export function askedFacts(asked: Asked, words: Pick<Speech, "t" | "language">): AskedFacts {
  const { t } = words;
  if (isOfReach(asked)) {
    const { goal } = asked;
    const terms = [
      t(`judging.subject.${goal.subject}`),
      ...("count" in goal ? [t("plans.askedCount", counted(goal.count))] : []),
      ...("backup" in goal && goal.backup ? [t("plans.askedBackup")] : []),
    ];
    return { question: t(`plans.goals.${goal.for}`), terms };
  }
  if (!isOfRooms(asked)) return { question: t("plans.known.name"), terms: [] };
  const { goal, years, doubt } = asked;
  const yearly = yearlyWords(asked, words);
  const terms = [
    CARE_SUBJECTS.map((subject) => t(`judging.subject.${subject}`)).join(t("screen.headline.and")),
    yearly ??
      (goal.for === "budget" ? t("plans.goalNames.budget", { budget: moneyWords(goal.budget, words) }) : ""),
    years ? `${years.first}–${years.last}` : "",
    doubt ? t(`plans.doubts.${doubt}`) : "",
    asked.equity !== undefined ? t(`plans.equities.${equityOf(asked)}`) : "",
  ];
  return { question: t(`plans.goals.${goal.for}`), terms: terms.filter(Boolean) };
}

/** The same in one line. */
export function askedWords(asked: Asked, words: Pick<Speech, "t" | "language">): string {
  const { question, terms } = askedFacts(asked, words);
  return [question, ...terms].join(" · ");
}

/** What a plan was asked for, in few words: “预算 2,000 万元”, “尽量补 · 每年 100 万元，结余留用 · 2026–2030”. */
export function goalWords(asked: Asked, words: Pick<Speech, "t" | "language">): string {
  const { t } = words;
  if (isOfReach(asked))
    return t(`plans.goalNames.${asked.goal.for}`, { subject: t(`judging.subject.${asked.goal.subject}`) });
  if (!isOfRooms(asked)) return t("plans.known.name");
  const { goal, years } = asked;
  const yearly = yearlyWords(asked, words);
  const budget = goal.for === "budget" ? yearly || moneyWords(goal.budget, words) : "";
  const name = t(`plans.goalNames.${goal.for}`, { budget });
  const parts = [
    name,
    goal.for !== "budget" && yearly,
    years && `${years.first}–${years.last}`,
    asked.equity !== undefined && t(`plans.equities.${equityOf(asked)}`),
  ];
  return parts.filter(Boolean).join(" · ");
}

/** What a kept plan is called: its number, what it was asked for and what it costs as it is now. */
export function keptName(
  { number, asked, found }: Pick<Scenario, "number" | "asked" | "found">,
  words: Pick<Speech, "t" | "language">,
): string {
  const [goal, cost] = [goalWords(asked, words), moneyWords(found.cost, words)];
  return words.t("plans.keptName", { number: formatNumber(number), goal, cost });
}

/** Whether a question as it is set now is another than was asked; of what comes anyway nothing was. */
export function isAskedOtherwise(asked: Asked, now: PlanAsked | LocateAsked | undefined): boolean {
  return asked.goal.for !== "known" && JSON.stringify(asked) !== JSON.stringify(now);
}

/** The page asks for one amount, the same in each year. */
function yearlyWords({ years }: PlanAsked, words: Pick<Speech, "t" | "language">): string | undefined {
  const [each] = years?.yearly ?? [];
  if (each === undefined) return undefined;
  const key = years?.carry ? "plans.eachYearCarried" : "plans.eachYear";
  return words.t(key, { amount: moneyWords(each, words) });
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
