import { issue } from "../../core/base/issue.ts";
import { done, type Outcome, refused } from "../../core/base/outcome.ts";
import type { Drive } from "../../core/base/work.ts";
import type { StreetMap } from "../../core/network/street-map.ts";
import type { SourceFile } from "../import-report.ts";
import { toldIssues } from "../told-issues.ts";
import { isWalkGraph } from "./graph-file.ts";
import { isOsmPbf } from "./is-osm-pbf.ts";
import { readOsmWays } from "./osm-pbf.ts";
import { type LineChoices, readStreetLines, type StreetLines } from "./street-lines.ts";

/**
 * Streets from a file of OpenStreetMap, or from one of lines in any format that rows are read from; which it is, its
 * content tells, or else its name. What is wrong with single lines is told beside the map, of many alike the first.
 */
export async function readStreets(
  file: SourceFile,
  choices: LineChoices,
  drive: Drive,
): Promise<Outcome<StreetMap>> {
  const streets = await streetsIn(file, choices, drive);
  if (!streets.ok) return streets;
  const { map, files } = streets.value;
  const issues = [...streets.issues, ...files.flatMap((each) => each.issues)];
  return done(map, toldIssues(file.name, issues).listed(MOST_ALIKE));
}

/** A person reads them. */
const MOST_ALIKE = 3;

/** The same with what became of the ways: a file of OpenStreetMap in degrees WGS84, whatever is said of others. */
export async function streetsIn(
  file: SourceFile,
  choices: LineChoices,
  drive: Drive,
): Promise<Outcome<StreetLines>> {
  if (isWalkGraph(file.bytes)) {
    return refused(issue("network.graph-prepared", "error", {}, { file: file.name }));
  }
  if (!isOsmPbf(file)) return readStreetLines(file, choices, drive);
  const read = await drive(readOsmWays(file.bytes, file.name));
  if (!read.ok) return read;
  const { map, account } = read.value;
  return done({ map, files: [{ file: file.name, ...account, issues: read.issues }] });
}
