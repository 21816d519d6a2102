import { issue } from "../../base/issue.ts";
import { done, type Outcome, refused } from "../../base/outcome.ts";
import { changedStreets, type StreetChange } from "../../network/changed-streets.ts";
import { settingsOf } from "../apply-patch.ts";
import type { Patch } from "../patch.ts";
import type { Project } from "../project.ts";

/**
 * Closes, adds or opens one street more, after what is changed already. Refused where there are no streets, where the
 * change does not fit them or is made already; a new street that joins no other is a remark.
 */
export function changeStreet(project: Project, change: StreetChange): Outcome<Patch> {
  const { streets, streetChanges = [] } = project;
  if (streets === undefined) return refused(issue("edit.no-streets", "error", {}));
  const made = streetChanges.some((each) => isMadeBy(change, each));
  if (made) return refused(issue("edit.street-as-it-is", "error", {}));
  const row = streetChanges.length + 1;
  const next = [...streetChanges, change];
  const changed = changedStreets(streets, next);
  if (!changed.ok) return refused(...changed.issues);
  return done(
    patchTo(project, next),
    changed.issues.filter(({ at }) => at.row === row).map(({ at: _at, ...told }) => ({ ...told, at: {} })),
  );
}

/** Takes a change of streets back, told by its number in the list, from 0: the street is as it was brought. */
export function restoreStreet(project: Project, at: number): Outcome<Patch> {
  const { streetChanges = [] } = project;
  if (streetChanges[at] === undefined) return refused(issue("edit.street-as-it-is", "error", {}));
  return done(
    patchTo(
      project,
      streetChanges.filter((_, i) => i !== at),
    ),
  );
}

function patchTo(project: Project, next: readonly StreetChange[]): Patch {
  const before = settingsOf(project);
  const { streetChanges: _changes, ...others } = before;
  return {
    settings: { before, after: next.length === 0 ? others : { ...others, streetChanges: next } },
  };
}

/** A piece lies in one that is closed already, or a way is opened the second time. */
function isMadeBy(change: StreetChange, other: StreetChange): boolean {
  if (change.kind === "closed") {
    return (
      other.kind === "closed" &&
      other.way === change.way &&
      other.from <= change.from &&
      change.to <= other.to
    );
  }
  return change.kind === "opened" && other.kind === "opened" && other.way === change.way;
}
