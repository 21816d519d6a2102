import type { Exact } from "../base/decimal.ts";
import { lackOfCases, overCases, type PlanCase } from "./cases.ts";
import type { ChoiceAmong } from "./choice-among.ts";
import type { Started } from "./counted-years.ts";
import type { PlanAsked } from "./plan-answer.ts";
import type { PlanQuestion } from "./plan-question.ts";
import { overYears, serves } from "./years.ts";

/** What is asked, spread over years and cases: one problem that holds a copy of every metric for each. */
export interface SpreadQuestion {
  ask(cases: readonly PlanCase[]): PlanQuestion;
  /** What is done of that problem, as measures that begin in a year; in year 0 where there are none. */
  startsOf(done: Uint8Array | undefined): readonly Started[];
  /** By year: which of the measures work in it. */
  eachOf(done: Uint8Array | undefined): readonly Uint8Array[];
  /** The same of the last year. */
  lastOf(done: Uint8Array | undefined): Uint8Array;
}

/** @param weights by metric of a case, what one m² or slot that is missing counts */
export function spreadQuestion(
  { problem, measures }: ChoiceAmong,
  weights: readonly Exact[],
  { years, doubt = "worst" }: Pick<PlanAsked, "years" | "doubt">,
): SpreadQuestion {
  const yearCount = years?.years.length ?? 1;
  const starts = years && overYears(problem, measures, years).starts;
  function startsOf(done: Uint8Array | undefined): readonly Started[] {
    return [...(done ?? [])].flatMap((isDone, at) => {
      const { action, year } = starts?.[at] ?? { action: at, year: 0 };
      const measure = measures[action];
      return isDone === 1 && measure ? [{ measure, year }] : [];
    });
  }
  function workingIn(year: number, done: Uint8Array | undefined): Uint8Array {
    const working = new Set(
      startsOf(done).flatMap(({ measure, year: start }) =>
        !years || serves(measure, start, year) ? [measure] : [],
      ),
    );
    return Uint8Array.from(measures, (each) => (working.has(each) ? 1 : 0));
  }
  return {
    ask(cases) {
      const wide = overCases(problem, cases);
      const lacks = (isCounted: (year: number) => boolean) =>
        lackOfCases(cases, weights, doubt, yearCount, isCounted);
      return {
        ...(years ? overYears(wide, measures, years) : { problem: wide, purses: [] }),
        last: lacks((year) => year === yearCount - 1),
        ...(years && { all: lacks(() => true) }),
      };
    },
    startsOf,
    eachOf: (done) => (years?.years ?? [0]).map((year) => workingIn(year, done)),
    lastOf: (done) => workingIn(years?.years.at(-1) ?? 0, done),
  };
}
