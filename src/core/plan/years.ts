import { type Exact, plus, ZERO } from "../base/decimal.ts";
import type { Measure } from "./measure.ts";
import type { Purse } from "./plan-aim.ts";
import type { PlanAction, PlanProblem } from "./plan-problem.ts";

/** Years that a plan is spread over, and the money of each. */
export interface Horizon {
  /** Calendar years, one after the other. */
  readonly years: readonly number[];
  /** By year: what may be spent in it, 万元; absent: as much as it takes. */
  readonly yearly?: readonly Exact[];
  /** What is not spent is there in the next year; otherwise it lapses. */
  readonly carry: boolean;
}

/** When a measure can serve, and what it costs by year. */
export type MeasureTimes = Pick<Measure, "yearly" | "earliest" | "lifetime">;

/** An action that begins in a year. */
export interface Start {
  /** Place among the actions that are not spread yet. */
  readonly action: number;
  readonly year: number;
}

export interface YearlyProblem {
  /** Its metrics are those of the problem, year after year; its actions are starts. */
  readonly problem: PlanProblem;
  /** By action. */
  readonly starts: readonly Start[];
  /** By year, where money is given by year. */
  readonly purses: readonly Purse[];
}

/**
 * A problem over several years: every action may begin in each year in which it can serve, gives what it gives in each year
 * until its time is over, and costs its first cost in the year in which it begins and its yearly one in each in which it
 * serves. At one place one action begins in all the years.
 */
export function overYears(
  problem: PlanProblem,
  timesOf: readonly MeasureTimes[],
  { years, yearly, carry }: Horizon,
): YearlyProblem {
  const { metrics, actions, required } = problem;
  const starts = actions.flatMap((_, action) =>
    years.flatMap((year) => (serves(timesOf[action] ?? {}, year, year) ? [{ action, year }] : [])),
  );
  const spent = starts.map(({ action, year: start }) =>
    years.map((year) => costIn(actions[action] as PlanAction, timesOf[action] ?? {}, start, year)),
  );
  return {
    problem: {
      metrics: years.flatMap(() => metrics),
      actions: starts.map(({ action, year: start }, at) => {
        const { id, place, gives } = actions[action] as PlanAction;
        return {
          ...{ id: `${id} ${start}`, place },
          cost: (spent[at] ?? []).reduce(plus, ZERO),
          gives: years.flatMap((year, later) =>
            serves(timesOf[action] ?? {}, start, year)
              ? gives.map((gift) => ({ ...gift, metric: later * metrics.length + gift.metric }))
              : [],
          ),
        };
      }),
      required,
    },
    starts,
    purses: (yearly ?? []).map((money, at) => {
      const from = carry ? 0 : at;
      return {
        costs: spent.map((byYear) => byYear.slice(from, at + 1).reduce(plus, ZERO)),
        most: carry ? (yearly ?? []).slice(0, at + 1).reduce(plus, ZERO) : money,
      };
    }),
  };
}

/** Whether what begins in `start` serves in that year. */
export function serves({ earliest, lifetime }: MeasureTimes, start: number, year: number): boolean {
  return start >= (earliest ?? start) && year >= start && (lifetime === undefined || year < start + lifetime);
}

/** What it costs in that year, 万元. */
export function costIn(
  { cost }: Pick<Measure, "cost">,
  measure: MeasureTimes,
  start: number,
  year: number,
): Exact {
  const running = serves(measure, start, year) ? (measure.yearly ?? ZERO) : ZERO;
  return year === start ? plus(cost, running) : running;
}

/** What it costs within these years, 万元. */
export function costWithin(
  measure: Pick<Measure, "cost"> & MeasureTimes,
  start: number,
  years: readonly number[],
): Exact {
  return years.map((year) => costIn(measure, measure, start, year)).reduce(plus, ZERO);
}
