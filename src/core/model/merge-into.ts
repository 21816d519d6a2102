import { canonical } from "../base/digest.ts";
import { present } from "../base/invariant.ts";
import { byCodeUnit } from "../base/order.ts";
import { applyPatch } from "./apply-patch.ts";
import { type Conflict, mergeProjects, type Take } from "./merge-projects.ts";
import type { Patch } from "./patch.ts";
import { patchBetween } from "./patch-between.ts";
import { EMPTY_PROJECT, type Project } from "./project.ts";

/** What taking another project into one's own comes to. */
export interface MergeInto {
  /** Side `a` is one's own. In the same order for every `take`. */
  readonly conflicts: readonly Conflict[];
  /** One's own project as it becomes, and the change that makes it so; absent while a conflict is undecided. */
  readonly made?: { readonly project: Project; readonly patch: Patch };
}

/**
 * The changes of another project taken into one's own, as one patch. Without a common `base` a row that only one of them
 * has is added, none is removed, and whatever they do not say alike is a conflict. What the screen is set to, the backdrop
 * and whether the project is real stay one's own.
 */
export function mergeInto(base: Project | undefined, mine: Project, theirs: Project, take?: Take): MergeInto {
  const begun = aligned(base ?? EMPTY_PROJECT, mine);
  const { project, conflicts } = mergeProjects(begun, mine, aligned(theirs, mine), take);
  if (project === undefined) return { conflicts };
  const patch = patchBetween(mine, orderedAs(mine, project));
  const after = applyPatch(mine, patch);
  return {
    conflicts,
    made: {
      patch,
      project: present(after.ok ? after.value : undefined, "a patch fits what it was made from"),
    },
  };
}

/** With what no patch changes as one's own project has it, or not at all. */
function aligned({ parameters: _parameters, ...others }: Project, mine: Project): Project {
  const { origin, backdrop } = mine;
  return { ...others, origin, backdrop };
}

/** Lists that have no order of their own stand as they stood where they hold the same. */
function orderedAs(mine: Project, merged: Project): Project {
  const kept = <Row>(before: readonly Row[], after: readonly Row[]) =>
    sorted(before) === sorted(after) ? before : after;
  return {
    ...merged,
    customPacks: kept(mine.customPacks, merged.customPacks),
    duplicateDecisions: kept(mine.duplicateDecisions, merged.duplicateDecisions),
  };
}

function sorted(rows: readonly unknown[]): string {
  return rows.map(canonical).sort(byCodeUnit).join("\n");
}
