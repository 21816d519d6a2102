import type { Language } from "./catalogue.ts";

/** The day of a moment in the reader's own time: `2026年11月26日`, `26 November 2026`. */
export function formatDay(moment: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { dateStyle: "long" }).format(
    new Date(moment),
  );
}

/** A moment in the reader's own time, to the minute: `2026年11月26日 11:20`, `26 Nov 2026, 11:20`. */
export function formatMoment(moment: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    dateStyle: language === "zh" ? "long" : "medium",
    timeStyle: "short",
  }).format(new Date(moment));
}
