import type { Issue } from "../core/base/issue.ts";
import { finish } from "../core/base/work.ts";
import { areDrawnStreets } from "./bring-streets.ts";
import { type Field, fieldNamed } from "./columns.ts";
import type { RowRole } from "./draft.ts";
import { together } from "./formats/together.ts";
import { columnByValues } from "./guess-column.ts";
import type { FileChoices, SourceFile } from "./import-report.ts";
import { isOsmPbf } from "./network/is-osm-pbf.ts";
import { openTables } from "./open-tables.ts";
import { type Matching, readingsOf, reportName, type Sample } from "./reading.ts";
import { areParcels, missingIn, roleOfTable } from "./role-of.ts";
import { type SampleRemark, sampleRemarks } from "./sample-remarks.ts";
import type { SourceTable } from "./source-row.ts";

/** A file before it is imported: its tables, as they would be read, and what is wrong with it as a whole. */
export interface FilePreview {
  readonly file: string;
  readonly tables: readonly TablePreview[];
  readonly issues: readonly Issue[];
}

export interface TablePreview {
  /** As its report will be called, and `ImportChoices.byFile` calls it. */
  readonly name: string;
  readonly sample: Sample;
  readonly remarks: readonly SampleRemark[];
  /** What each column of the sample is read as. */
  readonly fields: readonly (Field | undefined)[];
  /** What a column that is not read seems to hold, by its first values, where no other is read as that. */
  readonly guesses: readonly (Field | undefined)[];
  /** What its columns or its lines tell that its rows are; the user may say otherwise. */
  readonly role: RowRole | "streets" | undefined;
  /** Land by its use, which is read as zones and as facilities at once. */
  readonly parcels: boolean;
  /** Columns that it lacks and without which no row can be used, as what the user says or its columns tell it is. */
  readonly missing: readonly Field[];
  readonly crs?: string;
}

/**
 * The first rows of some files as they would be read with what is said of them. No row is taken, but a file is decoded
 * or unpacked as far as its format needs.
 */
export async function previewTables(
  files: readonly SourceFile[],
  said: Readonly<Record<string, FileChoices>>,
): Promise<readonly FilePreview[]> {
  const previews: FilePreview[] = [];
  for (const file of together(files)) {
    if (isOsmPbf(file)) {
      previews.push(await osmPreview(file));
      continue;
    }
    const opened = await openTables(file, readingsOf(file.name, said));
    const tables = opened.ok ? opened.value : [];
    previews.push({
      file: file.name,
      issues: opened.issues,
      tables: tables.map((table) => {
        const name = reportName(file.name, table, tables.length);
        const told = areDrawnStreets(table, name) ? "streets" : roleOfTable(table);
        const role = said[name]?.role ?? told;
        const parcels = areParcels(table);
        const named = new Map([...table.headings].map(([field, heading]) => [heading, field]));
        return {
          ...{ name, role: told, parcels, sample: table.sample },
          fields: table.sample.headings.map(
            (heading) => named.get(heading) ?? rivalField(table, heading, said[name]?.columns),
          ),
          guesses: guessesOf(table, named),
          remarks: sampleRemarks(table, rolesOf(role, parcels), said[name] ?? {}),
          missing: isOfRows(role) && !parcels ? missingIn(table, role) : [],
          ...(table.crs !== undefined && { crs: table.crs }),
        };
      }),
    });
  }
  return previews;
}

/** How many ways of each class it has, the most frequent first; of a large file that is not counted. */
async function osmPreview(file: SourceFile): Promise<FilePreview> {
  const { classesIn } = await import("./network/classes-in.ts");
  const counted = file.bytes.length > MOST_COUNTED ? undefined : finish(classesIn(file));
  const lines = counted?.ok ? counted.value.map(({ highway, ways }) => [highway, String(ways)]) : [];
  const table: TablePreview = {
    ...{ name: file.name, role: "streets", parcels: false, guesses: [], remarks: [], missing: [] },
    sample: { headings: ["highway", "ways"], lines, rows: lines.map((_, i) => i + 1) },
    fields: [undefined, undefined],
  };
  const isRefused = counted !== undefined && !counted.ok;
  return { file: file.name, issues: isRefused ? counted.issues : [], tables: isRefused ? [] : [table] };
}

/** Bytes; a city is read in a second. */
const MOST_COUNTED = 16e6;

function isOfRows(role: FileChoices["role"]): role is RowRole {
  return role !== undefined && role !== "none" && role !== "streets";
}

/** Empty where nobody knows what the rows are, or none is wanted. */
function rolesOf(role: FileChoices["role"], parcels: boolean): ReadonlySet<RowRole> {
  if (parcels) return new Set(["zones", "facilities"]);
  return new Set(isOfRows(role) ? [role] : []);
}

/** What a column is read as together with another of the same thing. */
function rivalField({ unknownHeadings }: SourceTable, heading: string, matched: Matching = {}) {
  return heading === "" || unknownHeadings.has(heading) ? undefined : fieldNamed(heading, matched)?.field;
}

function guessesOf({ sample, headings }: SourceTable, named: ReadonlyMap<string, Field>) {
  return sample.headings.map((heading, i) => {
    if (heading === "" || named.has(heading)) return undefined;
    const guess = columnByValues(sample.lines.map((line) => line[i] ?? ""));
    return guess === undefined || headings.has(guess) ? undefined : guess;
  });
}
