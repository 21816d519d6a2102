import { type Pipeline, update } from "../../src/core/analysis/pipeline.ts";
import { done, type Outcome } from "../../src/core/base/outcome.ts";
import type { Drive } from "../../src/core/base/work.ts";
import { applyPatch } from "../../src/core/model/apply-patch.ts";
import type { Project } from "../../src/core/model/project.ts";
import { type Effect, type EffectSide, effectOf } from "../../src/core/scenario/effect.ts";
import type { Edit } from "../edit.ts";
import { patchOf } from "./patch-of.ts";

/** What an edit of the project would do to the zones; refused as the edit would be. */
export async function effectOfEdit(
  project: Project,
  pipeline: Pipeline,
  edit: Edit,
  drive: Drive,
): Promise<Outcome<Effect>> {
  const patch = await patchOf(project, edit, pipeline.standards);
  if (!patch.ok) return patch;
  const next = applyPatch(project, patch.value);
  if (!next.ok) return next;
  const before = pipeline.project === project ? done(pipeline) : await drive(update(pipeline, { project }));
  if (!before.ok) return before;
  const after = await drive(update(before.value, { project: next.value }));
  return after.ok ? done(effectOf(sideOf(before.value), sideOf(after.value))) : after;
}

function sideOf({ project: { zones }, results }: Pipeline): EffectSide {
  return { zones, results };
}
