import type { Day } from "./units.ts";

/** Whether the text is a day of the calendar as `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [month, day] = [monthOf(text), dateOf(text)];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(yearOf(text), month);
}

/**
 * The corresponding day some years later, months being whole: the last day of its month where there is none, so that
 * 29 February and five years are 28 February (民法典 art. 202). `years` may be a part of twelfths.
 */
export function yearsAfter(start: Day, years: number): Day {
  const [year, month, day] = parts(start);
  const months = year * 12 + (month - 1) + Math.round(years * 12);
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return written(toYear, toMonth, Math.min(day, daysOfMonth(toYear, toMonth)));
}

/** Days from one day to another; negative if `to` is before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return serial(to) - serial(from);
}

function daysOfMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function serial(day: Day): number {
  const [year, month, date] = parts(day);
  return Math.round(Date.UTC(year, month - 1, date) / MS_PER_DAY);
}

function parts(day: string): [year: number, month: number, day: number] {
  return [yearOf(day), monthOf(day), dateOf(day)];
}

function yearOf(day: string): number {
  return 100 * twoDigits(day, 0) + twoDigits(day, 2);
}

function monthOf(day: string): number {
  return twoDigits(day, 5);
}

function dateOf(day: string): number {
  return twoDigits(day, 8);
}

function twoDigits(day: string, at: number): number {
  return 10 * (day.charCodeAt(at) - ZERO) + day.charCodeAt(at + 1) - ZERO;
}

const ZERO = "0".charCodeAt(0);

function written(year: number, month: number, day: number): Day {
  const two = (number: number) => number.toString().padStart(2, "0");
  return `${year.toString().padStart(4, "0")}-${two(month)}-${two(day)}`;
}

const MS_PER_DAY = 86_400_000;
