import { daysBetween, yearsAfter } from "../base/day.ts";
import type { Day, Year } from "../base/units.ts";
import type { Text } from "./clause.ts";
import type { Rule } from "./rule.ts";
import type { RulePack } from "./rule-pack.ts";
import { yearsStated } from "./target-year.ts";

/** By when a pack wants something, held against a day. */
export interface DueDates {
  /** By year, ascending: rules whose last target is stated for it. A target of a year is due on its last day. */
  readonly targets: readonly (DueDay & { readonly year: Year; readonly titles: readonly Text[] })[];
  /** The last day that the documents hold for. */
  readonly validTo?: DueDay;
  /** Rules that give a shortage so many years to be made good. */
  readonly remedies: readonly RemedyPeriod[];
}

/** `daysLeft` counts whole days from the day that it is told on: 0 on the due day, which is in time; negative once overdue. */
export interface DueDay {
  readonly due: Day;
  readonly daysLeft: number;
}

/** Where the document does not say when the years begin there is no due day; `fromNow`: if they began on the day of telling. */
export interface RemedyPeriod {
  readonly title: Text;
  readonly years: number;
  readonly startStated: boolean;
  readonly fromNow: DueDay;
}

/** What a pack states, told on a day. */
export function dueDates({ validTo, rules }: Pick<RulePack, "validTo" | "rules">, on: Day): DueDates {
  const dueOn = (due: Day): DueDay => ({ due, daysLeft: daysBetween(on, due) });
  const byYear = new Map<Year, Rule[]>();
  for (const rule of rules) {
    const last = "targetByYear" in rule ? yearsStated(rule.targetByYear).at(-1) : undefined;
    if (last !== undefined) byYear.set(last, [...(byYear.get(last) ?? []), rule]);
  }
  return {
    targets: [...byYear]
      .sort(([one], [other]) => one - other)
      .map(([year, of]) => ({ year, titles: of.map(({ title }) => title), ...dueOn(lastDayOf(year)) })),
    ...(validTo !== undefined && { validTo: dueOn(validTo) }),
    remedies: rules.flatMap(({ title, deadline }) =>
      deadline ? [{ title, ...deadline, fromNow: dueOn(yearsAfter(on, deadline.years)) }] : [],
    ),
  };
}

function lastDayOf(year: Year): Day {
  return `${year}-12-31`;
}
