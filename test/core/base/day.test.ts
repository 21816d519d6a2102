import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysBetween, isDay, yearsAfter } from "../../../src/core/base/day.ts";

describe("days", () => {
  it("are days of the calendar", () => {
    expect(["2024-02-29", "2025-12-31"].every(isDay)).toBe(true);
    expect(["2023-02-29", "2025-13-01", "2025-1-1", "2025-00-10", "1900-02-29", "today"].some(isDay)).toBe(
      false,
    );
  });

  it("have a corresponding day years later, or the last of its month", () => {
    expect(yearsAfter("2024-03-01", 5)).toBe("2029-03-01");
    expect(yearsAfter("2024-02-29", 5)).toBe("2029-02-28");
    expect(yearsAfter("2020-02-29", 4)).toBe("2024-02-29");
    expect(yearsAfter("2022-12-31", 4)).toBe("2026-12-31");
    expect(yearsAfter("2022-08-31", 0.5)).toBe("2023-02-28");
  });

  it("are counted over leap years: 2024 has 366", () => {
    expect(daysBetween("2024-01-01", "2025-01-01")).toBe(366);
    expect(daysBetween("2026-12-31", "2026-11-21")).toBe(-40);
  });

  it("lie 365 or 366 days apart from year to year", () => {
    const days = fc.date({ min: new Date("1950-01-01"), max: new Date("2150-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(isDay(day)).toBe(true);
        expect(isDay(yearsAfter(day, 1))).toBe(true);
        expect([365, 366]).toContain(daysBetween(day, yearsAfter(day, 1)));
      }),
      { seed: 1 },
    );
  });
});
