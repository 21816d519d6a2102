import { parametersBy } from "../../src/core/analysis/parameters-by.ts";
import { openPipeline, type Pipeline } from "../../src/core/analysis/pipeline.ts";
import { finish } from "../../src/core/base/work.ts";
import type { Project } from "../../src/core/model/project.ts";
import { exportWords } from "../../src/i18n/export-words.ts";
import { type ExportChoices, type ExportFile, exportFiles } from "../../src/io/export/export-files.ts";
import { TABLE_NAMES } from "../../src/io/export/tables/export-table.ts";
import { shippedStandards } from "../../src/io/standards/shipped.ts";
import { atOnce } from "./at-once.ts";
import { value } from "./outcomes.ts";

export function analysed(project: Project): Pipeline {
  const standards = shippedStandards();
  return value(finish(openPipeline(project, standards, parametersBy({}, standards, undefined))));
}

/** The files of a project in a format, in WGS84, UTF-8 and Chinese; say what differs. */
export async function exported(
  project: Project,
  choices: Partial<ExportChoices> & Pick<ExportChoices, "format">,
  language: "zh" | "en" = "zh",
): Promise<readonly ExportFile[]> {
  const all = { datum: "wgs84", encoding: "utf-8", sheets: "tables", tables: TABLE_NAMES } as const;
  return value(
    await exportFiles(analysed(project), { ...all, ...choices }, "城", exportWords(language), atOnce),
  );
}
