import { expect, it } from "vitest";
import { dueDates } from "../../../src/core/standards/due-dates.ts";
import type { RulePack } from "../../../src/core/standards/rule-pack.ts";
import { shippedStandards } from "../../../src/io/standards/shipped.ts";

const XUZHOU = shippedStandards().packs.find(({ id }) => id === "xuzhou-2022") as RulePack;

it("counts days to the last day of the year that targets are stated for, and says how long one is over", () => {
  const on = (day: string) => dueDates(XUZHOU, day).targets.map(({ year, daysLeft }) => [year, daysLeft]);
  // 31 − 27 days of November 2025 and 31 of December.
  expect(on("2025-11-27")).toEqual([[2025, 34]]);
  expect(on("2025-12-31")).toEqual([[2025, 0]]);
  expect(on("2026-01-01")).toEqual([[2025, -1]]);
  // 365 days to 31 December 2026, less 34.
  expect(on("2026-11-27")).toEqual([[2025, -331]]);
  expect(dueDates(XUZHOU, "2026-11-27").validTo).toEqual({ due: "2025-12-31", daysLeft: -331 });
});

it("tells of each rule its last target alone, years ascending", () => {
  const rule = (targetByYear: Record<string, number>) => ({ ...XUZHOU.rules[0], targetByYear });
  const rules = [
    rule({ 2027: 1, 2030: 2 }),
    rule({ 2025: 1, 2027: 2 }),
    rule({ 2030: 2 }),
  ] as unknown as RulePack["rules"];
  const { targets, validTo } = dueDates({ rules }, "2026-11-27");
  expect(targets.map(({ due, titles, daysLeft }) => [due, titles.length, daysLeft])).toEqual([
    ["2027-12-31", 1, 399],
    // 1,461 days of four years, 2028 being a leap year, and 34.
    ["2030-12-31", 2, 1495],
  ]);
  expect(validTo).toBeUndefined();
});

it("gives no due day to years whose beginning nobody states, but one if they began today", () => {
  const [remedy, ...others] = dueDates(XUZHOU, "2028-02-29").remedies;
  expect(others).toEqual([]);
  expect(remedy).toMatchObject({
    years: 4,
    startStated: false,
    fromNow: { due: "2032-02-29", daysLeft: 1461 },
  });
});
