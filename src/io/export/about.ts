import type { Pipeline } from "../../core/analysis/pipeline.ts";
import type { ExportWords } from "./export-words.ts";
import type { ExportDatum } from "./tables/export-table.ts";
import { MARKS } from "./tables/marks.ts";

/** One thing that is to be known of what was taken out. */
export interface AboutLine {
  readonly what: string;
  readonly said: string;
}

/** Of what project the tables are, in which coordinates, by which standards and parameters they were worked out. */
export function aboutExport(
  { project, packs, parameters, results }: Pipeline,
  title: string,
  words: ExportWords,
  datum: ExportDatum,
): readonly AboutLine[] {
  const { about, language } = words;
  const { semicolon, bracketed } = MARKS[language];
  const standards = packs.value.packs.map(({ pack }) => {
    const until = pack.validTo === undefined ? [] : [about.validTo.replace("{{date}}", pack.validTo)];
    const remarks = [words.packStatus[pack.status], ...until].join(semicolon);
    return { what: about.standard, said: `${pack.title[language]}${bracketed(remarks)}` };
  });
  const { reach, detour, cap } = parameters;
  const walks =
    reach === "network"
      ? about.streets.replace("{{cap}}", String(cap))
      : about.straight.replace("{{detour}}", String(detour));
  return [
    { what: about.project, said: title },
    { what: about.origin.title, said: about.origin[project.origin] },
    { what: about.asOf, said: project.asOf ?? about.unknown },
    { what: about.coordinates, said: about.datum[datum] },
    ...standards,
    { what: about.supply, said: about.method[parameters.supply] },
    { what: about.walks, said: walks },
    { what: about.key, said: results.key },
    { what: about.empty, said: about.emptySaid },
    { what: about.again, said: about.againSaid },
  ];
}
