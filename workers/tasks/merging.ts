import { canonical } from "../../src/core/base/digest.ts";
import { present } from "../../src/core/base/invariant.ts";
import { type Issue, issue } from "../../src/core/base/issue.ts";
import { indexOfId } from "../../src/core/base/order.ts";
import { done, type Outcome, refused } from "../../src/core/base/outcome.ts";
import type { Work } from "../../src/core/base/work.ts";
import { settingsOf } from "../../src/core/model/apply-patch.ts";
import { mergeInto } from "../../src/core/model/merge-into.ts";
import type { Conflict } from "../../src/core/model/merge-projects.ts";
import { mergeRefusal } from "../../src/core/model/merge-refusal.ts";
import { patchAccount, streetsAccount } from "../../src/core/model/patch-account.ts";
import type { Project } from "../../src/core/model/project.ts";
import { sameStreets } from "../../src/core/network/streets-digest.ts";
import { type RowsOf, shownConflict } from "../../src/io/merging/shown-conflict.ts";
import { readProject } from "../../src/io/project-file/read-project.ts";
import type { MergeShown, ProjectSetting, SourceFile, Tasks } from "../protocol.ts";

/** Another project that is to be taken into the open one, and what both changed. */
export interface Merging {
  readonly of: Project;
  readonly base: Project | undefined;
  readonly theirs: Project;
  readonly conflicts: readonly Conflict[];
}

/** Reads the files of a merge. Refused where one of them is damaged, or the other project is of another city. */
export async function readMerge(
  mine: Project,
  { theirs, base }: Tasks["merge"]["input"],
): Promise<Outcome<Pick<Merging, "base" | "theirs">>> {
  const other = await soundProject(theirs);
  if (!other.ok) return other;
  const why = mergeRefusal(mine, other.value, theirs.name);
  if (why) return refused(why);
  const common = base ? await soundProject(base) : done(undefined);
  if (!common.ok) return common;
  return done({ theirs: other.value, base: common.value }, [...other.issues, ...common.issues]);
}

/** What comes without doubt, and what is to be decided. */
export function* lookedAt(
  of: Project,
  { base, theirs }: Pick<Merging, "base" | "theirs">,
  issues: readonly Issue[],
): Work<{ readonly merging: Merging; readonly shown: MergeShown }> {
  yield { part: "check", share: 0 };
  const { conflicts, made } = mergeInto(base, of, theirs, "a");
  yield { part: "check", share: 0.5 };
  const { project, patch } = present(made, "a merge whose conflicts are decided is made");
  const streets = streetsAccount(patch);
  const shown = {
    tables: patchAccount(of, patch),
    ...(streets && { streets }),
    settings: settingsApart(of, project),
    conflicts: conflicts.map((each) => shownConflict(each, rowsOf(each, { base, a: of, b: theirs }))),
    issues,
  };
  yield { part: "check", share: 1 };
  return { merging: { of, base, theirs, conflicts }, shown };
}

/** The open project with the other one taken in: theirs in these conflicts, one's own in all others. */
export function* decided(
  { of, base, theirs, conflicts }: Merging,
  ofTheirs: readonly number[],
): Work<Project> {
  yield { part: "check", share: 0 };
  const chosen = new Set(ofTheirs.map((row) => keyOf(present(conflicts[row], "a conflict that was shown"))));
  const { made } = mergeInto(base, of, theirs, (conflict) => (chosen.has(keyOf(conflict)) ? "b" : "a"));
  return present(made, "a merge whose conflicts are decided is made").project;
}

async function soundProject({ name, bytes }: SourceFile): Promise<Outcome<Project>> {
  const read = await readProject(bytes, name);
  const errors = read.issues.filter(({ severity }) => severity === "error");
  if (!read.ok || errors.length === 0) return read;
  return refused(issue("merge.damaged", "error", {}, { file: name }), ...errors);
}

function keyOf({ table, id, field }: Conflict): string {
  return canonical([table, id ?? "", field ?? ""]);
}

/** Which settings of two documents are not the same. */
export function settingsApart(before: Project, after: Project): readonly ProjectSetting[] {
  const [was, is] = [settingsOf(before), settingsOf(after)];
  const apart: readonly ProjectSetting[] = SETTINGS.filter(
    (name) => canonical(was[name]) !== canonical(is[name]),
  );
  return sameStreets(before.streets, after.streets) ? apart : [...apart, "streets"];
}

const SETTINGS = ["name", "pack", "asOf", "customPacks", "duplicateDecisions", "streetChanges"] as const;

type Projects = Readonly<Record<keyof RowsOf, Project | undefined>>;

/** The row that a conflict is about in each project, or the project where it is about itself. */
function rowsOf({ table, id }: Conflict, { base, a, b }: Projects): RowsOf {
  const rowIn = (project: Project | undefined): object | undefined => {
    if (project === undefined) return undefined;
    if (table === "project") return project;
    if (table === "parameters" || table === "duplicateDecisions") return undefined;
    if (table === "customPacks") return project.customPacks.find((pack) => pack.id === id);
    const rows: readonly { readonly id: string }[] = project[table];
    return rows[indexOfId(rows, id ?? "")];
  };
  return { base: rowIn(base), a: rowIn(a), b: rowIn(b) };
}
