import { type Issue, issue } from "../core/base/issue.ts";
import { done, type Outcome, refused } from "../core/base/outcome.ts";
import type { Drive } from "../core/base/work.ts";
import type { Project } from "../core/model/project.ts";
import { packById, withCustomPacks } from "../core/standards/standards.ts";
import { type Imported, importProject } from "./import-project.ts";
import type { ImportChoices, SourceFile } from "./import-report.ts";
import { isGzip } from "./project-file/file-pieces.ts";
import { rowsMissing } from "./project-file/lost-rows.ts";
import { readProject } from "./project-file/read-project.ts";
import { shippedStandards } from "./standards/shipped.ts";

/**
 * What the files hold: one project file, or files of rows that become a project or are taken into the open one. `drive`
 * runs the long work of the latter.
 */
export async function openFiles(
  files: readonly SourceFile[],
  choices: ImportChoices,
  drive: Drive,
  open?: Project,
): Promise<Outcome<Imported>> {
  const saved = files.find(isProjectFile);
  if (saved === undefined) return importProject(files, choices, drive, open);
  const other = files.find((file) => file !== saved);
  if (other)
    return refused(issue("file.project-alone", "error", { other: other.name }, { file: saved.name }));
  const read = await readProject(saved.bytes, saved.name);
  if (!read.ok) return read;
  const used = rowsOf(read.value);
  const rejected = rowsMissing(read.issues);
  const account = {
    file: saved.name,
    role: "project",
    in: used + rejected,
    used,
    repaired: 0,
    rejected,
  } as const;
  const issues = [...read.issues, ...unknownPacks(read.value, saved.name)];
  return done({ project: read.value, report: { files: [{ ...account, issues }] } });
}

/** Standards chosen for all zones that this version does not have, nor the file itself. */
function unknownPacks({ pack, parameters, customPacks }: Project, file: string): readonly Issue[] {
  const known = withCustomPacks(shippedStandards(), customPacks);
  const chosen = new Set([pack, parameters?.pack].filter((id) => id !== undefined));
  return [...chosen]
    .filter((id) => packById(known, id) === undefined)
    .map((id) => issue("project.unknown-pack", "warning", { pack: id }, { file }));
}

function isProjectFile({ name, role, bytes }: SourceFile): boolean {
  const named = role === "project" || name.toLowerCase().endsWith(".quan");
  return named || isGzip(bytes) || PLAIN_START.every((byte, i) => bytes[i] === byte);
}

/** `{"quan"`, in bytes. */
const PLAIN_START = [...'{"quan"'].map((letter) => letter.charCodeAt(0));

function rowsOf({ facilities, zones, units, sites }: Project): number {
  return facilities.length + zones.length + units.length + sites.length;
}
