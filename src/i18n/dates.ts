import type { Language } from "./catalogue.ts";

/** The day of a moment in the reader's own time: `2026年11月26日`, `26 November 2026`. */
export function formatDay(moment: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { dateStyle: "long" }).format(
    new Date(moment),
  );
}
