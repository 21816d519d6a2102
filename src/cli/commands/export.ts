import { parametersBy } from "../../core/analysis/parameters-by.ts";
import { openPipeline } from "../../core/analysis/pipeline.ts";
import type { Issue } from "../../core/base/issue.ts";
import { withCustomPacks } from "../../core/standards/standards.ts";
import { LANGUAGES, sentenceFor } from "../../i18n/catalogue.ts";
import { exportWords } from "../../i18n/export-words.ts";
import { EXPORT_FORMATS, type ExportChoices, exportFiles } from "../../io/export/export-files.ts";
import { ENCODINGS } from "../../io/export/formats/export-format.ts";
import { EXPORT_DATUMS, TABLE_NAMES, type TableName } from "../../io/export/tables/export-table.ts";
import { shippedStandards } from "../../io/standards/shipped.ts";
import { theOne } from "../arguments.ts";
import { type Arguments, type Command, UsageError } from "../command.ts";
import { projectIn } from "../read-project.ts";

export const exportCommand: Command = {
  name: "export",
  summary: "writes zones, facilities, roll-up and deficits as tables and layers",
  usage:
    "P.quan --out DIR --format csv|xlsx|geojson|gpkg|geoparquet [--encoding utf-8|gb18030] [--datum wgs84|gcj02] [--sheets street] [--tables zones,deficits] [--lang zh|en]",
  options: {
    out: { takes: "text", what: "the folder to write the files to" },
    format: { takes: "text", what: EXPORT_FORMATS.join(", ") },
    encoding: { takes: "text", what: "of CSV: utf-8 with a byte order mark (unless given), or gb18030" },
    datum: { takes: "text", what: "wgs84 (also CGCS2000, unless given) or gcj02; the file names say which" },
    sheets: { takes: "text", what: "street: a workbook with a sheet for each 街道" },
    tables: { takes: "text", what: `some of ${TABLE_NAMES.join(", ")}, with commas; all unless given` },
    lang: { takes: "text", what: "language of headings and words: zh (unless given) or en" },
  },
  async run(args, host) {
    const path = theOne("project file", args, exportCommand);
    const out = args.required("out");
    const choices = choicesOf(args);
    const words = exportWords(args.choice("lang", LANGUAGES) ?? "zh");
    const project = await projectIn(path, host);
    const known = withCustomPacks(shippedStandards(), project.customPacks);
    const parameters = parametersBy(project.parameters ?? {}, known, project.pack);
    const opened = await host.drive(openPipeline(project, shippedStandards(), parameters));
    if (!opened.ok) throw refusalBy(opened.issues);
    const exported = await exportFiles(opened.value, choices, stemOf(path), words, (work) =>
      host.drive(work),
    );
    if (!exported.ok) throw refusalBy(exported.issues);
    const files = exported.value;
    for (const { name, bytes } of files) await host.write(`${out}/${name}`, bytes);
    const names = files.map(({ name }) => name);
    await host.print(
      args.given("json")
        ? `${JSON.stringify({ out, files: names })}\n`
        : `${names.map((name) => `${out}/${name}\n`).join("")}`,
    );
    return 0;
  },
};

function refusalBy(issues: readonly Issue[]): UsageError {
  return new UsageError(issues.map((each) => sentenceFor(each, "en")).join(" "));
}

function choicesOf(args: Arguments): ExportChoices {
  args.required("format");
  const format = args.choice("format", EXPORT_FORMATS) ?? "csv";
  const encoding = args.choice("encoding", ENCODINGS);
  const sheets = args.choice("sheets", ["street"]);
  if (encoding !== undefined && format !== "csv") {
    throw new UsageError(`--encoding is for --format csv; ${format} has an encoding of its own.`);
  }
  if (sheets !== undefined && format !== "xlsx") throw new UsageError("--sheets is for --format xlsx.");
  return {
    format,
    datum: args.choice("datum", EXPORT_DATUMS) ?? "wgs84",
    encoding: encoding ?? "utf-8",
    sheets: sheets === undefined ? "tables" : "streets",
    tables: tablesOf(args.text("tables")),
  };
}

function tablesOf(text: string | undefined): readonly TableName[] {
  if (text === undefined) return TABLE_NAMES;
  const asked = new Set(text.split(",").map((name) => name.trim()));
  const unknown = [...asked].find((name) => !(TABLE_NAMES as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new UsageError(`--tables takes some of ${TABLE_NAMES.join(", ")}, with commas, not "${unknown}".`);
  }
  return TABLE_NAMES.filter((name) => asked.has(name));
}

/** `data/徐州.quan` → `徐州`. */
function stemOf(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? "").replace(/\.[^.]*$/, "");
}
