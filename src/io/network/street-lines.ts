import { type Issue, issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import type { Drive } from "../../core/base/work.ts";
import type { StreetMap } from "../../core/network/street-map.ts";
import { toDegreesFrom } from "../crs/coordinate-system.ts";
import { datumNamed, nameOfSystem } from "../crs/declared.ts";
import type { FileChoices, FileReport, SourceFile } from "../import-report.ts";
import { openTables } from "../open-tables.ts";
import { type Matching, reportName } from "../reading.ts";
import type { SourceTable } from "../source-row.ts";
import { type Placing, placingFrom } from "../to-model/placing.ts";
import { LineMap } from "./line-map.ts";
import { readLines } from "./read-lines.ts";
import { classHeading, nameHeading } from "./road-classes.ts";
import { isWalkWay } from "./walk-tags.ts";

/** Streets from a file of lines, with what became of its rows: those of each layer add up. */
export interface StreetLines {
  readonly map: StreetMap;
  readonly files: readonly FileReport[];
}

/** What the user says of the coordinates of a file; `crs` goes before what it declares itself, as `datum` does. */
export interface LineChoices extends Pick<FileChoices, "datum" | "crs" | "swapped"> {
  /** Of layers that declare nothing. */
  readonly undeclared?: Pick<FileChoices, "datum" | "crs">;
  /** Of single layers, by the names of their reports; before what is said of all. One that is said to be no streets is not read. */
  readonly byLayer?: Readonly<Record<string, FileChoices>>;
}

/**
 * Streets from a file of lines of any format that rows are read from. They meet at vertices they have in common: lines
 * that merely cross are a bridge over a road. A column that names classes of road becomes `highway`; of a line that says
 * none `highway` is `unclassified`. Further columns count as far as they are named like tags of OpenStreetMap. Refused if the file cannot be read, or no line of it can be used. `drive` runs the
 * long work.
 */
export async function readStreetLines(
  file: SourceFile,
  choices: LineChoices,
  drive: Drive,
): Promise<Outcome<StreetLines>> {
  const opened = await openTables(file);
  if (!opened.ok) return opened;
  const matched = new Map(opened.value.map((table) => [table.part, matchingOf(table)]));
  // The first reading told the columns.
  const tables = await openTables(file, (part) => {
    const columns = matched.get(part);
    return columns === undefined ? {} : { columns };
  });
  if (!tables.ok) return tables;
  const of = tables.value.length;
  const drawn = tables.value.filter((table) => {
    const role = choices.byLayer?.[reportName(file.name, table, of)]?.role;
    return role === undefined ? of === 1 || table.drawn === "lines" : role === "streets";
  });
  const others = tables.value.filter((table) => !drawn.includes(table));
  const remarks = [
    ...tables.issues,
    ...others.map(({ part = "" }) =>
      issue("network.layer-unread", "note", { layer: part }, { file: file.name }),
    ),
  ];
  const map = new LineMap();
  const files: FileReport[] = [];
  for (const table of drawn) {
    const name = reportName(file.name, table, of);
    const said = { ...choices, ...choices.byLayer?.[name] };
    const placing = await placingOf(table, said, name);
    if (!placing.ok) return placing;
    const report = await drive(readLines(table, name, placing.value, map));
    if ("refusal" in report) return refused(report.refusal);
    files.push({
      ...report,
      issues: [...systemRemarks(table, said, placing.value, name), ...report.issues],
    });
  }
  const streets = map.map();
  if (streets.tagSets.some(isWalkWay)) return done({ map: streets, files }, remarks);
  const reasons = files.flatMap(({ issues }) => issues.slice(0, MOST_REASONS));
  return refused(issue("network.no-streets", "error", {}, { file: file.name }), ...reasons, ...remarks);
}

/** The columns of classes and names; of others, all that a line says stands beside its values. */
function matchingOf({ headings, unknownHeadings, sample }: SourceTable): Matching {
  const all = new Set([...sample.headings, ...headings.values(), ...unknownHeadings]);
  const [kind, name] = [classHeading(all), nameHeading(all)];
  return {
    ...Object.fromEntries([...all].map((heading) => [heading.trim(), null])),
    ...(name !== undefined && { [name]: "name" as const }),
    ...(kind !== undefined && { [kind]: "kind" as const }),
  };
}

async function placingOf(
  { crs: declared }: SourceTable,
  said: LineChoices,
  file: string,
): Promise<Outcome<Placing>> {
  const crs = crsOf(said, declared);
  const datum = crs === undefined ? undefined : datumNamed(crs);
  const isConverted = crs !== undefined && datum === undefined;
  const degrees = isConverted ? await toDegreesFrom(crs) : undefined;
  if (isConverted && degrees === undefined) {
    return refused(issue("file.other-crs", "error", { crs: nameOfSystem(crs) }, { file }));
  }
  const unsaid = (said.crs ?? declared) === undefined ? said.undeclared?.datum : undefined;
  return done(placingFrom({ datum: said.datum ?? datum ?? unsaid, degrees, isSwapped: said.swapped }));
}

function crsOf(said: LineChoices, declared: string | undefined): string | undefined {
  return said.crs ?? declared ?? said.undeclared?.crs;
}

/** How the coordinates were read. */
function systemRemarks(
  { crs: declared }: SourceTable,
  said: LineChoices,
  { datum, isDeclared }: Placing,
  file: string,
): readonly Issue[] {
  const at = { file };
  const crs = crsOf(said, declared);
  return [
    ...(crs !== undefined ? [issue("file.crs", "note", { crs: nameOfSystem(crs) }, at)] : []),
    ...(crs === undefined && !isDeclared ? [issue("file.datum-assumed", "note", {}, at)] : []),
    ...(datum !== "wgs84" ? [issue("file.datum-shifted", "note", { datum }, at)] : []),
  ];
}

/** Of each layer: a refusal is read by a person. */
const MOST_REASONS = 5;
