import { type Exact, exact, over, plus, times } from "../../base/decimal.ts";
import type { CandidateSite } from "../../model/site.ts";
import type { Measure, MeasureKind, MeasureTerms } from "../measure.ts";

/** Cost and years as the terms take them to be. */
export type Spent = Pick<Measure, "cost" | "isCostAssumed" | "yearly" | "earliest" | "lifetime">;

/** What so many m² take by the terms. Without a year to plan from nothing is late. */
export function assumed(
  { costs, years }: MeasureTerms,
  kind: MeasureKind,
  area: Exact,
  year: number | undefined,
): Spent {
  const { perM2, once, yearly } = costs[kind];
  const { takes, lasts } = years[kind] ?? {};
  return {
    cost: plus(exact(once), times(exact(perM2), area)),
    isCostAssumed: true,
    ...(yearly !== undefined && { yearly: times(exact(yearly), area) }),
    ...(year !== undefined && takes !== undefined && { earliest: year + takes }),
    ...(lasts !== undefined && { lifetime: lasts }),
  };
}

/** The same, but what a site states comes first. Its costs are those of all of it; a part costs its part. */
export function spentAt(
  site: CandidateSite,
  terms: MeasureTerms,
  kind: MeasureKind,
  size: number,
  year: number | undefined,
): Spent {
  const part = (whole: number) => over(times(exact(whole), exact(size)), exact(site.usableArea ?? size));
  return {
    ...assumed(terms, kind, exact(size), year),
    ...(site.cost !== undefined && { cost: part(site.cost), isCostAssumed: false }),
    ...(site.yearlyCost !== undefined && { yearly: part(site.yearlyCost) }),
    ...(site.earliest !== undefined && { earliest: notBefore(year, site.earliest) }),
    ...(site.usableYears !== undefined && { lifetime: site.usableYears }),
  };
}

/**
 * The first year in which something can serve that is stated to from a year on: not before the one that plans begin in. A lifetime
 * counts from whenever it begins.
 */
export function notBefore(year: number | undefined, stated: number): number {
  return Math.max(stated, year ?? stated);
}
