import type { Pipeline } from "../../core/analysis/pipeline.ts";
import { issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import type { Drive } from "../../core/base/work.ts";
import { zipped } from "../packing.ts";
import { aboutExport } from "./about.ts";
import type { ExportWords } from "./export-words.ts";
import { csvFile } from "./formats/csv-file.ts";
import type { Encoding, ExportFormat, Written } from "./formats/export-format.ts";
import { geojsonFile } from "./formats/geojson-file.ts";
import { geopackageFile } from "./formats/geopackage-file.ts";
import { geoparquetFile } from "./formats/geoparquet-file.ts";
import { workbookFile } from "./formats/workbook-file.ts";
import { deficitTable } from "./tables/deficit-table.ts";
import { DATUM_NAMES, type ExportDatum, type ExportTable, type TableName } from "./tables/export-table.ts";
import { facilityTable } from "./tables/facility-table.ts";
import { rollUpTable } from "./tables/roll-up-table.ts";
import { siteTable } from "./tables/site-table.ts";
import { unitTable } from "./tables/unit-table.ts";
import { zoneTable } from "./tables/zone-table.ts";

export const EXPORT_FORMATS = ["csv", "xlsx", "geojson", "gpkg", "geoparquet"] as const;
export type ExportFormatName = (typeof EXPORT_FORMATS)[number];

/** What is to be taken out, and how. */
export interface ExportChoices {
  readonly format: ExportFormatName;
  readonly datum: ExportDatum;
  /** Of CSV; the other formats have one of their own. */
  readonly encoding: Encoding;
  /** Of a workbook: a sheet for each 街道 instead of one for each table. */
  readonly sheets: "tables" | "streets";
  /** In the order of `TABLE_NAMES`; tables without rows are left out, unless none has any. */
  readonly tables: readonly TableName[];
}

export interface ExportFile {
  /** Says what is in it and in which coordinates. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The files of an analysis and its project, in the language of the words. `title`: what the project is called; it begins
 * the names of the files unless it is empty. Refused if a file would be too large. The same content gives the same bytes.
 */
export async function exportFiles(
  pipeline: Pipeline,
  choices: ExportChoices,
  title: string,
  words: ExportWords,
  drive: Drive,
): Promise<Outcome<readonly ExportFile[]>> {
  const { datum, encoding } = choices;
  const { extension, together, mostCells = Infinity, write } = FORMATS[choices.format];
  const asked = choices.tables.map((name) => TABLES[name](pipeline, words, datum));
  const filled = asked.filter(({ length }) => length > 0);
  const tables = filled.length > 0 ? filled : asked.slice(0, 1);
  const cells = tables.reduce((sum, { length, columns }) => sum + length * columns.length, 0);
  if (cells > mostCells) return refused(issue("export.too-large", "error", { cells, most: mostCells }));
  const how: Written = {
    ...{ datum, encoding, words },
    byStreet: choices.sheets === "streets" ? BY_STREET : NONE,
    about: aboutExport(pipeline, title, words, datum),
  };
  const named = (what: string | undefined) =>
    `${[safe(title), what, DATUM_NAMES[datum]].filter(Boolean).join("-")}.${extension}`;
  if (together) return done([{ name: named(undefined), bytes: await write(tables, how, drive) }]);
  const files: ExportFile[] = [];
  for (const table of tables) {
    files.push({ name: named(words.tables[table.name]), bytes: await write([table], how, drive) });
  }
  return done(files);
}

/** The same as one file to be saved: itself where there is one, else all in a zip, which an import reads as well. */
export async function exportFile(
  ...[pipeline, choices, title, words, drive]: Parameters<typeof exportFiles>
): Promise<Outcome<ExportFile>> {
  const files = await exportFiles(pipeline, choices, title, words, drive);
  if (!files.ok) return files;
  const [only, ...others] = files.value;
  if (only !== undefined && others.length === 0) return done(only);
  const name = [safe(title), choices.format, DATUM_NAMES[choices.datum]].filter(Boolean).join("-");
  return done({ name: `${name}.zip`, bytes: zipped(files.value) });
}

const FORMATS: Readonly<Record<ExportFormatName, ExportFormat>> = {
  csv: csvFile,
  xlsx: workbookFile,
  geojson: geojsonFile,
  gpkg: geopackageFile,
  geoparquet: geoparquetFile,
};

const TABLES: Readonly<
  Record<TableName, (pipeline: Pipeline, words: ExportWords, datum: ExportDatum) => ExportTable>
> = {
  zones: zoneTable,
  facilities: facilityTable,
  units: ({ project }, words, datum) => unitTable(project, words, datum),
  sites: ({ project }, words, datum) => siteTable(project, words, datum),
  rollup: rollUpTable,
  deficits: deficitTable,
};

const BY_STREET: ReadonlySet<TableName> = new Set(["zones", "facilities", "deficits"]);
const NONE: ReadonlySet<TableName> = new Set();

/** A name that no system takes for a folder. */
function safe(title: string): string {
  const plain = title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").trim();
  return plain.replace(/^\.+/, "");
}
