import type { Language } from "./catalogue.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

/** What the files say that data is exported to, in one language; to be sent to whoever writes them. */
export function exportWords(language: Language) {
  const { exporting, judging, evidence, screen, parameters } = language === "zh" ? zh : en;
  const { verdict, metric, unit, level, severity, note } = judging;
  const { file, tables } = exporting;
  return {
    ...{ language, tables, verdict, metric, unit, level, severity, note },
    ...file,
    documentStatus: evidence.documentStatus,
    packStatus: screen.banner.packStatus,
    about: { ...file.about, method: parameters.supplies },
  };
}
