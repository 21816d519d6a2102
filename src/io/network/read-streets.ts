import { issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import type { Drive } from "../../core/base/work.ts";
import type { StreetMap } from "../../core/network/street-map.ts";
import type { SourceFile } from "../import-report.ts";
import { toldIssues } from "../told-issues.ts";
import { isWalkGraph } from "./graph-file.ts";
import { readOsmPbf } from "./osm-pbf.ts";
import { type LineChoices, readStreetLines } from "./street-lines.ts";

/**
 * Streets from a file of OpenStreetMap, or from one of lines in any format that rows are read from; which it is, its
 * content tells, or else its name. What is wrong with single lines is told beside the map, of many alike the first.
 */
export async function readStreets(
  file: SourceFile,
  choices: LineChoices,
  drive: Drive,
): Promise<Outcome<StreetMap>> {
  if (isWalkGraph(file.bytes)) {
    return refused(issue("network.graph-prepared", "error", {}, { file: file.name }));
  }
  const streets = isOsmPbf(file)
    ? await drive(readOsmPbf(file.bytes, file.name))
    : await linesOf(file, choices, drive);
  if (!streets.ok) return streets;
  return done(streets.value, toldIssues(file.name, streets.issues).listed(MOST_ALIKE));
}

/** A person reads them. */
const MOST_ALIKE = 3;

async function linesOf(file: SourceFile, choices: LineChoices, drive: Drive): Promise<Outcome<StreetMap>> {
  const lines = await readStreetLines(file, choices, drive);
  if (!lines.ok) return lines;
  const { map, files } = lines.value;
  return done(map, [...lines.issues, ...files.flatMap(({ issues }) => issues)]);
}

/** A file of OpenStreetMap begins with the length of a header, whose first field says what it is the header of. */
function isOsmPbf({ name, bytes }: SourceFile): boolean {
  const begin = String.fromCharCode(...bytes.subarray(4, 4 + HEADER.length));
  return begin === HEADER || /\.pbf$/i.test(name);
}

const HEADER = "\n\tOSMHeader";
