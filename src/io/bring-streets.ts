import { type Issue, issue } from "../core/base/issue.ts";
import type { Drive } from "../core/base/work.ts";
import type { StreetMap } from "../core/network/street-map.ts";
import type { Draft } from "./draft.ts";
import type { FileReport, SourceFile } from "./import-report.ts";
import { isOsmPbf } from "./network/is-osm-pbf.ts";
import { classHeading } from "./network/road-classes.ts";
import { roleOfTable } from "./role-of.ts";
import type { SourceTable } from "./source-row.ts";

/** The streets that files bring, each map with what became of its file. */
export interface BroughtStreets {
  readonly maps: StreetMap[];
  readonly reports: FileReport[];
}

/** Whether a file is one of streets as a whole, by what it was given as or its content. */
export function areStreets(file: SourceFile, { byFile }: Pick<Draft, "byFile">): boolean {
  if (file.role !== undefined) return file.role === "streets";
  const role = byFile[file.name]?.role;
  return role === "streets" || (role !== "none" && isOsmPbf(file));
}

/**
 * Whether the rows of a table are streets: all that is drawn as lines, unless it has the columns of zones or sites, or its
 * columns or its name say that it is something else, such as rivers, and none has classes of road.
 */
export function areDrawnStreets(table: SourceTable, name: string): boolean {
  const told = table.drawn === "lines" ? roleOfTable(table) : "zones";
  if (told === "zones" || told === "sites") return false;
  const headings = [...table.sample.headings, ...table.headings.values(), ...table.unknownHeadings];
  if (classHeading(new Set(headings)) !== undefined || ROAD_WORDS.test(name)) return true;
  return !OTHER_LINES.test(name) && !headings.some((heading) => OTHER_LINES.test(heading));
}

const ROAD_WORDS = /road|street|highway|道路|路网/i;
const OTHER_LINES = /^power$|river|water|railway|boundary|contour|河|水系|铁路|边界|等高线/i;

/** Whether a table of a file is one of streets, by what is said of it or what it is drawn as. */
export function isOfStreets(
  table: SourceTable,
  name: string,
  given: ReadonlySet<unknown>,
  { byFile }: Pick<Draft, "byFile">,
): boolean {
  const said = byFile[name]?.role;
  return said === undefined ? given.size === 0 && areDrawnStreets(table, name) : said === "streets";
}

/**
 * Reads the streets of a file, and says what became of them. Refused as a whole if it is damaged, or none of it can be
 * used. `beside`: the file has tables of other rows, of which nothing is said here.
 */
export async function bringStreets(
  file: SourceFile,
  { byFile, crs, datum }: Draft,
  brought: BroughtStreets,
  drive: Drive,
  { beside }: { readonly beside: boolean },
): Promise<readonly FileReport[]> {
  const { streetsIn } = await import("./network/read-streets.ts");
  const undeclared = { ...(crs !== undefined && { crs }), ...(datum !== undefined && { datum }) };
  const read = await streetsIn(file, { undeclared, byLayer: byFile }, drive);
  const remarks = read.issues.filter(({ code }) => !beside || code !== "network.layer-unread");
  if (!read.ok) return [unreadable(file, remarks)];
  const reports = read.value.files.map(
    (each, i): FileReport => ({
      ...each,
      role: "streets",
      issues: i === 0 ? [...remarks, ...each.issues] : each.issues,
    }),
  );
  brought.maps.push(read.value.map);
  brought.reports.push(...reports);
  return reports;
}

/** Left out by the user. */
export function streetsLeftOut({ name }: SourceFile): FileReport {
  return { ...NOTHING, file: name, issues: [issue("file.left-out", "note", {}, { file: name })] };
}

function unreadable({ name }: SourceFile, issues: readonly Issue[]): FileReport {
  return { ...NOTHING, file: name, role: "streets", unreadable: true, issues };
}

const NOTHING = { in: 0, used: 0, repaired: 0, rejected: 0 };
